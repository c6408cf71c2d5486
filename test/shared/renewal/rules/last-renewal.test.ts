import { describe, expect, test } from 'vitest';
import { type ReasonId } from '../../../../shared/reasons/catalogue.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import type { Journal, Order } from '../../../../shared/renewal/journal.ts';
import { type RowOutcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  lastRenewal,
  monthsOfLastExpiry,
  type PaidRenewal,
  paidRenewal,
} from '../../../../shared/renewal/rules/last-renewal.ts';
import type { Term } from '../../../../shared/values/term.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';

const ZONE = 'Asia/Shanghai';
const ORDERED_AT = Date.parse('2026-12-01T02:00:00Z');
const MONTH: Term = { unit: 'month', count: 1 };
const YEAR: Term = { unit: 'year', count: 1 };

/** The end of a day in Shanghai. */
function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59+08:00`);
}

/** A chunk with one row that is due on 20 December 2026, with this outcome and these orders. */
function chunk(outcome: RowOutcome | null, orders: readonly Order[] = []): Journal {
  const rows = [journalRow(0, { outcome })];
  const parts = [part(0, [0], orders, { kind: 'accepted', at: ORDERED_AT })];
  return journalOf(1, { rows, parts, term: YEAR });
}

function proven(state: Order['state']): readonly Order[] {
  return [{ ...order('o1', state), rows: [0] }];
}

function said(id: ReasonId, more: Partial<RowOutcome> = {}): RowOutcome {
  return rowOutcome('needs review', reason(id as 'checked-paid', { by: 'Ada' }), more);
}

const BY_ORDER = { order: 'o1', paid: usd('9.98') };
const OF_OURS = { at: ORDERED_AT, term: YEAR, from: '2026-12-20', until: null };
const RENEWED = rowOutcome('renewed', asTold('So.'), {
  ...BY_ORDER,
  newExpiry: endOf('2027-12-20'),
});

describe('what a journal tells of a renewal that is paid', () => {
  test.each<[string, Journal, PaidRenewal | null]>([
    [
      'what it cost, for how long, and until when',
      chunk(RENEWED, proven(EVERY_STATE.completed)),
      { ...OF_OURS, paid: usd('9.98'), until: endOf('2027-12-20') },
    ],
    [
      'no price where nobody told the charge',
      chunk({ ...RENEWED, paid: null, newExpiry: null }, proven(EVERY_STATE.completed)),
      { ...OF_OURS, paid: null },
    ],
    [
      'what was charged, where a person had to find out that it is renewed',
      chunk(said('checked-paid', BY_ORDER), proven(EVERY_STATE.completed)),
      { ...OF_OURS, paid: usd('9.98') },
    ],
    [
      'neither day nor price, where a person found it paid by no order of ours',
      chunk(said('checked-paid')),
      { ...OF_OURS, at: null, paid: null },
    ],
    ['nothing, where a person found it unpaid', chunk(said('checked-not-paid', BY_ORDER)), null],
    [
      'nothing, while it is not known what became of it',
      chunk(rowOutcome('needs review', asTold('So.'), { order: 'o1' }), proven(EVERY_STATE.paying)),
      null,
    ],
    ['nothing, while its order is not completed', chunk(null, proven(EVERY_STATE.paid)), null],
    [
      'nothing, where its order was cancelled',
      chunk(rowOutcome('held: price changed', asTold('So.')), proven(EVERY_STATE.cancelled)),
      null,
    ],
    [
      'nothing, where somebody else had renewed it',
      chunk(
        rowOutcome('already renewed', asTold('So.'), { newExpiry: endOf('2027-12-20') }),
        proven(EVERY_STATE.cancelled),
      ),
      null,
    ],
  ])('%s', (_, journal, expected) => {
    expect(paidRenewal(journal, 0)).toEqual(expected);
  });
});

function paid(from: string, term: Term, until: string | null = null, at = ORDERED_AT): PaidRenewal {
  return { at, paid: usd('10'), term, from, until: until === null ? null : endOf(until) };
}

describe('the renewal that a resource has its expiry from', () => {
  test.each<[string, PaidRenewal, string, boolean]>([
    ['was seen to lead there', paid('2026-12-20', MONTH, '2027-01-20'), '2027-01-20', true],
    [
      'was seen to lead there, by a setting of one day for all',
      paid('2026-12-20', MONTH, '2027-01-31'),
      '2027-01-31',
      true,
    ],
    [
      'was seen a day off, by another clock',
      paid('2026-12-20', MONTH, '2027-01-20'),
      '2027-01-21',
      true,
    ],
    [
      'was followed by one of somebody else',
      paid('2026-12-20', MONTH, '2027-01-20'),
      '2027-02-20',
      false,
    ],
    ['was taken back at the provider', paid('2026-12-20', YEAR, '2027-12-20'), '2026-12-20', false],
    ['leads there by its term', paid('2026-12-20', YEAR), '2027-12-20', true],
    [
      'leads there from the last day of a long month',
      paid('2027-01-31', MONTH),
      '2027-02-28',
      true,
    ],
    [
      'leads there from such a day, the days of the short month given back',
      paid('2027-01-31', MONTH),
      '2027-03-03',
      true,
    ],
    ['leads from a leap day to none', paid('2028-02-29', YEAR), '2029-02-28', true],
    ['leads elsewhere by its term', paid('2026-12-20', MONTH), '2027-12-20', false],
    ['leads nowhere yet', paid('2026-12-20', MONTH), '2026-12-20', false],
  ])('%s', (_, renewal, expires, is) => {
    const { at, term } = renewal;
    const expected = is ? { at, paid: usd('10'), term } : null;

    expect(lastRenewal([renewal], endOf(expires), ZONE)).toEqual(expected);
  });

  test('is the later one of two that lead there', () => {
    const [first, second] = [ORDERED_AT, ORDERED_AT + 1000].map((at) =>
      paid('2026-12-20', MONTH, '2027-01-20', at),
    );
    expect(lastRenewal([second!, first!], endOf('2027-01-20'), ZONE)).toMatchObject({
      at: ORDERED_AT + 1000,
    });
  });

  test('is not known without a day', () => {
    const found = { ...paid('2026-12-20', MONTH, '2027-01-20'), at: null };
    expect(lastRenewal([found], endOf('2027-01-20'), ZONE)).toBeNull();
  });
});

test('a resource was due last by one of the terms, or a month before that, the nearest first', () => {
  const byMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

  expect(monthsOfLastExpiry(36)).toEqual([...byMonth, 24, 25, 36, 37]);
  expect(monthsOfLastExpiry(120)).toHaveLength(31);
  expect(monthsOfLastExpiry(120).at(-1)).toBe(121);
});
