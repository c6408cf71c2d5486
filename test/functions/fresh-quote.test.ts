import { expect, test } from 'vitest';
import { freshQuote } from '../../functions/check-quote/fresh-quote.ts';
import type { CheckedRow } from '../../shared/check/check.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import { reason } from '../../shared/reasons/reason.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { money } from '../../shared/values/money.ts';
import { quoteOf, quoteRow, testAccount } from '../support/quote-rows.ts';
import { surveyRow } from '../support/survey-sample.ts';

const NO = rowOutcome('not approved', reason('not-approved'));

/** The rows of the file with their prices of today, as a fresh quote has them: id, was, now, approved or not. */
function fresh(rows: readonly QuoteRow[], prices: readonly string[]): readonly string[] | null {
  const checked = rows.map(({ position, resourceId }): readonly [number, CheckedRow] => [
    position,
    {
      position,
      obstacle: null,
      price: money(prices[position]!, 'USD'),
      list: null,
      resource: { ...surveyRow(position), resourceId: resourceId! },
    },
  ]);
  const made = freshQuote({
    id: 'q1',
    file: 'december.xlsx',
    account: testAccount(),
    quote: quoteOf(rows),
    checked: new Map(checked),
    askedAt: 0,
    pricedAt: 0,
    balance: null,
  });
  return (
    made?.again.rows.map(
      ({ row, price, approved }) =>
        `${row.resourceId}: ${row.approved?.amount ?? '-'}, ${price?.amount ?? 'as it was'}, ${approved ? 'approved' : 'to be approved'}`,
    ) ?? null
  );
}

test('a fresh quote has the rows whose price has changed first, with the price of the file, and keeps the other approvals', () => {
  const rows = [quoteRow(0), quoteRow(1), quoteRow(2)];

  expect(fresh(rows, ['10', '10', '12'])).toEqual([
    'r2: 10, 12, to be approved',
    'r0: 10, as it was, approved',
    'r1: 10, as it was, approved',
  ]);
});

test('a fresh quote has only the rows that are wanted, and all where nobody has approved any', () => {
  const declined = quoteRow(1, { verdict: NO });

  expect(fresh([quoteRow(0), declined], ['11', '12'])).toEqual(['r0: 10, 11, to be approved']);
  expect(fresh([quoteRow(0, { verdict: NO }), declined], ['11', '12'])).toEqual([
    'r0: 10, 11, to be approved',
    'r1: 10, 12, to be approved',
  ]);
});

test('there is no fresh quote where only rows that nobody wants cost something else', () => {
  expect(fresh([quoteRow(0), quoteRow(1, { verdict: NO })], ['10', '12'])).toBeNull();
});
