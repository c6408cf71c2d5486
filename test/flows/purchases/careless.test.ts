import { describe, expect, test } from 'vitest';
import type { AlibabaSandbox } from '../../../infra/sandboxes/alibaba/sandbox.ts';
import type { Provider, Purchases } from '../../../shared/ports/provider.ts';
import {
  domainRow,
  instanceRow,
  type PurchaseScenario,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../../support/purchase-run.ts';

const MINUTE = 60_000;

type Double = (
  sandbox: () => AlibabaSandbox,
) => (honest: Provider<Purchases>) => Provider<Purchases>;

/** The adapter with another way to buy. */
function buying(
  change: (purchase: Purchases['purchase'], sandbox: () => AlibabaSandbox) => Purchases['purchase'],
): Double {
  return (sandbox) =>
    ({ resources, renewals }) => ({
      resources,
      renewals: {
        ...renewals,
        purchase: change(async (...call) => await renewals.purchase(...call), sandbox),
      },
    });
}

let fresh = 0;
const freshToken = buying((purchase) => async (resources, term, token) => {
  fresh += 1;
  return await purchase(resources, term, `${token}-${fresh}`);
});

const refreshedExpiry = buying((purchase, sandbox) => async (resources, term, token) => {
  const now = sandbox().resources();
  const refreshed = resources.map((one) => ({
    ...one,
    expiry: now.find(({ id }) => id === one.resourceId)?.expiresLong ?? one.expiry,
  }));
  return await purchase(refreshed, term, token);
});

const noLook = buying((purchase) => async (...call) => {
  const given = await purchase(...call);
  return given.answer.kind === 'unknown' ? await purchase(...call) : given;
});

/** Takes what a task says of itself for a renewal: the expiry is made up. */
const believesSuccess: Double =
  () =>
  ({ resources, renewals }) => {
    const bought = new Map<string, number>();
    return {
      resources: {
        ...resources,
        resources: async (ids) => {
          const answer = await resources.resources(ids);
          if (answer.kind !== 'done') return answer;
          const value = answer.value.map((one) => ({
            ...one,
            expiry: bought.get(one.resourceId) ?? one.expiry,
          }));
          return { kind: 'done', value };
        },
      },
      renewals: {
        ...renewals,
        purchase: async (all, term, token) => {
          const given = await renewals.purchase(all, term, token);
          for (const { resourceId, expiry } of all)
            bought.set(resourceId, expiry + 366 * 86_400_000);
          return given;
        },
      },
    };
  };

const SERVER: PurchaseScenario = {
  name: 'a server whose answer is lost, and whose expiry and order show late',
  rows: [instanceRow(0, 'i-1')],
  world: {
    instances: [worldInstance('i-1', 'ecs')],
    behaviour: { lag: { bssInstances: { ms: 20 * MINUTE }, bssOrders: { ms: 20 * MINUTE } } },
    faults: [{ api: 'ecsRenew', call: 1, when: 'after', what: 'reset' }],
  },
};

const DOMAIN: PurchaseScenario = {
  name: 'a domain whose answer is lost, and whose expiry and task show very late',
  rows: [domainRow(0, 'one.com')],
  world: {
    domains: [worldDomain('one.com')],
    behaviour: {
      lag: {
        domainInfo: { ms: 60 * MINUTE },
        domainList: { ms: 60 * MINUTE },
        domainTasks: { ms: 60 * MINUTE },
        domainTaskDetails: { ms: 60 * MINUTE },
        bssOrders: { ms: 60 * MINUTE },
        bssOrder: { ms: 60 * MINUTE },
      },
    },
    faults: [{ api: 'domainRenew', call: 1, when: 'after', what: 'reset' }],
  },
};

const UNPAID: PurchaseScenario = {
  name: 'a task that ends well and leaves its order unpaid',
  rows: [domainRow(0, 'one.com')],
  world: { domains: [worldDomain('one.com')], behaviour: { domainPayment: 'left unpaid' } },
};

const CLUSTER: PurchaseScenario = {
  name: 'a cluster whose answer is lost',
  rows: [instanceRow(0, 'hb-1')],
  world: {
    instances: [worldInstance('hb-1', 'hbase')],
    faults: [{ api: 'hbaseRenew', call: 1, when: 'after', what: 'reset' }],
  },
};

const CASES: readonly (readonly [string, PurchaseScenario, Double])[] = [
  ['takes a fresh token at a repeat', SERVER, freshToken],
  ['sends a refreshed expiry at a repeat', DOMAIN, refreshedExpiry],
  ['believes a success without a moved expiry', UNPAID, believesSuccess],
  ['repeats without a look', CLUSTER, noLook],
];

describe.each(CASES)('an engine that %s', (_, scenario, double) => {
  test(`meets ${scenario.name}: the honest one is clean`, async () => {
    expect((await runPurchases(scenario)).wrong).toEqual([]);
  });

  test('is caught', async () => {
    let sandbox: AlibabaSandbox | null = null;
    const { wrong } = await runPurchases(scenario, {
      before: (stage) => {
        ({ sandbox } = stage);
      },
      provider: double(() => sandbox!),
    });

    process.stdout.write(`${wrong[0] ?? 'not caught'}\n`);
    expect(wrong).not.toEqual([]);
  });
});
