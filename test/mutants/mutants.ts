import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { ALL_MUTANTS } from './all-mutants.ts';
import { misfit, type Mutant, withMistake } from './mutant.ts';
import { MUTANTS_USAGE, type MutantsOptions, readMutantsOptions } from './mutants-options.ts';
import { endAll, runTests, type TestEnd } from './run-tests.ts';
import { openWorkCopy, PROJECT, type WorkCopy } from '../support/work-copy.ts';

/** What became of one mistake. */
interface Tried {
  readonly mutant: Mutant;
  readonly end: TestEnd;
  readonly seconds: number;
}

/** Longer than any of the named tests takes on a busy machine. */
const MOST_SECONDS = 120;
const MOST_SECONDS_OF_ALL = 600;

/** Tries every mutant; whether all of them were noticed. */
async function tryAll({ only, workers }: MutantsOptions): Promise<boolean> {
  const mutants = ALL_MUTANTS.filter(
    ({ name, file }) => only === null || name.includes(only) || file.includes(only),
  );
  if (mutants.length === 0) throw new Error(`No mistake has "${only}" in its name or file.`);
  const outdated = mutants.flatMap((mutant) => {
    const why = misfit(mutant, textOf(mutant.file));
    return why === null ? [] : [`"${mutant.name}" is out of date: ${why}.`];
  });
  if (outdated.length > 0) throw new Error(outdated.join('\n'));

  const copies = Array.from({ length: Math.min(workers, mutants.length) }, openWorkCopy);
  const leave = (): void => {
    endAll();
    for (const copy of copies) copy.remove();
  };
  const interrupted = (): void => {
    leave();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    await seeThemPass(copies[0]!, mutants, workers);
    const tried = await sideBySide(copies, mutants);
    process.stdout.write(tableOf(mutants.map((one) => tried.get(one)!)));
    return [...tried.values()].every(({ end }) => isKilled(end));
  } finally {
    leave();
  }
}

function textOf(file: string): string {
  return readFileSync(join(PROJECT, file), 'utf8');
}

/** A test that fails without any mistake proves nothing. */
async function seeThemPass(
  { folder }: WorkCopy,
  mutants: readonly Mutant[],
  workers: number,
): Promise<void> {
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))];
  process.stderr.write(`without a mistake, ${files.length} test files\n`);
  const end = await runTests(folder, {
    files,
    bail: false,
    workers,
    mostSeconds: MOST_SECONDS_OF_ALL,
  });
  if (end.kind !== 'passed') {
    throw new Error(`The tests do not pass without a mistake: ${textOfEnd(end)}`);
  }
}

async function sideBySide(
  copies: readonly WorkCopy[],
  mutants: readonly Mutant[],
): Promise<ReadonlyMap<Mutant, Tried>> {
  const left = [...mutants];
  const tried = new Map<Mutant, Tried>();
  const work = async (copy: WorkCopy): Promise<void> => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const one = await tryOne(copy, mutant);
      tried.set(mutant, one);
      const verdict = isKilled(one.end) ? 'killed' : textOfEnd(one.end);
      process.stderr.write(`${tried.size}/${mutants.length} ${mutant.name}: ${verdict}\n`);
    }
  };
  await Promise.all(copies.map(work));
  return tried;
}

async function tryOne(copy: WorkCopy, mutant: Mutant): Promise<Tried> {
  const begin = performance.now();
  const { file, tests: files } = mutant;
  const end = await copy.with(file, withMistake(mutant, textOf(file)), async () => {
    const run = { files, bail: true, workers: 1, mostSeconds: MOST_SECONDS };
    return await runTests(copy.folder, run);
  });
  return { mutant, end, seconds: (performance.now() - begin) / 1000 };
}

/** What never ends has been noticed too. */
function isKilled({ kind }: TestEnd): boolean {
  return kind === 'failed' || kind === 'endless';
}

function textOfEnd(end: TestEnd): string {
  switch (end.kind) {
    case 'passed':
      return 'SURVIVED';
    case 'failed':
      return end.tests.join('; ');
    case 'endless':
      return 'does not end';
    case 'broken':
      return `NOT JUDGED: ${end.detail.replaceAll(/\s+/gu, ' ').slice(0, 300)}`;
  }
}

function tableOf(tried: readonly Tried[]): string {
  const name = Math.max(...tried.map(({ mutant }) => mutant.name.length));
  const lines = tried.map(({ mutant, end, seconds }) => {
    const verdict = isKilled(end)
      ? `${pc.green('killed by')} ${textOfEnd(end)}`
      : pc.red(textOfEnd(end));
    const rule = String(mutant.rule).padStart(4);
    return `${mutant.name.padEnd(name)}  ${rule}  ${seconds.toFixed(1).padStart(5)}  ${verdict}\n`;
  });
  const head = pc.bold(`${'mistake'.padEnd(name)}  rule      s  noticed`);
  const killed = tried.filter(({ end }) => isKilled(end)).length;
  return `\n${head}\n${lines.join('')}\n${killed} of ${tried.length} noticed\n`;
}

try {
  const options = readMutantsOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(MUTANTS_USAGE);
  else if (!(await tryAll(options))) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
