import {
  exportNoticeSubject,
  exportNoticeText,
  plainExportSubject,
} from '../notices/export-notice-text.ts';
import type { Account } from '../settings/account.ts';
import { voiceFor } from '../settings/voice-for.ts';
import type { ExportNotices } from '../ports/notices.ts';
import { openTopic } from './topic.ts';

/** Publishes to the same topic as the notices of jobs; the attributes are `account` and `kind`. */
export function openExportNotices(topicArn: string, settings: readonly Account[]): ExportNotices {
  const publish = openTopic(topicArn);
  return {
    async send(notice) {
      const voice = voiceFor(notice.account, settings);
      await publish({
        subject: exportNoticeSubject(notice, voice),
        plainSubject: plainExportSubject(notice),
        text: (region) => exportNoticeText(notice, region, voice),
        attributes: { account: notice.account, kind: notice.kind },
      });
    },
  };
}
