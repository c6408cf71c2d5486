import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  isZone,
  wallDistance,
  wallText,
  wallTime,
} from '../../../shared/values/wall-time.ts';

const SEED = 20_261_122;
const HOUR = 3_600_000;

function clock(instant: string, zone: string): string {
  return wallText(wallTime(Date.parse(instant), zone));
}

describe('the clock on the wall', () => {
  test.each([
    ['2026-12-20T15:59:59Z', 'Asia/Shanghai', '2026-12-20 23:59:59'],
    ['2026-12-20T16:00:00Z', 'Asia/Shanghai', '2026-12-21 00:00:00'],
    ['2026-12-20T15:59:59.999Z', 'Asia/Shanghai', '2026-12-20 23:59:59'],
    ['2026-12-31T23:59:59Z', 'UTC', '2026-12-31 23:59:59'],
    ['2026-12-31T18:29:59Z', 'Asia/Kolkata', '2026-12-31 23:59:59'],
    ['2026-12-31T18:15:00Z', 'Asia/Kathmandu', '2027-01-01 00:00:00'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31 23:59:59'],
    ['2028-02-28T16:00:00Z', 'Asia/Shanghai', '2028-02-29 00:00:00'],
    ['2026-12-31T12:00:00Z', 'Pacific/Auckland', '2027-01-01 01:00:00'],
  ])('shows at %s in %s: %s', (instant, zone, text) => {
    expect(clock(instant, zone)).toBe(text);
  });

  test.each([
    ['2026-03-08T06:59:59Z', '2026-03-08 01:59:59'],
    ['2026-03-08T07:00:00Z', '2026-03-08 03:00:00'],
    ['2026-11-01T05:30:00Z', '2026-11-01 01:30:00'],
    ['2026-11-01T06:30:00Z', '2026-11-01 01:30:00'],
    ['2026-07-01T03:59:59Z', '2026-06-30 23:59:59'],
    ['2026-12-01T03:59:59Z', '2026-11-30 22:59:59'],
  ])('is put forward and back with the seasons: at %s in New York %s', (instant, text) => {
    expect(clock(instant, 'America/New_York')).toBe(text);
  });

  test(`shows what another library of time zones shows (seed ${SEED})`, () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) });

    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(wallText(wallTime(instant, zone))).toBe(
          DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss'),
        );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('is only asked in zones that there are', () => {
    expect(['Asia/Shanghai', 'UTC', 'America/New_York'].map(isZone)).toEqual([true, true, true]);
    expect(['', 'Asia/Shanghigh', 'China', '+8'].map(isZone)).toEqual([false, false, false, false]);
  });
});

describe('days between', () => {
  test.each([
    ['2026-12-20', '2026-12-20', 0],
    ['2026-12-20', '2026-12-21', 1],
    ['2027-01-01', '2026-12-31', -1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-20', '2027-12-20', 365],
    ['2026-03-07', '2026-03-09', 2],
  ])('%s and %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test(`add up along the way and turn around (seed ${SEED})`, () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));

    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c));
        expect(daysBetween(a, b)).toBe(0 - daysBetween(b, a));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('the distance of wall times', () => {
  test('counts the hours between the clocks, whatever the zone', () => {
    const from = { day: '2026-12-20', time: '23:59:59' };

    expect(wallDistance(from, { day: '2026-12-21', time: '07:59:59' })).toBe(8 * HOUR);
    expect(wallDistance({ day: '2026-12-21', time: '00:00:00' }, from)).toBe(-1000);
  });

  test('takes a day without a time as its midnight', () => {
    const day = { day: '2026-12-20', time: null };

    expect(wallDistance(day, { day: '2026-12-20', time: '12:00:00' })).toBe(12 * HOUR);
  });
});

test('a wall time is shown with its time only where it has one', () => {
  expect(wallText({ day: '2026-12-20', time: null })).toBe('2026-12-20');
  expect(wallText({ day: '2026-12-20', time: '23:59:59' })).toBe('2026-12-20 23:59:59');
});
