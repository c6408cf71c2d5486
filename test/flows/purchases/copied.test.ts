import { describe, expect, test } from 'vitest';
import {
  domainRow,
  instanceRow,
  type PurchaseScenario,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../../support/purchase-run.ts';

const LATE = { ms: 20 * 60_000 };

/** What shows only after minutes that a call took effect. */
const LAGS = [
  ['at once', {}],
  ['in orders, late in expiries', { bssInstances: LATE, domainInfo: LATE, domainList: LATE }],
  [
    'late everywhere',
    {
      bssInstances: LATE,
      bssOrders: LATE,
      domainInfo: LATE,
      domainList: LATE,
      domainTasks: LATE,
    },
  ],
] as const;

/** The product's call, and the code of which the first copy of the call is the cause. */
const COPIES = [
  ['ecs', 'ecsRenew', 'LastOrderProcessing'],
  ['ecs', 'ecsRenew', 'Instance.UnPaidOrder'],
  ['rds', 'rdsRenew', 'SYSTEM.CONCURRENT_OPERATE'],
  ['rds', 'rdsRenew', 'OrderStatus.UnPaid'],
  ['swas', 'swasRenew', 'OperationBusy'],
  ['hbase', 'hbaseRenew', 'OperationBusy'],
  ['domain', 'domainRenew', 'TaskIsBeingProcessed'],
  ['domain', 'domainRenew', 'QueryRegistryFailed'],
  ['domain', 'domainRenewBatch', 'TaskIsBeingProcessed'],
  // What the first copy has done to the item may be what the second one is refused for.
  ['ddos', 'bssRenew', 'ResourceStatusError'],
  ['ecs', 'ecsRenew', 'IncorrectInstanceStatus'],
  ['ecs', 'ecsRenew', 'InvalidPeriod.ExceededMaximumExpirationDate'],
  ['domain', 'domainRenew', 'ParameterIllegal'],
  ['domain', 'domainRenewBatch', 'ParameterIllegal'],
] as const;

function copied(
  [product, api, code]: (typeof COPIES)[number],
  lag: object,
  staleDate: string,
): PurchaseScenario {
  const names = api === 'domainRenewBatch' ? ['one.com', 'two.com', 'three.com'] : ['one.com'];
  const domain = product === 'domain';
  return {
    name: 'copied on its way',
    settings: { domainTasks: names.length > 1 ? 'batch' : 'single' },
    rows: domain ? names.map((name, at) => domainRow(at, name)) : [instanceRow(0, 'i-1')],
    world: {
      ...(domain
        ? { domains: names.map((name) => worldDomain(name)) }
        : { instances: [worldInstance('i-1', product)] }),
      behaviour: { lag, staleDate },
      // The one took effect, the other is what is answered.
      faults: [{ api, call: 1, when: 'after', what: { status: 403, code } }],
    },
  };
}

describe.each(LAGS)(
  'a call that arrived twice, of which the second is refused, shown %s',
  (_, lag) => {
    test.each(COPIES.flatMap((copy) => ['task fails', 'accepted'].map((stale) => [copy, stale])))(
      '%s, stale date: %s',
      async (copy, stale) => {
        const { wrong } = await runPurchases(
          copied(copy as (typeof COPIES)[number], lag, stale as string),
        );

        expect(wrong).toEqual([]);
      },
    );
  },
);

test.each([
  ['ecs', 'IncorrectInstanceStatus'],
  ['ddos', 'ResourceStatusError'],
  ['ecs', 'InvalidPeriod.ExceededMaximumExpirationDate'],
] as const)(
  '%s: refused by %s at every call, it is sent once and told as refused',
  async (product, code) => {
    const end = await runPurchases({
      name: 'refused for its state',
      rows: [instanceRow(0, 'i-1')],
      world: {
        instances: [worldInstance('i-1', product, { errors: { renew: { status: 403, code } } })],
      },
    });

    expect(end.wrong).toEqual([]);
    expect(end.status).toBe('done: 1 not renewable');
    expect(end.calls.filter(({ api }) => api.endsWith('Renew'))).toHaveLength(1);
  },
);
