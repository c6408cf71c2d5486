import { describe, expect, test } from 'vitest';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import type { Decision, Draft } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts, PriceLook } from '../../../../shared/renewal/decide/facts.ts';
import { decidePrices, learnSize } from '../../../../shared/renewal/decide/prices.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import type { Outcome } from '../../../../shared/renewal/outcome.ts';
import {
  asked,
  contextOf,
  decided,
  looks,
  nothingSaid,
  NOW,
  only,
  priced,
  unpriced,
} from '../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  journalOf,
  journalRow,
  order,
  part,
  refusedPart,
  usd,
} from '../../../support/journal-sample.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const ALONE = { kind: 'alone' } as const;

/** Of which rows is decided. */
interface Rows {
  /** Those that the look has settled just now. */
  readonly settled?: readonly number[];
  /** All that are left out; those, unless given. */
  readonly out?: readonly number[];
  /** The look is under way. */
  readonly open?: boolean;
}

/** Rows 0 and 1, asked for in one call. */
function together(tick: number, answered: number) {
  return { ...asked(tick), company: [0, 1], answered };
}

/** What is decided of all rows of the journal, of which the look has settled some. */
function decisionOf(
  journal: Journal,
  prices: Readonly<Record<number, PriceLook>>,
  more: Partial<Facts> & Rows = {},
  context: Partial<Context> = {},
): Decision {
  const { settled = [], out = settled, open = false, ...facts } = more;
  const all = journal.rows.map((_, index) => index);
  const known = {
    rung: 100,
    rows: looks(open ? [] : all),
    prices: new Map(Object.entries(prices).map(([row, look]) => [Number(row), look])),
    ...facts,
  };
  const rows = all.filter((row) => !out.includes(row));
  return decided(
    (given, draft: Draft) => decidePrices(given, draft, rows, settled),
    contextOf(journal, known, context),
  );
}

function settledIn({ events }: Decision): Record<number, Outcome> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'rows settled'
        ? [...event.outcomes].map(([row, { outcome }]) => [row, outcome] as const)
        : [],
    ),
  );
}

/** The rows of each renew call. */
function ordered({ calls }: Decision): (readonly number[])[] {
  return calls.flatMap((call) => (call.kind === 'renew' ? [call.part.rows] : []));
}

function ask(rows: readonly number[], alone = false): Partial<Decision> {
  return { asks: [{ kind: 'prices', rows, alone }] };
}

describe('the price of a row', () => {
  test.each<[string, Decision, Partial<Decision>]>([
    ['is asked for together with the others', decisionOf(journalOf(2), {}), ask([0, 1])],
    [
      'is asked for only where it is not known',
      decisionOf(journalOf(2), { 0: priced('10') }),
      ask([1]),
    ],
    [
      'is asked for alone where an order with it was too dear',
      decisionOf(withRow(1, { pricing: ALONE }), { 0: priced('10') }),
      ask([1], true),
    ],
    [
      'is not taken from a call with others where it is to be asked for alone',
      decisionOf(withRow(1, { pricing: ALONE }), { 0: priced('10'), 1: priced('10') }),
      ask([1], true),
    ],
    [
      'that looks too dear among others is asked for alone',
      decisionOf(journalOf(2), { 0: priced('10.01'), 1: priced('9') }),
      ask([0], true),
    ],
    [
      'is asked for again after something happened to the row',
      decisionOf(
        journalOf(2),
        { 0: priced('10', {}, asked(3)), 1: priced('10', {}, asked(2)) },
        { changed: new Map([['row 1', 2]]) },
      ),
      ask([1]),
    ],
    [
      'spoilt by a row that the look has settled is asked for again',
      decisionOf(
        journalOf(3),
        {
          0: priced('10', {}, together(1, 1)),
          1: priced('10', {}, together(1, 1)),
          2: priced('10', {}, { ...asked(2), company: [2] }),
        },
        { settled: [0] },
      ),
      ask([1]),
    ],
    [
      'spoilt by a row that was settled while they were asked for is asked for again',
      decisionOf(
        journalOf(2),
        { 1: priced('10', {}, together(1, 4)) },
        { out: [0], changed: new Map([['row 0', 2]]) },
      ),
      ask([1]),
    ],
    [
      'is not spoilt by a row that was settled before they were asked for',
      decisionOf(
        journalOf(2),
        { 1: priced('10', {}, together(3, 4)) },
        { out: [0], rung: null, changed: new Map([['row 0', 2]]) },
      ),
      {},
    ],
    [
      'of its own is not spoilt by a row that the look has settled',
      decisionOf(
        journalOf(2),
        {
          0: priced('10', {}, together(1, 1)),
          1: priced('9', { alone: true }, together(1, 1)),
        },
        { settled: [0] },
      ),
      {
        calls: [
          {
            kind: 'renew',
            part: { number: 0, rows: [1], expected: { price: usd('9'), list: null } },
            prices: new Map([[1, { price: usd('9'), list: null }]]),
          },
        ],
      },
    ],
  ])('%s', (_, decision, expected) => {
    expect(decision).toEqual(only(expected));
  });

  test('is asked for beside the look, and nothing is ordered before that is done', () => {
    expect(decisionOf(journalOf(1), {}, { open: true })).toEqual(only(ask([0])));
    expect(decisionOf(journalOf(1), { 0: priced('10') }, { open: true })).toEqual(only());
  });

  test.each(['prices', 'prices alone'])(
    'is judged with the others, not while %s are under way',
    (name) => {
      const decision = decisionOf(journalOf(1), { 0: priced('10') }, { underWay: new Set([name]) });

      expect(decision).toEqual(only());
    },
  );
});

function withRow(index: number, more: Partial<Journal['rows'][number]>): Journal {
  const rows = [0, 1].map((row) => journalRow(row, row === index ? more : {}));
  return journalOf(0, { rows });
}

function own(amount: string) {
  return { 0: priced(amount, { alone: true }) };
}

describe('a row is held', () => {
  test('only on its own price', () => {
    const prices = { 0: priced('10.01', { alone: true }), 1: priced('10') };
    const decision = decisionOf(journalOf(2), prices);

    expect(settledIn(decision)).toEqual({ 0: 'held: price changed' });
    expect(ordered(decision)).toEqual([[1]]);
  });

  test('not on its share of a total, though it be dearer: that is only asked for alone', () => {
    const decision = decisionOf(journalOf(2), { 0: priced('99'), 1: priced('1') });

    expect(settledIn(decision)).toEqual({});
    expect(ordered(decision)).toEqual([]);
  });

  test('not within the tolerance of its account', () => {
    const policy = testPolicy({ priceTolerance: { percent: 1, absolute: '1' } });

    expect(ordered(decisionOf(journalOf(1), own('10.10'), {}, { policy }))).toEqual([[0]]);
    expect(settledIn(decisionOf(journalOf(1), own('10.11'), {}, { policy }))).toEqual({
      0: 'held: price changed',
    });
  });
});

describe('a row is not renewable', () => {
  test.each<[string, PriceLook]>([
    ['that the price call refuses', unpriced('row')],
    ['that is locked by an order which cannot be ours', unpriced('row', true)],
    ['for which it gives neither price nor reason', nothingSaid()],
  ])('%s', (_, look) => {
    const decision = decisionOf(journalOf(2), { 0: look, 1: priced('10') });

    expect(settledIn(decision)).toEqual({ 0: 'not renewable' });
    expect(ordered(decision)).toEqual([[1]]);
  });

  test('that is priced and not shown', () => {
    const rows = looks([0], { ...asked(), kind: 'not shown' });

    expect(settledIn(decisionOf(journalOf(1), { 0: priced('10') }, { rows }))).toEqual({
      0: 'not renewable',
    });
  });
});

describe('a row that an order locks', () => {
  const locked = { 0: unpriced('row', true) };

  test.each(['refused', 'busy', 'refused alone', 'settled'] as const)(
    'after a call with it was %s is followed to that order, which may be ours',
    (kind) => {
      const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT[kind])] });

      expect(decisionOf(journal, locked)).toEqual(
        only({ events: [{ kind: 'orders sought', rows: [0] }] }),
      );
    },
  );

  test.each(['accepted', 'released', 'left to a person'] as const)(
    'after a call with it was %s is not renewable',
    (kind) => {
      const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT[kind])] });

      expect(settledIn(decisionOf(journal, locked))).toEqual({ 0: 'not renewable' });
    },
  );
});

describe('a row that is busy', () => {
  test('is asked for once more later, and only then given up', () => {
    const busy = { 0: unpriced('later') };
    const again = journalOf(0, {
      rows: [journalRow(0, { pricing: { kind: 'busy', since: NOW - 30_000, alone: false } })],
    });

    expect(decisionOf(journalOf(1), busy)).toEqual(
      only({ events: [{ kind: 'rows busy', rows: [0], at: NOW }] }),
    );
    expect(settledIn(decisionOf(again, busy))).toEqual({ 0: 'not renewable' });
  });
});

function undone(many: number): Journal {
  return journalOf(1, {
    parts: Array.from({ length: many }, (_, number) =>
      part(number, [0], [order(`o${number}`, { kind: 'cancelled', because: 'not asked for' })]),
    ),
  });
}

describe('rows within their approval', () => {
  test('are ordered together, with what they should cost', () => {
    const prices = { 0: priced('9', { list: usd('12') }), 1: priced('10', { list: usd('10') }) };
    const [call] = decisionOf(journalOf(2), prices).calls;

    expect(call).toMatchObject({
      kind: 'renew',
      part: { number: 0, rows: [0, 1], expected: { price: usd('19'), list: usd('22') } },
    });
  });

  test('are not ordered before it is known how many ids a call takes', () => {
    expect(decisionOf(journalOf(1), { 0: priced('10') }, { rung: null })).toEqual(only());
  });

  test.each([
    [100, [[0, 1, 2]]],
    [10, [[0, 1, 2]]],
    [1, [[0], [1], [2]]],
  ])('are ordered in calls of no more ids than %d', (rung, calls) => {
    const prices = { 0: priced('1'), 1: priced('1'), 2: priced('1') };

    expect(ordered(decisionOf(journalOf(3), prices, { rung }))).toEqual(calls);
  });

  test.each<[string, 'busy' | 'refused alone', number, Partial<Decision>]>([
    [
      'wait for a minute after their own call was told that they are busy',
      'busy',
      59_999,
      { waits: [NOW + 1] },
    ],
    ['are ordered once more after that minute', 'busy', 60_000, { calls: [expect.anything()] }],
  ])('%s', (_, kind, ago, expected) => {
    const attempt = { ...EVERY_ATTEMPT[kind], at: NOW - ago };
    const journal = journalOf(1, { parts: [part(0, [0], [], attempt)] });

    expect(decisionOf(journal, { 0: priced('10') })).toEqual(only(expected));
  });

  test('are given up after their own call was refused, though they have a price', () => {
    const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT['refused alone'])] });

    expect(settledIn(decisionOf(journal, { 0: priced('10') }))).toEqual({ 0: 'not renewable' });
  });

  test('are given up after four orders that somebody cancelled', () => {
    expect(ordered(decisionOf(undone(3), { 0: priced('10') }))).toEqual([[0]]);
    expect(settledIn(decisionOf(undone(4), { 0: priced('10') }))).toEqual({ 0: 'not renewable' });
  });
});

describe('the size of calls that an account takes', () => {
  const rows = Array.from({ length: 12 }, (_, index) => index);
  const journal = journalOf(12, {
    parts: [
      refusedPart(0, rows),
      part(1, rows.slice(0, 10), [order('o1')]),
      part(2, rows.slice(10), [order('o2')]),
    ],
  });

  test.each<[string, Journal, number | null, Partial<Decision>]>([
    [
      'is remembered once the journal shows it',
      journal,
      100,
      { calls: [{ kind: 'learn size', size: 10 }] },
    ],
    ['is not remembered a second time', journal, 10, {}],
    ['is not remembered while it is not known what is remembered', journal, null, {}],
    ['is not remembered of a journal that does not show it', journalOf(12), 100, {}],
  ])('%s', (_, known, rung, expected) => {
    expect(decided(learnSize, contextOf(known, { rung }))).toEqual(only(expected));
  });
});
