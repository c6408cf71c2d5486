import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import { withFound } from '../../../../shared/renewal/apply/found-orders.ts';
import type { FoundOrder } from '../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { findOrder } from '../../../../shared/renewal/journal-view.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  EVERY_ATTEMPT,
  journalOf,
  journalRow,
  part,
  usd,
} from '../../../support/journal-sample.ts';

const AT = 9;
const RENEWED = rowOutcome('renewed', reason('renewed'), {
  order: 'o1',
  paid: usd('10'),
  newExpiry: 5,
});
const REFUSED = rowOutcome('not renewable', reason('no-price-given'));

/** Row 0 is renewed, row 1 not renewable after an unclear call, row 2 after a clear one. */
const JOURNAL: Journal = journalOf(0, {
  rows: [RENEWED, REFUSED, REFUSED].map((outcome, row) => journalRow(row, { outcome })),
  parts: [
    part(0, [0]),
    part(1, [1], [], EVERY_ATTEMPT.settled),
    part(2, [2], [], EVERY_ATTEMPT.refused),
  ],
});

function after(found: Partial<FoundOrder>): Journal {
  return withFound(JOURNAL, { order: 'x', rows: [], ours: false, ...found }, AT);
}

function outcomes({ rows }: Journal): (string | undefined)[] {
  return rows.map(({ outcome }) => outcome?.outcome);
}

describe('an order that was found and is ours', () => {
  test('is to be cancelled, as an attempt of its own that is over', () => {
    const journal = after({ rows: [1], ours: true });
    const { part: of, order } = findOrder(journal, 'x');

    expect(of).toMatchObject({ number: 3, rows: [1], attempt: { kind: 'released', at: AT } });
    expect(order).toEqual({
      id: 'x',
      rows: [1],
      state: { kind: 'cancelling', because: 'not asked for', refusal: null },
    });
  });

  test('changes what is said of no row that was settled otherwise', () => {
    expect(after({ rows: [0, 1], ours: true }).rows).toEqual(JOURNAL.rows);
  });

  test.each([
    reason('held-by-unpaid-order'),
    reason('locked-by-orders', { orders: 'x' }),
    reason('locked-by-unknown-order'),
  ])('changes what was said of its lock: $id', (why) => {
    const outcome = rowOutcome('not renewable', why);
    const locked = { ...JOURNAL, rows: [journalRow(0, { outcome }), ...JOURNAL.rows.slice(1)] };
    const { rows } = withFound(locked, { order: 'x', rows: [0], ours: true }, AT);

    expect(rows[0]!.outcome).toMatchObject({
      outcome: 'needs review',
      reason: reason('found-order-taken-back', { order: 'x' }),
      order: 'x',
    });
  });
});

describe("an order that was found and may be anybody's", () => {
  test("is a person's", () => {
    const { part: of, order } = findOrder(after({ rows: [1] }), 'x');

    expect(of.attempt).toEqual({ kind: 'left to a person', at: AT });
    expect(order.state).toEqual({
      kind: 'for review',
      why: reason('unpaid-order-found', { order: 'x' }),
      charged: null,
    });
  });

  test('is named by the rows that it holds', () => {
    const journal = after({ rows: [2] });

    expect(outcomes(journal)).toEqual(['renewed', 'not renewable', 'needs review']);
    expect(journal.rows[2]!.outcome).toMatchObject({
      order: 'x',
      reason: reason('unpaid-order-found', { order: 'x' }),
    });
  });

  test('is named beside the order of a row that is a person’s already', () => {
    const outcome = rowOutcome('needs review', reason('order-not-clear'), { order: 'o7' });
    const rows = JOURNAL.rows.with(2, journalRow(2, { outcome }));
    const found = { order: 'x', rows: [2], ours: false };

    expect(withFound({ ...JOURNAL, rows }, found, AT).rows[2]!.outcome).toMatchObject({
      order: 'o7, x',
      reason: reason('unpaid-order-found', { order: 'x' }),
    });
  });

  test('that lists nothing is named by the rows of the calls that may have made it', () => {
    expect(outcomes(after({}))).toEqual(['renewed', 'needs review', 'not renewable']);
  });

  test('is told beside what was renewed and paid, which stays so', () => {
    expect(after({ rows: [0] }).rows[0]!.outcome).toEqual({
      ...RENEWED,
      reason: reason('renewed-beside-unpaid-order', { order: 'x' }),
    });
  });

  test('leaves a row without an outcome to whatever becomes of it', () => {
    const open = { ...JOURNAL, rows: JOURNAL.rows.map((row) => ({ ...row, outcome: null })) };
    const { rows } = withFound(open, { order: 'x', rows: [0], ours: false }, AT);

    expect(rows.map(({ outcome }) => outcome)).toEqual([null, null, null]);
  });
});

describe('an order that was found while rows of a sealed chunk are open', () => {
  const open = journalOf(2, {
    state: 'sealed',
    parts: [part(0, [0, 1], [], EVERY_ATTEMPT.settled)],
  });

  test.each([
    ['those listed under it', [0], ['needs review', undefined]],
    ['those of the doubtful call, where nothing is listed', [], ['needs review', 'needs review']],
  ] as const)("makes a person's: %s", (_, rows, expected) => {
    expect(outcomes(withFound(open, { order: 'x', rows, ours: false }, AT))).toEqual(expected);
  });
});

test('a row names every order that was found beside its own', () => {
  const twice = ['x', 'y'].reduce<Journal>(
    (journal, order) => withFound(journal, { order, rows: [0, 1], ours: false }, AT),
    JOURNAL,
  );

  expect(twice.rows.slice(0, 2).map(({ outcome }) => outcome?.reason.values['order'])).toEqual([
    'x, y',
    'x, y',
  ]);
  expect(twice.rows[0]!.outcome?.order).toBe('o1');
});
