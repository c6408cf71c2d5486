import { describe, expect, test } from 'vitest';
import { apply } from '../../../../shared/renewal/apply.ts';
import type { JournalEvent } from '../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { chargesRead } from '../../../../shared/renewal/rules/first-payment.ts';
import { reason } from '../../../../shared/reasons/reason.ts';
import {
  EVERY_STATE,
  order,
  part,
  pricedJournal,
  REFUSAL,
  usd,
} from '../../../support/journal-sample.ts';

const AT = 1_000;
const TRIED = { compared: usd('10'), discount: { id: 'd', type: 1 }, at: AT };
const SEEN = {
  kind: 'paid by somebody',
  order: 'o1',
  rows: [0],
  amount: usd('12'),
  at: AT + 1,
} as const;

function journal(): Journal {
  return pricedJournal(1, { parts: [part(0, [0], [order('o1', EVERY_STATE.made)])] });
}

function after(...events: readonly JournalEvent[]): Journal {
  return events.reduce(apply, journal());
}

function orderIn({ parts }: Journal) {
  return parts[0]!.orders[0]!;
}

const INTENDED = {
  kind: 'payment intended',
  orders: [{ order: 'o1', rows: [0], compared: TRIED.compared, discount: TRIED.discount }],
  at: AT,
} as const;
const COMPLETED = {
  kind: 'completed',
  orders: [{ order: 'o1', charged: usd('12') }],
  rows: [0],
  expiries: new Map(),
  why: reason('renewed'),
} as const;

describe('an order that reads paid while no payment of ours is under way', () => {
  test('was paid by somebody else where none was sent: what it took shows nothing of ours', () => {
    const paid = after(SEEN);

    expect(orderIn(paid).state).toMatchObject({ compared: usd('12'), by: 'others' });
    expect(chargesRead(apply(paid, COMPLETED))).toEqual([]);
  });

  test.each<[string, readonly JournalEvent[]]>([
    ['was put off', [{ kind: 'payment put off', order: 'o1' }]],
    [
      'read unpaid',
      [
        { kind: 'payment unanswered', order: 'o1', at: AT },
        { kind: 'payment not made', order: 'o1' },
      ],
    ],
    [
      'was refused, for which it was to be cancelled',
      [
        {
          kind: 'cancel decided',
          order: 'o1',
          because: 'budget used up',
          rows: null,
          refusal: REFUSAL,
        },
      ],
    ],
  ])('is held against what ours was compared at, where that %s', (_, events) => {
    const paid = after(INTENDED, ...events, SEEN);

    expect(orderIn(paid).state).toEqual({ kind: 'paid', ...TRIED, by: 'unknown' });
    expect(chargesRead(apply(paid, COMPLETED))).toEqual([]);
  });

  test('may have been paid by somebody else where ours was refused before it was seen', () => {
    const refused = { kind: 'payment refused', order: 'o1', at: AT, refusal: REFUSAL } as const;

    expect(orderIn(after(INTENDED, refused, { kind: 'payment seen', order: 'o1' })).state).toEqual({
      kind: 'paid',
      ...TRIED,
      by: 'unknown',
    });
  });

  test('was paid by us where ours had no answer', () => {
    const unclear = { kind: 'payment unanswered', order: 'o1', at: AT } as const;

    expect(orderIn(after(INTENDED, unclear, { kind: 'payment seen', order: 'o1' })).state).toEqual({
      kind: 'paid',
      ...TRIED,
    });
  });
});
