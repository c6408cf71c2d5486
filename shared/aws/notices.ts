import { voiceFor } from '../settings/voice-for.ts';
import type { Account } from '../settings/account.ts';
import { noticeSubject, plainSubject } from '../notices/notice-subject.ts';
import { noticeText } from '../notices/notice-text.ts';
import type { Notices } from '../ports/notices.ts';
import { openTopic } from './topic.ts';

/**
 * Publishes notices to the topic. The message attributes `account`, `kind` and `job` let a subscriber
 * take only some of them; `settings` are the accounts', in whose language and zone they are told.
 * Throws what the topic answers: the notice is then still to be sent.
 */
export function openNotices(topicArn: string, settings: readonly Account[]): Notices {
  const publish = openTopic(topicArn);
  return {
    async send(notice) {
      const voice = voiceFor(notice.account, settings, notice.language);
      await publish({
        subject: noticeSubject(notice, voice),
        plainSubject: plainSubject(notice, voice),
        text: (region) => noticeText(notice, region, voice),
        attributes: { account: notice.account, kind: notice.kind, job: notice.job },
      });
    },
  };
}
