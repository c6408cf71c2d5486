import { availableParallelism, cpus, loadavg } from 'node:os';
import { tellFault } from '../../infra/cli/terminal/tell-fault.ts';
import { agreementSection } from './alibaba/agreement.ts';
import { purchaseSection } from './alibaba/bench-purchases.ts';
import { type BenchCloud, startBenchCloud } from './bench-cloud.ts';
import { type BenchOptions, readBenchOptions } from './bench-options.ts';
import { beginStep } from './bench-progress.ts';
import { carryOut, type OnProgress } from './carry-out.ts';
import { countJob, countTick } from './cost/count-requests.ts';
import { type Counted, keepCounted } from './cost/counted.ts';
import { writePage } from './cost/write-page.ts';
import type { Figures } from './figures.ts';
import { functionFigures } from './function-figures.ts';
import { chunkSections, paceSection } from './pace-sections.ts';
import { askOfJob, lookAtLargest, mostOf } from './largest/looks.ts';
import {
  type Scenario,
  slowProvider,
  thousandRows,
  undisturbed,
  WIDEST_NAME,
  widestQuote,
} from './scenario.ts';
import { READINGS, readerSections } from './readers/reader-sections.ts';
import { writerSections, WRITINGS } from './writers/writer-sections.ts';
import { bundleSection, jobSection, memorySection, rateSection } from './sections.ts';
import { type Section, tableText } from './table.ts';

const IMPORTS = 5;

async function bench({ rows, quick, pace, widest }: BenchOptions): Promise<void> {
  const all = !quick && !pace && !widest;
  const fast = pace || widest ? [] : rows.flatMap(undisturbedBoth);
  if (all || widest) fast.push(widestQuote());
  const slow = all ? [slowProvider('one'), slowProvider('one per resource')] : [];
  const thousand = all || pace ? [thousandRows()] : [];
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`;
  const loadBefore = load();
  const starting = beginStep('starting the cloud');
  const cloud = await startBenchCloud([...fast, ...slow, ...thousand]);
  starting.show(1, 1);
  starting.end();
  try {
    const sections = [
      ...(all ? [...(await readingSections()), ...(await writingSections())] : []),
      ...(fast.length === 0 ? [] : await undisturbedSections(cloud, fast)),
      ...(await inTurn(cloud, slow, (figures) => [rateSection(figures)])),
      ...(await inTurn(cloud, thousand, ([figures]) => [
        paceSection(figures!),
        ...chunkSections(figures!),
      ])),
    ];
    process.stdout.write(`\n${machine}; load ${loadBefore} before, ${load()} after\n\n`);
    process.stdout.write(tableText(sections));
  } finally {
    await cloud.stop();
  }
}

function undisturbedBoth(rows: number): Scenario[] {
  return [undisturbed(rows, 100), undisturbed(rows, 10)];
}

/** Reading alone: needs no cloud. */
async function benchReaders(): Promise<void> {
  process.stdout.write(`\n${tableText(await readingSections())}`);
}

/** Counts one chunk and ten at a slow provider, and writes the page that is made of that. */
async function benchCost(): Promise<void> {
  const scenarios = [slowProvider('one'), thousandRows()] as const;
  const cloud = await startBenchCloud(scenarios);
  try {
    const [one, ten] = await carryOutAll(cloud, scenarios);
    const counted = {
      jobs: [await countJob(cloud, one!), await countJob(cloud, ten!)] satisfies Counted['jobs'],
      tick: await countTick(cloud),
    };
    keepCounted(counted);
    await writePage(counted);
  } finally {
    await cloud.stop();
  }
}

/** Writing alone: needs no cloud. */
async function benchWriters(): Promise<void> {
  process.stdout.write(`\n${tableText(await writingSections())}`);
}

/** At the second provider, where each row is a call. */
async function benchPurchases(rows: readonly number[]): Promise<void> {
  const sections = [await agreementSection(rows), await purchaseSection(rows)];
  process.stdout.write(`\n${tableText(sections)}`);
}

async function readingSections(): Promise<Section[]> {
  const reading = beginStep('reading workbooks');
  let done = 0;
  const sections = await readerSections(() => {
    reading.show(++done, READINGS);
  });
  reading.end();
  return sections;
}

async function writingSections(): Promise<Section[]> {
  return await step('writing workbooks', async (show) => {
    let done = 0;
    return await writerSections(() => {
      show(++done, WRITINGS);
    });
  });
}

async function undisturbedSections(
  cloud: BenchCloud,
  scenarios: readonly Scenario[],
): Promise<Section[]> {
  const all = await carryOutAll(cloud, scenarios);
  const importing = beginStep('importing bundles');
  const functions = await functionFigures(cloud.records, IMPORTS, importing.show);
  importing.end();
  return [jobSection(all), memorySection(all, functions), bundleSection(functions, IMPORTS)];
}

async function inTurn(
  cloud: BenchCloud,
  scenarios: readonly Scenario[],
  sections: (all: readonly Figures[]) => Section[],
): Promise<Section[]> {
  return scenarios.length === 0 ? [] : sections(await carryOutAll(cloud, scenarios));
}

async function carryOutAll(cloud: BenchCloud, scenarios: readonly Scenario[]): Promise<Figures[]> {
  const all: Figures[] = [];
  for (const scenario of scenarios) {
    all.push(
      scenario.name === WIDEST_NAME
        ? await carryOutWidest(cloud, scenario)
        : await step(scenario.name, (show) => carryOut(cloud, scenario, show)),
    );
  }
  return all;
}

/** Exports and checks it before, so that each function meets the largest file. */
async function carryOutWidest(cloud: BenchCloud, scenario: Scenario): Promise<Figures> {
  const { name } = scenario;
  const looks = await step(`${name}: looks`, (show) => lookAtLargest(cloud, scenario, show));
  const figures = await step(name, (show) => carryOut(cloud, scenario, show));
  const [job] = (await cloud.run.jobs.jobs()).filter(({ account }) => account === name);
  await askOfJob(cloud, job!);
  const after = new Map(cloud.records.usage);
  return { ...figures, usage: mostOf(mostOf(looks, figures.usage), after) };
}

/** A step of that name, shown while it goes on. */
async function step<Value>(
  name: string,
  work: (show: OnProgress) => Promise<Value>,
): Promise<Value> {
  const shown = beginStep(name);
  const value = await work(shown.show);
  shown.end();
  return value;
}

/** What the machine had to do besides, in the last minute. */
function load(): string {
  return loadavg()[0]!.toFixed(1);
}

try {
  const options = readBenchOptions(process.argv.slice(2));
  if (typeof options === 'string') process.stdout.write(options);
  else if (options.readers) await benchReaders();
  else if (options.cost) await benchCost();
  else if (options.writers) await benchWriters();
  else if (options.alibaba) await benchPurchases(options.rows);
  else await bench(options);
} catch (error) {
  tellFault(error);
}
