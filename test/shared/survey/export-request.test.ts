import { describe, expect, test } from 'vitest';
import { dayAfter, dayStart } from '../../../shared/values/day-start.ts';
import { exportQuestion } from '../../../shared/survey/export-request.ts';
import { defaultExport, readDue } from '../../../shared/settings/export-settings.ts';
import { testAccount } from '../../support/quote-rows.ts';

const AT = Date.parse('2026-12-01T20:00:00Z');

describe('the window of an export', () => {
  test.each([
    ['Asia/Shanghai', 30, '2027-01-01T16:00:00Z'],
    ['UTC', 30, '2027-01-01T00:00:00Z'],
    ['America/New_York', 0, '2026-12-02T05:00:00Z'],
    ['Europe/Berlin', 120, '2027-03-31T22:00:00Z'],
  ])('in %s, %i days ahead, ends with that whole day', (timeZone, days, end) => {
    const account = testAccount({ export: { ...defaultExport(timeZone, null), due: { days } } });
    const { filter } = exportQuestion(account, {}, AT);
    expect(filter.expiresBefore).toBe(Date.parse(end));
    expect(filter.expiresFrom).toBeNull();
  });

  test('is the same all day, so that the same question is the same survey', () => {
    const account = testAccount();
    expect(exportQuestion(account, {}, AT)).toEqual(
      exportQuestion(account, {}, AT + 15 * 3_600_000),
    );
    expect(exportQuestion(account, {}, AT)).not.toEqual(
      exportQuestion(account, {}, AT + 20 * 3_600_000),
    );
  });
});

describe('a day', () => {
  test.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2026-06-01', 'Asia/Kolkata', '2026-05-31T18:30:00Z'],
  ])('%s begins in %s at %s', (day, zone, instant) => {
    expect(dayStart(day, zone)).toBe(Date.parse(instant));
  });

  test('is followed by the next one, also over a leap day and the end of a year', () => {
    expect([dayAfter('2028-02-28', 1), dayAfter('2026-12-31', 1)]).toEqual([
      '2028-02-29',
      '2027-01-01',
    ]);
  });
});

describe('what an export is called', () => {
  const account = testAccount();
  test.each([
    [{}, 'due-30d', 'due within 30 days'],
    [{ due: { days: 1 } }, 'due-1d', 'due within 1 day'],
    [{ due: 'urgent' }, 'urgent', 'expired or due within 15 days'],
    [{ ids: ['a', 'b'] }, 'ids', '2 resources by id'],
    [{ order: 'CS1' }, 'order', 'order CS1'],
    [{ ids: ['a'], due: { days: 7 } }, 'ids-due-7d', '1 resource by id, due within 7 days'],
  ] as const)('for %j is %s', (request, what, title) => {
    expect(exportQuestion(account, request, AT)).toMatchObject({ what, title });
  });
});

test('what is asked for by its type is not left out for its type', () => {
  const account = testAccount({
    export: { ...defaultExport('UTC', null), withoutServiceTypes: ['pack', 'other'] },
  });
  expect(exportQuestion(account, { serviceTypes: ['PACK'] }, AT).filter).toMatchObject({
    serviceTypes: ['PACK'],
    withoutServiceTypes: ['other'],
  });
});

test.each([
  ['30d', { days: 30 }],
  ['0d', { days: 0 }],
  ['urgent', 'urgent'],
  ['1200d', { days: 1200 }],
  ['1201d', null],
  ['30', null],
  ['-1d', null],
  ['soon', null],
])('%s is read as %j', (text, due) => {
  expect(readDue(text)).toEqual(due);
});
