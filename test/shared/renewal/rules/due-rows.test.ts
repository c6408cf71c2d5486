import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import type { Order, Part } from '../../../../shared/renewal/journal.ts';
import { type Due, dueRow } from '../../../../shared/renewal/rules/due-rows.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  CANCEL_REASONS,
  type CancelReason,
} from '../../../../shared/renewal/states/order-state.ts';
import { EVERY_ATTEMPT, journalOf, order, part } from '../../../support/journal-sample.ts';

const ORDER: Due = { kind: 'order' };

function cancelled(
  id: string,
  because: CancelReason,
  rows: readonly number[] | null = null,
): Order {
  return { ...order(id, { kind: 'cancelled', because, at: 0 }), rows };
}

/** So many calls for row 0 whose order was cancelled for that. */
function calls(many: number, because: CancelReason, rows: readonly number[] = [0]): Part[] {
  return Array.from({ length: many }, (_, number) =>
    part(number, rows, [cancelled(`o${number}`, because)]),
  );
}

function due(parts: readonly Part[]): Due {
  return dueRow(journalOf(2, { parts }), 0, 1000);
}

function givenUp(order: string): Due {
  const why = reason('orders-cancelled-each-time');
  return { kind: 'settle', outcome: rowOutcome('not renewable', why, { order }) };
}

describe('a row is ordered anew', () => {
  test.each<[string, readonly Part[], Due]>([
    ['where nothing was ordered yet', [], ORDER],
    ['after three orders that ran out', calls(3, 'deadline passed'), ORDER],
    ['but not after a fourth', calls(4, 'deadline passed'), givenUp('o3')],
    ['but not after four that were not asked for', calls(4, 'not asked for'), givenUp('o3')],
    ['after seven that were cancelled by us', calls(7, 'expiry moved'), ORDER],
    ['but not after an eighth, so that it ends', calls(8, 'expiry moved'), givenUp('o7')],
    ['whatever became of orders of its neighbour', calls(8, 'expiry moved', [1]), ORDER],
  ])('%s', (_, parts, expected) => {
    expect(due(parts)).toEqual(expected);
  });

  test.each(CANCEL_REASONS)('no more after eight that were cancelled: %s', (because) => {
    expect(due(calls(8, because)).kind).toBe('settle');
  });

  test('where another row of the same call was proven to be in the cancelled order', () => {
    const parts = Array.from({ length: 8 }, (_, number) =>
      part(number, [0, 1], [cancelled(`o${number}`, 'expiry moved', [1])]),
    );

    expect(due(parts)).toEqual(ORDER);
  });

  test('after as many calls, however many orders each of them has made', () => {
    const twins = [cancelled('o1', 'deadline passed'), cancelled('o2', 'deadline passed')];

    expect(due([part(0, [0], twins), part(1, [0], twins)])).toEqual(ORDER);
  });

  test('or given up by what its own call was refused with', () => {
    expect(due([part(0, [0], [], EVERY_ATTEMPT['refused alone'])])).toMatchObject({
      kind: 'settle',
      outcome: { outcome: 'not renewable', code: 'CBC.0' },
    });
  });

  test('or waited for and sought as the refusals of its own calls say', () => {
    const refusal = { code: 'CBC.1', reason: reason('held-by-unpaid-order') };

    expect(due([part(0, [0], [], EVERY_ATTEMPT.busy)])).toEqual({ kind: 'wait', until: 60_000 });
    expect(due([part(0, [0], [], { kind: 'refused alone', at: 0, refusal })])).toEqual({
      kind: 'seek',
    });
  });
});
