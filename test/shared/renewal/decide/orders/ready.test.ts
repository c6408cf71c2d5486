import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import {
  asked,
  EXPIRY,
  look,
  looks,
  NOW,
  only,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { EVERY_STATE, usd } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { NO_RISE, one, decisionOf, READY, ASK_PERMIT, discountsAt } from './one-order.ts';

const INTENT = { order: 'o1', rows: [0], compared: usd('10'), discount: null };

const PAY = { calls: [{ kind: 'pay', intent: INTENT, last: false }] } as const;

const LOOK_AGAIN = { asks: [{ kind: 'resources', rows: [0] }] } as const;

const MOVED = {
  events: [
    { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [0], refusal: null },
  ],
} as const;

describe('an order that is ready to be paid', () => {
  const made = one({ kind: 'made' });

  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    ['is paid with exactly what was compared', {}, PAY],
    [
      'is not paid by a look at the expiry from before the order existed',
      { changed: new Map([['made o1', 2]]), orders: ordersAt(3), discounts: discountsAt(3) },
      LOOK_AGAIN,
    ],
    [
      'is not paid by a look from the moment in which the order came',
      {
        rows: looks([0], shown(EXPIRY, {}, asked(1))),
        changed: new Map([['made o1', 1]]),
        orders: ordersAt(2),
        discounts: discountsAt(2),
      },
      LOOK_AGAIN,
    ],
    [
      'is paid by a look from half a minute ago',
      { rows: looks([0], shown(EXPIRY, {}, asked(2, 30_000))) },
      PAY,
    ],
    [
      'is not paid by an older look',
      { rows: looks([0], shown(EXPIRY, {}, asked(2, 30_001))) },
      LOOK_AGAIN,
    ],
    ['is not paid without a permit', { permit: null }, ASK_PERMIT],
    [
      'is not paid with a permit from before the look',
      { permit: { ...asked(1), ...NO_RISE } },
      ASK_PERMIT,
    ],
    [
      'is not paid with a permit as old as the look',
      { permit: { ...asked(2), ...NO_RISE } },
      ASK_PERMIT,
    ],
    [
      'is not paid with the permit of the payments before it',
      { changed: new Map([['payments', 3]]) },
      ASK_PERMIT,
    ],
    [
      'is not paid once the job may not be worked on',
      { permit: { ...asked(3), validUntil: NOW + 1, stop: { kind: 'no longer running' } } },
      { stop: { kind: 'no longer running' } },
    ],
    [
      'is not paid for a held account',
      {
        permit: {
          ...asked(3),
          validUntil: NOW + 1,
          stop: { kind: 'suspend', reason: reason('short-balance') },
        },
      },
      { stop: { kind: 'suspend', reason: reason('short-balance') } },
    ],
    [
      'is not paid once the validity of the job is over',
      { permit: { ...asked(3), validUntil: NOW, stop: null } },
      { stop: { kind: 'no longer running' } },
    ],
    [
      'is cancelled where somebody has renewed its row meanwhile',
      { rows: looks([0], shown(RENEWED, {}, asked(2))) },
      MOVED,
    ],
    [
      'is cancelled where its row shows another day',
      { rows: looks([0], shown(EXPIRY + 86_400_000, {}, asked(2))) },
      MOVED,
    ],
    [
      'is cancelled where its row shows no expiry',
      { rows: looks([0], shown(null, {}, asked(2))) },
      MOVED,
    ],
    [
      'is cancelled where its row is not shown',
      { rows: looks([0], { ...asked(2), kind: 'not shown' }) },
      MOVED,
    ],
    [
      'is not paid a second time while its payment is under way',
      { underWay: new Set(['pay o1']) },
      {},
    ],
    ['waits for what is under way and may join it', { underWay: new Set(['order o2']) }, {}],
  ])('%s', (_, facts, expected) => {
    expect(decisionOf(made, { ...READY, ...facts })).toEqual(only(expected));
  });

  test('is paid for the last time after a refusal', () => {
    const again = one(EVERY_STATE['payable again']);

    expect(decisionOf(again, READY).calls).toEqual([{ kind: 'pay', intent: INTENT, last: true }]);
  });

  test('is cancelled where auto-renewal is about to take its row, unless the account renews those', () => {
    const rows = looks([0], shown(EXPIRY, { autoRenew: true }, asked(2)));
    const near = { now: EXPIRY - 7 * 86_400_000 };
    const facts: Partial<Facts> = {
      ...READY,
      orders: new Map([...READY.orders!].map(([id, one]) => [id, { ...one, at: near.now }])),
      rows: new Map([...rows].map(([row, one]) => [row, { ...one, at: near.now }])),
      permit: { ...asked(3), stop: null, validUntil: EXPIRY },
    };
    const policy = testPolicy({ autoRenewRows: 'renew' });

    expect(decisionOf(made, facts, near)).toEqual(only(MOVED));
    expect(decisionOf(made, facts, { ...near, policy })).toEqual(only(PAY));
  });
});

function ordersAt(tick: number) {
  return new Map([['o1', look(reading('o1', '10'), asked(tick))]]);
}
