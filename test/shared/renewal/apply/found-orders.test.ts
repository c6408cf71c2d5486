import { describe, expect, test } from 'vitest';
import { compoundReason, reason } from '../../../../shared/reasons/reason.ts';
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

/** Row 0 is renewed, rows 1 and 2 are not renewable. */
const JOURNAL: Journal = journalOf(0, {
  rows: [RENEWED, REFUSED, REFUSED].map((outcome, row) => journalRow(row, { outcome })),
  parts: [part(0, [0]), part(1, [1, 2], [], EVERY_ATTEMPT.refused)],
});

function after(found: Partial<FoundOrder>): Journal {
  return withFound(JOURNAL, { order: 'x', rows: [], listed: true, ours: false, ...found }, AT);
}

function outcomes({ rows }: Journal): (string | undefined)[] {
  return rows.map(({ outcome }) => outcome?.outcome);
}

describe('an order that was found and is ours', () => {
  test('is to be cancelled, as an attempt of its own that is over', () => {
    const journal = after({ rows: [1], ours: true });
    const { part: of, order } = findOrder(journal, 'x');

    expect(of).toMatchObject({ number: 2, rows: [1], attempt: { kind: 'released', at: AT } });
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
    const { rows } = withFound(locked, { order: 'x', rows: [0], listed: true, ours: true }, AT);

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
    const found = { order: 'x', rows: [2], listed: true, ours: false };

    expect(withFound({ ...JOURNAL, rows }, found, AT).rows[2]!.outcome).toMatchObject({
      order: 'o7, x',
      reason: compoundReason('beside-unpaid-order', { order: 'x' }, [reason('order-not-clear')]),
    });
  });

  test('that lists nothing is named by the rows that it may hold, and proven to hold none', () => {
    const journal = after({ rows: [0, 1], listed: false });

    expect(outcomes(journal)).toEqual(['renewed', 'needs review', 'not renewable']);
    expect(findOrder(journal, 'x')).toMatchObject({
      part: { rows: [0, 1] },
      order: { rows: null },
    });
  });

  test.each([
    ['no figure of its charge', reason('renewed-charge-not-known', { order: 'o1' })],
    ['that it was to end', reason('renewed-though-ending')],
  ])('leaves what a renewed row says of itself: %s', (_, why) => {
    const outcome = rowOutcome('renewed', why, { order: 'o1', paid: null });
    const rows = JOURNAL.rows.with(0, journalRow(0, { outcome }));
    const twice = ['x', 'y'].reduce<Journal>(
      (journal, order) => withFound(journal, { order, rows: [0], listed: true, ours: false }, AT),
      { ...JOURNAL, rows },
    );

    expect(twice.rows[0]!.outcome).toEqual({
      ...outcome,
      reason: compoundReason('beside-unpaid-order', { order: 'x, y' }, [why]),
    });
  });

  test('is told beside what was renewed and paid, which stays so', () => {
    expect(after({ rows: [0] }).rows[0]!.outcome).toEqual({
      ...RENEWED,
      reason: reason('renewed-beside-unpaid-order', { order: 'x' }),
    });
  });

  test('leaves a row without an outcome to whatever becomes of it', () => {
    const open = { ...JOURNAL, rows: JOURNAL.rows.map((row) => ({ ...row, outcome: null })) };
    const found = { order: 'x', rows: [0], listed: true, ours: false };
    const { rows } = withFound(open, found, AT);

    expect(rows.map(({ outcome }) => outcome)).toEqual([null, null, null]);
  });
});

test("an order that was found while rows of a sealed chunk are open makes a person's of its rows", () => {
  const open = journalOf(2, { state: 'sealed', parts: [part(0, [0, 1])] });
  const found = { order: 'x', rows: [0], listed: true, ours: false };

  expect(outcomes(withFound(open, found, AT))).toEqual(['needs review', undefined]);
});

test('a row names every order that was found beside its own', () => {
  const twice = ['x', 'y'].reduce<Journal>(
    (journal, order) => withFound(journal, { order, rows: [0, 1], listed: true, ours: false }, AT),
    JOURNAL,
  );

  expect(twice.rows.slice(0, 2).map(({ outcome }) => outcome?.reason.values['order'])).toEqual([
    'x, y',
    'x, y',
  ]);
  expect(twice.rows[0]!.outcome?.order).toBe('o1');
});
