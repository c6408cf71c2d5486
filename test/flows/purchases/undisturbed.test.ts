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
