import fc from 'fast-check';
import type { CrashAt } from '../support/crashing.ts';

/** What befalls a function at one of its port calls, counted over the whole run. */
export interface Mishap {
  readonly point: number;
  /** The process dies, or the call fails although it took place or before it did. */
  readonly what: 'crash' | 'error';
}

/** A few of them, early ones more often than late ones. */
export function mishaps(): fc.Arbitrary<readonly Mishap[]> {
  return fc.array(
    fc.record({
      point: fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: 800 })),
      what: fc.constantFrom<Mishap['what']>('crash', 'crash', 'error'),
    }),
    { maxLength: 6 },
  );
}

/** A port call that failed by plan. */
export class PortFault extends Error {
  override readonly name = 'PortFault';
}

/** Counts the points and lets the planned ones go wrong, while `active` says so. */
export function mishapAt(plan: readonly Mishap[], active: () => boolean): CrashAt {
  const at = new Map(plan.map(({ point, what }) => [point, what] as const));
  let count = -1;
  return ({ call, when }) => {
    if (!active()) return false;
    count += 1;
    switch (at.get(count)) {
      case undefined:
        return false;
      case 'crash':
        return true;
      case 'error':
        // What the adapter answers is never an exception: its faults are the sandbox's.
        return call.startsWith('provider.') ? true : new PortFault(`${call} failed ${when}`);
    }
  };
}
