import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { accountsAt, atSandbox } from '../../../infra/cli/local-run/local-accounts.ts';
import { startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import type { AlibabaCall } from '../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../infra/sandboxes/alibaba/server.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { worldQuote } from '../../support/world-quote.ts';
import { worldResource } from '../../support/quote-rows.ts';
import { type BenchProgress, beginStep } from '../bench-progress.ts';
import { shareOfPermittedRate } from '../call-rate.ts';
import { count, type Line, type Section, secondsText } from '../table.ts';

const KEYS = { accessKey: 'BENCHKEY', secretKey: 'bench-secret' };
/** As at the slow provider of the other parts. */
const PACE = { callsPerSecond: 10, latencyMs: 300 };

/** One quote of servers, each renewed by a call of its own that pays: what it took. */
interface PurchaseFigures {
  readonly rows: number;
  readonly job: Job;
  readonly wallMs: number;
  readonly calls: readonly AlibabaCall[];
}

/** Calls per row and share of the permitted rate at the second provider, for quotes of these sizes. */
export async function purchaseSection(sizes: readonly number[]): Promise<Section> {
  const all: PurchaseFigures[] = [];
  for (const rows of sizes) {
    const step = beginStep(`purchases, ${count(rows)} rows`);
    all.push(await carryOut(rows, step));
    step.end();
  }
  const apis = [...new Set(all.flatMap(({ calls }) => calls.map(({ api }) => api)))];
  return {
    title: 'Alibaba Cloud: 300 ms latency, 10 calls/s of each API',
    columns: all.map(({ rows }) => `${count(rows)} servers`),
    lines: [
      {
        label: 'rows renewed',
        values: all.map(({ job }) => `${job.totals?.outcomes.renewed ?? 0}, ${job.status}`),
      },
      { label: 'from drop to results', values: all.map(({ wallMs }) => secondsText(wallMs)) },
      { label: 'calls per row', values: all.map(perRow) },
      ...apis.map((api): Line => ({
        label: `  ${api}`,
        values: all.map(({ rows, calls }) =>
          perRow({ rows, calls: calls.filter((one) => one.api === api) }),
        ),
      })),
      {
        label: 'permitted rate used, parallel phases',
        values: all.map(({ calls }) => {
          const share = shareOfPermittedRate({ scenario: PACE, chunks: [{ calls }] });
          return `${(100 * share).toFixed(0)} %`;
        }),
      },
    ],
  };
}

function perRow({ rows, calls }: Pick<PurchaseFigures, 'rows' | 'calls'>): string {
  return (calls.length / rows).toFixed(2);
}

async function carryOut(rows: number, step: BenchProgress): Promise<PurchaseFigures> {
  // The ids, expiries and prices of the quote that the other parts drop.
  const resources = Array.from({ length: rows }, (_, index) => worldResource(index));
  const sandbox = await startAlibabaSandbox({
    world: {
      provider: 'alibaba',
      ...KEYS,
      balance: String(100 * rows),
      instances: resources.map(({ id, expires }) => ({
        id,
        expires,
        product: 'ecs',
        price: '10.00',
      })),
      behaviour: { latencyMs: PACE.latencyMs },
    },
  });
  const [account] = accountsAt('alibaba', []);
  const { callsPerSecond } = PACE;
  const local = { ...atSandbox(account!, sandbox.url, { currency: 'USD' }), callsPerSecond };
  const run = await startLocalRun({ accounts: [local], keys: { [local.name]: KEYS } });
  try {
    const start = performance.now();
    await run.drop(local.name, 'quote.xlsx', await worldQuote(rows));
    for (;;) {
      const [job] = await run.jobs.jobs();
      if (job !== undefined) step.show(job.finishedChunks.length, job.chunkCount);
      if (job !== undefined && (isReported(job) || job.status === 'suspended')) {
        return { rows, job, wallMs: performance.now() - start, calls: sandbox.calls() };
      }
      await pause(200);
    }
  } finally {
    await run.stop();
    await sandbox.close();
  }
}
