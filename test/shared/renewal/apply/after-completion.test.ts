import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withFound } from '../../../../shared/renewal/apply/found-orders.ts';
import { afterCompletions } from '../../../../shared/renewal/apply/after-completion.ts';
import type { Order } from '../../../../shared/renewal/journal.ts';
import { ordersIn } from '../../../../shared/renewal/journal-view.ts';
import { compare, sum } from '../../../../shared/values/money.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';

const WHY = reason('renewed');
const SEED = 20_261_122;
const EXPIRY = Date.parse('2027-01-20T15:59:59Z');
const PAID: Order = order('o1', { ...EVERY_STATE.paid, compared: usd('20') } as Order['state']);

function completed(order: Order, charged: string) {
  const rows = [journalRow(0, { price: usd('5') }), journalRow(1, { price: usd('15') })];
  const journal = journalOf(0, { rows, parts: [part(0, [0, 1], [order])] });
  return afterCompletions(journal, [{ order, charged: usd(charged) }], {
    rows: [0, 1],
    expiries: new Map([[0, EXPIRY]]),
    why: WHY,
  });
}

describe('a completed order', () => {
  test('makes its rows renewed, each with its share, its order and the new expiry', () => {
    const { rows } = completed(PAID, '20');

    expect(rows.map(({ outcome }) => outcome)).toMatchObject([
      { outcome: 'renewed', paid: usd('5'), order: 'o1', newExpiry: EXPIRY },
      { outcome: 'renewed', paid: usd('15'), order: 'o1', newExpiry: null },
    ]);
  });

  test.each([
    ['for its row', true],
    ['with nothing listed, and may be of a call for its row', false],
  ])('tells of an unpaid order that was found %s while it was not completed', (_, listed) => {
    const rows = [journalRow(0, { price: usd('20') })];
    const parts = [part(0, [0], [PAID]), part(1, [0], [], EVERY_ATTEMPT.settled)];
    const journal = journalOf(0, { rows, parts });
    const found = withFound(journal, { order: 'x', rows: [0], listed, ours: false }, 9);
    const after = afterCompletions(found, [{ order: PAID, charged: usd('20') }], {
      rows: [0],
      expiries: new Map([[0, EXPIRY]]),
      why: WHY,
    });

    expect(after.rows[0]!.outcome).toMatchObject({
      outcome: 'renewed',
      reason: reason('renewed-beside-unpaid-order', { order: 'x' }),
      order: 'o1',
      paid: usd('20'),
    });
  });

  test('is closed with its rows, the compared amount and the charged one', () => {
    const [closed] = ordersIn(completed(PAID, '19.99'), 'completed');

    expect(closed?.order).toEqual({
      id: 'o1',
      rows: [0, 1],
      state: { kind: 'completed', compared: usd('20'), discount: null, charged: usd('19.99') },
    });
  });

  test('that was never compared says so', () => {
    const [closed] = ordersIn(completed(order('o1'), '20'), 'completed');

    expect(closed?.order.state).toMatchObject({ compared: null });
  });

  test('has rows without a figure where the figures of its provider differ', () => {
    const journal = journalOf(2, { parts: [part(0, [0, 1], [PAID])] });
    const { rows } = afterCompletions(journal, [{ order: PAID, charged: null }], {
      rows: [0, 1],
      expiries: new Map(),
      why: WHY,
    });

    expect(rows.map(({ outcome }) => [outcome?.outcome, outcome?.paid])).toEqual([
      ['renewed', null],
      ['renewed', null],
    ]);
  });

  test('shares evenly where no row has a price', () => {
    const journal = journalOf(2, { parts: [part(0, [0, 1], [PAID])] });
    const { rows } = afterCompletions(journal, [{ order: PAID, charged: usd('0.03') }], {
      rows: [0, 1],
      expiries: new Map(),
      why: WHY,
    });

    expect(rows.map(({ outcome }) => outcome?.paid?.amount)).toEqual(['0.02', '0.01']);
  });

  test('is paid and renewed, whatever its rows were called before; rows of other orders stay', () => {
    const review = rowOutcome('needs review', asTold('Look.', 'Look.'));
    const rows = [journalRow(0, { outcome: review }), journalRow(1), journalRow(2)];
    const journal = journalOf(0, { rows, parts: [part(0, [0, 1], [PAID])] });
    const after = afterCompletions(journal, [{ order: PAID, charged: usd('20') }], {
      rows: [0, 1],
      expiries: new Map(),
      why: WHY,
    });

    expect(after.rows.map(({ outcome }) => outcome?.outcome)).toEqual([
      'renewed',
      'renewed',
      undefined,
    ]);
  });

  test(`is told by its rows to the last cent (seed ${SEED})`, () => {
    const prices = fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
      minLength: 1,
      maxLength: 100,
    });

    fc.assert(
      fc.property(prices, fc.integer({ min: 0, max: 100_000_000 }), (cents, charge) => {
        const rows = cents.map((price, index) => journalRow(index, { price: usd(price / 100) }));
        const indexes = rows.map((_, index) => index);
        const journal = journalOf(0, { rows, parts: [part(0, indexes, [PAID])] });
        const charged = usd(charge / 100);
        const after = afterCompletions(journal, [{ order: PAID, charged }], {
          rows: indexes,
          expiries: new Map(),
          why: WHY,
        });
        const paid = after.rows.map(({ outcome }) => outcome!.paid!);

        expect(compare(sum(paid, 'USD'), charged)).toBe(0);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
