import { noticeSubject } from '../notices/notice-subject.ts';
import { noticeText } from '../notices/notice-text.ts';
import type { Notices } from '../ports/notices.ts';
import { openTopic } from './topic.ts';

/**
 * Publishes notices to the topic. The message attributes `account`, `kind` and `job` let a subscriber
 * take only some of them. Throws what the topic answers: the notice is then still to be sent.
 */
export function openNotices(topicArn: string): Notices {
  const publish = openTopic(topicArn);
  return {
    async send(notice) {
      await publish({
        subject: noticeSubject(notice),
        text: (region) => noticeText(notice, region),
        attributes: { account: notice.account, kind: notice.kind, job: notice.job },
      });
    },
  };
}
