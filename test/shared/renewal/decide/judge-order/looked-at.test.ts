import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
import {
  contextOf,
  hidden,
  NOW,
  orders,
  reading,
  under,
} from '../../../../support/facts-sample.ts';
import { usd } from '../../../../support/journal-sample.ts';
import { JOURNAL, listed, MADE, PART, READ, read, ready, verdict } from './judged-order.ts';

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
      { ...read({ state: 'completed' }), orderRows: new Map([['o1', under([0, 1])]]) },
      {
        kind: 'record',
        event: { kind: 'paid by somebody', order: 'o1', rows: [0, 1], amount: usd('20'), at: NOW },
      },
    ],
    [
      'that somebody has paid, and which costs something else than what is listed, is paid for unknown rows',
      { ...read({ state: 'completed' }), orderRows: new Map([['o1', under([1])]]) },
      {
        kind: 'record',
        event: { kind: 'paid by somebody', order: 'o1', rows: null, amount: usd('20'), at: NOW },
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

describe('an order of ours in a state in passing', () => {
  const HOURS = 24 * 3_600_000;
  const passing = read({ state: 'other' });

  function madeAgo(ago: number): OrderVerdict {
    const call = { ...PART, attempt: { kind: 'accepted', at: NOW - ago } as const };
    return judgeOrder(contextOf({ ...JOURNAL, parts: [call] }, passing), call, MADE);
  }

  test('is looked at again until the hours for confirming are over', () => {
    expect(madeAgo(HOURS - 1)).toEqual({ kind: 'wait', until: NOW + BACK_OFF_MS });
  });

  test("is a person's after them", () => {
    expect(madeAgo(HOURS)).toMatchObject({
      kind: 'record',
      event: { kind: 'left to a person', order: 'o1' },
    });
  });

  test('that it leaves is judged by what it then shows', () => {
    expect(verdict(listed())).toEqual(ready('20'));
  });
});
