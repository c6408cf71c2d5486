import { describe, expect, test } from 'vitest';
import { shortage } from '../../../../shared/renewal/books/open-rows.ts';
import { stillToPay } from '../../../../shared/renewal/books/still-to-pay.ts';
import type { Journal, Part } from '../../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  type CancelReason,
  type OrderStateKind,
} from '../../../../shared/renewal/states/order-state.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';
import {
  cancelling,
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';

/** Two rows of ten dollars, of which the first stands like that. */
function first(parts: readonly Part[], more: Partial<Journal> = {}): Journal {
  return journalOf(2, { parts, ...more });
}

/** Rows and sum that are still to be paid. */
function toPay(journal: Journal): readonly [number, string] {
  const { rows, amount } = stillToPay([journal]);
  return [rows, amount[0]?.amount ?? '0'];
}

const DONE = rowOutcome('not renewable', asTold('No.'));

describe('a job has still to pay, at most', () => {
  const byState: Readonly<Record<OrderStateKind, readonly [number, string]>> = {
    made: [2, '20'],
    'payable again': [2, '20'],
    // What was compared before the payment, in these samples ten dollars as well.
    paying: [2, '20'],
    'paying again': [2, '20'],
    'payment unclear': [2, '20'],
    'payment refused': [2, '20'],
    'payment declined': [2, '20'],
    paid: [1, '10'],
    overcharged: [1, '10'],
    completed: [1, '10'],
    // For a moved expiry: the row is looked at once more, and may be ordered again.
    cancelling: [2, '20'],
    cancelled: [2, '20'],
    'for review': [2, '20'],
  };

  test.each(Object.entries(byState))('with an order that is %s: %j', (kind, expected) => {
    const state = EVERY_STATE[kind as OrderStateKind];

    expect(toPay(first([part(0, [0], [order('CS1', state)])]))).toEqual(expected);
  });

  test('what was compared for an order, where that is less than was approved', () => {
    const compared = { ...EVERY_STATE.paying, compared: usd('7.25') } as typeof EVERY_STATE.paying;

    expect(toPay(first([part(0, [0], [order('CS1', compared)])]))).toEqual([2, '17.25']);
  });

  test.each([
    [
      'a row that has its outcome',
      journalOf(2, { rows: [journalRow(0, { outcome: DONE }), journalRow(1)] }),
      [1, '10'],
    ],
    [
      'a row whose order is only to be named',
      first([part(0, [0], [], EVERY_ATTEMPT.naming)]),
      [1, '10'],
    ],
    ['anything of a sealed chunk', first([], { state: 'sealed' }), [0, '0']],
    ['anything of a finished chunk', first([], { state: 'finished' }), [0, '0']],
  ] as const)('not %s', (_, journal, expected) => {
    expect(toPay(journal)).toEqual(expected);
  });

  test('of a sealed chunk what may be being paid just now', () => {
    const parts = [part(0, [0], [order('CS1', EVERY_STATE['payment unclear'])])];

    expect(toPay(first(parts, { state: 'sealed' }))).toEqual([1, '10']);
  });

  test.each<readonly [CancelReason, number, number]>([
    ['dearer than approved', 2, 3],
    ['expiry moved', 3, 3],
    ['expiry not shown', 3, 3],
    ['renewed elsewhere', 2, 3],
    // Priced and ordered once more.
    ['coverage not proven', 3, 3],
    ['held elsewhere', 2, 1],
    ['cancelled by somebody', 2, 1],
    ['discount refused', 2, 1],
    ['terms changed', 2, 3],
    ['payment refused', 2, 3],
    ['deadline passed', 3, 3],
    ['budget used up', 2, 3],
    ['not asked for', 3, 3],
    ['job ended', 2, 1],
  ])(
    'an order cancelled as "%s": rows left where it is for one, and for two',
    (because, one, two) => {
      const rows = [journalRow(0, { pricing: { kind: 'alone' } }), journalRow(1), journalRow(2)];
      const single = journalOf(3, {
        rows,
        parts: [part(0, [0], [order('CS1', cancelling(because))])],
      });
      const both = journalOf(3, { parts: [part(0, [0, 1], [order('CS1', cancelling(because))])] });

      expect([toPay(single)[0], toPay(both)[0]]).toEqual([one, two]);
    },
  );

  test('two orders that may cover the same rows pay for them once', () => {
    const parts = [part(0, [0, 1], [order('CS1'), order('CS2')])];
    const { rows, amount, orders } = stillToPay([first(parts)]);

    expect([rows, amount]).toEqual([2, [usd('20')]]);
    expect(orders.map(({ id }) => id)).toEqual(['CS1', 'CS2']);
  });

  test('over all chunks, each currency apart, and names the unpaid orders', () => {
    const cny = { amount: '5', currency: 'CNY' };
    const journals = [
      first([part(0, [0], [order('CS1')])]),
      journalOf(1, { chunk: 1, rows: [journalRow(0, { approved: cny })] }),
    ];

    expect(stillToPay(journals)).toEqual({
      rows: 3,
      amount: [usd('20'), cny],
      orders: [{ id: 'CS1', rows: 1, amount: [usd('10')], state: 'made' }],
    });
  });
});

test('the missing sum leaves out what is doomed', () => {
  const left = { epoch: 1, amount: usd('4') };
  const parts = [part(0, [0], [order('CS1', cancelling('discount refused'))])];

  expect(shortage([first(parts, { left })], 1)).toMatchObject({ missing: usd('6') });
});
