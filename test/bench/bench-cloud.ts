import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { type LocalRun, startLocalRun } from '../../infra/cli/local-run/local-run.ts';
import { dueResource } from '../support/due-soon.ts';
import { testAccount } from '../support/quote-rows.ts';
import { FunctionRecords } from './function-records.ts';
import type { Scenario } from './scenario.ts';

/** The stack with one account and one sandbox per scenario, each function in a process of its own. */
export interface BenchCloud {
  readonly run: LocalRun;
  readonly records: FunctionRecords;
  /** The sandbox of a scenario. */
  readonly sandbox: (scenario: Scenario) => HuaweiSandbox;
  /** Ends all processes and forgets what they used, so that the next scenario starts cold. */
  readonly startOver: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const KEYS = { accessKey: 'BENCHKEY', secretKey: 'bench-secret' };

async function startSandbox(scenario: Scenario): Promise<HuaweiSandbox> {
  const { rows, idsPerRenew: maxIdsPerRenew, orders: ordersPerRenew, latencyMs } = scenario;
  const resources = Array.from({ length: rows }, (_, index) => dueResource(index));
  const behaviour = { completionDelayMs: 0, maxIdsPerRenew, ordersPerRenew, latencyMs };
  return await startHuaweiSandbox({
    world: { ...KEYS, balance: String(100 * rows), resources, behaviour },
  });
}

/** Builds the entry of the functions' processes; read as TypeScript it would be measured with them. */
function buildEntry(folder: string): string {
  const outfile = join(folder, 'process-entry.mjs');
  const source = fileURLToPath(new URL('../support/process-entry.ts', import.meta.url));
  buildSync({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'esm' });
  return outfile;
}

/** Brings the stack up for these scenarios. */
export async function startBenchCloud(scenarios: readonly Scenario[]): Promise<BenchCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'renewsheet-bench-'));
  const records = new FunctionRecords(buildEntry(folder));
  const sandboxes = new Map<string, HuaweiSandbox>();
  for (const scenario of scenarios) sandboxes.set(scenario.name, await startSandbox(scenario));
  const sandbox = ({ name }: Scenario): HuaweiSandbox => sandboxes.get(name)!;
  const run = await startLocalRun({
    accounts: scenarios.map((scenario) => {
      const { name, callsPerSecond } = scenario;
      return testAccount({ name, callsPerSecond, endpoint: sandbox(scenario).url });
    }),
    keys: Object.fromEntries(scenarios.map(({ name }) => [name, KEYS])),
    onLog: (functionName, line) => {
      records.onLog(functionName, line);
    },
    startInstance: (spec, onLine) => records.start(spec, onLine),
  });
  return {
    run,
    records,
    sandbox,
    startOver: async () => {
      for (const { logicalId } of run.cloud.functions) await run.cloud.kill(logicalId);
      records.usage.clear();
    },
    stop: async () => {
      await run.stop();
      for (const one of sandboxes.values()) await one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
