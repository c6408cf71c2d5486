import { availableParallelism, cpus, loadavg } from 'node:os';
import { type BenchCloud, startBenchCloud } from './bench-cloud.ts';
import { BENCH_USAGE, type BenchOptions, readBenchOptions } from './bench-options.ts';
import { beginStep } from './bench-progress.ts';
import { carryOut } from './carry-out.ts';
import type { Figures } from './figures.ts';
import { functionFigures } from './function-figures.ts';
import { type Scenario, slowProvider, undisturbed } from './scenario.ts';
import { bundleSection, jobSection, memorySection, rateSection } from './sections.ts';
import { tableText } from './table.ts';

const IMPORTS = 5;

async function bench({ rows, quick }: BenchOptions): Promise<void> {
  const fast = rows.flatMap((count) => [undisturbed(count, 100), undisturbed(count, 10)]);
  const slow = quick ? [] : [slowProvider('one'), slowProvider('one per resource')];
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`;
  const loadBefore = load();
  const starting = beginStep('starting the cloud');
  const cloud = await startBenchCloud([...fast, ...slow]);
  starting.show(1, 1);
  starting.end();
  try {
    const undisturbedFigures = await inTurn(cloud, fast);
    const slowFigures = await inTurn(cloud, slow);
    const importing = beginStep('importing bundles');
    const functions = await functionFigures(cloud.records, IMPORTS, importing.show);
    importing.end();
    const sections = [
      jobSection(undisturbedFigures),
      memorySection(undisturbedFigures, functions),
      bundleSection(functions, IMPORTS),
      ...(slowFigures.length === 0 ? [] : [rateSection(slowFigures)]),
    ];
    process.stdout.write(`\n${machine}; load ${loadBefore} before, ${load()} after\n\n`);
    process.stdout.write(tableText(sections));
  } finally {
    await cloud.stop();
  }
}

async function inTurn(cloud: BenchCloud, scenarios: readonly Scenario[]): Promise<Figures[]> {
  const all: Figures[] = [];
  for (const scenario of scenarios) {
    const step = beginStep(scenario.name);
    all.push(await carryOut(cloud, scenario, step.show));
    step.end();
  }
  return all;
}

/** What the machine had to do besides, in the last minute. */
function load(): string {
  return loadavg()[0]!.toFixed(1);
}

try {
  const options = readBenchOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(BENCH_USAGE);
  else await bench(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
