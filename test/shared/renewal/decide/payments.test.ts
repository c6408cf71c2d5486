import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import type { Goal } from '../../../../shared/renewal/decide/context.ts';
import { decide } from '../../../../shared/renewal/decide/decide.ts';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { readDeclined, whoCancelled } from '../../../../shared/renewal/decide/payments.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import { contextOf, decided, NOW, only, payment } from '../../../support/facts-sample.ts';
import { EVERY_STATE, order, part, pricedJournal } from '../../../support/journal-sample.ts';
import { HIDDEN, LATER, READ_O1 as READ, reads } from './orders/one-order.ts';

const DAY = 86_400_000;
const DAYS = HUAWEI.unpaidOrderDays * DAY;

function standing(...states: readonly OrderState[]): Journal {
  const parts = states.map((state, row) => part(row, [row], [order(`o${row + 1}`, state)]));
  return pricedJournal(states.length, { parts });
}

/** The payment of o1 was refused for the account, just now. */
function declined(): OrderState {
  return { kind: 'payment declined', ...payment(), refusal: null };
}

describe('an order whose payment was refused for the account', () => {
  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    ['is read before people are told', {}, READ],
    [
      'is read again after a look from before the refusal',
      { ...reads('unpaid'), changed: new Map([['order o1', 2]]) },
      READ,
    ],
    ['is read again after a look from an instant before', reads('unpaid', 1), READ],
    [
      'may be paid anew at once where it reads unpaid: nothing is in flight after a clear no',
      reads('unpaid'),
      { events: [{ kind: 'payment not made', order: 'o1' }] },
    ],
    [
      'is paid all the same where it reads so',
      reads('processing'),
      { events: [{ kind: 'payment seen', order: 'o1' }] },
    ],
    [
      'was cancelled by somebody where it reads cancelled',
      reads('cancelled'),
      { events: [{ kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW }] },
    ],
    ['is looked at again while it is in passing', reads('other'), LATER],
    ['is looked at again while it is not shown', HIDDEN, LATER],
  ])('%s', (_, facts, expected) => {
    expect(decided(readDeclined, contextOf(standing(declined()), facts))).toEqual(only(expected));
  });

  test('is the only kind that is read while the work stops', () => {
    const { 'payment unclear': unclear, 'payment refused': refused, made } = EVERY_STATE;
    const journal = standing(declined(), unclear, refused, made, declined());

    expect(decided(readDeclined, contextOf(journal)).asks).toEqual([
      { kind: 'order', order: 'o1' },
      { kind: 'order', order: 'o5' },
    ]);
  });

  test.each<[Goal, boolean]>([
    ['renew', true],
    ['seal', true],
    ['confirm', false],
  ])('is read although the work must stop, to %s: %s', (goal, expected) => {
    const stop = { kind: 'suspend', reason: reason('short-balance') } as const;
    const { asks } = decide(goal, contextOf(standing(declined()), { stop }));

    expect(asks.some((ask) => ask.kind === 'order')).toBe(expected);
  });
});

describe('an order of ours that reads cancelled', () => {
  test.each([
    ['was cancelled by somebody before its deadline', NOW + 1, null, 'cancelled by somebody'],
    ['has run out at its deadline', NOW, null, 'deadline passed'],
    ['was cancelled by somebody where nothing tells', null, null, 'cancelled by somebody'],
    ['has run out after the days in which it could be paid', null, NOW - DAYS, 'deadline passed'],
    ['was cancelled by somebody within these days', null, NOW - DAYS + 1, 'cancelled by somebody'],
    [
      'is judged by its deadline where it shows both',
      NOW + 1,
      NOW - 2 * DAYS,
      'cancelled by somebody',
    ],
  ] as const)('%s', (_, deadline, createdAt, expected) => {
    expect(whoCancelled({ deadline, createdAt }, { now: NOW, traits: HUAWEI })).toBe(expected);
  });
});
