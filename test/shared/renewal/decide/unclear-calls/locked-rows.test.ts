import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  look,
  NOW,
  only,
  reading,
  SETTLE_AFTER,
  under,
} from '../../../../support/facts-sample.ts';
import {
  cancelling,
  EVERY_ATTEMPT,
  journalOf,
  order,
  part,
} from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import {
  type Kind,
  SIZES,
  WINDOW,
  ROWS,
  LATER,
  unclear,
  decisionOf,
  recorded,
  locked,
  locks,
  around,
  type Found,
  byOrder,
  ADOPTED,
  UNWANTED,
  NAMED,
  NAMELESS,
} from './one-call.ts';

describe('a row that an order locks although no call named one', () => {
  test.each<[string, Found, Partial<Decision>]>([
    ['is followed to an order of just this row', { kind: 'seeking', list: [ROWS] }, ADOPTED],
    [
      'after a clear no: the order is only named, though just this row is listed',
      { kind: 'naming', list: [ROWS] },
      NAMED,
    ],
    [
      'after a clear no: the order is only named, though it costs the same',
      { kind: 'naming', list: [[]] },
      NAMED,
    ],
    [
      'after a clear no: an order of our own user in the time of the call is cancelled',
      {
        kind: 'naming',
        list: [[1]],
        ownUser: 'renewer',
        details: { userName: 'renewer', createdAt: NOW - SETTLE_AFTER },
      },
      UNWANTED,
    ],
    ['after a clear no: an order of others is not named', { kind: 'naming', list: [[], 1] }, LATER],
    [
      "after a clear no: it is a person's after half an hour without any",
      { kind: 'naming', list: [[], 1], ago: WINDOW },
      NAMELESS,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  test.each(['seeking', 'naming'] as const)(
    'is free again where nothing locks it and no order shows for half an hour: %s',
    (kind) => {
      const read = { ...around(), ...locked([]) };

      expect(decisionOf(unclear(kind), read)).toEqual(only(LATER));
      expect(decisionOf(unclear(kind, WINDOW), locked([]))).toEqual(
        only(recorded({ kind: 'nothing was made', part: 0, sizes: SIZES })),
      );
    },
  );
});

/** Another call for rows 0 and 1, number 1, whose order x stands like that. */
function beside(state: OrderState, kind: Kind = 'seeking', rows = ROWS): Journal {
  const journal = unclear(kind);
  const other = part(1, ROWS, [{ ...order('x', state), rows }], EVERY_ATTEMPT.settled);
  return { ...journal, parts: [...journal.parts, other] };
}

describe('an order that another call has taken up', () => {
  const NOTHING = recorded({ kind: 'nothing was made', part: 0, sizes: SIZES });
  const ASK_LOCKS = { asks: [{ kind: 'locks', rows: ROWS }] } as const;
  const gone: OrderState = { kind: 'cancelled', because: 'not asked for', at: NOW };

  test.each(['unclear', 'seeking', 'naming'] as const)(
    'is waited for while it holds rows of one that is %s',
    (kind) => {
      expect(decisionOf(beside(cancelling('not asked for'), kind))).toEqual(only(LATER));
    },
  );

  test.each<[string, Journal, Partial<Decision>]>([
    ['explains what is sought once it is cancelled', beside(gone), NOTHING],
    ['explains it for those that are only named as well', beside(gone, 'naming'), NOTHING],
    ['explains no unclear call, which may have made another', beside(gone, 'unclear'), ASK_LOCKS],
    ['explains nothing where it held only some rows', beside(gone, 'seeking', [0]), ASK_LOCKS],
    [
      'explains nothing where it was cancelled for another reason',
      beside({ ...gone, because: 'expiry moved' }),
      ASK_LOCKS,
    ],
    [
      'explains nothing of a later call',
      beside({ ...gone, at: NOW - SETTLE_AFTER - 1 }),
      ASK_LOCKS,
    ],
  ])('%s', (_, journal, expected) => {
    expect(decisionOf(journal)).toEqual(only(expected));
  });

  test('is not taken up a second time: the other call waits for what becomes of it', () => {
    const calls = [0, 1].map((number) =>
      part(number, ROWS, [], unclear('unclear', WINDOW).parts[0]!.attempt),
    );
    const shown = reading('x', '20', { term: { unit: 'month', count: 1 } });
    const list = { ...asked(2), orders: [reading('x', '20')] };
    const facts: Partial<Facts> = {
      locks: locks(ROWS),
      around: new Map([0, 1].map((number) => [number, list])),
      job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
      orderRows: new Map([['x', under(ROWS, 2, asked(4))]]),
      orders: new Map([['x', look(shown, asked(5))]]),
    };

    expect(decisionOf(journalOf(2, { parts: calls }), facts)).toEqual(
      only({ ...ADOPTED, ...LATER }),
    );
  });

  test('leaves the other orders of a call for the same rows alone until it is over', () => {
    const calls = [[0], ROWS].map((rows, number) =>
      part(number, rows, [], { kind: 'unclear', at: NOW - SETTLE_AFTER, why: 'timeout' }),
    );
    const made = {
      term: { unit: 'month', count: 1 },
      userName: 'renewer',
      createdAt: NOW - SETTLE_AFTER,
    } as const;
    const list = { ...asked(2), orders: [reading('x', '10'), reading('y', '10')] };
    const facts: Partial<Facts> = {
      locks: locks(ROWS),
      around: new Map([0, 1].map((number) => [number, list])),
      job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
      orderRows: new Map([
        ['x', under([0], 1, asked(4))],
        ['y', under([1], 1, asked(4))],
      ]),
      orders: new Map(['x', 'y'].map((id) => [id, look(reading(id, '10', made), asked(5))])),
    };
    const policy = testPolicy({ ownUser: 'renewer' });

    expect(decisionOf(journalOf(2, { parts: calls }), facts, { policy })).toEqual(
      only({ ...ADOPTED, ...LATER }),
    );
  });
});

describe('a row whose order is not found', () => {
  const calls = [0, 1].map((row) =>
    part(row, [row], [], { kind: 'seeking', at: NOW - WINDOW, why: 'locked' }),
  );
  const list = { ...asked(2), orders: [reading('x', '20')] };
  const read: Partial<Facts> = {
    locks: locks(ROWS),
    around: new Map([0, 1].map((number) => [number, list])),
    job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
    // It holds row 0, too, which the provider does not list under it.
    orderRows: new Map([['x', under([1], 1, asked(4))]]),
  };

  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    [
      'is not given up while the order of another call is looked at',
      {},
      { asks: [{ kind: 'order', order: 'x' }], ...LATER },
    ],
    ['nor while that look is under way', { underWay: new Set(['order x']) }, LATER],
    [
      'nor when it is taken up',
      {
        orders: new Map([
          ['x', look(reading('x', '20', { term: { unit: 'month', count: 1 } }), asked(5))],
        ]),
      },
      { ...recorded({ kind: 'orders adopted', part: 1, orders: ['x'] }), ...LATER },
    ],
  ])('%s', (_, facts, expected) => {
    expect(decisionOf(journalOf(2, { parts: calls }), { ...read, ...facts })).toEqual(
      only(expected),
    );
  });
});

describe('locks on the rows of a call', () => {
  test('do not count where they were read before the last thing that happened to a row', () => {
    const changed = new Map([['row 1', 1]]);

    expect(decisionOf(unclear(), { ...locked([]), changed })).toEqual(
      only({ asks: [{ kind: 'locks', rows: [1] }] }),
    );
  });

  test('may be the late sight of an order that we have cancelled: they are looked at again', () => {
    const journal = unclear('naming', WINDOW);
    const before = order('x', { kind: 'cancelled', because: 'expiry moved', at: NOW - 1 });
    const parts = [...journal.parts, part(1, ROWS, [before])];

    expect(decisionOf({ ...journal, parts }, around())).toEqual(only(LATER));
  });
});
