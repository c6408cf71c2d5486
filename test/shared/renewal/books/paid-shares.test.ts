import { describe, expect, test } from 'vitest';
import { shareOfPaid, sharesOf } from '../../../../shared/renewal/books/paid-shares.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { Order } from '../../../../shared/renewal/journal.ts';
import { journalOf, journalRow, order, part, usd } from '../../../support/journal-sample.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';

const ROWS = [5, 15, 20].map((price, index) => journalRow(index, { price: usd(price) }));

function paid(id: string, amount: string, rows: readonly number[] | null = null): Order {
  return { ...order(id, { kind: 'paid', compared: usd(amount), discount: null, at: 0 }), rows };
}

function shares(orders: readonly Order[], rows = ROWS): (string | null)[] {
  const journal = journalOf(0, { rows, parts: [part(0, [0, 1, 2], orders)] });
  return rows.map((_, index) => shareOfPaid(journal, index)?.amount ?? null);
}

test('a charged amount goes to its rows by their prices', () => {
  const given = sharesOf(journalOf(0, { rows: ROWS }), [0, 2], usd('10'));

  expect([...given].map(([index, { amount }]) => [index, amount])).toEqual([
    [0, '2'],
    [2, '8'],
  ]);
});

describe('what a row has cost by orders that are not completed yet', () => {
  test('is its share of the paid order', () => {
    expect(shares([paid('o1', '40')])).toEqual(['5', '15', '20']);
  });

  test('is nothing for a row that the order is proven not to cover', () => {
    expect(shares([paid('o1', '10', [0, 1])])).toEqual(['2.5', '7.5', null]);
  });

  test('is nothing for an order that is not paid', () => {
    expect(shares([order('o1')])).toEqual([null, null, null]);
  });

  test('is what two orders have cost together where both may cover it', () => {
    expect(shares([paid('o1', '40'), paid('o2', '4')])).toEqual(['5.5', '16.5', '22']);
  });

  test('goes to the rows without an outcome while it is not proven which they are', () => {
    const settled = { ...ROWS[0]!, outcome: rowOutcome('renewed', asTold('')) };

    expect(shares([paid('o1', '35')], [settled, ROWS[1]!, ROWS[2]!])).toEqual([null, '15', '20']);
  });
});
