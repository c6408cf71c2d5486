import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import {
  type Coverage,
  coverageOf,
  listedRows,
} from '../../../../shared/renewal/decide/coverage.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import type { JournalRow, Order, Part } from '../../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { OrderReading } from '../../../../shared/renewal/readings.ts';
import { asked, contextOf, reading, under } from '../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  journalOf,
  journalRow,
  order,
  part,
  pricedJournal,
  usd,
} from '../../../support/journal-sample.ts';

const O1 = order('o1');
const ASK_ROWS: Coverage = { kind: 'ask', ask: { kind: 'order rows', order: 'o1' } };
const NOT_PROVEN: Coverage = { kind: 'not proven', rows: null };

function otherwise(...rows: readonly number[]): Coverage {
  return { kind: 'not proven', rows };
}
const SETTLED = rowOutcome('not renewable', reason('no-price-given'));

/** A case: three rows of ten dollars each in one call, and what is known. */
interface Case {
  readonly attempt?: keyof typeof EVERY_ATTEMPT;
  readonly orders?: readonly Order[];
  /** List price of each row. */
  readonly list?: string;
  readonly rows?: Readonly<Record<number, Partial<JournalRow>>>;
  readonly facts?: Partial<Facts>;
  readonly amount?: string;
  readonly read?: Partial<OrderReading>;
}

function covered(given: Case, one: Order = O1): Coverage {
  const { attempt = 'accepted', orders = [one], amount = '30', rows = {}, facts, read } = given;
  const of: Part = part(0, [0, 1, 2], orders, EVERY_ATTEMPT[attempt]);
  const list = given.list === undefined ? null : usd(given.list);
  const all = [0, 1, 2].map((row) => journalRow(row, { price: usd('10'), list, ...rows[row] }));
  const context = contextOf(journalOf(0, { rows: all, parts: [of] }), facts);
  return coverageOf(context, of, one, reading('o1', amount, read), usd(amount));
}

function proven(...rows: readonly number[]): Coverage {
  return { kind: 'proven', rows };
}

function listing(rows: readonly number[], listed?: number, tick = 1): Partial<Facts> {
  return { orderRows: new Map([['o1', under(rows, listed, asked(tick))]]) };
}

const ALL = listing([0, 1, 2]);

describe('the rows of a call are those of its only order', () => {
  test.each<[string, Case, Coverage]>([
    ['where it costs the sum of the pre-flight', { facts: ALL }, proven(0, 1, 2)],
    ['but what is listed under it is asked for first', {}, ASK_ROWS],
    ['where nothing is listed under it', { facts: listing([]) }, proven(0, 1, 2)],
    ['where not all is listed yet', { facts: listing([1]) }, proven(0, 1, 2)],
    [
      'but not where one was left out and another ordered along at its price',
      { facts: listing([0, 2], 3) },
      NOT_PROVEN,
    ],
    [
      'where its list price is the sum of the pre-flight',
      { amount: '25', list: '13', read: { list: usd('39') }, facts: ALL },
      proven(0, 1, 2),
    ],
    ['but not where it costs something else', { amount: '25' }, ASK_ROWS],
    [
      'but not by a list price that the pre-flight did not have',
      { amount: '25', read: { list: usd('40') } },
      ASK_ROWS,
    ],
  ])('%s', (_, given, expected) => {
    expect(covered(given)).toEqual(expected);
  });

  test.each<[string, Case]>([
    ['where there are several', { orders: [O1, order('o2')] }],
    ['beside a refusal', { attempt: 'refused' }],
    ['after an answer that was not clear', { attempt: 'settled' }],
    ['where a row was named as failed', { rows: { 1: { outcome: SETTLED } } }],
    ['where a row was named as busy', { rows: { 1: { rung: 1 } } }],
  ])('but not %s: what is listed decides alone', (_, given) => {
    expect(covered(given)).toEqual(ASK_ROWS);
    expect(covered({ ...given, facts: listing([]) })).toEqual(NOT_PROVEN);
  });

  test('without a list where it is alone, for what costs the same cannot be beside it', () => {
    const one = part(0, [0], [O1], EVERY_ATTEMPT.accepted);
    const context = contextOf(pricedJournal(1, { parts: [one] }));

    expect(coverageOf(context, one, O1, reading('o1', '10'), usd('10'))).toEqual(proven(0));
  });
});

describe('prices below the cent', () => {
  const rows = Object.fromEntries([0, 1, 2].map((row) => [row, { price: usd('10.004') }]));

  test.each([
    ['exactly', '30.012'],
    ['rounded together', '30.01'],
    ['rounded up together', '30.02'],
    ['rounded one by one', '30'],
    ['rounded up one by one', '30.03'],
  ])('make an order that costs their sum, %s', (_, amount) => {
    expect(covered({ rows, amount, facts: ALL })).toEqual(proven(0, 1, 2));
  });

  test('are what an order is rounded to that has such a fraction itself', () => {
    const whole = Object.fromEntries([0, 1, 2].map((row) => [row, { price: usd('10.01') }]));

    expect(covered({ rows: whole, amount: '30.0251', facts: ALL })).toEqual(proven(0, 1, 2));
    expect(covered({ rows: whole, amount: '30.0351' })).toEqual(ASK_ROWS);
  });

  test.each(['29.99', '30.04', '30.041'])('do not make one of %s', (amount) => {
    expect(covered({ rows, amount })).toEqual(ASK_ROWS);
  });
});

describe('the rows listed under an order are its rows', () => {
  test.each<[string, Case, Coverage]>([
    [
      'where all that is listed is of its call',
      { amount: '20', facts: listing([0, 2]) },
      proven(0, 2),
    ],
    [
      'also beside other orders of its call',
      { amount: '10', orders: [O1, order('o2')], facts: listing([1]) },
      proven(1),
    ],
    [
      'by its list price as well',
      { amount: '15', list: '13', read: { list: usd('26') }, facts: listing([0, 2]) },
      proven(0, 2),
    ],
    [
      'but not where it costs something else than these rows',
      { amount: '21', facts: listing([0, 2]) },
      otherwise(0, 2),
    ],
    [
      'but not where it costs less than these rows',
      { amount: '10', facts: listing([0, 2]) },
      otherwise(0, 2),
    ],
    [
      'but not where one of them has no price of its own',
      { amount: '20', rows: { 0: { price: null } }, facts: listing([0, 2]) },
      otherwise(0, 2),
    ],
    ['but not where nothing is listed', { amount: '20', facts: listing([]) }, otherwise(0, 1, 2)],
    [
      'but not where every row has its outcome',
      {
        rows: { 0: { outcome: SETTLED }, 1: { outcome: SETTLED }, 2: { outcome: SETTLED } },
        facts: listing([0, 1, 2]),
      },
      NOT_PROVEN,
    ],
    ['but not where more is listed', { amount: '20', facts: listing([0, 2], 3) }, NOT_PROVEN],
    [
      'but not where a row was settled otherwise, which must not be paid along with the others',
      { rows: { 1: { outcome: SETTLED } }, facts: listing([0, 1]) },
      NOT_PROVEN,
    ],
    [
      'but not as they were listed before it existed',
      { amount: '20', facts: { ...listing([0, 2]), changed: new Map([['made o1', 1]]) } },
      ASK_ROWS,
    ],
  ])('%s', (_, given, expected) => {
    expect(covered(given)).toEqual(expected);
  });

  test('once proven, nothing more is asked', () => {
    expect(covered({ amount: '1', orders: [] }, { ...O1, rows: [2] })).toEqual(proven(2));
  });
});

describe('the rows of an order that was paid by somebody', () => {
  const UNWANTED = { kind: 'cancelling', because: 'not asked for', refusal: null } as const;
  const of = part(0, [0, 1], [O1]);

  test.each<[string, Order, Partial<Facts>, ReturnType<typeof listedRows>, string?]>([
    ['are the proven ones', { ...O1, rows: [1] }, {}, [1]],
    [
      'are not what was listed once under one that was unwanted',
      { ...order('o1', UNWANTED), rows: [1] },
      listing([0, 1]),
      [0, 1],
      '20',
    ],
    ['are asked for', O1, {}, { kind: 'order rows', order: 'o1' }],
    [
      'are asked for again where that was before it existed',
      O1,
      { ...listing([0]), changed: new Map([['made o1', 1]]) },
      { kind: 'order rows', order: 'o1' },
    ],
    ['are those listed under it', O1, listing([0]), [0]],
    ['are not known where it costs something else than these', O1, listing([0]), null, '11'],
    ['are not known where nothing is listed', O1, listing([]), null],
    ['are not known where others are listed too', O1, listing([0], 2), null],
  ])('%s', (_, one, facts, expected, amount = '10') => {
    const context = contextOf(pricedJournal(2, { parts: [of] }), facts);

    expect(listedRows(context, of, one, reading('o1', amount))).toEqual(expected);
  });
});
