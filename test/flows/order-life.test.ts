import { describe, expect, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { once } from '../support/money-run.ts';
import { resources, runFlow } from './run-flow.ts';

function renewed(count: number): string[] {
  return Array.from({ length: count }, () => 'renewed');
}

/** Something happens to the first order when it has just been made. */
function atFirstOrder(act: (sandbox: HuaweiSandbox, order: string) => void) {
  return {
    prepare: (sandbox: HuaweiSandbox): void => {
      sandbox.onCall(({ api, phase, number }) => {
        if (api === 'renew' && phase === 'after' && number === 1) {
          act(sandbox, sandbox.orders()[0]!.id);
        }
      });
    },
  };
}

describe('an order that the provider does not show yet', () => {
  test.each(['works', 'nothing'] as const)(
    'is waited for, and never made a second time (order filter: %s)',
    async (orderIdFilter) => {
      const flow = await runFlow({
        resources: resources(3),
        behaviour: { orderVisibilityDelayMs: 10 * 60_000, orderIdFilter },
      });

      expect(flow.words).toEqual(renewed(3));
      expect(flow.sandbox.orders()).toHaveLength(1);
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('a resource that a colleague renewed just before, whose expiry does not show it yet', () => {
  const stale = { expiryVisibilityDelayMs: 10 * 60_000 };

  test.each(['one', 'one per resource', 'combined'] as const)(
    'is not renewed a second time: our order would begin a month too late (%s order)',
    async (ordersPerRenew) => {
      const flow = await runFlow(
        { resources: resources(3), behaviour: { ...stale, ordersPerRenew } },
        {
          prepare: (sandbox) => {
            sandbox.act.renewOutside({ resource: 'r1' });
          },
        },
      );

      expect(flow.words).toEqual(['renewed', 'already renewed', 'renewed']);
      // Only once its expiry was seen: the lines of an order are no proof for a sheet.
      expect(flow.outcomes[1]!.newExpiry).not.toBeNull();
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('an order whose life goes on without us', () => {
  test('is cancelled where a row was renewed by hand meanwhile, and the rest is ordered anew', async () => {
    const flow = await runFlow(
      { resources: resources(3) },
      atFirstOrder((sandbox, order) => {
        sandbox.act.cancelOrder({ order });
        sandbox.act.renewOutside({ resource: 'r1' });
      }),
    );

    expect(flow.words).toEqual(['renewed', 'already renewed', 'renewed']);
    expect(flow.calls('renew').map(({ ids }) => ids)).toEqual([
      ['r0', 'r1', 'r2'],
      ['r0', 'r2'],
    ]);
  });

  test('past the days that it can be paid in is made anew', async () => {
    const flow = await runFlow(
      { resources: resources(3) },
      {
        settings: { jobValidityDays: 30 },
        prepare: (sandbox, app) => {
          once(sandbox, { api: 'renew', phase: 'after' }, () => {
            app.clock.now += 8 * 86_400_000;
          });
        },
      },
    );

    expect(flow.words).toEqual(renewed(3));
    expect(flow.sandbox.orders().map(({ endedBy }) => endedBy)).toEqual(['deadline', 'payment']);
    expect(flow.wrong).toEqual([]);
  });

  test('and is shown with nothing but what is required is settled all the same', async () => {
    const flow = await runFlow({
      resources: resources(3),
      behaviour: {
        omitFields: {
          query: ['resource_name', 'expire_policy', 'status', 'parent_resource_id', 'total_count'],
          orderDetails: ['user_name', 'official_amount', 'currency', 'measure_id', 'amount_info'],
          price: ['currency', 'official_website_rating_result'],
        },
      },
    });

    expect(flow.words).toEqual(renewed(3));
    expect(flow.wrong).toEqual([]);
  });
});
