import { describe, expect, test } from 'vitest';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import { orderForReview } from '../../../../shared/renewal/apply/order-for-review.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { findOrder } from '../../../../shared/renewal/journal-view.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
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
