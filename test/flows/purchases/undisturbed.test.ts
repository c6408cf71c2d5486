import { expect, test } from 'vitest';
import { runPurchases } from '../../support/purchase-run.ts';
import { BESIDE_OTHERS, EVERYTHING } from '../../support/purchase-scenarios.ts';

test('one of each product is renewed once, each by its own call', async () => {
  const { wrong, status, calls } = await runPurchases(EVERYTHING);

  expect(wrong).toEqual([]);
  expect(status).toBe('done: 10 renewed');
  expect(
    calls
      .filter(({ api }) => /[rR]enew/u.test(api))
      .map(({ api }) => api)
      .toSorted(),
  ).toEqual([
    'bssRenew',
    'domainRenew',
    'domainRenew',
    'ecsRenew',
    'ecsRenew',
    'hbaseRenew',
    'mongodbRenew',
    'rdsRenew',
    'swasRenew',
    'tairRenew',
  ]);
});

test('what a colleague has bought is left to them, and called renewed once that is seen', async () => {
  const { wrong, status, calls } = await runPurchases(BESIDE_OTHERS);

  expect(wrong).toEqual([]);
  expect(status).toBe('done: 2 renewed, 1 already renewed');
  expect(calls.filter(({ api }) => api === 'ecsRenew')).toHaveLength(2);
});

test('tax is told beside the charge, which is compared without it', async () => {
  const { app, ledger } = await runPurchases({
    ...EVERYTHING,
    rows: EVERYTHING.rows.slice(0, 1),
    world: { ...EVERYTHING.world, taxRate: '0.09' },
  });
  const { rows, orders } = app.report;

  expect(ledger.map(({ amount }) => amount)).toEqual(['10.90']);
  expect(rows.map(({ outcome }) => outcome.paid)).toEqual([{ amount: '10', currency: 'USD' }]);
  expect(orders).toMatchObject([{ note: '0.90 USD tax was charged besides' }]);
});
