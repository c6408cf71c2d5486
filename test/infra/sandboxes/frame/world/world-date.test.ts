import { describe, expect, it, test } from 'vitest';

import { resolveDate, worldDate } from '../../../../../infra/sandboxes/frame/world/world-date.ts';
import { START } from '../../huawei/sandbox-fixture.ts';

/** What a text means, as a UTC instant. */
function meant(text: string, zone: string): string {
  return new Date(resolveDate(text, START, zone)).toISOString();
}

describe('a date in a world', () => {
  it.each([
    ['2026-12-01T15:59:59Z', '2026-12-01T15:59:59.000Z'],
    ['2026-12-01T23:59:59+08:00', '2026-12-01T15:59:59.000Z'],
    ['today', '2026-11-15T15:59:59.000Z'],
    ['in 20 days', '2026-12-05T15:59:59.000Z'],
    ['in 1 day at 08:00', '2026-11-16T00:00:00.000Z'],
    ['20 days ago', '2026-10-26T15:59:59.000Z'],
    ['20 days ago at 23:30:15', '2026-10-26T15:30:15.000Z'],
    ['in 3 months', '2027-02-15T15:59:59.000Z'],
    ['1 year ago', '2025-11-15T15:59:59.000Z'],
    ['in 90 minutes', '2026-11-15T13:30:00.000Z'],
    ['2 hours ago', '2026-11-15T10:00:00.000Z'],
  ])('%s means %s, where the provider counts its days in UTC+8', (text, instant) => {
    expect(worldDate.safeParse(text).success).toBe(true);
    expect(meant(text, 'UTC+8')).toBe(instant);
  });

  it.each(['', 'soon', 'in days', 'in 3 fortnights', '2026-13-01T00:00:00Z', 'in 2 days ago'])(
    'cannot be "%s"',
    (text) => {
      expect(worldDate.safeParse(text).success).toBe(false);
    },
  );
});

test.each([
  ['2026-12-01T15:59:59Z', '2026-12-01T15:59:59.000Z'],
  ['in 20 days', '2026-12-05T23:59:59.000Z'],
  ['in 1 day at 08:00', '2026-11-16T08:00:00.000Z'],
  ['in 90 minutes', '2026-11-15T13:30:00.000Z'],
])('another provider may count its days in UTC: then %s means %s', (text, instant) => {
  expect(meant(text, 'UTC')).toBe(instant);
});
