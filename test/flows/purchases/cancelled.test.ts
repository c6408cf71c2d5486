import { expect, test } from 'vitest';
import { cancel } from '../../support/operator.ts';
import { quoteOf } from '../../support/quote-rows.ts';
import { domainRow, runPurchases, worldDomain } from '../../support/purchase-run.ts';

const MINUTE = 60_000;

test('a job that is cancelled while the call for a domain is unclear ends once that must show', async () => {
  const rows = [domainRow(0, 'one.com')];
  let took = 0;
  const { wrong, status, calls } = await runPurchases({
    name: 'a domain whose call never arrives',
    rows,
    world: {
      domains: [worldDomain('one.com')],
      faults: [{ api: 'domainRenew', call: 1, when: 'before', what: 'reset' }],
    },
    play: async ({ app, sandbox }) => {
      await app.drop('main', quoteOf(rows));
      while (!sandbox.calls().some(({ api }) => api === 'domainRenew')) await app.step();
      const from = app.clock.now;
      await cancel(app);
      await app.settle();
      took = app.clock.now - from;
    },
  });

  expect(wrong).toEqual([]);
  expect(status).toBe('cancelled: 1 needs review');
  expect(calls.filter(({ api }) => api === 'domainRenew')).toHaveLength(1);
  expect(took).toBeLessThan(40 * MINUTE);
});
