import { expect, test } from 'vitest';
import { moneyRun, once } from '../support/money-run.ts';

const MINUTE = 60_000;
const LATE = 25 * MINUTE;

/** What the lines of an order tell of the times they are for. */
const TIMES = [true, false, 'of the order', 'no start', 'first only'] as const;

/** When somebody cancels our order, buys one of their own and pays it. */
const MOMENTS = [
  ['before it is judged', { api: 'renew', phase: 'after' }],
  ['before it is read', { api: 'orderDetails', phase: 'before' }],
  ['before it is paid', { api: 'pay', phase: 'before' }],
] as const;

const CASES = MOMENTS.flatMap(([moment, at]) =>
  TIMES.flatMap((lineItemTimes) =>
    [0, LATE].flatMap((late) =>
      [1, 3].map((rows) => [moment, lineItemTimes, late / MINUTE, rows, at] as const),
    ),
  ),
);

test.each(CASES)(
  'a colleague who takes over %s renews once (times in lines: %s; expiry shown after %i minutes; %i rows)',
  async (_, lineItemTimes, late, rows, at) => {
    const run = await moneyRun({
      rows,
      behaviour: { lineItemTimes, expiryVisibilityDelayMs: late * MINUTE },
    });
    once(run.sandbox, at, () => {
      run.sandbox.act.takeOver({ resource: 'r0' });
    });
    await run.finish();
    const charged = run.sandbox.ledger().flatMap(({ resources }) => resources);
    const periods = charged.filter(({ resourceId }) => resourceId === 'r0');

    const ours = run.sandbox
      .orders()
      .filter(({ by, resources }) => by === 'renewsheet' && resources.includes('r0'));

    expect(periods).toHaveLength(1);
    // Not ordered again: somebody is at work on it.
    expect(ours).toHaveLength(1);
    expect(['already renewed', 'needs review']).toContain(run.words()[0]);
    expect(run.row(0).outcome.paid).toBeNull();
    expect(new Set(charged.map(({ resourceId }) => resourceId)).size).toBe(charged.length);
    expect(run.wrong()).toEqual([]);
  },
);
