import { expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import { afterGivingUp } from '../../../../shared/renewal/apply/after-giving-up.ts';
import type { Order } from '../../../../shared/renewal/journal.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';

const WHY = reason('paid-not-renewed-in-time', { order: 'o1' });
const EXPIRY = Date.parse('2027-01-20T15:59:59Z');
const CANCELLED = order('o2', EVERY_STATE.cancelled);

/** What becomes of two rows of ten dollars whose order took twenty, where these show a later expiry. */
function given(rows: Order['rows'], others: readonly Order[], moved: readonly number[]): string {
  const paid = { ...order('o1', EVERY_STATE.paid), rows };
  const call = part(0, [0, 1], [paid, ...others]);
  const priced = [0, 1].map((row) => journalRow(row, { price: usd('10') }));
  const after = afterGivingUp(journalOf(0, { rows: priced, parts: [call] }), call, paid, {
    order: 'o1',
    charged: usd('20'),
    why: WHY,
    expiries: new Map(moved.map((row) => [row, EXPIRY])),
  });
  return after.rows
    .map(({ outcome }) => `${outcome!.outcome} ${outcome!.paid!.amount} ${outcome!.order}`)
    .join(', ');
}

test.each<[string, Order['rows'], readonly Order[], readonly number[], string]>([
  [
    'renewed what moved, and a person looks at the rest',
    [0, 1],
    [CANCELLED],
    [0],
    'renewed, needs review',
  ],
  ['renewed all, where all moved', [0, 1], [CANCELLED], [0, 1], 'renewed, renewed'],
  ['renewed all of its call as the only order of it', null, [], [0, 1], 'renewed, renewed'],
  [
    'is for a person, though all moved, where another order of its call was for some of them',
    null,
    [CANCELLED],
    [0, 1],
    'needs review, needs review',
  ],
])('an order that is given up %s', (_, rows, others, moved, outcomes) => {
  const told = outcomes.split(', ').map((outcome) => `${outcome} 10 o1`);

  expect(given(rows, others, moved)).toBe(told.join(', '));
});
