import { PLAIN } from '../../../../shared/notices/notice-words.ts';
import { expect, test } from 'vitest';
import { noticeLines } from '../../../../infra/cli/local-run/notice-lines.ts';
import { plainLines } from '../../../../infra/cli/terminal/progress-view.ts';
import { noticeSubject } from '../../../../shared/notices/notice-subject.ts';
import { noticeText } from '../../../../shared/notices/notice-text.ts';
import { EVERY_NOTICE } from '../../../support/notice-sample.ts';

test('the terminal shows subject, what happened and who must act, and leaves the figures to the sheet', () => {
  const notice = EVERY_NOTICE.find(({ kind }) => kind === 'suspended')!;
  const text = noticeText(notice, 'local', PLAIN);
  const lines = noticeLines({ subject: noticeSubject(notice, PLAIN), text });

  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('Suspended, at most 12.50 USD missing');
  expect(lines[1]).toMatch(/^ {2}Job job0000001 of account main is suspended/u);
  expect(lines[2]).toMatch(/^ {2}Finance: top up/u);
});

test('what is said stands between the lines of the progress', () => {
  const written: string[] = [];
  const view = plainLines((line) => written.push(line));
  view.say(['a', 'b']);

  expect(written).toEqual(['a', 'b']);
});
