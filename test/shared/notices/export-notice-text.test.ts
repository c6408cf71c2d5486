import { expect, test } from 'vitest';
import type { ExportNotice } from '../../../shared/notices/export-notice.ts';
import { PLAIN } from '../../../shared/notices/notice-words.ts';
import { money } from '../../../shared/values/money.ts';
import {
  exportNoticeSubject,
  exportNoticeText,
  plainExportSubject,
} from '../../../shared/notices/export-notice-text.ts';

const READY: ExportNotice = {
  kind: 'export ready',
  account: 'main',
  survey: 'abcdefghij',
  title: 'due within 30 days',
  by: null,
  bucket: 'quotes',
  keys: ['exports/main/2026-12-01-due-30d.xlsx'],
  rows: 12,
  total: money('132.5', 'USD'),
  untold: 0,
  unpriced: 1,
  leftOut: 0,
  missing: money('7.5', 'USD'),
};
const FAILED: ExportNotice = {
  kind: 'export failed',
  account: 'main',
  survey: null,
  title: 'due within 30 days',
  by: 'Ada\nL.',
  reason: 'no permission.',
  advice: 'grant it.',
};

test('a finished export says where the quote is, what is missing and who must act', () => {
  expect(exportNoticeSubject(READY, PLAIN)).toBe('[main] Export ready, 12 resources, 132.50 USD');
  expect(exportNoticeText(READY, 'eu-west-1', PLAIN)).toBe(
    [
      'What is due within 30 days in account main was exported, asked for by the schedule (quote abcdefghij).',
      '',
      'Resources: 12, 132.50 USD',
      'Cannot be renewed: 1 resource, see the file',
      'Missing in the balance: 7.50 USD',
      'Quote: s3://quotes/exports/main/2026-12-01-due-30d.xlsx',
      'Open: https://eu-west-1.console.aws.amazon.com/s3/object/quotes?region=eu-west-1&prefix=exports/main/2026-12-01-due-30d.xlsx',
      '',
      'Finance: say yes or no in the column Approved and drop the file under approved/main/.',
      '',
    ].join('\n'),
  );
});

test('nobody needs to act on an empty one', () => {
  expect(exportNoticeText({ ...READY, rows: 0 }, 'eu-west-1', PLAIN)).toContain(
    'Nobody needs to act',
  );
});

test('a failed one says why and what to do, in one line each whatever people are called', () => {
  expect(exportNoticeSubject(FAILED, PLAIN)).toBe('[main] Export failed, somebody must act');
  expect(exportNoticeText(FAILED, 'eu-west-1', PLAIN)).toBe(
    'The export of account main (due within 30 days), asked for by Ada L., failed: no permission.\n\nNo file was written; other accounts are not concerned.\n\nOperations: grant it.\n',
  );
});

test('a subject fits SNS, whatever the folder is called', () => {
  const subject = plainExportSubject({ ...READY, account: '账'.repeat(300) });
  expect(subject).toMatch(/^[\x20-\x7E]{1,99}$/u);
});

test('a Chinese account is told in Chinese, names in their script', () => {
  const voice = { language: 'zh', zone: 'Asia/Shanghai' } as const;
  const due = { ...READY, title: '30天内到期' };

  expect(exportNoticeSubject({ ...due, account: '生产' }, voice)).toBe(
    '[生产] 导出完成，12个资源，132.50 USD',
  );
  expect(exportNoticeText(due, 'eu-west-1', voice)).toContain(
    '财务：请在“批准”列中填写是或否，然后将文件提交到approved/main/。',
  );
});
