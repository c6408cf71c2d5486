import { expect, test } from 'vitest';
import type { InProcess } from '../../support/in-process.ts';
import { domainRow, runPurchases, worldDomain } from '../../support/purchase-run.ts';
import { quoteOf } from '../../support/quote-rows.ts';

const MINUTE = 60_000;
const ROWS = Array.from({ length: 10 }, (_, at) => domainRow(at, `d${at}.com`));

/** How many rows of the job are called renewed by now. */
async function renewed(app: InProcess): Promise<number> {
  const journals = await app.journals.list(app.job.id);
  const rows = journals.flatMap((journal) => journal.rows);
  return rows.filter(({ outcome }) => outcome?.outcome === 'renewed').length;
}

test.each([
  ['before anything is ordered', 2, 'done: 9 renewed, 1 not attempted'],
  ['right before the call', 11, 'done: 9 renewed, 1 not attempted'],
  ['once all ten are in one task', 21, 'done: 9 renewed, 1 needs review'],
])('one domain of ten that falls silent %s holds none of the others', async (_, from, status) => {
  let soon = 0;
  const end = await runPurchases(
    {
      name: 'ten domains',
      settings: { domainTasks: 'batch' },
      rows: ROWS,
      world: { domains: ROWS.map(({ resourceId }) => worldDomain(resourceId!)) },
      play: async ({ app }) => {
        const begun = app.clock.now;
        await app.drop('main', quoteOf(ROWS));
        while (app.clock.now < begun + MINUTE) await app.step();
        soon = await renewed(app);
        await app.settle();
      },
    },
    { faults: [{ api: 'domainInfo', naming: 'd3.com', call: { from }, what: 'reset' }] },
  );

  expect(soon).toBe(9);
  expect(end.wrong).toEqual([]);
  expect(end.status).toBe(status);
});
