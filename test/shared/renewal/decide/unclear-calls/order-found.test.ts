import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { asked, only, reading, under } from '../../../../support/facts-sample.ts';
import { order, part } from '../../../../support/journal-sample.ts';
import {
  SIZES,
  WINDOW,
  ROWS,
  LATER,
  unclear,
  decisionOf,
  recorded,
  locked,
  around,
  NOT_FOUND,
  type Found,
  byOrder,
  ADOPTED,
  UNWANTED,
  NAMED,
} from './unclear-call.ts';

const NAMELESS = recorded({ ...NOT_FOUND, orders: [] });

function known(id: string): Partial<Facts> {
  return { job: { ...asked(3), orders: new Set([id]), begun: true } };
}

describe('an unpaid order made around a call without a clear answer', () => {
  test.each<[string, Found, Partial<Decision>]>([
    ['is asked for what is listed under it', {}, { asks: [{ kind: 'order rows', order: 'x' }] }],
    [
      'is asked again where that was before the list of orders',
      { facts: { orderRows: new Map([['x', under(ROWS, 2, asked(2))]]) } },
      { asks: [{ kind: 'order rows', order: 'x' }] },
    ],
    ['is adopted where exactly the rows of the call are listed', { list: [ROWS] }, ADOPTED],
    [
      'is adopted at any price: it is compared before it is paid',
      { list: [ROWS], amount: '99' },
      ADOPTED,
    ],
    ['is cancelled where only some of the rows are listed', { list: [[1]] }, UNWANTED],
    ['is waited for where others are listed beside the rows', { list: [ROWS, 3] }, LATER],
    [
      'is at last named where others are listed beside the rows',
      { list: [ROWS, 3], ago: WINDOW },
      NAMED,
    ],
    ['is nobody of ours where other resources are listed', { list: [[], 2] }, LATER],
    [
      'is not even named where other resources are listed',
      { list: [[], 2], ago: WINDOW },
      NAMELESS,
    ],
    [
      'is cancelled where nothing is listed and it costs what the call would',
      { list: [[]] },
      UNWANTED,
    ],
    [
      'is at last named where nothing is listed and it costs something else',
      { list: [[]], amount: '21', ago: WINDOW },
      NAMED,
    ],
    ['is none where it is known to a journal', { list: [ROWS], facts: known('x') }, LATER],
    [
      'is none where the provider made it itself',
      { list: [ROWS], found: { automatic: true } },
      LATER,
    ],
    ['is none where it is paid', { list: [ROWS], found: { state: 'completed' } }, LATER],
    ['is none where it is cancelled', { list: [ROWS], found: { state: 'cancelled' } }, LATER],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  test('is none where it came into this journal since the job was read', () => {
    const journal = unclear();
    const parts = [...journal.parts, part(1, [], [order('x')])];

    expect(
      decisionOf(
        { ...journal, parts },
        { ...around(reading('x', '20')), orderRows: new Map([['x', under(ROWS, 2, asked(4))]]) },
      ),
    ).toEqual(only(LATER));
  });

  test('is cancelled by its amount only where it is the only one that matches', () => {
    const facts = {
      ...around(reading('x', '20'), reading('y', '20')),
      orderRows: new Map(['x', 'y'].map((id) => [id, under([], 0, asked(4))])),
    };

    expect(decisionOf(unclear(), facts)).toEqual(only(LATER));
    expect(decisionOf(unclear('unclear', WINDOW), facts)).toEqual(
      only(recorded({ ...NOT_FOUND, orders: ['x', 'y'] })),
    );
  });

  test('is adopted although another one costs the same', () => {
    const facts = {
      ...around(reading('y', '20'), reading('x', '20')),
      orderRows: new Map([
        ['y', under([], 0, asked(4))],
        ['x', under(ROWS, 2, asked(4))],
      ]),
    };

    expect(decisionOf(unclear(), facts)).toEqual(only(ADOPTED));
  });

  test('waits for what is asked about the others', () => {
    const facts = {
      ...around(reading('x', '20'), reading('y', '20')),
      orderRows: new Map([['x', under(ROWS, 2, asked(4))]]),
    };

    expect(decisionOf(unclear(), facts)).toEqual(
      only({ asks: [{ kind: 'order rows', order: 'y' }] }),
    );
  });
});

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
    ['after a clear no: an order of others is not named', { kind: 'naming', list: [[], 1] }, LATER],
    [
      "after a clear no: it is a person's after twenty minutes without any",
      { kind: 'naming', list: [[], 1], ago: WINDOW },
      NAMELESS,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  test.each(['seeking', 'naming'] as const)(
    'is free again where nothing locks it any more: %s',
    (kind) => {
      expect(decisionOf(unclear(kind), locked([]))).toEqual(
        only(recorded({ kind: 'nothing was made', part: 0, sizes: SIZES })),
      );
    },
  );
});
