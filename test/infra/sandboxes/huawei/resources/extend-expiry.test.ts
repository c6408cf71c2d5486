import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { extendExpiry } from '../../../../../infra/sandboxes/huawei/resources/extend-expiry.ts';
import { utcText } from '../../../../../infra/sandboxes/frame/world/utc-text.ts';

type Rules = Parameters<typeof extendExpiry>[3];

const plain: Rules = { monthEnd: 'clamp', commonExpiryDay: null };

function on(commonExpiryDay: number): Rules {
  return { ...plain, commonExpiryDay };
}

function extended(
  from: string,
  periodType: 2 | 3,
  count: number,
  behaviour: Rules = plain,
): string {
  return utcText(extendExpiry(Date.parse(from), periodType, count, behaviour));
}

describe('the expiry after a renewal', () => {
  it.each([
    ['2026-12-01T15:59:59Z', 2, 1, '2027-01-01T15:59:59Z'],
    ['2026-01-31T15:59:59Z', 2, 1, '2026-02-28T15:59:59Z'],
    ['2028-01-31T15:59:59Z', 2, 1, '2028-02-29T15:59:59Z'],
    ['2028-02-29T15:59:59Z', 3, 1, '2029-02-28T15:59:59Z'],
    ['2026-10-31T15:59:59Z', 2, 11, '2027-09-30T15:59:59Z'],
  ] as const)('%s plus %i/%i is %s', (from, periodType, count, to) => {
    expect(extended(from, periodType, count)).toBe(to);
  });

  it('counts calendar days in GMT+08:00, not in UTC', () => {
    expect(extended('2026-01-30T16:30:00Z', 2, 1)).toBe('2026-02-27T16:30:00Z');
  });

  it('spills into the next month where the world says so', () => {
    const spill: Rules = { ...plain, monthEnd: 'spill' };
    expect(extended('2026-01-31T15:59:59Z', 2, 1, spill)).toBe('2026-03-03T15:59:59Z');
    expect(extended('2026-01-15T15:59:59Z', 2, 1, spill)).toBe('2026-02-15T15:59:59Z');
  });

  it('goes on to the common expiry day, and never back', () => {
    expect(extended('2026-12-10T15:59:59Z', 2, 1, on(20))).toBe('2027-01-20T15:59:59Z');
    expect(extended('2026-12-10T15:59:59Z', 2, 1, on(5))).toBe('2027-02-05T15:59:59Z');
    expect(extended('2026-12-10T15:59:59Z', 2, 1, on(10))).toBe('2027-01-10T15:59:59Z');
    expect(extended('2027-01-30T15:59:59Z', 2, 1, on(-1))).toBe('2027-02-28T15:59:59Z');
  });

  it('is always later, and later still for longer terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('clamp' as const, 'spill' as const),
        (from, count, monthEnd) => {
          const behaviour = { ...plain, monthEnd };
          const once = extendExpiry(from, 2, count, behaviour);
          expect(once).toBeGreaterThan(from);
          expect(extendExpiry(from, 2, count + 1, behaviour)).toBeGreaterThan(once);
        },
      ),
      { verbose: 1 },
    );
  });
});
