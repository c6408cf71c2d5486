import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
import {
  contextOf,
  hidden,
  NOW,
  offered,
  orders,
  reading,
  under,
} from '../../../../support/facts-sample.ts';
import { order, part, pricedJournal, usd } from '../../../../support/journal-sample.ts';
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

function record(event: object): OrderVerdict {
  const cancelled = { kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW };
  return { kind: 'record', event: { ...cancelled, ...event } } as OrderVerdict;
}

describe('one of two orders of a call that reads cancelled', () => {
  const call = part(0, [0, 1], [MADE, order('o2')], { kind: 'accepted', at: NOW });
  const journal = pricedJournal(2, { parts: [call] });
  test.each<[string, Facts['orderRows'], OrderVerdict]>([
    [
      'is asked which rows it was for',
      new Map(),
      { kind: 'ask', ask: { kind: 'order rows', order: 'o1' } },
    ],
    ['was for those listed under it', new Map([['o1', under([1])]]), record({ rows: [1] })],
    ['was for any of them where nothing is listed', new Map([['o1', under([])]]), record({})],
    [
      'was for any of them where it costs something else than these',
      new Map([['o1', under([0, 1])]]),
      record({}),
    ],
  ])('%s', (_, orderRows, expected) => {
    const facts = { ...read({ state: 'cancelled' }, offered(), '10'), orderRows };

    expect(judgeOrder(contextOf(journal, facts), call, MADE)).toEqual(expected);
  });

  test('for it could be paid no longer is nobody at work on', () => {
    const facts = read({ state: 'cancelled', deadline: NOW });

    expect(judgeOrder(contextOf(journal, facts), call, MADE)).toEqual(
      record({ because: 'deadline passed' }),
    );
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
