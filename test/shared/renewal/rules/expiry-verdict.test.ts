import { describe, expect, test } from 'vitest';
import { judgeExpiry, suspectZone } from '../../../../shared/renewal/rules/expiry-verdict.ts';
import type { WallTime } from '../../../../shared/values/wall-time.ts';
import { told, wordsOf } from '../../../support/told.ts';

const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const APPROVED: WallTime = { day: '2026-12-20', time: '23:59:59' };
const AT = Date.parse('2026-12-20T15:59:59Z');

function verdict(expiry: number | null, approved: WallTime = APPROVED): string | undefined {
  return judgeExpiry({ expiry: approved }, expiry, ZONE)?.outcome;
}

describe('a row whose provider shows', () => {
  test.each([
    ['the approved second', AT],
    ['another time of the same day', AT - 12 * HOUR],
    ['the first second of the day in the zone', Date.parse('2026-12-19T16:00:00Z')],
  ])('%s is still the approved one', (_, expiry) => {
    expect(judgeExpiry({ expiry: APPROVED }, expiry, ZONE)).toBeNull();
  });

  test('the same day is still the approved one where the sheet has no time', () => {
    expect(judgeExpiry({ expiry: { day: '2026-12-20', time: null } }, AT, ZONE)).toBeNull();
  });

  test.each([
    ['one second later, which is the next day in the zone', AT + 1000],
    ['nineteen days later', AT + 19 * DAY],
    ['a day earlier', AT - DAY],
    ['a month earlier', AT - 30 * DAY],
  ])('%s is invalid: something else was approved', (_, expiry) => {
    expect(verdict(expiry)).toBe('invalid');
  });

  test.each([
    ['twenty days later', AT + 20 * DAY],
    ['twenty days later by the calendar and a minute less by the clock', AT + 20 * DAY - 60_000],
    ['a month later', AT + 31 * DAY],
    ['three years later', AT + 1096 * DAY],
  ])('%s was renewed already', (_, expiry) => {
    expect(verdict(expiry)).toBe('already renewed');
  });

  test('no expiry at all cannot be renewed', () => {
    expect(verdict(null)).toBe('not renewable');
  });

  test('another day is told both dates and the zone, and the new expiry is kept', () => {
    const outcome = judgeExpiry({ expiry: APPROVED }, AT + DAY, ZONE);

    expect(told(outcome!)).toMatchObject({
      reason:
        "The approved expiry is 2026-12-20 23:59:59, the provider's is 2026-12-21 23:59:59 (Asia/Shanghai).",
      newExpiry: AT + DAY,
      paid: null,
    });
  });

  test('the same instant may be another day in another zone', () => {
    expect(judgeExpiry({ expiry: APPROVED }, AT, 'UTC')).toBeNull();
    expect(judgeExpiry({ expiry: APPROVED }, AT, 'Asia/Tokyo')?.outcome).toBe('invalid');
  });
});

/** Rows that match, and rows whose provider is off by these milliseconds. */
function rowsOff(
  matching: number,
  offs: readonly number[],
  time: string | null = '23:59:59',
): { row: { expiry: WallTime }; expiry: number }[] {
  const all = [...Array.from({ length: matching }, () => 0), ...offs];
  return all.map((off) => ({ row: { expiry: { day: '2026-12-20', time } }, expiry: AT + off }));
}

function suspected(rows: Parameters<typeof suspectZone>[0]): boolean {
  return suspectZone(rows, ZONE) !== null;
}

describe('a file is taken for one of another zone', () => {
  test('when all mismatches are off by the same whole hours', () => {
    expect(suspected(rowsOff(97, [8 * HOUR, 8 * HOUR, 8 * HOUR]))).toBe(true);
    expect(suspected(rowsOff(97, [-24 * HOUR, -24 * HOUR, -24 * HOUR]))).toBe(true);
  });

  test('when they are so apart from a row that somebody has renewed already', () => {
    expect(suspected(rowsOff(96, [8 * HOUR, 8 * HOUR, 8 * HOUR, 20 * DAY]))).toBe(true);
  });

  test('when all mismatches of days without a time are one and the same day', () => {
    expect(suspected(rowsOff(97, [DAY, DAY, DAY], null))).toBe(true);
  });

  test('when more than a fifth of its rows are off by one day, even in different ways', () => {
    expect(suspected(rowsOff(11, [DAY, -DAY, 3 * HOUR + 1]))).toBe(true);
    expect(suspected(rowsOff(12, [DAY, -DAY, 3 * HOUR + 1]))).toBe(false);
  });

  test('and told the setting and its present value', () => {
    const sentence = wordsOf(suspectZone(rowsOff(0, [DAY, DAY, DAY]), ZONE));

    expect(sentence).toContain('3 rows');
    expect(sentence).toContain('expiryZone (now Asia/Shanghai)');
  });
});

describe('a file is not taken for one of another zone', () => {
  test('when fewer than three rows mismatch, which proves nothing', () => {
    expect(suspected(rowsOff(0, [DAY, DAY]))).toBe(false);
  });

  test('when nothing mismatches', () => {
    expect(suspected(rowsOff(100, []))).toBe(false);
    expect(suspected([])).toBe(false);
  });

  test('when the mismatches differ from each other', () => {
    expect(suspected(rowsOff(97, [8 * HOUR, 8 * HOUR, 9 * HOUR]))).toBe(false);
  });

  test('when the offset is no whole hour or longer than a day', () => {
    expect(suspected(rowsOff(97, [90_000, 90_000, 90_000]))).toBe(false);
    expect(suspected(rowsOff(97, [25 * HOUR, 25 * HOUR, 25 * HOUR]))).toBe(false);
  });

  test('because of rows that somebody has renewed already', () => {
    expect(suspected(rowsOff(3, [31 * DAY, 31 * DAY, 31 * DAY, 31 * DAY]))).toBe(false);
  });
});
