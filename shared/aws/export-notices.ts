import { exportNoticeSubject, exportNoticeText } from '../notices/export-notice-text.ts';
import type { ExportNotices } from '../ports/notices.ts';
import { openTopic } from './topic.ts';

/** Publishes to the same topic as the notices of jobs; the attributes are `account` and `kind`. */
export function openExportNotices(topicArn: string): ExportNotices {
  const publish = openTopic(topicArn);
  return {
    async send(notice) {
      await publish({
        subject: exportNoticeSubject(notice),
        text: (region) => exportNoticeText(notice, region),
        attributes: { account: notice.account, kind: notice.kind },
      });
    },
  };
}
