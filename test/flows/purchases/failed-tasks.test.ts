import { describe, expect, test } from 'vitest';
import {
  domainRow,
  type PurchaseEnd,
  type PurchaseScenario,
  runPurchases,
  worldDomain,
} from '../../support/purchase-run.ts';
import { cancel } from '../../support/operator.ts';
import { quoteOf } from '../../support/quote-rows.ts';

const MINUTE = 60_000;

/** So many domains, of which the fourth is another one than the rest. */
function oneOfMany(count: number, odd: object, behaviour: object = {}): PurchaseScenario {
  const rows = Array.from({ length: count }, (_, at) => domainRow(at, `d${at}.com`));
  return {
    name: 'one odd domain',
    settings: { domainTasks: 'batch' },
    rows,
    world: {
      domains: rows.map(({ resourceId }, at) => worldDomain(resourceId!, at === 3 ? odd : {})),
      behaviour,
    },
    // Nobody tops it up: a person cancels.
    play: async ({ app }) => {
      await app.drop('main', quoteOf(rows));
      await app.settle();
      if (app.job.status === 'suspended') await cancel(app);
    },
  };
}

function outcomeOf({ app }: PurchaseEnd, id: string) {
  return app.report.rows.find(({ row }) => row.resourceId === id)!.outcome;
}

describe('of ten domains in a task, one that is not carried out', () => {
  test.each([
    ['for a reason of its own', { errors: { task: 'The registry refused it.' } }],
    ['as a premium name', { premium: true }],
  ])('%s leaves the others renewed, each by its own part of the task', async (_, odd) => {
    const end = await runPurchases(oneOfMany(10, odd));

    expect(end.wrong).toEqual([]);
    expect(end.status).toBe('done: 9 renewed, 1 not renewable');
    expect(outcomeOf(end, 'd3.com').reason.id).toBe('task-failed');
    for (const { row, outcome } of end.app.report.rows) {
      expect(outcome.order).toMatch(new RegExp(`/${row.resourceId!}$`, 'u'));
    }
  });

  test('after an hour of running is not said to have been paid', async () => {
    const odd = { errors: { task: 'The registry refused it.' } };
    const end = await runPurchases(oneOfMany(1 + 3, odd, { taskWaitMs: 60 * MINUTE }));

    expect(end.wrong).toEqual([]);
    expect(end.status).toBe('done: 3 renewed, 1 needs review');
    expect(outcomeOf(end, 'd3.com').reason.id).toBe('task-failed');
  });
});

describe('a task of which the answer was lost, and that has failed', () => {
  const lost = { faults: [{ api: 'domainRenew', call: 1, when: 'after', what: 'reset' }] };

  test('is found, and says why its domain is not renewed: nothing is sent again', async () => {
    const errors = { task: 'The registry refused it.' };
    const end = await runPurchases({
      name: 'a domain',
      rows: [domainRow(0, 'one.com')],
      world: { domains: [worldDomain('one.com', { errors })], ...lost },
    });

    expect(end.wrong).toEqual([]);
    expect(end.calls.filter(({ api }) => api === 'domainRenew')).toHaveLength(1);
    expect(end.status).toBe('done: 1 not renewable');
    expect(outcomeOf(end, 'one.com').reason.id).toBe('task-failed');
  });

  test('for want of money suspends the job, and nothing is sent after it', async () => {
    const rows = Array.from({ length: 3 }, (_, at) => domainRow(at, `d${at}.com`));
    const end = await runPurchases({
      name: 'domains, and no money',
      rows,
      world: {
        balance: '5.00',
        domains: rows.map(({ resourceId }) => worldDomain(resourceId!)),
        ...lost,
      },
      play: async ({ app }) => {
        await app.drop('main', quoteOf(rows));
        await app.settle();
        if (app.job.status === 'suspended') await cancel(app);
      },
    });

    expect(end.wrong).toEqual([]);
    expect(end.calls.filter(({ api }) => api === 'domainRenew')).toHaveLength(1);
    expect(end.status).toBe('cancelled: 3 not attempted');
  });
});

test('an order that a task leaves unpaid at its end is named, though lists show it late', async () => {
  const rows = [domainRow(0, 'd0.com')];
  const end = await runPurchases({
    name: 'a domain, and no money',
    rows,
    world: {
      balance: '5.00',
      domains: [worldDomain('d0.com')],
      behaviour: {
        taskWaitMs: 20 * MINUTE,
        domainNoMoney: 'task fails and leaves an order',
        lag: { bssOrders: { ms: 20 * MINUTE } },
      },
    },
    play: async ({ app }) => {
      await app.drop('main', quoteOf(rows));
      await app.settle();
      await cancel(app);
      await app.settle();
    },
  });

  expect(end.wrong).toEqual([]);
  expect(outcomeOf(end, 'd0.com').reason.id).toBe('unpaid-order-found');
});

test('after the first task that could not be paid no other is sent', async () => {
  const end = await runPurchases(
    oneOfMany(25, { errors: { pay: { status: 400, code: 'InsufficientBalance' } } }),
  );

  expect(end.wrong).toEqual([]);
  // The first goes alone, until it is seen renewed.
  expect(end.calls.filter(({ api }) => api === 'domainRenewBatch')).toHaveLength(1);
  expect(end.status).toBe('cancelled: 9 renewed, 16 not attempted');
});

describe.each([
  ['by whoever has seen it before', false],
  ['by processes of which each has seen nothing yet', true],
])('an unpaid order that a task has left behind is named by its row, %s', (_, forgetful) => {
  test.each([
    ['renewed at once', {}],
    ['renewed after the order was found', { domainInfo: { ms: 20 * MINUTE } }],
    ['renewed before the order was found', { bssOrder: { ms: 20 * MINUTE } }],
    ['renewed before the order was listed', { bssOrders: { ms: 20 * MINUTE } }],
  ])('%s', async (__, lag) => {
    const rows = [domainRow(0, 'one.com')];
    const scenario = {
      name: 'a domain, and no money',
      rows,
      world: {
        balance: '5.00',
        domains: [worldDomain('one.com')],
        behaviour: { domainNoMoney: 'task fails and leaves an order', lag },
      },
    };
    const end = await runPurchases(scenario, { forgetful });

    expect(end.wrong).toEqual([]);
    expect(outcomeOf(end, 'one.com').reason.id).toBe('beside-unpaid-order');
  });
});
