import { describe, expect, test } from 'vitest';
import { usd } from '../support/journal-sample.ts';
import { type Flow, resources, resume, runFlow } from './run-flow.ts';
import { wordsOf } from '../support/told.ts';

const WHOLE = { maxIdsPerRenew: 100 } as const;
const ORDER_PER_RESOURCE = {
  ...WHOLE,
  ordersPerRenew: 'one per resource',
  completionDelayMs: 0,
} as const;
const SPENDING = new Set(['renew', 'pay', 'cancel']);

function count(flow: Flow): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of flow.words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Calls that create, spend or cancel and arrived after the first one that was refused. */
function changesAfterRefusal(flow: Flow): string[] {
  const calls = flow.calls();
  const first = calls.findIndex(({ code }) => code !== null);
  return calls.slice(first + 1).flatMap(({ api }) => (SPENDING.has(api) ? [api] : []));
}

/** How often the key or its signature was refused. */
function refusals(flow: Flow): number {
  return flow.calls().filter(({ code }) => code === 'APIGW.0301').length;
}

function expectSuspended(flow: Flow, says: string): void {
  expect(flow.app.job.status).toBe('suspended');
  expect(flow.app.report.status).toBe('suspended');
  expect(wordsOf(flow.app.report.reason)).toContain(says);
  expect(flow.wrong).toEqual([]);
}

describe('too little balance', () => {
  test('at the first payment leaves every row untouched, and a resume pays the same order', async () => {
    const words: string[][] = [];
    const flow = await runFlow(
      { resources: resources(3), balance: '29.99' },
      {
        afterwards: async (sandbox, app) => {
          words.push(app.report.rows.map(({ outcome }) => outcome.outcome));
          sandbox.act.topUp({ amount: '0.01' });
          await resume(app);
        },
      },
    );

    expect(words).toEqual([['not attempted', 'not attempted', 'not attempted']]);
    expect(wordsOf(flow.app.reports[0]!.reason)).toContain('Top up the account');
    expect(flow.app.reports[0]!.balance).toEqual({ amount: '29.99', currency: 'USD' });
    expect(flow.app.job.status).toBe('done');
    expect(count(flow)).toEqual({ renewed: 3 });
    expect(flow.sandbox.orders()).toHaveLength(1);
    expect(flow.wrong).toEqual([]);
  });

  test('after some orders keeps those renewed, and pays nothing after the refusal', async () => {
    const flow = await runFlow(
      { resources: resources(12), balance: '50.00', behaviour: ORDER_PER_RESOURCE },
      { wave: 1 },
    );

    expectSuspended(flow, 'CBC.99005003');
    expect(count(flow)).toEqual({ renewed: 5, 'not attempted': 7 });
    expect(flow.calls('pay')).toHaveLength(6);
    expect(changesAfterRefusal(flow)).toEqual([]);
  });

  test('lets only those payments happen that are under way already', async () => {
    const flow = await runFlow(
      { resources: resources(12), balance: '50.00', behaviour: ORDER_PER_RESOURCE },
      { wave: 4 },
    );

    expectSuspended(flow, 'CBC.99005003');
    expect(count(flow)).toEqual({ renewed: 5, 'not attempted': 7 });
    // The sixth was refused, and no more than four are under way at a time.
    expect(flow.calls('pay').length).toBeGreaterThanOrEqual(6);
    expect(flow.calls('pay').length).toBeLessThanOrEqual(9);
    expect(changesAfterRefusal(flow).every((api) => api === 'pay')).toBe(true);
  });

  test('goes on where it stopped as often as it takes', async () => {
    const flow = await runFlow(
      { resources: resources(6), balance: '20.00', behaviour: ORDER_PER_RESOURCE },
      {
        wave: 1,
        afterwards: async (sandbox, app) => {
          for (const amount of ['25.00', '15.00']) {
            sandbox.act.topUp({ amount });
            await resume(app);
          }
        },
      },
    );

    expect(flow.app.reports.map(({ status }) => status)).toEqual([
      'suspended',
      'suspended',
      'done',
    ]);
    expect(flow.app.reports.map(({ short }) => short && [short.left, short.missing])).toEqual([
      [usd('0'), usd('40')],
      [usd('5'), usd('15')],
      null,
    ]);
    expect(count(flow)).toEqual({ renewed: 6 });
    expect(flow.sandbox.orders()).toHaveLength(6);
    expect(flow.wrong).toEqual([]);
  });

  test('does not begin the next chunk', async () => {
    const flow = await runFlow({ resources: resources(120), balance: '100.00' });

    expectSuspended(flow, 'CBC.99005003');
    expect(flow.calls('renew').flatMap(({ ids }) => ids)).not.toContain('r100');
    expect(count(flow)).toEqual({ renewed: 10, 'not attempted': 110 });
  });

  test('is no trouble where the account pays by monthly settlement or has credit', async () => {
    for (const account of [{ monthlySettlement: true }, { credit: '30.00' }]) {
      const flow = await runFlow({ resources: resources(3), balance: '0', ...account });

      expect(count(flow)).toEqual({ renewed: 3 });
      expect(flow.wrong).toEqual([]);
    }
  });
});

describe('an account that cannot go on', () => {
  test('because it is frozen orders nothing, and goes on when it is thawed', async () => {
    const flow = await runFlow(
      { resources: resources(3), frozen: true },
      {
        afterwards: async (sandbox, app) => {
          expect(sandbox.orders()).toEqual([]);
          sandbox.act.setFrozen({ frozen: false });
          await resume(app);
        },
      },
    );

    expect(flow.app.reports[0]).toMatchObject({ status: 'suspended' });
    expect(wordsOf(flow.app.reports[0]!.reason)).toContain('CBC.7281');
    expect(flow.calls('renew')).toHaveLength(2);
    expect(count(flow)).toEqual({ renewed: 3 });
    expect(flow.wrong).toEqual([]);
  });

  test.each(['query', 'price', 'renew', 'orderDetails', 'orderDiscounts', 'pay'] as const)(
    'because its key may not call %s names the missing permission after one call',
    async (api) => {
      const flow = await runFlow({
        resources: resources(120),
        behaviour: WHOLE,
        denied: [api],
      });

      expectSuspended(flow, 'lacks permission');
      expect(changesAfterRefusal(flow)).toEqual([]);
      expect(flow.sandbox.ledger()).toEqual([]);
      expect(count(flow)).toEqual({ 'not attempted': 120 });
    },
  );

  test('because the daily limit is reached goes on the next day', async () => {
    const flow = await runFlow(
      { resources: resources(5), dailyCap: '20.00', behaviour: ORDER_PER_RESOURCE },
      {
        wave: 1,
        settings: { jobValidityDays: 5 },
        afterwards: async (_, app) => {
          for (let day = 0; day < 2; day += 1) {
            app.clock.now += 86_400_000;
            await resume(app);
          }
        },
      },
    );

    expect(wordsOf(flow.app.reports[0]!.reason)).toContain('daily transaction limit');
    expect(flow.app.reports.map(({ rows }) => rows.filter((r) => r.outcome.paid).length)).toEqual([
      2, 4, 5,
    ]);
    expect(flow.app.job.status).toBe('done');
    expect(flow.wrong).toEqual([]);
  });

  test('takes its rows out of a job only where it is the budget of their project', async () => {
    const project = { project: { id: 'p1', name: 'Search' }, errors: { pay: 'CBC.99003155' } };
    const flow = await runFlow({
      resources: resources(6, (at) => (at % 2 === 1 ? project : {})),
      behaviour: ORDER_PER_RESOURCE,
    });

    expect(flow.app.job.status).toBe('done');
    expect(flow.words).toEqual([
      'renewed',
      'not renewable',
      'renewed',
      'not renewable',
      'renewed',
      'not renewable',
    ]);
    expect(flow.outcomes[1]!.reason).toContain('budget');
    expect(flow.wrong).toEqual([]);
  });
});

describe('a key that is refused', () => {
  test('from the beginning is refused once, far from being blocked', async () => {
    const flow = await runFlow({ resources: resources(300), secretKey: 'another-secret' });

    expectSuspended(flow, 'access key');
    expect(refusals(flow)).toBe(1);
    expect(count(flow)).toEqual({ 'not attempted': 300 });
  });

  test('after a renewal without an answer suspends at once; a resume finds the order', async () => {
    const flow = await runFlow(
      {
        resources: resources(3),
        faults: [
          { api: 'renew', call: 1, when: 'after', what: { act: 'refuseKey' } },
          { api: 'renew', call: 1, when: 'after', what: 'reset' },
        ],
      },
      {
        afterwards: async (sandbox, app) => {
          expect(app.job.status).toBe('suspended');
          expect(wordsOf(app.report.reason)).toContain('access key');
          sandbox.act.acceptKey();
          await resume(app);
        },
      },
    );

    expect(refusals(flow)).toBe(1);
    expect(count(flow)).toEqual({ renewed: 3 });
    expect(flow.sandbox.orders()).toHaveLength(1);
    expect(flow.wrong).toEqual([]);
  });

  test('while orders are paid stops all calls that are not under way', async () => {
    const flow = await runFlow(
      {
        resources: resources(12),
        behaviour: { ...ORDER_PER_RESOURCE, completionDelayMs: 60_000 },
        faults: [{ api: 'pay', call: 6, what: { act: 'refuseKey' } }],
      },
      { wave: 4 },
    );

    expect(flow.app.job.status).toBe('suspended');
    // The sixth was refused, and no more than four are under way at a time.
    expect(flow.calls('pay').length).toBeGreaterThanOrEqual(6);
    expect(flow.calls('pay').length).toBeLessThanOrEqual(9);
    expect(flow.sandbox.ledger()).toHaveLength(5);
    expect(flow.words.filter((word) => word === 'renewed')).toEqual([]);
    expect(flow.words.slice(0, 5).every((word) => word === 'needs review')).toBe(true);
    expect(flow.wrong).toEqual([]);
  });

  test('and accepted again after a resume loses and repeats nothing', async () => {
    const flow = await runFlow(
      {
        resources: resources(12),
        behaviour: ORDER_PER_RESOURCE,
        faults: [{ api: 'pay', call: 6, what: { act: 'refuseKey' } }],
      },
      {
        wave: 4,
        afterwards: async (sandbox, app) => {
          sandbox.act.acceptKey();
          await resume(app);
        },
      },
    );

    expect(flow.app.job.status).toBe('done');
    expect(count(flow)).toEqual({ renewed: 12 });
    expect(flow.sandbox.orders()).toHaveLength(12);
    expect(flow.wrong).toEqual([]);
  });
});
