import { describe, expect, test } from 'vitest';
import {
  instanceRow,
  type PurchaseScenario,
  runPurchases,
  worldInstance,
} from '../../support/purchase-run.ts';

const MINUTE = 60_000;

/** A server whose first call took effect, which nothing shows for twenty minutes. */
function late(repeat: object): PurchaseScenario {
  return {
    name: 'a server',
    rows: [instanceRow(0, 'i-1')],
    world: {
      instances: [worldInstance('i-1', 'ecs')],
      behaviour: { lag: { bssInstances: { ms: 20 * MINUTE }, bssOrders: { ms: 20 * MINUTE } } },
      faults: [{ api: 'ecsRenew', call: 1, when: 'after', what: 'reset' }, repeat],
    },
  };
}

describe('a call that was repeated with its token', () => {
  test.each([
    ['is answered with the first one', {}],
    ['is refused as busy', { status: 400, code: 'LastOrderProcessing' }],
    ['is refused for its unpaid order', { status: 403, code: 'Instance.UnPaidOrder' }],
    ['is refused for its term', { status: 400, code: 'InvalidPeriod' }],
    ['is refused as gone', { status: 404, code: 'InvalidInstanceId.NotFound' }],
    ['is throttled', 'throttle'],
    ['gets no answer', 'reset'],
  ])('and %s: the first one is still looked for, and found', async (_, what) => {
    const fault = { api: 'ecsRenew', call: 2, when: 'before', what };
    const scenario = late(Object.keys(what).length === 0 ? { ...fault, what: { slow: 0 } } : fault);
    const { wrong, status, ledger } = await runPurchases(scenario);

    expect(wrong).toEqual([]);
    expect(status).toBe('done: 1 renewed');
    expect(ledger).toHaveLength(1);
  });
});
