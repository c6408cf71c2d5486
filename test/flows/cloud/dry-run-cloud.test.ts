import { setTimeout as pause } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { money } from '../../../shared/values/money.ts';
import { approve } from '../../support/approve.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { worldQuote } from '../../support/world-quote.ts';

const ROWS = 12;
/** Dearer than the 10.00 of the quote. */
const DEAR = ['r3', 'r7'];

const calls: string[] = [];
let sandbox: HuaweiSandbox;
let run: LocalRun;

beforeAll(async () => {
  const resources = Array.from({ length: ROWS }, (_, index) => {
    const dear = DEAR.includes(`r${index}`);
    return dueResource(index, dear ? { prices: { month: '11.00', year: '110.00' } } : {});
  });
  const behaviour = { completionDelayMs: 50 };
  sandbox = await startHuaweiSandbox({ world: { ...SAMPLE_KEYS, resources, behaviour } });
  run = await startLocalRun({
    accounts: [testAccount({ endpoint: sandbox.url, callsPerSecond: 200 })],
    keys: { main: SAMPLE_KEYS },
    onCall: ({ function: name, service, action, resource }) => {
      if (name.includes('CheckQuote')) calls.push(`${service} ${action} ${resource ?? ''}`);
    },
    onViolation: ({ action }) => calls.push(`not allowed: ${action}`),
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  await sandbox.close();
});

/** The key of the one object there, as soon as there is one. */
async function written(prefix: string, ending: string): Promise<string> {
  for (;;) {
    const key = (await run.keys(prefix)).find((each) => each.endsWith(ending));
    if (key !== undefined) return key;
    await pause(50);
  }
}

async function ended(): Promise<Job> {
  for (;;) {
    const [job] = await run.jobs.jobs();
    if (job !== undefined && isReported(job)) return job;
    await pause(50);
  }
}

async function sheetOf(key: string, name: string): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await readXlsx(await run.readObject(key));
  return sheets.find((sheet) => sheet.name === name)!.rows;
}

test('a file under check/ is told of and orders nothing; its fresh quote, approved, renews what was held', async () => {
  await run.check('main', 'december.xlsx', await worldQuote(ROWS));
  const told = await written('results/main/', '.check.xlsx');
  const [headings = [], ...rows] = await sheetOf(told, 'Results');
  const outcome = headings.indexOf('Expected outcome');

  expect(rows.filter((row) => row[outcome] === 'renewed')).toHaveLength(ROWS - DEAR.length);
  expect(rows.filter((row) => row[outcome] === 'held: price changed').map(([id]) => id)).toEqual(
    DEAR,
  );
  expect(JSON.stringify(await sheetOf(told, 'Summary'))).toContain(
    'Dry run: nothing was ordered or paid.',
  );
  expect(sandbox.orders()).toEqual([]);
  expect(sandbox.ledger()).toEqual([]);
  expect(await run.jobs.jobs()).toEqual([]);
  expect(
    calls.filter((call) => /Put(?!Object)|Update|Delete(?!Message)|not allowed/u.test(call)),
  ).toEqual([]);
  expect(calls.length).toBeGreaterThan(0);

  const fresh = await run.readObject(await written('exports/main/', '-repriced.xlsx'));
  await run.drop('main', 'held.xlsx', await approve(fresh, (id) => DEAR.includes(id)));
  const { totals } = await ended();

  // The others keep the approval that they had.
  expect(totals).toMatchObject({
    rows: ROWS,
    outcomes: { renewed: ROWS, 'not approved': 0 },
    paid: [money('122', 'USD')],
  });
  const charged = sandbox.ledger().flatMap(({ resources }) => resources);
  expect(new Set(charged.map(({ resourceId }) => resourceId)).size).toBe(ROWS);
}, 120_000);
