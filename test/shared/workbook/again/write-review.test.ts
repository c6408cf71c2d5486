import { expect, test } from 'vitest';
import { reviewRows } from '../../../../shared/workbook/again/which-rows.ts';
import { quoteId, quoteRow, QUOTE_HEADINGS } from '../../../support/quote-workbook.ts';
import { type Fate, linesOf, readAs, reportOn, reviewOf } from './handing-back.ts';

const SHEET = {
  headings: [...QUOTE_HEADINGS, 'Approved'],
  rows: [1, 2, 3, 4, 5].map((at) => quoteRow({ id: quoteId(at) }, 'yes')),
};
const FATES: readonly Fate[] = [
  ['renewed'],
  ['not renewable'],
  ['held: price changed', '12.00'],
  ['needs review'],
  ['not attempted'],
];

test('the review file of a job has the rows that wait for a person, with the step first', async () => {
  const lines = await linesOf(await reviewOf(await reportOn([SHEET], FATES)), 'Rows');
  const headings = lines.find((line) => line.includes('Resource ID'))!;
  const rows = lines.slice(lines.indexOf(headings) + 1);

  expect(headings.slice(0, 8)).toEqual([
    'What to do next',
    'Outcome',
    'Reason',
    'Line',
    'Resource ID',
    'Resource Name',
    'Discounted Price',
    'Approved',
  ]);
  // "Renewed" of the samples has something left to do, too.
  expect(rows.map((line) => [line[1], line[3], line[4], line[7]])).toEqual([
    ['renewed', 2, quoteId(1), null],
    ['not renewable', 3, quoteId(2), null],
    ['needs review', 5, quoteId(4), null],
  ]);
  expect(rows[1]?.[0]).toBe('See to it.');
  expect(String(rows[2]?.[0])).toMatch(/^1\. See to it\.\n2\. It is paid/u);
});

test('it approves nothing as it is, and each row with a yes again', async () => {
  expect(await readAs(await reviewOf(await reportOn([SHEET], FATES)))).toEqual([
    '01: 10 for 1 month, not approved',
    '02: 10 for 1 month, not approved',
    '04: 10 for 1 month, not approved',
  ]);
});

test('a row that cannot be read comes back as it is, to be corrected', async () => {
  const rows = [quoteRow({ id: quoteId(1), term: '13 months' }, 'yes')];
  const lines = await linesOf(await reviewOf(await reportOn([{ ...SHEET, rows }], FATES)), 'Rows');

  expect(lines.at(-1)).toContain('13 months');
  expect(lines.at(-1)?.[1]).toBe('invalid');
});

test('a job that goes on has nobody wait for anything', async () => {
  expect(reviewRows(await reportOn([SHEET], FATES, { status: 'suspended' }))).toEqual([]);
});
