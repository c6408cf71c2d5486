import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import { asked, look, only, reading, under } from '../../../../support/facts-sample.ts';
import { order, part } from '../../../../support/journal-sample.ts';
import {
  WINDOW,
  ROWS,
  LATER,
  unclear,
  decisionOf,
  recorded,
  around,
  NOT_FOUND,
  type Found,
  byOrder,
  ADOPTED,
  NAMED,
  NAMELESS,
  known,
} from './one-call.ts';

describe('an unpaid order made around a call without a clear answer', () => {
  test.each<[string, Found, Partial<Decision>]>([
    ['is asked for what is listed under it', {}, { asks: [{ kind: 'order rows', order: 'x' }] }],
    [
      'is asked again where that was before the list of orders',
      { facts: { orderRows: new Map([['x', under(ROWS, 2, asked(2))]]) } },
      { asks: [{ kind: 'order rows', order: 'x' }] },
    ],
    [
      'is read itself, for its term and who made it',
      { list: [ROWS], details: null },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    ['is adopted where exactly the rows of the call are listed', { list: [ROWS] }, ADOPTED],
    [
      'is adopted at any price: it is compared before it is paid',
      { list: [ROWS], amount: '99' },
      ADOPTED,
    ],
    [
      'is at last named where it is for another term',
      { list: [ROWS], details: { term: { unit: 'year', count: 1 } }, ago: WINDOW },
      NAMED,
    ],
    [
      'is at last named where it does not say for which term it is',
      { list: [ROWS], details: { term: null }, ago: WINDOW },
      NAMED,
    ],
    [
      'is at last named where only some of the rows are listed and nobody knows who made it',
      { list: [[1]], ago: WINDOW },
      NAMED,
    ],
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
    ['is never cancelled by its amount: at last it is named', { list: [[]], ago: WINDOW }, NAMED],
    ['is none where it is known to a journal', { list: [ROWS], facts: known('x') }, LATER],
    [
      'is none where the provider made it itself',
      { list: [ROWS], found: { automatic: true } },
      LATER,
    ],
    [
      'is not even named where the provider made it itself',
      { list: [ROWS], found: { automatic: true }, ago: WINDOW },
      NAMELESS,
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

  test.each([
    ['could be the one as well', ROWS, 2],
    ['holds its rows and others, as a combined one', ROWS, 3],
    ['holds one of its rows and others', [1], 2],
  ] as const)('is not adopted where another one %s: both are at last named', (_, rows, listed) => {
    const ids = ['x', 'y'];
    const month = { term: { unit: 'month', count: 1 } } as const;
    const facts = {
      ...around(reading('x', '20'), reading('y', '20')),
      orderRows: new Map([
        ['x', under(ROWS, 2, asked(4))],
        ['y', under(rows, listed, asked(4))],
      ]),
      orders: new Map(ids.map((id) => [id, look(reading(id, '20', month), asked(5))])),
    };

    expect(decisionOf(unclear(), facts)).toEqual(only(LATER));
    expect(decisionOf(unclear('unclear', WINDOW), facts)).toEqual(
      only(recorded({ ...NOT_FOUND, orders: ids })),
    );
  });

  test('waits for what is asked about the others', () => {
    const facts = {
      ...around(reading('x', '20'), reading('y', '20')),
      orderRows: new Map([['x', under(ROWS, 2, asked(4))]]),
    };

    expect(decisionOf(unclear(), facts)).toEqual(
      only({
        asks: [
          { kind: 'order', order: 'x' },
          { kind: 'order rows', order: 'y' },
        ],
      }),
    );
  });
});
