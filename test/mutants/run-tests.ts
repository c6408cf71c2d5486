import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What test files came to. */
export type TestEnd =
  | { readonly kind: 'passed' }
  /** The names of the tests that failed: of the first one, where the run ends with it. */
  | { readonly kind: 'failed'; readonly tests: readonly string[] }
  /** They did not end in time. */
  | { readonly kind: 'endless' }
  /** No test failed, and yet it did not pass: as where a file cannot be read. */
  | { readonly kind: 'broken'; readonly detail: string };

/** Many times what any of the named tests takes; a mistake may keep one from its end. */
const TEST_MS = 30_000;

/** How tests are run. */
export interface TestRun {
  readonly files: readonly string[];
  /** Whether the first test that fails ends the run. */
  readonly bail: boolean;
  readonly mostSeconds: number;
  /** Processes side by side. */
  readonly workers: number;
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.optional(z.string()),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Groups of processes that are under way, by the number of their first. */
const running = new Set<number>();

/** Ends all tests that are under way. */
export function endAll(): void {
  for (const group of running) endGroup(group);
}

/** Runs test files of the project in that folder. */
export async function runTests(
  folder: string,
  { files, bail, mostSeconds, workers }: TestRun,
): Promise<TestEnd> {
  const report = join(folder, 'mutants-report.json');
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
      `--maxWorkers=${workers}`,
      ...(bail ? ['--bail=1'] : []),
      `--testTimeout=${TEST_MS}`,
      ...files,
    ],
    // A group of its own: what hangs is a child of this one, and is to end with it.
    { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const group = child.pid!;
  running.add(group);
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${String(text)}`.slice(-2000);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(group);
  }, mostSeconds * 1000);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  clearTimeout(timer);
  running.delete(group);
  return late ? { kind: 'endless' } : judge(report, code, said);
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function judge(report: string, code: number | null, said: string): TestEnd {
  const read = readReport(report);
  if (read === null) return { kind: 'broken', detail: said.trim() || `it ended with ${code}` };
  const results = read.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length > 0) return { kind: 'failed', tests: failed.map(({ fullName }) => fullName) };
  if (code === 0 && read.numPassedTests > 0) return { kind: 'passed' };
  const why = read.testResults.flatMap(({ message }) => message ?? []).join(' ');
  return { kind: 'broken', detail: why.trim() || said.trim() || 'no test was run' };
}

function readReport(report: string): z.output<typeof reportSchema> | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return null;
  }
}
