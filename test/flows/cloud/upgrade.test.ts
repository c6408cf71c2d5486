import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Assembly } from '../../../infra/cloud/template/synthesized-stack.ts';
import { startBundling } from '../../../infra/cli/local-run/start-bundling.ts';
import { synthesize } from '../../../infra/cli/local-run/synthesize.ts';
import { isReported, type Job, type JobStatus } from '../../../shared/jobs/job.ts';
import { readAccounts } from '../../../shared/settings/accounts.ts';
import { keptReleases, unpackRelease } from '../../releases/kept-release.ts';
import { JobsUnderWay, STATES, statesOf } from '../../releases/jobs-under-way.ts';
import {
  ALIBABA_ACCOUNT,
  HUAWEI_ACCOUNTS,
  RELEASE_ACCOUNTS,
  RELEASE_TIMERS,
} from '../../releases/release-accounts.ts';
import { type RunningRelease, startRelease } from '../../releases/running-release.ts';
import { keepItems } from '../../releases/stored-items.ts';
import { redriveResting } from '../../support/redrive-resting.ts';
import { sheetAgainstLedger } from '../../support/sheet-and-ledger.ts';

type Build = (endpoints: ReadonlyMap<string, string>) => Assembly;

const PREVIOUS = keptReleases().at(-1)!;
/** Names, the release before first, under which to keep what each has stored: KEEP_STORED=a,b. */
const KEPT_AS = (process.env['KEEP_STORED'] ?? '').split(',').filter(Boolean);
const PATIENCE_MS = 100_000;
/** A dozen seconds each on a machine with nothing else to do. */
const LONGEST_MS = 240_000;
const bundling = startBundling();
let bundles: string;

beforeAll(async () => {
  bundles = await bundling.folder;
});
afterAll(async () => {
  await bundling.end();
});

const previous: Build = (endpoints) => unpackRelease(PREVIOUS, endpoints);

const next: Build = (endpoints) => {
  const entries = RELEASE_ACCOUNTS.map((entry) => ({
    ...entry,
    endpoint: endpoints.get(String(entry['name'])),
  }));
  const reading = readAccounts(entries, { keys: 'ignored' });
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return synthesize(reading.accounts, bundles, RELEASE_TIMERS);
};

/** Resumes who is suspended, ticks, and waits until every job is over and its workbook written. */
async function carryOn(release: RunningRelease): Promise<Job[]> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const jobs = await release.jobs.jobs();
    for (const { id } of jobs.filter(({ status }) => status === 'suspended')) {
      await release.cloud.invoke('Operate', { command: 'resume', job: id, by: 'ops' });
    }
    if (jobs.every((job) => isReported(job))) return jobs;
    if (Date.now() > end) {
      const open = jobs.filter((job) => !isReported(job));
      const said = open.map(({ account, status, sheet }) => `${account} ${status} ${sheet ?? ''}`);
      throw new Error(`not over: ${said.join(', ')}; ${release.faults.slice(-3).join('\n')}`);
    }
    await release.cloud.runSchedule('OnTheClock');
    await redriveResting(release.jobs, release.cloud);
    await pause(1500);
  }
}

/** In what sheets and ledgers disagree, and what became of the rows of each job. */
async function booksOf(work: JobsUnderWay, release: RunningRelease, jobs: readonly Job[]) {
  const wrong: string[] = [];
  const outcomes: string[] = [];
  for (const [index, job] of jobs.entries()) {
    const { account, totals } = job;
    // What an account's second file names, its first has paid.
    const first = jobs.findIndex((one) => one.account === account) === index;
    const told = await sheetAgainstLedger(release, job, first ? work.ledger(account) : []);
    wrong.push(...told.map((one) => `${account}: ${one}`));
    const counted = Object.entries(totals!.outcomes).filter(([, count]) => count > 0);
    outcomes.push(`${account}: ${counted.map(([word, count]) => `${count} ${word}`).join(', ')}`);
  }
  return { wrong, outcomes: outcomes.toSorted() };
}

const RENEWED = [...HUAWEI_ACCOUNTS, ALIBABA_ACCOUNT].map((account) => `${account}: 3 renewed`);
const ENDS = [...RENEWED, 'suspended: 3 already renewed'].toSorted();

describe('a release takes over from another in the middle of the work, and pays each row once', () => {
  test.for<[string, Build, Build]>([
    ['this one after the one before', previous, next],
    ['the one before after this one, as a deployment is rolled back', next, previous],
  ])('%s', { timeout: LONGEST_MS }, async ([, before, after]) => {
    const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
    const work = await JobsUnderWay.start();
    let running: RunningRelease | undefined;
    onTestFinished(async () => {
      await running?.stop();
      await work.close();
      rmSync(folder, { recursive: true, force: true });
    });
    running = await startRelease(before(work.endpoints), folder, (call) => {
      work.onCall(running, call);
    });
    await work.bringUnderWay(running);
    const states: (readonly [string, readonly JobStatus[]])[] = [];
    for (const [account] of STATES) states.push([account, await statesOf(running, account)]);
    const keep = KEPT_AS[before === next ? 1 : 0];
    if (keep !== undefined) await keepItems(running.cloud, keep);
    await running.stop();
    work.goOn();
    running = await startRelease(after(work.endpoints), folder);
    const jobs = await carryOn(running);

    expect(states).toEqual(STATES);
    expect(await booksOf(work, running, jobs)).toEqual({ wrong: [], outcomes: ENDS });
  });
});
