import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsAt, atSandbox } from '../../../infra/cli/local-run/local-accounts.ts';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { alibabaRows } from '../../../infra/cli/sample/alibaba/alibaba-resources.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { SAMPLES } from '../../../infra/cli/sample/samples.ts';
import type { AlibabaSandbox } from '../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../infra/sandboxes/alibaba/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { idOf, isUntold, resultRows, sheetAgainstLedger } from '../../support/sheet-and-ledger.ts';
import { SHRUNK_TIMERS } from '../../support/shrunk-timers.ts';

const PROVIDERS = ['huawei', 'alibaba'] as const;
type Name = (typeof PROVIDERS)[number];

const now = Date.now();
const logs: string[] = [];
let sandboxes: { readonly huawei: HuaweiSandbox; readonly alibaba: AlibabaSandbox };
let run: LocalRun;

beforeAll(async () => {
  sandboxes = {
    huawei: await startHuaweiSandbox({ world: SAMPLES.huawei.world(now) }),
    alibaba: await startAlibabaSandbox({ world: SAMPLES.alibaba.world(now) }),
  };
  run = await startLocalRun({
    accounts: PROVIDERS.flatMap((name) => accountsAt(name, [])).map((account) =>
      atSandbox(account, sandboxes[account.provider].url, { currency: 'USD' }),
    ),
    keys: { huawei: SAMPLE_KEYS, alibaba: SAMPLE_KEYS },
    timers: SHRUNK_TIMERS,
    onLog: (_, line) => {
      logs.push(line);
    },
  });
  // Both at once: neither waits for the other's account.
  await Promise.all(
    PROVIDERS.map(async (name) => {
      await run.drop(name, 'quote.xlsx', await SAMPLES[name].quote(now));
    }),
  );
}, 120_000);

afterAll(async () => {
  await run.stop();
  for (const name of PROVIDERS) await sandboxes[name].close();
});

async function ended(name: Name): Promise<Job> {
  for (;;) {
    const job = (await run.jobs.jobs()).find(({ account }) => account === name);
    if (job !== undefined && isReported(job)) return job;
    await pause(50);
  }
}

describe('one stack with accounts of both providers', () => {
  test.each(PROVIDERS)(
    'carries the sample of %s out, as its ledger says row by row',
    async (name) => {
      const job = await ended(name);

      expect([job.status, job.reason]).toEqual(['done', null]);
      expect(await sheetAgainstLedger(run, job, sandboxes[name].ledger())).toEqual([]);
    },
    180_000,
  );

  test("says of each row of the second provider's sample what it was made for", async () => {
    const rows = await resultRows(run, await ended('alibaba'));
    const outcomes = new Map(rows.map((row) => [idOf(row), row['Outcome']]));
    const made = {
      renewed: 'renewed',
      'renewed already': 'already renewed',
      'dearer now': 'held: price changed',
      'unknown id': 'not renewable',
      'no way': 'not renewable',
      'set to end': 'renewed',
      'term not taken': 'invalid',
      'no price': 'invalid',
      'not approved': 'not approved',
      hidden: 'not approved',
    } as const;

    expect(alibabaRows(now).map(({ id, fate }) => [id, fate, outcomes.get(id)])).toEqual(
      alibabaRows(now).map(({ id, fate }) => [id, fate, made[fate]]),
    );
  }, 180_000);

  test('leaves the charge open only where the provider names no order, and says so', async () => {
    const rows = await resultRows(run, await ended('alibaba'));
    const untold = rows.filter((row) => row['Outcome'] === 'renewed' && isUntold(row));
    const codes = new Map(alibabaRows(now).map(({ id, code }) => [id, code]));

    expect(new Set(untold.map((row) => codes.get(idOf(row))))).toEqual(new Set(['swas', 'domain']));
    expect(untold.filter((row) => !String(row['Reason']).includes('tells no charge'))).toEqual([]);
  }, 180_000);

  test('keeps to what the roles of the template allow, and writes no key into any log line', () => {
    expect(run.cloud.violations()).toEqual([]);
    expect(logs.filter((line) => line.includes(SAMPLE_KEYS.secretKey))).toEqual([]);
  });
});
