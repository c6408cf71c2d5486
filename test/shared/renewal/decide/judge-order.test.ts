import { describe, expect, test } from 'vitest';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS } from '../../../../shared/renewal/decide/decision.ts';
import type { DiscountLook, Facts } from '../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../shared/renewal/decide/judge-order.ts';
import type { OrderDiscount, OrderReading } from '../../../../shared/renewal/readings.ts';
import type { CancelReason } from '../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  contextOf,
  EXPIRY,
  hidden,
  NOW,
  offered,
  orders,
  reading,
  RENEWED,
  under,
} from '../../../support/facts-sample.ts';
import { pricedJournal, order, part, usd } from '../../../support/journal-sample.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const MADE = order('o1');
const PART = part(0, [0, 1], [MADE], { kind: 'accepted', at: NOW });
const JOURNAL = pricedJournal(2, { parts: [PART] });
const READ: OrderVerdict = { kind: 'ask', ask: { kind: 'order with discounts', order: 'o1' } };

/** The verdict over order o1, which covers two rows of ten dollars if it costs twenty. */
function verdict(facts: Partial<Facts>, more: Partial<Context> = {}): OrderVerdict {
  return judgeOrder(contextOf(JOURNAL, facts, more), PART, MADE);
}

function read(
  shown: Partial<OrderReading> = {},
  discounts: DiscountLook | null = offered(),
  amount = '20',
): Partial<Facts> {
  return {
    orders: orders(reading('o1', amount, shown)),
    discounts: new Map(discounts === null ? [] : [['o1', discounts]]),
  };
}

function cancel(because: CancelReason, rows: readonly number[] | null): OrderVerdict {
  return {
    kind: 'record',
    event: { kind: 'cancel decided', order: 'o1', because, rows, refusal: null },
  };
}

function ready(compared: string, discount: OrderDiscount['discount'] = null): OrderVerdict {
  return {
    kind: 'ready',
    intent: { order: 'o1', rows: [0, 1], compared: usd(compared), discount },
  };
}

function offer(id: string, amount: string | null, mandatory = false): OrderDiscount {
  return {
    discount: { id, type: 2 },
    amount: amount === null ? null : usd(amount),
    mandatory,
  };
}

describe('an order of ours', () => {
  test.each<[string, Partial<Facts>, OrderVerdict]>([
    ['is read first', {}, READ],
    [
      'is read again once what was read is no longer of a moment ago',
      {
        ...read(),
        orders: new Map([['o1', { ...orders(reading('o1', '20')).get('o1')!, at: NOW - 30_001 }]]),
      },
      READ,
    ],
    [
      'is read again after a look from before it came to stand as it does',
      { ...read(), changed: new Map([['order o1', 1]]) },
      READ,
    ],
    [
      'is never given up because it is not shown yet',
      { orders: new Map([['o1', hidden()]]) },
      { kind: 'wait', until: NOW + BACK_OFF_MS },
    ],
    [
      'that reads cancelled was cancelled by somebody',
      read({ state: 'cancelled' }),
      {
        kind: 'record',
        event: { kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW },
      },
    ],
    [
      'that reads neither unpaid nor paid nor cancelled is looked at again',
      read({ state: 'other' }),
      { kind: 'wait', until: NOW + BACK_OFF_MS },
    ],
    [
      'that reads cancelled once its deadline is over has passed it',
      read({ state: 'cancelled', deadline: NOW }),
      {
        kind: 'record',
        event: { kind: 'cancelled', order: 'o1', because: 'deadline passed', at: NOW },
      },
    ],
    [
      'that somebody has paid: it is asked which rows it covers',
      read({ state: 'processing' }),
      { kind: 'ask', ask: { kind: 'order rows', order: 'o1' } },
    ],
    [
      'that somebody has paid is paid, for the rows listed under it',
      { ...read({ state: 'completed' }), orderRows: new Map([['o1', under([1])]]) },
      {
        kind: 'record',
        event: { kind: 'paid by somebody', order: 'o1', rows: [1], amount: usd('20'), at: NOW },
      },
    ],
    [
      'that somebody has paid, with nothing listed under it, is paid for unknown rows',
      { ...read({ state: 'completed' }), orderRows: new Map([['o1', under([])]]) },
      {
        kind: 'record',
        event: { kind: 'paid by somebody', order: 'o1', rows: null, amount: usd('20'), at: NOW },
      },
    ],
  ])('%s', (_, facts, expected) => {
    expect(verdict(facts)).toEqual(expected);
  });
});

function costing(amount: string): Partial<Facts> {
  return {
    ...read({}, offered(), amount),
    orderRows: new Map([['o1', under([0, 1])]]),
  };
}

describe('an unpaid order', () => {
  test.each<[string, Partial<Facts>, OrderVerdict]>([
    ['that costs what was approved is ready', read(), ready('20')],
    [
      'that costs less than its rows is cancelled: it may be for something else',
      costing('19.99'),
      cancel('coverage not proven', null),
    ],
    [
      'is cancelled where it can be paid no longer',
      read({ deadline: NOW }, null),
      cancel('deadline passed', null),
    ],
    ['that can still be paid is ready', read({ deadline: NOW + 1 }), ready('20')],
    ['is read again for its discounts', read({}, null), READ],
    [
      'is read again where its discounts were asked for before it came to stand as it does',
      {
        ...read({}, offered([], asked(1))),
        orders: new Map([['o1', { ...orders(reading('o1', '20')).get('o1')!, tick: 2 }]]),
        changed: new Map([['order o1', 1]]),
      },
      READ,
    ],
    [
      'whose coverage is not shown is asked for the rows listed under it',
      read({}, offered(), '15'),
      { kind: 'ask', ask: { kind: 'order rows', order: 'o1' } },
    ],
    [
      'whose coverage cannot be shown is cancelled',
      { ...read({}, offered(), '15'), orderRows: new Map([['o1', under([0, 1], 3)]]) },
      cancel('coverage not proven', null),
    ],
    [
      'is cancelled where its periods begin after the expiry that they should continue',
      read({ starts: [EXPIRY + 1000, RENEWED + 1000] }),
      cancel('renewed elsewhere', [0, 1]),
    ],
    [
      'whose periods begin where the rows end is ready',
      read({ starts: [EXPIRY + 1000, EXPIRY + 1000] }),
      ready('20'),
    ],
    [
      'that is dearer than what was approved for exactly its rows is cancelled',
      { ...read({}, offered(), '20.01'), orderRows: new Map([['o1', under([0, 1])]]) },
      cancel('dearer than approved', [0, 1]),
    ],
    [
      'is compared with what was approved for the rows it covers alone, not for all of its call',
      { ...read({}, offered(), '10.01'), orderRows: new Map([['o1', under([1])]]) },
      cancel('dearer than approved', [1]),
    ],
  ])('%s', (_, facts, expected) => {
    expect(verdict(facts)).toEqual(expected);
  });

  test('of proven rows needs no other proof', () => {
    const proven = { ...MADE, rows: [1] };
    const context = contextOf(JOURNAL, read({}, offered(), '10'));

    expect(judgeOrder(context, PART, proven)).toEqual({
      kind: 'ready',
      intent: { order: 'o1', rows: [1], compared: usd('10'), discount: null },
    });
  });

  test('may cost what the tolerance of its account adds to each of its rows, and no cent more', () => {
    const policy = testPolicy({ priceTolerance: { percent: 1, absolute: '5' } });

    const priced = (price: string) => {
      const rows = JOURNAL.rows.map((row) => ({ ...row, price: usd(price) }));
      const amount = String(2 * Number(price));
      const context = contextOf({ ...JOURNAL, rows }, costing(amount), { policy });
      return judgeOrder(context, PART, MADE);
    };

    expect(priced('10.10')).toEqual(ready('20.2'));
    expect(priced('10.11')).toEqual(cancel('dearer than approved', [0, 1]));
  });

  test('in another currency than was approved is a fault, never compared', () => {
    const amount = { amount: '20', currency: 'CNY' };

    expect(() => verdict(read({ amount }))).toThrow();
  });
});

describe('the discount of an order', () => {
  const DISCOUNTED = { list: usd('20') };

  test.each<[string, string, DiscountLook, OrderVerdict]>([
    [
      'is the cheapest',
      'best',
      offered([offer('a', '19'), offer('b', '18')]),
      ready('18', id('b')),
    ],
    ['is the named one', 'a', offered([offer('a', '19'), offer('b', '18')]), ready('19', id('a'))],
    ['is none where none is wanted', 'none', offered([offer('a', '19')]), ready('20')],
    [
      'is the one that the provider insists on, and dearer: the order is cancelled',
      'none',
      offered([offer('m', '21', true)]),
      cancel('dearer than approved', [0, 1]),
    ],
    [
      'that is named and not offered means cancelling the order',
      'x',
      offered([offer('a', '1')]),
      cancel('discount refused', [0, 1]),
    ],
    [
      'that must be sent and cannot be read means cancelling the order',
      'best',
      offered([offer('m', null, true)]),
      cancel('discount refused', [0, 1]),
    ],
    ['that cannot be read is not counted on', 'best', offered([offer('a', null)]), ready('20')],
  ])('%s', (_, discount, discounts, expected) => {
    const facts = {
      ...read(DISCOUNTED, discounts, '20'),
      orderRows: new Map([['o1', under([0, 1])]]),
    };

    expect(verdict(facts, { policy: testPolicy({ discount }) })).toEqual(expected);
  });

  test.each<[string, DiscountLook]>([
    ['others are offered', offered([offer('a', null)])],
    ['the provider does not tell which there are', { ...asked(), kind: 'unsure' }],
  ])('is not taken for kept by a payment that names none, where %s', (_, discounts) => {
    const facts = {
      ...read({ list: usd('25') }, discounts, '20'),
      orderRows: new Map([['o1', under([0, 1])]]),
    };

    expect(verdict(facts)).toEqual(cancel('dearer than approved', [0, 1]));
  });

  test('is kept where it is shown to be the only one: the amount counts, not the list price', () => {
    expect(verdict(read({ list: usd('25') }))).toEqual(ready('20'));
  });
});

function id(name: string): OrderDiscount['discount'] {
  return { id: name, type: 2 };
}
