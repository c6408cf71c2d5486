import fc from 'fast-check';
import { expect, test } from 'vitest';
import { purchasePlans, randomPurchases } from '../../soak/purchase-plans.ts';

/** Other runs: PURCHASE_SEED=7 PURCHASE_RUNS=1000; a failing one again with PURCHASE_PATH as printed. */
const SEED = Number(process.env['PURCHASE_SEED'] ?? 20_261_201);
const RUNS = Number(process.env['PURCHASE_RUNS'] ?? 20);
const PATH = process.env['PURCHASE_PATH'];

test('whatever happens to what is paid at once, nothing is charged twice and nothing untrue is told', async () => {
  const endings = new Map<string, number>();
  const property = fc.asyncProperty(purchasePlans(), async (plan) => {
    const { wrong, app } = await randomPurchases(plan);
    for (const { status } of app.jobs.all()) endings.set(status, (endings.get(status) ?? 0) + 1);
    expect(wrong).toEqual([]);
  });
  const found = await fc.check(property, {
    seed: SEED,
    numRuns: RUNS,
    ...(PATH === undefined ? {} : { path: PATH }),
  });

  const told = [...endings].map(([status, count]) => `${count} ${status}`).join(', ');
  process.stdout.write(`random purchases, seed ${SEED}, ${RUNS} runs: jobs ${told}\n`);
  expect(fc.defaultReportMessage(found)).toBeUndefined();
}, 600_000);
