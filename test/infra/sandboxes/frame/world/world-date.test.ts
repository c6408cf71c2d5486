import { describe, expect, it } from 'vitest';

import {
  resolveDate,
  utcText,
  worldDate,
} from '../../../../../infra/sandboxes/frame/world/world-date.ts';
import { START } from '../../huawei/sandbox-fixture.ts';

describe('a date in a world', () => {
  it.each([
    ['2026-12-01T15:59:59Z', '2026-12-01T15:59:59Z'],
    ['2026-12-01T23:59:59+08:00', '2026-12-01T15:59:59Z'],
    ['today', '2026-11-15T15:59:59Z'],
    ['in 20 days', '2026-12-05T15:59:59Z'],
    ['in 1 day at 08:00', '2026-11-16T00:00:00Z'],
    ['20 days ago', '2026-10-26T15:59:59Z'],
    ['20 days ago at 23:30:15', '2026-10-26T15:30:15Z'],
    ['in 3 months', '2027-02-15T15:59:59Z'],
    ['1 year ago', '2025-11-15T15:59:59Z'],
    ['in 90 minutes', '2026-11-15T13:30:00Z'],
    ['2 hours ago', '2026-11-15T10:00:00Z'],
  ])('%s means %s', (text, instant) => {
    expect(worldDate.safeParse(text).success).toBe(true);
    expect(utcText(resolveDate(text, START))).toBe(instant);
  });

  it.each(['', 'soon', 'in days', 'in 3 fortnights', '2026-13-01T00:00:00Z', 'in 2 days ago'])(
    'cannot be "%s"',
    (text) => {
      expect(worldDate.safeParse(text).success).toBe(false);
    },
  );
});
