import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
import {
  asked,
  contextOf,
  EXPIRY,
  NOW,
  offered,
  orders,
  reading,
  RENEWED,
  under,
} from '../../../../support/facts-sample.ts';
import { usd } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { cancel, JOURNAL, listed, MADE, PART, READ, read, ready, verdict } from './judged-order.ts';

function costing(amount: string): Partial<Facts> {
  return {
    ...read({}, offered(), amount),
    orderRows: new Map([['o1', under([0, 1])]]),
  };
}

describe('an unpaid order', () => {
  test.each<[string, Partial<Facts>, OrderVerdict]>([
    ['that costs what was approved is ready', listed(), ready('20')],
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
    [
      'for another term is cancelled, whatever it costs',
      read({ term: { unit: 'month', count: 2 } }, null),
      cancel('not asked for', null),
    ],
    [
      'for its term in other words is ready',
      listed({ term: { unit: 'month', count: 1 } }),
      ready('20'),
    ],
    ['that can still be paid is ready', listed({ deadline: NOW + 1 }), ready('20')],
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
      listed({ starts: [EXPIRY + 1000, RENEWED + 1000] }),
      cancel('renewed elsewhere', [0, 1]),
    ],
    [
      'whose periods begin where the rows end is ready',
      listed({ starts: [EXPIRY + 1000, EXPIRY + 1000] }),
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
