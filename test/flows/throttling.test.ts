import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import { violations } from '../support/books-of-the-run.ts';
import { InProcess } from '../support/in-process.ts';
import { TestClock } from '../support/test-clock.ts';
import { quoteOf, testAccount } from '../support/quote-rows.ts';
import { type Flow, resources, rowsFor, runFlow } from './run-flow.ts';

const SPELLINGS = ['APIG.0308', 'APIGW.0308'] as const;
const CALLS = [
  'balances',
  'query',
  'price',
  'renew',
  'orderDetails',
  'orderDiscounts',
  'pay',
] as const;

function throttled(flow: Flow): string[] {
  return flow.calls().flatMap(({ status, api }) => (status === 429 ? [api] : []));
}

function expectAllRenewedOnce(flow: Flow, orders = 1): void {
  expect(flow.words.every((word) => word === 'renewed')).toBe(true);
  expect(flow.sandbox.orders()).toHaveLength(orders);
  expect(flow.sandbox.ledger()).toHaveLength(orders);
  expect(flow.wrong).toEqual([]);
}

describe('a call that is throttled', () => {
  test.each(SPELLINGS)('with %s is waited out, whichever it is', async (throttleCode) => {
    for (const api of CALLS) {
      const flow = await runFlow({
        resources: resources(3),
        behaviour: { throttleCode },
        faults: [{ api, call: { from: 1, to: 3 }, what: 'throttle' }],
      });

      expect(throttled(flow)).toEqual([api, api, api]);
      expectAllRenewedOnce(flow);
    }
  });

  test.each(['renew', 'pay'] as const)(
    'when it is %s, for longer than one call may wait, is made again later and only once',
    async (api) => {
      const flow = await runFlow({
        resources: resources(3),
        faults: [{ api, call: { from: 1, to: 20 }, what: 'throttle' }],
      });

      expect(throttled(flow)).toHaveLength(20);
      expectAllRenewedOnce(flow);
    },
  );

  test('when it is cancel, for longer than one call may wait, is made again later', async () => {
    const flow = await runFlow({
      resources: resources(3, (at) => (at === 1 ? { errors: { pay: 'CBC.99003141' } } : {})),
      behaviour: { ordersPerRenew: 'one per resource' },
      faults: [{ api: 'cancel', call: { from: 1, to: 8 }, what: 'throttle' }],
    });

    expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
    expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([5, 4, 5]);
    expect(flow.wrong).toEqual([]);
  });

  test('when it asks for discounts does not make an order look dear', async () => {
    const flow = await runFlow(
      {
        resources: resources(3),
        discounts: [{ id: 'c1', ratio: '0.9' }],
        faults: [{ api: 'orderDiscounts', call: { from: 1, to: 8 }, what: 'throttle' }],
      },
      { rows: rowsFor(3, '9.00') },
    );

    expect(flow.sandbox.ledger().map(({ amount }) => amount)).toEqual(['27.00']);
    expectAllRenewedOnce(flow);
  });

  test('and another unclear one side by side are told apart', async () => {
    const flow = await runFlow({
      resources: resources(3),
      behaviour: { ordersPerRenew: 'one per resource', maxIdsPerRenew: 100 },
      faults: [
        { api: 'pay', call: 1, what: 'throttle' },
        { api: 'pay', call: 2, when: 'after', what: 'reset' },
        { api: 'pay', call: 3, what: { status: 502 } },
      ],
    });

    expect(flow.calls('pay')).toHaveLength(5);
    expectAllRenewedOnce(flow, 3);
  });
});

/** A clock that runs, and jumps over the waits. */
function runningClock(): TestClock {
  const clock = new TestClock();
  const began = performance.now();
  let jumped = clock.now;
  Object.defineProperty(clock, 'now', {
    get: () => Math.floor(jumped + performance.now() - began),
    set: (to: number) => {
      jumped += Math.max(0, to - clock.now);
    },
  });
  return clock;
}

const RATE = 50;

describe('an account with a real call rate', () => {
  test('is called as fast as it allows, with hardly a call turned away, and pays once', async () => {
    const clock = runningClock();
    const keys = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };
    const sandbox = await startHuaweiSandbox({
      clock: clock.read,
      port: null,
      world: {
        ...keys,
        ratePerSecond: RATE,
        balance: '1000000',
        resources: resources(50),
        behaviour: { ordersPerRenew: 'one per resource', maxIdsPerRenew: 100 },
      },
    });
    const account = testAccount({ endpoint: sandbox.url, callsPerSecond: RATE });
    const wait = async (milliseconds: number): Promise<void> => {
      clock.now += milliseconds;
      await Promise.resolve();
    };
    const provider = openHuawei({
      account,
      keys,
      wait,
      fetch: sandbox.fetch,
      clock: clock.read,
      httpTimeoutSeconds: 20,
    });
    const app = new InProcess({ clock, accounts: [account], provider: () => provider });
    await app.drop('main', quoteOf(rowsFor(50)));
    await app.settle();
    await sandbox.close();

    const outcomes = app.report.rows.map(({ outcome }) => outcome.outcome);
    const calls = sandbox.calls();
    const refused = calls.filter(({ status }) => status === 429);
    expect(new Set(outcomes)).toEqual(new Set(['renewed']));
    expect(calls.filter(({ api }) => api === 'pay').length).toBeGreaterThanOrEqual(50);
    expect(refused.length).toBeLessThan(calls.length / 10);
    expect(violations(app.report, sandbox)).toEqual([]);
  });

  test('far below our own rate still gets everything done, and pays once', async () => {
    const flow = await runFlow({
      resources: resources(24),
      ratePerSecond: 4,
      behaviour: { ordersPerRenew: 'one per resource', maxIdsPerRenew: 100 },
    });

    expect(throttled(flow).length).toBeGreaterThan(0);
    expectAllRenewedOnce(flow, 24);
  });
});
