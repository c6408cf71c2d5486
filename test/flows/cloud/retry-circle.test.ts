import { setTimeout as pause } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { retryKey, reviewKey } from '../../../shared/store/keys.ts';
import { money } from '../../../shared/values/money.ts';
import { approve } from '../../support/approve.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { worldQuote } from '../../support/world-quote.ts';

const ROWS = 8;
/** Dearer than the 10.00 of the quote, and one that the provider does not renew. */
const DEAR = ['r3', 'r5'];
const REFUSED = 'r6';

let sandbox: HuaweiSandbox;
let run: LocalRun;

beforeAll(async () => {
  const resources = Array.from({ length: ROWS }, (_, index) => {
    const id = `r${index}`;
    return dueResource(index, {
      ...(DEAR.includes(id) && { prices: { month: '11.00', year: '110.00' } }),
      ...(id === REFUSED && { renewable: false }),
    });
  });
  const behaviour = { completionDelayMs: 50 };
  sandbox = await startHuaweiSandbox({ world: { ...SAMPLE_KEYS, resources, behaviour } });
  run = await startLocalRun({
    accounts: [testAccount({ endpoint: sandbox.url, callsPerSecond: 200 })],
    keys: { main: SAMPLE_KEYS },
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  await sandbox.close();
});

/** The job of a file, once its results stand. */
async function ended(file: string): Promise<Job> {
  for (;;) {
    const job = (await run.jobs.jobs()).find(({ name }) => name === file);
    if (job !== undefined && isReported(job)) return job;
    await pause(50);
  }
}

test('what a job held is dropped again as it comes back, and its other rows are never paid twice', async () => {
  await run.drop('main', 'december.xlsx', await worldQuote(ROWS));
  const job = await ended('december');
  const [retry, review] = [retryKey, reviewKey].map((key) => key('main', 'december', job.id));
  const { sheets } = await readXlsx(await run.readObject(job.resultsKey!));

  expect(job.again).toEqual({ retry: DEAR.length, review: 1 });
  expect(JSON.stringify(sheets[0]!.rows)).toContain(`december.${job.id}.retry.xlsx`);
  expect(JSON.stringify(sheets[0]!.rows)).toContain(`december.${job.id}.review.xlsx`);
  expect(await run.readObject(review!)).not.toHaveLength(0);

  // Dropped as it is, nothing is approved; with a yes each is renewed at its price of today.
  const bytes = await run.readObject(retry!);
  await run.drop('main', 'as-it-is.xlsx', bytes);
  expect((await ended('as-it-is')).totals?.outcomes['not approved']).toBe(DEAR.length);
  await run.drop('main', 'again.xlsx', await approve(bytes, () => true));

  expect((await ended('again')).totals).toMatchObject({
    rows: DEAR.length,
    outcomes: { renewed: DEAR.length },
    paid: [money('22', 'USD')],
  });
  const charged = sandbox
    .ledger()
    .flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId));
  expect(charged.toSorted()).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r7']);
}, 120_000);
