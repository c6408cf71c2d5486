import { describe, expect, test } from 'vitest';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import { orderForReview } from '../../../../shared/renewal/apply/order-for-review.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { findOrder } from '../../../../shared/renewal/journal-view.ts';
import { type RowOutcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';

const WHY = asTold('Nobody knows.');
const REFUSED = rowOutcome('not renewable', reason('no-price-given'));

/** An order of both rows, of which row 1 has its outcome, once it is given to a person. */
function given(state: OrderState): Journal {
  const one = { ...order('o1', state), rows: [0, 1] };
  const call = part(0, [0, 1], [one]);
  const rows = [journalRow(0), journalRow(1, { outcome: REFUSED })];
  return orderForReview(journalOf(0, { rows, parts: [call] }), call, one, WHY);
}

describe('an order that is left to a person', () => {
  test('is closed with the reason, and its open rows name it', () => {
    const journal = given(EVERY_STATE.cancelling);

    expect(findOrder(journal, 'o1').order.state).toEqual({
      kind: 'for review',
      why: WHY,
      charged: null,
    });
    expect(journal.rows[0]!.outcome).toMatchObject({ outcome: 'needs review', order: 'o1' });
  });

  test.each(['made', 'cancelling'] as const)(
    'and that nobody has paid is named by a row that was settled otherwise, too: %s',
    (kind) => {
      expect(given(EVERY_STATE[kind]).rows[1]!.outcome).toMatchObject({
        outcome: 'needs review',
        order: 'o1',
      });
    },
  );

  test.each(['paid', 'overcharged', 'payment unclear'] as const)(
    'and may be paid changes no row that was settled otherwise: %s',
    (kind) => {
      expect(given(EVERY_STATE[kind]).rows[1]!.outcome).toEqual(REFUSED);
    },
  );
});

/** Orders that both rows name once one of their call is a person's, with another one that covers row 1. */
function beside(kind: OrderState['kind'], outcome: RowOutcome | null = null): unknown[] {
  const one = order('o1');
  const call = part(0, [0, 1], [one, { ...order('o2', EVERY_STATE[kind]), rows: [1] }]);
  const rows = [journalRow(0, { outcome }), journalRow(1, { outcome })];
  const after = orderForReview(journalOf(0, { rows, parts: [call] }), call, one, WHY);
  return after.rows.map((row) => row.outcome?.order ?? null);
}

describe('an order of which it is not known what it covers', () => {
  test('is named by all rows of its call: what another unpaid order lists may be its, too', () => {
    expect(beside('made')).toEqual(['o1', 'o1']);
    expect(beside('cancelled')).toEqual(['o1', 'o1']);
  });

  test.each(['paying', 'paid', 'completed'] as const)(
    'but not by what is paid for under another: %s',
    (kind) => {
      expect(beside(kind)).toEqual(['o1', null]);
    },
  );

  test('is named by rows that were settled otherwise, where no other row is left', () => {
    expect(beside('cancelled', REFUSED)).toEqual(['o1', 'o1']);
  });
});
