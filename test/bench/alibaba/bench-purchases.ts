import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { accountsAt, atSandbox } from '../../../infra/cli/local-run/local-accounts.ts';
import { startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import type { AlibabaCall } from '../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../infra/sandboxes/alibaba/server.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { sheetAgainstLedger } from '../../support/sheet-and-ledger.ts';
import { type BenchProgress, beginStep } from '../bench-progress.ts';
import { shareOfPermittedRate } from '../call-rate.ts';
import { count, type Line, type Section, secondsText } from '../table.ts';
import {
  mixedQuote,
  type QuotedResource,
  servers,
  worldOf,
} from '../../support/quoted-resources.ts';

const KEYS = { accessKey: 'BENCHKEY', secretKey: 'bench-secret' };
/** As at the slow provider of the other parts. */
const SLOW = { callsPerSecond: 10, latencyMs: 300 };

/** One quote, each of its rows renewed by a call of its own that pays. */
interface PurchaseScenario {
  readonly name: string;
  readonly resources: readonly QuotedResource[];
}

/** What it took. */
interface PurchaseFigures {
  readonly scenario: PurchaseScenario;
  readonly job: Job;
  readonly wallMs: number;
  readonly calls: readonly AlibabaCall[];
  /** In what its results and the ledger disagree, row by row. */
  readonly wrong: readonly string[];
}

/**
 * Calls per row and share of the permitted rate at the second provider for servers, quotes of these
 * sizes, their results compared with the ledger row by row.
 */
export async function purchaseSection(sizes: readonly number[]): Promise<Section> {
  const scenarios = sizes.map((rows): PurchaseScenario => ({
    name: `${count(rows)} servers`,
    resources: servers(rows),
  }));
  const all: PurchaseFigures[] = [];
  for (const scenario of scenarios) {
    const step = beginStep(`purchases, ${scenario.name}`);
    all.push(await carryOut(scenario, step));
    step.end();
  }
  const apis = [...new Set(all.flatMap(({ calls }) => calls.map(({ api }) => api)))];
  return {
    title: 'Alibaba Cloud: 300 ms, 10 calls/s of an API',
    columns: all.map(({ scenario }) => scenario.name),
    lines: [
      {
        label: 'rows renewed',
        values: all.map(({ job }) => `${job.totals?.outcomes.renewed ?? 0}, ${job.status}`),
      },
      {
        label: 'disagreements with the ledger',
        values: all.map(({ wrong }) => String(wrong.length)),
        aim: { text: '0', met: all.every(({ wrong }) => wrong.length === 0) },
      },
      { label: 'from drop to results', values: all.map(({ wallMs }) => secondsText(wallMs)) },
      { label: 'calls per row', values: all.map((figures) => perRow(figures, figures.calls)) },
      ...apis.map((api): Line => ({
        label: `  ${api}`,
        values: all.map((figures) =>
          perRow(
            figures,
            figures.calls.filter((one) => one.api === api),
          ),
        ),
      })),
      {
        label: 'permitted rate used, parallel phases',
        values: all.map(({ calls }) => {
          const share = shareOfPermittedRate({ scenario: SLOW, chunks: [{ calls }] });
          return `${(100 * share).toFixed(0)} %`;
        }),
      },
    ],
  };
}

function perRow({ scenario }: PurchaseFigures, calls: readonly AlibabaCall[]): string {
  return (calls.length / scenario.resources.length).toFixed(2);
}

async function carryOut(scenario: PurchaseScenario, step: BenchProgress): Promise<PurchaseFigures> {
  const { resources } = scenario;
  const { instances, domains } = worldOf(resources);
  const sandbox = await startAlibabaSandbox({
    world: {
      provider: 'alibaba',
      ...KEYS,
      balance: String(100 * resources.length),
      instances,
      domains,
      behaviour: { latencyMs: SLOW.latencyMs },
    },
  });
  const [account] = accountsAt('alibaba', []);
  const { callsPerSecond } = SLOW;
  const local = { ...atSandbox(account!, sandbox.url, { currency: 'USD' }), callsPerSecond };
  const run = await startLocalRun({ accounts: [local], keys: { [local.name]: KEYS } });
  try {
    const start = performance.now();
    await run.drop(local.name, 'quote.xlsx', await mixedQuote(resources));
    for (;;) {
      const [job] = await run.jobs.jobs();
      if (job !== undefined) step.show(job.finishedChunks.length, job.chunkCount);
      if (job !== undefined && (isReported(job) || job.status === 'suspended')) {
        const wallMs = performance.now() - start;
        const wrong = await sheetAgainstLedger(run, job, sandbox.ledger());
        return { scenario, job, wallMs, calls: sandbox.calls(), wrong };
      }
      await pause(200);
    }
  } finally {
    await run.stop();
    await sandbox.close();
  }
}
