import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import {
  type LocalNotice,
  type LocalRun,
  startLocalRun,
} from '../../../infra/cli/local-run/local-run.ts';
import { sampleQuote } from '../../../infra/cli/sample/huawei/sample-quote.ts';
import { sampleWorld } from '../../../infra/cli/sample/huawei/sample-world.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { sheetAgainstLedger } from '../../support/sheet-and-ledger.ts';
import { SHRUNK_TIMERS } from '../../support/shrunk-timers.ts';
import { worldQuote } from '../../support/world-quote.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';

const NAMES = [
  'sample',
  'thousand',
  'killed-renewing',
  'killed-paying',
  'delivered-twice',
] as const;
type Name = (typeof NAMES)[number];

const now = Date.now();
const sandboxes = new Map<Name, HuaweiSandbox>();
const logs: { readonly functionName: string; readonly line: string }[] = [];
const notices: LocalNotice[] = [];
let run: LocalRun;

function rowsOf(name: Name): number {
  return name === 'thousand' ? 1000 : 25;
}

function worldOf(name: Name): Record<string, unknown> {
  if (name === 'sample') return sampleWorld(now);
  return {
    ...SAMPLE_KEYS,
    balance: '1000000',
    resources: Array.from({ length: rowsOf(name) }, (_, index) => dueResource(index)),
    behaviour: { completionDelayMs: 50 },
  };
}

beforeAll(async () => {
  for (const name of NAMES) {
    sandboxes.set(name, await startHuaweiSandbox({ world: worldOf(name) }));
  }
  run = await startLocalRun({
    accounts: NAMES.map((name) =>
      testAccount({ name, endpoint: sandbox(name).url, callsPerSecond: 200 }),
    ),
    keys: Object.fromEntries(NAMES.map((name) => [name, SAMPLE_KEYS])),
    timers: SHRUNK_TIMERS,
    onLog: (functionName, line) => {
      logs.push({ functionName, line });
    },
    onNotice: (notice) => {
      notices.push(notice);
    },
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  for (const one of sandboxes.values()) await one.close();
});

function sandbox(name: Name): HuaweiSandbox {
  return sandboxes.get(name)!;
}

async function drop(name: Name): Promise<void> {
  const bytes = name === 'sample' ? await sampleQuote(now) : await worldQuote(rowsOf(name));
  await run.drop(name, 'quote.xlsx', bytes);
}

/** Waits for the account's only job; messages of killed workers come back without delay. */
async function ended(name: Name): Promise<Job> {
  for (;;) {
    const job = (await run.jobs.jobs()).find(({ account }) => account === name);
    if (job !== undefined && isReported(job)) return job;
    await pause(50);
  }
}

/** Every row of the workbook against the ledger: renewed rows charged once, no other at all. */
async function expectAgreement(name: Name, job: Job): Promise<void> {
  expect(await sheetAgainstLedger(run, job, sandbox(name).ledger())).toEqual([]);
}

describe('the deployed stack on the embedded cloud', () => {
  test('carries the sample out, and its workbook agrees with the ledger row by row', async () => {
    await drop('sample');
    const job = await ended('sample');

    await expectAgreement('sample', job);
    expect(job.status).toBe('done');
    expect(job.totals!.outcomes).toEqual({
      renewed: 216,
      'already renewed': 3,
      'held: price changed': 5,
      'not renewable': 6,
      invalid: 5,
      'not approved': 6,
      'not attempted': 0,
      'needs review': 0,
    });
  });

  test('carries a thousand rows out', async () => {
    await drop('thousand');
    const job = await ended('thousand');

    await expectAgreement('thousand', job);
    expect(job.totals!.outcomes.renewed).toBe(1000);
  });

  test.each([
    ['killed-renewing', 'renew'],
    ['killed-paying', 'pay'],
  ] as const)('charges nothing twice and loses no row when a worker is %s', async (name, api) => {
    let killed = 0;
    const release = sandbox(name).onCall(async (moment) => {
      if (moment.api !== api || moment.phase !== 'after' || killed > 0) return;
      killed = await run.cloud.kill('RenewChunk');
    });
    await drop(name);
    const job = await ended(name);
    release();

    expect(killed).toBe(1);
    await expectAgreement(name, job);
    expect(job.totals!.outcomes.renewed).toBe(25);
  });

  test('takes an event and messages that are delivered twice as what they are: repeats', async () => {
    await drop('delivered-twice');
    await run.cloud.deliverAgain('approved/delivered-twice/quote.xlsx');
    const job = await ended('delivered-twice');
    await run.cloud.deliverAgain('approved/delivered-twice/quote.xlsx');
    await run.cloud.idle();

    const jobs = (await run.jobs.jobs()).filter(({ account }) => account === 'delivered-twice');
    expect(jobs.map(({ id }) => id)).toEqual([job.id]);
    await expectAgreement('delivered-twice', job);
    expect(job.totals!.outcomes.renewed).toBe(25);
  });

  test('tells people of each job when it is taken and when it has ended', async () => {
    await run.cloud.idle();
    const ended = (await run.jobs.jobs()).filter((job) => isReported(job));
    const told = ended.map(({ id }) => notices.filter(({ subject }) => subject.includes(id)));

    expect(ended.length).toBeGreaterThan(0);
    for (const notices of told) {
      // At least once: a message delivered twice may tell either of them twice.
      const isDone = notices.map(({ subject }) => /\] Done/u.test(subject));
      const [accepted, done] = [notices[0], notices[isDone.indexOf(true)]];
      for (const [place, { subject }] of notices.entries()) {
        expect(subject).toMatch(place < isDone.indexOf(true) ? /\] Accepted/u : /\] Done/u);
      }
      expect(accepted?.subject).toMatch(/\] Accepted/u);
      expect(accepted?.text).toContain('To be renewed: ');
      expect(done?.text).toContain('s3://');
    }
  });

  test('calls nothing that the roles of the template do not allow', () => {
    expect(run.cloud.calls().length).toBeGreaterThan(50);
    expect(run.cloud.violations()).toEqual([]);
  });

  test('writes no key into any log line', () => {
    expect(logs.length).toBeGreaterThan(0);
    expect(logs.filter(({ line }) => line.includes(SAMPLE_KEYS.secretKey))).toEqual([]);
  });

  test('says in each line of the paying function of which job, account and chunk it is', () => {
    const said = logs
      .filter(({ functionName, line }) => functionName.includes('RenewChunk') && isOurs(line))
      .map(({ line }) => JSON.parse(line) as Record<string, unknown>);
    const lacking = said.filter((one) =>
      ['job', 'account', 'chunk'].some((field) => one[field] === undefined),
    );

    expect(said.some(({ message }) => message === 'chunk worked on')).toBe(true);
    expect(said.some(({ message }) => message === 'provider calls')).toBe(true);
    expect(lacking).toEqual([]);
  });
});

/** A line that the function wrote itself. */
function isOurs(line: string): boolean {
  return line.startsWith('{') && line.includes('"service":"renewsheet"');
}
