import { describe, expect, test } from 'vitest';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { decideUnclearCalls } from '../../../../shared/renewal/decide/unclear-calls.ts';
import type { AttemptEvent } from '../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import type { OrderReading } from '../../../../shared/renewal/readings.ts';
import type { AttemptStateKind } from '../../../../shared/renewal/states/attempt-state.ts';
import {
  asked,
  contextOf,
  decided,
  hidden,
  look,
  NOW,
  only,
  reading,
  SETTLE_AFTER,
  under,
} from '../../../support/facts-sample.ts';
import { EVERY_ATTEMPT, journalOf, order, part } from '../../../support/journal-sample.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const SIZES = [100, 10, 1];
const WINDOW = LAG_MS;
const ROWS = [0, 1];
const LATER = { waits: [NOW + BACK_OFF_MS] };

type Kind = Extract<AttemptStateKind, 'unclear' | 'seeking' | 'naming'>;

/** A call for two rows without a clear answer, so long ago. */
function unclear(kind: Kind = 'unclear', ago = SETTLE_AFTER): Journal {
  const parts = [part(0, ROWS, [], { kind, at: NOW - ago, why: 'timeout' })];
  return journalOf(2, { parts });
}

function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideUnclearCalls, contextOf(journal, facts, more));
}

function recorded(event: AttemptEvent): Partial<Decision> {
  return { events: [event] };
}

/** These rows are locked: asked as the first thing of the run. */
function locked(rows: readonly number[] = ROWS, ago = 0): Partial<Facts> {
  return { locks: new Map([[0, { ...asked(1, ago), rows }]]) };
}

/** Both rows are locked, and these orders were made around the call, of no journal. */
function around(...found: readonly OrderReading[]): Partial<Facts> {
  return {
    ...locked(),
    around: new Map([[0, { ...asked(2), orders: found }]]),
    job: { ...asked(3), orders: new Set(), begun: true },
  };
}

const NOT_FOUND = { kind: 'order not found', part: 0, locked: ROWS } as const;

function withItsOrder(ago: number): Journal {
  const { attempt } = unclear('unclear', ago).parts[0]!;
  return journalOf(2, { parts: [part(0, ROWS, [order('o1')], attempt)] });
}

describe('a call without a clear answer', () => {
  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    [
      'is left alone while it can still be under way',
      unclear('unclear', SETTLE_AFTER - 1),
      locked([]),
      { waits: [NOW + 1] },
    ],
    [
      'is looked for by the locks on its rows',
      unclear(),
      {},
      { asks: [{ kind: 'locks', part: 0, rows: ROWS }] },
    ],
    [
      'is looked for again where the locks were read while it could still be under way',
      unclear('unclear', SETTLE_AFTER + 5),
      locked([], 6),
      { asks: [{ kind: 'locks', part: 0, rows: ROWS }] },
    ],
    [
      'has made nothing where no row is locked since',
      unclear('unclear', SETTLE_AFTER + 5),
      locked([], 5),
      recorded({ kind: 'nothing was made', part: 0, sizes: SIZES }),
    ],
    [
      'is followed from a lock to the orders made half an hour around it',
      unclear(),
      locked(),
      {
        asks: [
          {
            kind: 'orders around',
            part: 0,
            from: NOW - SETTLE_AFTER - WINDOW,
            to: NOW - SETTLE_AFTER + WINDOW,
          },
        ],
      },
    ],
    [
      'is not followed by a list from before the locks were read',
      unclear(),
      { ...around(), around: new Map([[0, { ...asked(1), orders: [] }]]) },
      {
        asks: [
          {
            kind: 'orders around',
            part: 0,
            from: NOW - SETTLE_AFTER - WINDOW,
            to: NOW - SETTLE_AFTER + WINDOW,
          },
        ],
      },
    ],
    [
      'needs all journals of the job, read after the locks',
      unclear(),
      { ...around(), job: { ...asked(1), orders: new Set(), begun: true } },
      { asks: [{ kind: 'job' }] },
    ],
    ['waits for an order that is not in the list yet', unclear(), around(), LATER],
    [
      'still waits a millisecond before half an hour are over',
      unclear('unclear', WINDOW - 1),
      around(),
      LATER,
    ],
    [
      'is left to a person when nothing is found for half an hour',
      unclear('unclear', WINDOW),
      around(),
      recorded({ ...NOT_FOUND, orders: [] }),
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('has made the orders that came with its answer, once nothing can be under way', () => {
    expect(decisionOf(withItsOrder(SETTLE_AFTER - 1))).toEqual(only({ waits: [NOW + 1] }));
    expect(decisionOf(withItsOrder(SETTLE_AFTER))).toEqual(
      only(recorded({ kind: 'named orders taken', part: 0 })),
    );
  });

  test('is left alone for twice as long after one that made nothing', () => {
    const before = part(0, ROWS, [], EVERY_ATTEMPT.settled);
    const now = { ...unclear('unclear', SETTLE_AFTER).parts[0]!, number: 1 };

    expect(decisionOf(journalOf(2, { parts: [before, now] }))).toEqual(
      only({ waits: [NOW + SETTLE_AFTER] }),
    );
  });

  test('is settled beside others, each by itself', () => {
    const parts = ROWS.map((row) =>
      part(row, [row], [], { kind: 'unclear', at: NOW - SETTLE_AFTER, why: 'timeout' }),
    );
    const locks = new Map([[0, { ...asked(), rows: [] }]]);

    expect(decisionOf(journalOf(2, { parts }), { locks })).toEqual(
      only({
        events: [{ kind: 'nothing was made', part: 0, sizes: SIZES }],
        asks: [{ kind: 'locks', part: 1, rows: [1] }],
      }),
    );
  });

  test.each(
    Object.keys(EVERY_ATTEMPT).filter((kind) => !['unclear', 'seeking', 'naming'].includes(kind)),
  )('that is %s needs no settling', (kind) => {
    const attempt = EVERY_ATTEMPT[kind as AttemptStateKind];

    expect(decisionOf(journalOf(2, { parts: [part(0, ROWS, [order('o1')], attempt)] }))).toEqual(
      only(),
    );
  });
});

/** What a call for two rows of ten dollars each comes to by one order that was found. */
interface Found {
  readonly found?: Partial<OrderReading>;
  readonly amount?: string;
  /** Rows listed under it, and how many in all; absent: not asked yet. */
  readonly list?: readonly [readonly number[], number?];
  /** What its details say besides what the list does; null: they were not read. */
  readonly details?: Partial<OrderReading> | null;
  readonly facts?: Partial<Facts>;
  readonly ownUser?: string;
  readonly kind?: Kind;
  readonly ago?: number;
}

function byOrder(given: Found): Decision {
  const { found, amount = '20', list, facts, ownUser = null, kind, ago, details = {} } = given;
  const shown = { term: { unit: 'month', count: 1 } as const, ...found, ...details };
  const orders = new Map(
    details === null ? [] : [['x', look(reading('x', amount, shown), asked(5))]],
  );
  const orderRows = new Map(list === undefined ? [] : [['x', under(list[0], list[1], asked(4))]]);
  return decisionOf(
    unclear(kind, ago),
    { ...around(reading('x', amount, found)), orderRows, orders, ...facts },
    { policy: testPolicy({ ownUser }) },
  );
}

const ADOPTED = recorded({ kind: 'order adopted', part: 0, order: 'x' });
const UNWANTED = recorded({ kind: 'orders unwanted', part: 0, orders: ['x'] });
const NAMED = recorded({ ...NOT_FOUND, orders: ['x'] });
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

  test('is not adopted where another one could be the one as well: both are at last named', () => {
    const facts = {
      ...around(reading('x', '20'), reading('y', '20')),
      orderRows: new Map(['x', 'y'].map((id) => [id, under(ROWS, 2, asked(4))])),
      orders: new Map(
        ['x', 'y'].map((id) => [
          id,
          look(reading(id, '20', { term: { unit: 'month', count: 1 } }), asked(5)),
        ]),
      ),
    };

    expect(decisionOf(unclear(), facts)).toEqual(only(LATER));
    expect(decisionOf(unclear('unclear', WINDOW), facts)).toEqual(
      only(recorded({ ...NOT_FOUND, orders: ['x', 'y'] })),
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

describe('with a user of its own for the account, an order', () => {
  const ours = { ownUser: 'renewer' };
  const made = { userName: 'renewer', createdAt: NOW - SETTLE_AFTER };

  test.each<[string, Found, Partial<Decision>]>([
    ['whose details name that user is adopted', { ...ours, list: [ROWS], details: made }, ADOPTED],
    [
      'is read again where that was before the list',
      {
        ...ours,
        list: [ROWS],
        facts: { orders: new Map([['x', look(reading('x', '20', made), asked(2))]]) },
      },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'of that user for some of the rows, made in the time of the call, is cancelled',
      { ...ours, list: [[1]], details: made },
      UNWANTED,
    ],
    [
      'of that user for some of the rows, made long after the call, is at last named',
      { ...ours, list: [[1]], details: { ...made, createdAt: NOW + 600_000 }, ago: WINDOW },
      NAMED,
    ],
    [
      'of that user for some of the rows, made before the call, is at last named',
      { ...ours, list: [[1]], details: { ...made, createdAt: NOW - 2 * WINDOW }, ago: WINDOW },
      NAMED,
    ],
    [
      'of that user for some of the rows and another term is at last named',
      {
        ...ours,
        list: [[1]],
        details: { ...made, term: { unit: 'month', count: 2 } },
        ago: WINDOW,
      },
      NAMED,
    ],
    [
      'of that user that only costs the same is at last named',
      { ...ours, list: [[]], details: made, ago: WINDOW },
      NAMED,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  /** Orders that are, or may be, another user's. */
  const foreign: readonly (readonly [string, Found])[] = [
    ['that the list shows as of another user', { ...ours, found: { userName: 'colleague' } }],
    ['whose details name another user', { ...ours, details: { userName: 'colleague' } }],
    ['whose details name no user', { ...ours, details: { userName: null } }],
    [
      'that cannot be looked at',
      { ...ours, facts: { orders: new Map([['x', hidden(asked(5))]]) } },
    ],
  ];
  const lists: readonly (readonly [string, NonNullable<Found['list']>])[] = [
    ['exactly the rows listed', [ROWS]],
    ['some of the rows listed', [[0]]],
    ['the rows and others listed', [ROWS, 3]],
    ['nothing listed, at the price of the call', [[]]],
    ['other resources listed', [[], 1]],
  ];

  test.each(
    foreign.flatMap(([who, given]) =>
      lists.map(([what, list]) => [who, what, { ...given, list }] as const),
    ),
  )('%s, with %s, is never adopted nor cancelled', (_who, _what, given) => {
    for (const kind of ['unclear', 'seeking', 'naming'] as const) {
      for (const ago of [SETTLE_AFTER, WINDOW, 10 * WINDOW]) {
        const { events, asks, calls } = byOrder({ ...given, kind, ago });
        const kinds = events.map((event) => event.kind);

        expect(kinds.filter((one) => one !== 'order not found')).toEqual([]);
        expect([asks, calls]).toEqual([[], []]);
      }
    }
  });

  test.each(foreign)(
    '%s is at last named to a person where the rows are listed under it',
    (_, given) => {
      expect(byOrder({ ...given, list: [ROWS] })).toEqual(only(LATER));
      expect(byOrder({ ...given, list: [ROWS], ago: WINDOW })).toEqual(only(NAMED));
    },
  );
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
