import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsOnTime, beginsTooLate } from '../../../../shared/renewal/rules/begins-too-late.ts';

const ZONE = 'Asia/Shanghai';

function rowsOf(...days: readonly string[]) {
  return days.map((day) => ({ expiry: { day, time: '23:59:59' } }));
}

function begins(...texts: readonly string[]): number[] {
  return texts.map((text) => Date.parse(`${text}+08:00`));
}

/** So many days after the first of December. */
function at(offset: number): number {
  return Date.parse('2026-12-01T12:00:00Z') + offset * 86_400_000;
}

describe('an order', () => {
  test.each([
    ['whose period begins at the approved expiry', begins('2026-12-01T23:59:59')],
    ['whose period begins the next day', begins('2026-12-02T00:00:00')],
    ['that shows no begin', []],
    ['that shows when it was made instead', begins('2026-11-20T10:00:00')],
    [
      'with an attached resource that expires much later',
      begins('2026-12-01T23:59:59', '2027-03-01T23:59:59'),
    ],
  ])('%s is as approved', (_, starts) => {
    expect(beginsTooLate(rowsOf('2026-12-01'), starts, ZONE)).toBe(false);
  });

  test.each([
    ['a month', '2027-01-01T23:59:59'],
    ['20 days', '2026-12-21T00:00:00'],
    ['a year', '2027-12-01T23:59:59'],
  ])('whose period begins %s later is for a resource renewed meanwhile', (_, start) => {
    expect(beginsTooLate(rowsOf('2026-12-01'), begins(start), ZONE)).toBe(true);
  });

  test('of several rows shows the one renewed meanwhile, though another expires when it begins', () => {
    const rows = rowsOf('2026-12-01', '2026-12-31');

    expect(beginsTooLate(rows, begins('2026-12-31T23:59:59', '2026-12-31T23:59:59'), ZONE)).toBe(
      true,
    );
    expect(beginsTooLate(rows, begins('2026-12-31T23:59:59', '2026-12-01T23:59:59'), ZONE)).toBe(
      false,
    );
  });

  test('whose lines stand for several rows each shows nothing', () => {
    const rows = rowsOf('2026-12-01', '2026-12-01', '2026-12-20');

    expect(beginsTooLate(rows, begins('2026-12-01T23:59:59', '2026-12-20T23:59:59'), ZONE)).toBe(
      false,
    );
  });

  test('shows the first of rows that expire day by day as renewed for a month', () => {
    const days = Array.from(
      { length: 31 },
      (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`,
    );
    const starts = days.map((day, index) => (index === 0 ? '2026-12-31' : day));

    const at = starts.map((day) => `${day}T23:59:59`);
    expect(beginsTooLate(rowsOf(...days), begins(...at), ZONE)).toBe(true);
  });

  test('shows any single row that begins a month later, wherever the others expire', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), fc.nat(), (days, pick) => {
        const moved = pick % days.length;
        const rows = days.map((offset) => ({
          expiry: { day: new Date(at(offset)).toISOString().slice(0, 10), time: null },
        }));
        const starts = days.map((offset, index) => at(index === moved ? offset + 30 : offset));

        expect(beginsTooLate(rows, starts, 'UTC')).toBe(true);
      }),
    );
  });
});

describe('the periods of an order begin just when its rows expire', () => {
  const made = Date.parse('2026-11-20T10:00:00+08:00');
  const OLD = begins('2026-12-01T23:59:59');

  test.each<[string, readonly string[], readonly number[] | null, number | null, boolean]>([
    ['where each of them does', ['2026-12-01'], OLD, made, true],
    ['where they begin the next day', ['2026-12-01'], begins('2026-12-02T00:00:00'), made, true],
    [
      'also where attached resources begin at other times',
      ['2026-12-01'],
      [...OLD, ...begins('2026-12-05T23:59:59')],
      made,
      true,
    ],
    [
      'of several rows as well',
      ['2026-12-01', '2026-12-09'],
      [...OLD, ...begins('2026-12-09T23:59:59')],
      made,
      true,
    ],
    ['but not where one row has none', ['2026-12-01', '2026-12-09'], OLD, made, false],
    ['but not where two rows share one', ['2026-12-01', '2026-12-01'], OLD, made, false],
    [
      'but not where they begin a month later',
      ['2026-12-01'],
      begins('2027-01-01T23:59:59'),
      made,
      false,
    ],
    ['but not where none is shown', ['2026-12-01'], null, made, false],
    ['but not where there is none', ['2026-12-01'], [], made, false],
    ['but not where the order does not say when it was made', ['2026-12-01'], OLD, null, false],
    [
      'but not where they only show when the order was made, on the day of the expiry',
      ['2026-11-20'],
      [made + 3_600_000],
      made,
      false,
    ],
    ['also a day after the order was made', ['2026-11-21'], [made + 86_400_000], made, true],
  ])('%s', (_, days, starts, createdAt, expected) => {
    expect(beginsOnTime(rowsOf(...days), { starts, createdAt }, ZONE)).toBe(expected);
  });
});
