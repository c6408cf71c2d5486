import { describe, expect, test } from 'vitest';
import { cancel, resume } from '../../support/operator.ts';
import { quoteOf } from '../../support/quote-rows.ts';
import {
  instanceRow,
  type PurchaseEnd,
  type PurchaseScenario,
  runPurchases,
  worldInstance,
} from '../../support/purchase-run.ts';

const IDS = Array.from({ length: 13 }, (_, at) => `i-${at + 1}`);

/** More servers than go out at a time, money for one; `product`: whose call it is. */
function poor(product: string, behaviour: object): PurchaseScenario {
  return {
    name: 'servers',
    rows: IDS.map((id, at) => instanceRow(at, id)),
    world: {
      balance: '15.00',
      instances: IDS.map((id) => worldInstance(id, product)),
      behaviour,
    },
    // Nobody tops it up: a person cancels.
    play: async ({ app }) => {
      await app.drop('main', quoteOf(IDS.map((id, at) => instanceRow(at, id))));
      await app.settle();
      if (app.job.status === 'suspended') await cancel(app);
    },
  };
}

function rowOf({ app }: PurchaseEnd, id: string) {
  return app.report.rows.find(({ row }) => row.resourceId === id)!.outcome;
}

describe('an order that the call made and did not pay', () => {
  test.each([
    ['named in the refusal', { productUnpaid: 'left unpaid', orderIdInRefusal: true }],
    ['named by nobody', { productUnpaid: 'left unpaid', orderIdInRefusal: false }],
  ])('%s is taken back or named, and nothing is sent after it', async (_, behaviour) => {
    const end = await runPurchases(poor('ecs', behaviour));
    const unpaid = end.app.report.orders.filter(({ id }) => id !== rowOf(end, 'i-1').order);

    expect(end.wrong).toEqual([]);
    // The first alone, then ten side by side; after the first no about money none.
    expect(end.calls.filter(({ api }) => api === 'ecsRenew')).toHaveLength(11);
    expect(rowOf(end, 'i-1').outcome).toBe('renewed');
    expect(rowOf(end, 'i-13').outcome).toBe('not attempted');
    expect(unpaid).toHaveLength(10);
  });
});

test.each(['left unpaid', 'cancelled'])(
  'a refusal for want of money that names its order, which is %s: one resume renews its row',
  async (productUnpaid) => {
    const { play: _, ...scenario } = poor('ecs', { productUnpaid, orderIdInRefusal: true });
    let resumes = 0;
    const end = await runPurchases({
      ...scenario,
      play: async ({ app, sandbox }) => {
        await app.drop('main', quoteOf(scenario.rows));
        await app.settle();
        while (app.job.status === 'suspended') {
          sandbox.act.topUp({ amount: '1000' });
          await resume(app);
          await app.settle();
          resumes += 1;
        }
      },
    });

    expect(end.wrong).toEqual([]);
    expect(end.status).toBe('done: 13 renewed');
    expect(resumes).toBe(1);
  },
);

function renewals({ calls }: PurchaseEnd): number {
  return calls.filter(({ api }) => api.endsWith('Renew')).length;
}

describe('a process that dies right before it suspends the job', () => {
  test.each([
    ['for a refusal that named its order', 'ecs', { orderIdInRefusal: true }],
    ['for a refusal that named none', 'ecs', { orderIdInRefusal: false }],
    ['for an order that was taken and not paid', 'hbase', { hbasePays: false }],
  ])('%s: who comes after it sends nothing more', async (_, product, behaviour) => {
    const scenario = poor(product, { productUnpaid: 'left unpaid', ...behaviour });
    let moves = 0;
    const died = await runPurchases(scenario, {
      // Planned, started, and then the suspension.
      crashAt: ({ call, when }) => call === 'jobs.move' && when === 'before' && (moves += 1) === 3,
    });
    const undisturbed = await runPurchases(scenario);

    expect(died.wrong).toEqual([]);
    expect(died.status).toBe(undisturbed.status);
    expect(renewals(died)).toBe(renewals(undisturbed));
  });
});

test.each([
  ['is busy', { status: 400, code: 'SYSTEM.CONCURRENT_OPERATE' }],
  ['knows no such order', { status: 404, code: 'InvalidOrder.NotFound' }],
])('it is named after days of a suspension, though its own read %s just then', async (_, what) => {
  const rows = [instanceRow(0, 'r-1'), instanceRow(1, 'i-1')];
  const refused = { errors: { pay: { status: 400, code: 'InsufficientBalance' } } };
  const end = await runPurchases({
    name: 'a call that leaves its order unpaid',
    rows,
    world: {
      instances: [worldInstance('r-1', 'tair', refused), worldInstance('i-1', 'ecs')],
      behaviour: { productUnpaid: 'left unpaid' },
      faults: [{ api: 'bssOrder', call: 3, when: 'before', what }],
    },
    play: async ({ app }) => {
      await app.drop('main', quoteOf(rows));
      await app.settle();
      // Nobody resumes it, until its approval ends.
      while (app.job.status === 'suspended') await app.step();
      await app.settle();
    },
  });

  expect(end.wrong).toEqual([]);
  expect(rowOf(end, 'r-1').outcome).toBe('needs review');
});
