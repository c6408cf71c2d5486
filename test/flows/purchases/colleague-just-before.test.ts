import { expect, test } from 'vitest';
import { instanceRow, runPurchases, worldInstance } from '../../support/purchase-run.ts';
import { quoteOf } from '../../support/quote-rows.ts';

const MINUTE = 60_000;

test("a colleague's order from before a call that never arrived is not called ours", async () => {
  const rows = [instanceRow(0, 'rm-1')];
  const late = { ms: 20 * MINUTE };
  const { wrong } = await runPurchases({
    name: 'a database',
    rows,
    world: {
      instances: [worldInstance('rm-1', 'rds')],
      behaviour: { lag: { bssOrders: late, bssInstances: late } },
      faults: [{ api: 'rdsRenew', call: 1, when: 'before', what: 'reset' }],
    },
    play: async ({ app, sandbox }) => {
      sandbox.act.renewOutside({ resource: 'rm-1' });
      app.clock.now += 3 * MINUTE;
      await app.drop('main', quoteOf(rows));
    },
  });

  expect(wrong).toEqual([]);
});
