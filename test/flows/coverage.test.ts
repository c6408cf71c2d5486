import { describe, expect, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { resources, resume, rowsFor, runFlow } from './run-flow.ts';
import { wordsOf } from '../support/told.ts';

const ORDERS = ['one', 'one per resource', 'combined'] as const;
const FILTERS = ['works', 'nothing'] as const;
const everyWay = ORDERS.flatMap((ordersPerRenew) =>
  FILTERS.flatMap((orderIdFilter) =>
    [true, false].map((lineItemTimes) => [ordersPerRenew, orderIdFilter, lineItemTimes] as const),
  ),
);

function renewed(count: number): string[] {
  return Array.from({ length: count }, () => 'renewed');
}

/** Something happens in the console while the given renew call is under way, before its effect. */
function atRenew(number: number, act: (sandbox: HuaweiSandbox) => void) {
  return {
    prepare: (sandbox: HuaweiSandbox): void => {
      sandbox.onCall((moment) => {
        const now = moment.phase === 'before' && moment.number === number;
        if (moment.api === 'renew' && now) act(sandbox);
      });
    },
  };
}

describe('the orders of a renew call', () => {
  test.each(everyWay)(
    '(orders: %s, order filter: %s, line item times: %s) are paid once, for exactly their rows',
    async (ordersPerRenew, orderIdFilter, lineItemTimes) => {
      const flow = await runFlow({
        resources: resources(5, (at) =>
          at === 3 ? { attached: [{ id: 'disk', prices: { month: '0' } }] } : {},
        ),
        behaviour: { ordersPerRenew, orderIdFilter, lineItemTimes, maxIdsPerRenew: 100 },
      });

      expect(flow.words).toEqual(renewed(5));
      expect(flow.sandbox.ledger().flatMap((charge) => charge.resources)).toHaveLength(5);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('are taken as one where they are combined, never paid by the number of a part', async () => {
    const flow = await runFlow({
      resources: resources(4),
      behaviour: { ordersPerRenew: 'combined', maxIdsPerRenew: 100 },
    });

    expect(flow.calls('pay').map(({ ids }) => ids)).toEqual([[flow.sandbox.orders()[0]!.id]]);
    expect(flow.words).toEqual(renewed(4));
  });

  test('that cannot be told apart are all cancelled, and made again with one id a call', async () => {
    const flow = await runFlow({
      resources: resources(4),
      behaviour: {
        ordersPerRenew: 'one per resource',
        orderIdFilter: 'nothing',
        maxIdsPerRenew: 100,
      },
    });

    const orders = flow.sandbox.orders();
    expect(orders.slice(0, 4).map(({ status }) => status)).toEqual([4, 4, 4, 4]);
    expect(orders.slice(4).map(({ status }) => status)).toEqual([5, 5, 5, 5]);
    expect(flow.calls('renew').map(({ ids }) => ids.length)).toEqual([4, 1, 1, 1, 1]);
    expect(flow.wrong).toEqual([]);
  });
});

describe('an order that costs something else than was priced', () => {
  test.each(FILTERS)(
    'within the approval is cancelled, for it may hold something else, and ordered row by row (order filter: %s)',
    async (orderIdFilter) => {
      const flow = await runFlow(
        { resources: resources(3), behaviour: { orderIdFilter } },
        {
          rows: rowsFor(3, '12.00'),
          ...atRenew(1, (sandbox) => {
            sandbox.act.reprice({ resource: 'r1', month: '11.50' });
          }),
        },
      );

      expect(flow.words).toEqual(renewed(3));
      expect(flow.sandbox.ledger().map(({ amount }) => amount)).toEqual([
        '10.00',
        '11.50',
        '10.00',
      ]);
      expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([4, 5, 5, 5]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(FILTERS)(
    'and more than approved is cancelled; the dear row is held, the others are ordered once more (order filter: %s)',
    async (orderIdFilter) => {
      const flow = await runFlow(
        { resources: resources(3), behaviour: { orderIdFilter } },
        atRenew(1, (sandbox) => {
          sandbox.act.reprice({ resource: 'r1', month: '10.01' });
        }),
      );

      expect(flow.words).toEqual(['renewed', 'held: price changed', 'renewed']);
      expect(flow.outcomes[1]!.reason).toContain('10.01');
      expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([4, 5]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('and stays dear although its rows price as approved is held, never paid', async () => {
    const flow = await runFlow(
      { resources: resources(2) },
      {
        prepare: (sandbox) => {
          sandbox.onCall(({ api, phase }) => {
            const last = sandbox.orders().at(-1);
            if (api === 'renew' && phase === 'after' && last !== undefined) {
              sandbox.act.repriceOrder({ order: last.id, factor: '1.1' });
            }
          });
        },
      },
    );

    expect(flow.words).toEqual(['held: price changed', 'held: price changed']);
    expect(flow.sandbox.ledger()).toEqual([]);
    expect(flow.wrong).toEqual([]);
  });

  test('after it was compared is not noticed by pay, but the account is stopped at once', async () => {
    const flow = await runFlow(
      { resources: resources(1), behaviour: { completionDelayMs: 0 } },
      {
        prepare: (sandbox) => {
          sandbox.onCall(({ api, phase, ids }) => {
            if (api === 'pay' && phase === 'before') {
              sandbox.act.repriceOrder({ order: ids[0]!, factor: '1.5' });
            }
          });
        },
      },
    );

    expect(flow.app.job.status).toBe('suspended');
    expect(wordsOf(flow.app.report.reason)).toContain(
      '15.00 USD, more than the 10.00 that it was to cost at most',
    );
    expect(flow.app.warnings).toContainEqual(
      expect.objectContaining({ message: 'charged above approval' }),
    );
  });
});

describe('order ids in an error answer', () => {
  const unpaid = { status: 400, code: 'CBC.30050006', keepBody: true };

  test('are kept, so that a resume pays that order and makes no other', async () => {
    const flow = await runFlow(
      { resources: resources(3), faults: [{ api: 'renew', call: 1, when: 'after', what: unpaid }] },
      { afterwards: async (_, app) => await resume(app) },
    );

    const [first] = flow.app.reports;
    expect(first).toMatchObject({ status: 'suspended' });
    expect(first!.orders.map(({ id }) => id)).toEqual([flow.sandbox.orders()[0]!.id]);
    expect(flow.words).toEqual(renewed(3));
    expect(flow.sandbox.orders()).toHaveLength(1);
    expect(flow.wrong).toEqual([]);
  });

  test.each(FILTERS)(
    'of a refusal beside which orders were made are judged like any other (order filter: %s)',
    async (orderIdFilter) => {
      const what = { status: 400, code: 'CBC.99003004', keepBody: true };
      const flow = await runFlow({
        resources: resources(3),
        behaviour: { orderIdFilter },
        faults: [{ api: 'renew', call: 1, when: 'after', what }],
      });

      expect(flow.words).toEqual(renewed(3));
      // Where nothing is listed under it nothing proves it: each row is ordered alone then.
      expect(flow.sandbox.orders()).toHaveLength(orderIdFilter === 'nothing' ? 4 : 1);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(FILTERS)(
    'of an unclear answer are taken up once no call can be under way (order filter: %s)',
    async (orderIdFilter) => {
      const what = { status: 500, code: 'CBC.0999', keepBody: true };
      const flow = await runFlow({
        resources: resources(3),
        behaviour: { orderIdFilter },
        faults: [{ api: 'renew', call: 1, when: 'after', what }],
      });

      expect(flow.words).toEqual(renewed(3));
      // Where nothing is listed under it nothing proves it: each row is ordered alone then.
      expect(flow.sandbox.orders()).toHaveLength(orderIdFilter === 'nothing' ? 4 : 1);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('do not get lost where the answer breaks off after them', async () => {
    const flow = await runFlow({
      resources: resources(3),
      faults: [{ api: 'renew', call: 1, when: 'after', what: 'truncated' }],
    });

    expect(flow.words).toEqual(renewed(3));
    expect(flow.sandbox.ledger()).toHaveLength(1);
    expect(flow.wrong).toEqual([]);
  });
});
