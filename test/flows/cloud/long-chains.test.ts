import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Timers } from '../../../infra/config.ts';
import type { StartInstance } from '../../../infra/cloud/functions/function-instance.ts';
import { FunctionThread } from '../../../infra/cloud/functions/function-thread.ts';
import { MOST_RUNS_IN_A_CHAIN } from '../../../infra/cloud/functions/chain.ts';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { worldQuote } from '../../support/world-quote.ts';

/** No run is killed here for its time: see `startInstance`. */
const TIMERS: Timers = {
  httpSeconds: 2,
  keptBackSeconds: 3,
  functionSeconds: 20,
  leaseSeconds: 21,
  visibilitySeconds: 22,
  settleSeconds: 3,
  lagSeconds: 2,
  tickMinutes: 5,
};
/** With no more time than that left a run begins nothing. */
const KEPT_BACK_MS = TIMERS.keptBackSeconds * 1000;
/** How often a chunk of the slow account is to be continued, and how often that was done. */
const CONTINUED = 30;
let continued = 0;

/** An instance that is told of less time than it has, so that its runs at the slow account begin nothing. */
const startInstance: StartInstance = (spec, onLine) => {
  const thread = new FunctionThread(spec, onLine);
  return {
    get alive() {
      return thread.alive;
    },
    run: async (request) => {
      const isSlow = request.event.includes(String.raw`\"account\":\"slow\"`);
      if (!isSlow || continued >= CONTINUED) return await thread.run(request);
      continued += 1;
      return await thread.run({ ...request, deadline: Date.now() + KEPT_BACK_MS });
    },
    terminate: async () => {
      await thread.terminate();
    },
  };
};
/** What each account has, and how many calls of a kind it makes in a second. */
const ACCOUNTS = {
  export: { resources: 2500, callsPerSecond: 400 },
  line: { resources: 1, callsPerSecond: 200 },
  slow: { resources: 100, callsPerSecond: 200 },
} as const;
type Name = keyof typeof ACCOUNTS;
const NAMES = Object.keys(ACCOUNTS) as readonly Name[];
const FILES = 40;

const sandboxes = new Map<Name, HuaweiSandbox>();
const logs: string[] = [];
let run: LocalRun;

beforeAll(async () => {
  for (const name of NAMES) {
    const { resources } = ACCOUNTS[name];
    const world = {
      ...SAMPLE_KEYS,
      balance: '1000000',
      resources: Array.from({ length: resources }, (_, index) => dueResource(index)),
      behaviour: { completionDelayMs: 0 },
    };
    sandboxes.set(name, await startHuaweiSandbox({ world }));
  }
  run = await startLocalRun({
    accounts: NAMES.map((name) =>
      testAccount({
        name,
        endpoint: sandboxes.get(name)!.url,
        callsPerSecond: ACCOUNTS[name].callsPerSecond,
      }),
    ),
    keys: Object.fromEntries(NAMES.map((name) => [name, SAMPLE_KEYS])),
    timers: TIMERS,
    startInstance,
    onLog: (_, line) => {
      logs.push(line);
    },
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  for (const one of sandboxes.values()) await one.close();
});

async function ended(name: Name, count: number): Promise<readonly Job[]> {
  for (;;) {
    const jobs = (await run.jobs.jobs()).filter(({ account }) => account === name);
    if (jobs.length === count && jobs.every(isReported)) return jobs;
    await pause(100);
  }
}

function expectNoneStopped(): void {
  expect(logs.filter((line) => line.includes('RecursiveInvocationException'))).toEqual([]);
}

test('an export of 2,500 resources comes to its file', async () => {
  const answer = await run.cloud.invoke('Operate', {
    command: 'export',
    account: 'export',
    due: '1200d',
    by: 'a test',
  });
  expect(answer).toMatchObject({ kind: 'returned', value: { ok: true } });
  let keys = await run.keys('exports/');
  while (keys.length === 0) {
    await pause(100);
    keys = await run.keys('exports/');
  }

  const pieces = (await run.keys('jobs/surveys/')).length;
  expect(pieces).toBeGreaterThan(MOST_RUNS_IN_A_CHAIN);
  expectNoneStopped();
}, 120_000);

test('forty files that are dropped together are all carried out, one after the other', async () => {
  const file = await worldQuote(1);
  for (let index = 0; index < FILES; index += 1) {
    await run.drop('line', `quote-${index}.xlsx`, file);
  }
  const jobs = await ended('line', FILES);

  expect(jobs.filter(({ status }) => status === 'done')).toHaveLength(FILES);
  expect(sandboxes.get('line')!.ledger()).toHaveLength(1);
  expectNoneStopped();
}, 240_000);

test('a chunk that is continued thirty times comes to its end', async () => {
  await run.drop('slow', 'quote.xlsx', await worldQuote(ACCOUNTS.slow.resources));
  const [job] = await ended('slow', 1);
  const continuations = logs.filter(
    (line) => line.includes('"account":"slow"') && line.includes('"end":"out of time"'),
  );

  expect(continuations).toHaveLength(CONTINUED);
  expect(job!.totals!.outcomes.renewed).toBe(ACCOUNTS.slow.resources);
  expectNoneStopped();
}, 240_000);
