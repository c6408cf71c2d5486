import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Order } from '../../../../../shared/renewal/journal.ts';
import {
  asked,
  EXPIRY,
  look,
  looks,
  NOW,
  offered,
  only,
  orders,
  reading,
  RENEWED,
  shown,
  under,
} from '../../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  pricedJournal,
  order,
  part,
  usd,
} from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { NO_RISE, one, decisionOf } from './one-order.ts';

/** Order o1 of ten dollars for row 0, judged ready; made at tick 1, looked at as the 2nd thing. */
const READY: Partial<Facts> = {
  orders: orders(reading('o1', '10')),
  discounts: new Map([['o1', offered()]]),
  rows: looks([0], shown(EXPIRY, {}, asked(2))),
  permit: { ...asked(3), ...NO_RISE },
};
const INTENT = { order: 'o1', rows: [0], compared: usd('10'), discount: null };
const PAY = { calls: [{ kind: 'pay', intent: INTENT, last: false }] } as const;
const LOOK_AGAIN = { asks: [{ kind: 'resources', rows: [0] }] } as const;
const ASK_PERMIT = { asks: [{ kind: 'permit' }] } as const;
const MOVED = {
  events: [
    { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [0], refusal: null },
  ],
} as const;

/** The row was seen renewed: it is watched from then on, whatever the next look shows. */
function leftToOthers(row: number, order: string) {
  return { kind: 'row left to others', row, order, at: NOW, why: 'seen renewed' } as const;
}

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
      'is cancelled where somebody has renewed its row meanwhile, and the row is watched',
      { rows: looks([0], shown(RENEWED, {}, asked(2))) },
      { events: [...MOVED.events, leftToOthers(0, 'o1')] },
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

function discountsAt(tick: number) {
  return new Map([['o1', offered([], asked(tick))]]);
}

describe('several orders that are ready', () => {
  const ids = ['o0', 'o1', 'o2'];
  const parts = ids.map((id, row) => part(row, [row], [order(id)]));
  const facts: Partial<Facts> = {
    orders: orders(...ids.map((id) => reading(id, '10'))),
    discounts: new Map(ids.map((id) => [id, offered()])),
    rows: looks([0, 1, 2], shown(EXPIRY, {}, asked(2))),
    permit: { ...asked(3), ...NO_RISE },
  };
  const journal = pricedJournal(3, { parts });

  function paidIn(more: Partial<Facts>, group = 10): string[] {
    const { calls } = decisionOf(journal, { ...facts, ...more }, { group });
    return calls.map((call) => (call.kind === 'pay' ? call.intent.order : call.kind));
  }

  test('are paid together, after one permit', () => {
    expect(paidIn({})).toEqual(ids);
  });

  test('wait for one another only as far as a second lets through', () => {
    expect(paidIn({ underWay: new Set(['renew 9']) })).toEqual([]);
    expect(paidIn({ underWay: new Set(['renew 9']) }, 3)).toEqual(ids);
  });

  test('go without one whose row has moved, which is cancelled', () => {
    const rows = new Map(facts.rows).set(1, shown(RENEWED, {}, asked(2)));
    const decision = decisionOf(journal, { ...facts, rows });

    expect(decision.events).toEqual([
      { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [1], refusal: null },
      leftToOthers(1, 'o1'),
    ]);
    expect(
      decision.calls.map((call) => (call.kind === 'pay' ? call.intent.order : call.kind)),
    ).toEqual(['o0', 'o2']);
  });

  test('need a permit from after the last of their looks', () => {
    const rows = new Map(facts.rows).set(2, shown(EXPIRY, {}, asked(4)));

    expect(decisionOf(journal, { ...facts, rows })).toEqual(only(ASK_PERMIT));
  });
});

describe('an order of several rows', () => {
  test('is read with its discounts and with what is listed, which is a look at its rows too', () => {
    const rows = looks([0, 1], shown(EXPIRY, {}, asked(1)));

    expect(decisionOf(journal, { rows, changed: new Map([['made o1', 1]]) })).toEqual(
      only({
        asks: [
          { kind: 'order rows', order: 'o1' },
          { kind: 'order with discounts', order: 'o1' },
        ],
      }),
    );
  });

  test('has its rows looked at where nothing is listed', () => {
    const more = {
      rows: looks([0, 1], shown(EXPIRY, {}, asked(1))),
      changed: new Map([['made o1', 1]]),
      orderRows: new Map([['o1', under([], 0, asked(3))]]),
      orders: readAt3,
      discounts: discountsAt(3),
    };

    expect(decisionOf(journal, more).asks).toEqual([{ kind: 'resources', rows: [0, 1] }]);
  });

  const whole: Order = order('o1');
  const journal = pricedJournal(2, { parts: [part(0, [0, 1], [whole])] });
  const facts: Partial<Facts> = {
    ...READY,
    orders: orders(reading('o1', '20')),
    orderRows: new Map([['o1', under([0, 1], 2, asked(3))]]),
    rows: looks([0, 1], shown(EXPIRY, {}, asked(2))),
  };

  test('is cancelled whole where one of them has moved', () => {
    const rows = new Map(facts.rows).set(1, shown(RENEWED, {}, asked(2)));

    expect(decisionOf(journal, { ...facts, rows }).events).toEqual([
      { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [0, 1], refusal: null },
      leftToOthers(1, 'o1'),
    ]);
  });

  test('is not paid while one of them was not looked at since it exists', () => {
    const rows = new Map(facts.rows).set(1, shown(EXPIRY, {}, asked(1)));
    const since = {
      changed: new Map([['made o1', 1]]),
      orders: readAt3,
      discounts: discountsAt(3),
    };

    expect(decisionOf(journal, { ...facts, ...since, rows })).toEqual(
      only({ asks: [{ kind: 'resources', rows: [1] }] }),
    );
  });
});

const readAt3 = new Map([['o1', look(reading('o1', '20'), asked(3))]]);
