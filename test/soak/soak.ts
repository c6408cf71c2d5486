import { tellFault } from '../../infra/cli/terminal/tell-fault.ts';
import { countsText, type ManyCounts, NO_RUNS, together } from './run-counts.ts';
import { shrinkRun } from './shrink-run.ts';
import { readSoakOptions, type SoakOptions } from './soak-options.ts';
import { showSoak } from './soak-progress.ts';
import type { WorkerReport } from './soak-worker.ts';
import { startWorkers } from './soak-workers.ts';

/** Runs until the time is over or a run's books are wrong; the exit code. */
async function soak(options: SoakOptions): Promise<0 | 1> {
  process.stdout.write(`Soaking for ${options.minutes} minutes, from seed ${options.seed}.\n`);
  const progress = showSoak(options.minutes);
  let counts: ManyCounts = NO_RUNS;
  let failed: WorkerReport | null = null as WorkerReport | null;
  const workers = startWorkers(options, (report) => {
    counts = together(counts, { runs: 1, ...report.counts });
    progress.show(counts);
    if (report.wrong.length === 0) return;
    failed ??= report;
    workers.stop();
  });
  try {
    await workers.ended;
  } finally {
    workers.stop();
    progress.end();
  }
  process.stdout.write(`${countsText(counts)}: ${failed === null ? 'no violation' : 'stopped'}\n`);
  if (failed === null) return 0;
  process.stdout.write(violationText(failed));
  return 1;
}

function violationText({ seed, wrong, told }: WorkerReport): string {
  const again = `npm run soak -- --seed ${seed} --runs 1`;
  return [
    '',
    `Violation with seed ${seed}:`,
    ...wrong.map((one) => `- ${one}`),
    'What became of its jobs:',
    ...told.map((one) => `  ${one}`),
    `Again: ${again}`,
    `Smaller: npm run soak -- --seed ${seed} --shrink`,
    '',
  ].join('\n');
}

async function shrink({ seed, minutes }: SoakOptions): Promise<0 | 1> {
  const smallest = await shrinkRun(seed, minutes * 60_000);
  process.stdout.write(`${smallest ?? `The run of seed ${seed} has no violation.`}\n`);
  return smallest === null ? 0 : 1;
}

try {
  const options = readSoakOptions(process.argv.slice(2), Date.now());
  if (typeof options === 'string') process.stdout.write(options);
  else process.exitCode = options.shrink ? await shrink(options) : await soak(options);
} catch (error) {
  tellFault(error);
}
