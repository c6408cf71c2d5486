import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { decideOrders } from '../../../../shared/renewal/decide/orders.ts';
import type { Journal, Order } from '../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  hidden,
  look,
  looks,
  NOW,
  offered,
  only,
  orders,
  payment,
  reading,
  RENEWED,
  SETTLE_AFTER,
  shown,
  under,
} from '../../../support/facts-sample.ts';
import {
  cancelling,
  EVERY_ATTEMPT,
  EVERY_STATE,
  pricedJournal,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const LATER = { waits: [NOW + BACK_OFF_MS] };
const READ_O1 = { asks: [{ kind: 'order', order: 'o1' }] } as const;
const NO_RISE = { stop: null, validUntil: NOW + 1 };

/** A chunk of one row, whose only order stands like that. */
function one(state: OrderState, more: Partial<Journal> = {}): Journal {
  return pricedJournal(1, { parts: [part(0, [0], [order('o1', state)])], ...more });
}

function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideOrders, contextOf(journal, facts, more));
}

/** Order o1 as it reads now; asked as the second thing of the run. */
function reads(state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other', ago = 0) {
  return { orders: new Map([['o1', look(reading('o1', '10', { state }), asked(2, ago))]]) };
}

const HIDDEN = { orders: new Map([['o1', hidden(asked(2))]]) };

describe.each(['payment unclear', 'payment refused'] as const)('an order with its %s', (kind) => {
  const { refusal } = EVERY_STATE['payment refused'] as Extract<
    OrderState,
    { kind: 'payment refused' }
  >;

  function stands(ago: number): Journal {
    return one(
      kind === 'payment unclear' ? { kind, ...payment(ago) } : { kind, ...payment(ago), refusal },
    );
  }

  const old = stands(SETTLE_AFTER);
  const young = stands(SETTLE_AFTER - 1);

  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    ['is read before anything else', old, {}, READ_O1],
    ['is read at once, however young', young, {}, READ_O1],
    [
      'is read again after a look from before the answer',
      old,
      { ...reads('completed'), changed: new Map([['order o1', 2]]) },
      READ_O1,
    ],
    ['is waited for while it is not shown', old, HIDDEN, LATER],
    [
      'is paid where it reads completed',
      young,
      reads('completed'),
      { events: [{ kind: 'payment seen', order: 'o1' }] },
    ],
    [
      'is paid where it reads processing',
      young,
      reads('processing'),
      { events: [{ kind: 'payment seen', order: 'o1' }] },
    ],
    [
      'is cancelled by somebody where it reads cancelled',
      young,
      reads('cancelled'),
      { events: [{ kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW }] },
    ],
    ['is waited for where it reads anything else', old, reads('other'), LATER],
    [
      'is not taken up again before no call can be in flight any more',
      young,
      reads('unpaid'),
      { waits: [NOW + 1] },
    ],
    [
      'is taken up again where a look from then on reads unpaid',
      old,
      reads('unpaid'),
      { events: [{ kind: 'payment not made', order: 'o1' }] },
    ],
    [
      'is read again where it read unpaid before that instant: such a look does not count',
      stands(SETTLE_AFTER + 10),
      reads('unpaid', 11),
      READ_O1,
    ],
    [
      'is taken up again by a look from that very instant',
      stands(SETTLE_AFTER + 10),
      reads('unpaid', 10),
      { events: [{ kind: 'payment not made', order: 'o1' }] },
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('is settled in a sealed chunk too', () => {
    const sealed: Journal = { ...old, state: 'sealed' };

    expect(decisionOf(sealed, reads('completed'))).toEqual(
      only({ events: [{ kind: 'payment seen', order: 'o1' }] }),
    );
  });
});

function told(refused: boolean, tick = 1): Partial<Facts> {
  return {
    cancels: new Map([['o1', { ...asked(tick), refused }]]),
  };
}

function paidBySomebody(rows: readonly number[] | null): Partial<Decision> {
  return {
    events: [{ kind: 'paid by somebody', order: 'o1', rows, amount: usd('10'), at: NOW }],
  };
}

describe('an order that is to be cancelled', () => {
  const inUnknownState = {
    events: [
      {
        kind: 'left to a person',
        order: 'o1',
        why: reason('order-in-unknown-state', { order: 'o1' }),
      },
    ],
  } as const;
  const doomed = one(cancelling('expiry moved'));
  const notCancelled = {
    events: [
      {
        kind: 'left to a person',
        order: 'o1',
        why: reason('order-not-cancelled', { order: 'o1' }),
      },
    ],
  } as const;

  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    [
      'is told so first, whatever was read before',
      reads('cancelled'),
      { calls: [{ kind: 'cancel', order: 'o1' }] },
    ],
    ['is read back', told(false), READ_O1],
    ['is read back after a refusal as well', told(true), READ_O1],
    [
      'is read back anew after a look from before the cancel',
      { ...told(false, 3), ...reads('cancelled') },
      READ_O1,
    ],
    [
      'sets its rows free only where it reads cancelled',
      { ...told(true), ...reads('cancelled') },
      { events: [{ kind: 'cancelled', order: 'o1', because: 'expiry moved', at: NOW }] },
    ],
    ['is waited for while it is not shown', { ...told(false), ...HIDDEN }, LATER],
    ['is waited for while it still reads unpaid', { ...told(false), ...reads('unpaid') }, LATER],
    [
      'is left to a person where it was refused and reads unpaid',
      { ...told(true), ...reads('unpaid') },
      notCancelled,
    ],
    [
      'was cancelled by somebody where our first cancel of it is refused',
      { ...told(true), ...reads('cancelled'), changed: new Map([['order o1', 1]]) },
      {
        events: [{ kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW }],
      },
    ],
    [
      'is left to a person where it reads anything else for hours',
      { ...told(false), ...reads('other') },
      inUnknownState,
    ],
    [
      'that reads paid: it is asked which rows it covers',
      { ...told(true), ...reads('completed') },
      { asks: [{ kind: 'order rows', order: 'o1' }] },
    ],
    [
      'that reads paid was paid by somebody, for the rows listed under it',
      { ...told(true), ...reads('processing'), orderRows: new Map([['o1', under([0])]]) },
      paidBySomebody([0]),
    ],
    [
      'that reads paid with others listed under it was paid by somebody for unknown rows',
      { ...told(true), ...reads('completed'), orderRows: new Map([['o1', under([0], 2)]]) },
      paidBySomebody(null),
    ],
  ])('%s', (_, facts, expected) => {
    expect(decisionOf(doomed, facts)).toEqual(only(expected));
  });
});

describe('an unpaid order', () => {
  test.each(['made', 'payable again'] as const)(
    'that is %s is cancelled once its chunk is sealed, without a question',
    (kind) => {
      const decision = decisionOf(one(EVERY_STATE[kind], { state: 'sealed' }));

      expect(decision).toEqual(
        only({
          events: [
            {
              kind: 'cancel decided',
              order: 'o1',
              because: 'job ended',
              rows: null,
              refusal: null,
            },
          ],
        }),
      );
    },
  );

  test('of a sealed chunk is cancelled with each of the others, of whatever attempt', () => {
    const attempts = ['accepted', 'unclear', 'refused'] as const;
    const parts = attempts.map((kind, index) =>
      part(index, [index], [order(`o${index}`)], EVERY_ATTEMPT[kind]),
    );
    const { events, calls } = decisionOf(pricedJournal(3, { parts, state: 'sealed' }));

    expect(events.map((event) => ('order' in event ? event.order : event.kind))).toEqual([
      'o0',
      'o1',
      'o2',
    ]);
    expect(calls).toEqual([]);
  });

  test.each(['intended', 'unclear', 'seeking', 'naming'] as const)(
    'is not judged while its renew call is %s',
    (kind) => {
      const parts = [part(0, [0], [order('o1')], EVERY_ATTEMPT[kind])];

      expect(decisionOf(pricedJournal(1, { parts }))).toEqual(only());
    },
  );

  test('is read with its discounts, beside the look at its rows', () => {
    expect(decisionOf(one({ kind: 'made' }))).toEqual(
      only({
        asks: [
          { kind: 'order with discounts', order: 'o1' },
          { kind: 'resources', rows: [0] },
        ],
      }),
    );
  });
});

describe.each([
  'paying',
  'paying again',
  'paid',
  'overcharged',
  'completed',
  'cancelled',
  'for review',
] as const)('an order that is %s', (kind) => {
  test.each(['open', 'sealed'] as const)('is left as it is in a chunk that is %s', (state) => {
    expect(decisionOf(one(EVERY_STATE[kind], { state }), reads('unpaid'))).toEqual(only());
  });
});

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
  const whole: Order = order('o1');
  const journal = pricedJournal(2, { parts: [part(0, [0, 1], [whole])] });
  const facts: Partial<Facts> = {
    ...READY,
    orders: orders(reading('o1', '20')),
    rows: looks([0, 1], shown(EXPIRY, {}, asked(2))),
  };

  test('is cancelled whole where one of them has moved', () => {
    const rows = new Map(facts.rows).set(1, shown(RENEWED, {}, asked(2)));

    expect(decisionOf(journal, { ...facts, rows }).events).toEqual([
      { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [0, 1], refusal: null },
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
