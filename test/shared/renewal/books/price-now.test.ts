import { expect, test } from 'vitest';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import { priceNow } from '../../../../shared/renewal/books/price-now.ts';
import { type Outcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { heldFor } from '../../../../shared/renewal/rules/price-verdict.ts';
import { money, type Money } from '../../../../shared/values/money.ts';

const approved = money('10', 'USD');

function now(outcome: ReturnType<typeof rowOutcome>, price: Money | null = null): string | null {
  return priceNow({ approved, price }, outcome)?.amount ?? null;
}

test.each([undefined, { unit: 'month', count: 3 }, { unit: 'year', count: 1 }] as const)(
  'what a held row costs is what holds it, for the term %j, also where no order was made',
  (term) => {
    const dear = money('11.50', 'USD');

    expect(now(heldFor({ approved }, dear, term === undefined ? {} : { term }))).toBe('11.5');
  },
);

test.each<readonly [string, Outcome, string | null, string | null]>([
  ['the price that was read last', 'held: price changed', '12', '12'],
  ['nothing where that is within the approval', 'held: price changed', '10', null],
  ['nothing where none was read', 'held: price changed', null, null],
  ['nothing for a row that is not held', 'not renewable', '12', null],
])('it is %s', (_, word, price, expected) => {
  const outcome = rowOutcome(word, asTold('A discount was refused.'));

  expect(now(outcome, price === null ? null : money(price, 'USD'))).toBe(expected);
});

test('it is nothing in another currency than the approval', () => {
  const values = { price: '99', currency: 'CNY', approved: '10' };

  expect(now(rowOutcome('held: price changed', reason('price-above-approval', values)))).toBeNull();
});
