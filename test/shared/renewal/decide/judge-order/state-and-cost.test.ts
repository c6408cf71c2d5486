import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
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
} from '../../../../support/facts-sample.ts';
import { usd } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { MADE, PART, JOURNAL, verdict, read, cancel, ready } from './order-read.ts';

const READ: OrderVerdict = { kind: 'ask', ask: { kind: 'order with discounts', order: 'o1' } };

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
        event: { kind: 'cancelled', order: 'o1', because: 'not asked for' },
      },
    ],
    [
      'that reads neither unpaid nor paid nor cancelled is left to a person',
      read({ state: 'other' }),
      {
        kind: 'record',
        event: {
          kind: 'left to a person',
          order: 'o1',
          why: reason('order-in-unknown-state', { order: 'o1' }),
        },
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
    ['that costs less, with a list price as expected, is ready', listed('19.99'), ready('19.99')],
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

    expect(verdict(costing('20.20'), { policy })).toEqual(ready('20.20'));
    expect(verdict(costing('20.21'), { policy })).toEqual(cancel('dearer than approved', [0, 1]));
  });

  test('in another currency than was approved is a fault, never compared', () => {
    const amount = { amount: '20', currency: 'CNY' };

    expect(() => verdict(read({ amount }))).toThrow();
  });
});

/** Two rows at these amounts, of which the list price is as it was in the pre-flight. */
function listed(amount: string): Partial<Facts> {
  return { ...read({}, offered(), amount), orderRows: new Map([['o1', under([0, 1])]]) };
}
