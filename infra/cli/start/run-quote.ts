import { mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Job } from '../../../shared/jobs/job.ts';
import { retryKey, reviewKey } from '../../../shared/store/keys.ts';
import { carryOutCheck, type CheckRunAnswer } from './check-run.ts';
import { type JobAnswer, jobAnswer, type ResultFiles } from '../terminal/job-answer.ts';
import type { LocalRun } from '../local-run/local-run.ts';
import { noticeLines } from '../local-run/notice-lines.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { personHere } from '../terminal/person-here.ts';
import type { ProgressView } from '../terminal/progress-view.ts';
import type { Bundling } from '../local-run/start-bundling.ts';
import type { StartCommand } from './start-command.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import { watchFaults } from './watch-faults.ts';
import { watchJob } from './watch-job.ts';

/** What becomes of a quote: carried out, or only checked. */
export type QuoteAnswer = JobAnswer | CheckRunAnswer;

/** A started local run: its end, and how to end it before. */
export interface QuoteRun {
  readonly answer: Promise<QuoteAnswer>;
  readonly stop: () => Promise<void>;
}

/**
 * Carries one quote out in the embedded cloud and copies the results workbook to `--out`. Throws
 * `UserMistake` for what is wrong with the command's files.
 */
export async function runQuote(
  command: StartCommand,
  view: ProgressView,
  bundling: Bundling,
): Promise<QuoteRun> {
  makeFolder(command.out);
  const prepared = await prepareRun(command, Date.now(), personHere(command.json));
  // Only now: the stack's library takes a second to load, and mistakes should be told at once.
  const { startLocalRun } = await import('../local-run/local-run.ts');
  const faults = watchFaults((line) => process.stderr.write(`${line}\n`));
  const run = await startLocalRun({
    accounts: prepared.accounts,
    keys: prepared.keys,
    spending: prepared.spending,
    bundling,
    onLog: faults.onLog,
    onInvocation: faults.onInvocation,
    onViolation: faults.onViolation,
    onNotice: (notice) => {
      view.say(noticeLines(notice));
    },
    schedules: 'on',
  }).catch(async (error: unknown) => {
    await prepared.sandbox?.close();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await run.stop();
    await prepared.sandbox?.close();
  };
  const answer = command.check
    ? carryOutCheck(
        { account: prepared.account.name, file: prepared.file, out: command.out },
        run,
        faults.problem,
      )
    : carryOut(command, prepared, run, view, faults.problem);
  return { stop, answer };
}

async function carryOut(
  command: StartCommand,
  { account, file }: PreparedRun,
  run: LocalRun,
  view: ProgressView,
  problem: () => string | null,
): Promise<JobAnswer> {
  await run.drop(account.name, file.name, file.bytes);
  const job = await watchJob(run, account.currency, view, problem);
  return jobAnswer(job, account.currency, await copyResults(job, run, command.out));
}

/** Before anything is started: a run whose results cannot be kept must not begin. */
function makeFolder(out: string): void {
  try {
    mkdirSync(userPath(out), { recursive: true });
  } catch {
    throw new UserMistake(`The folder ${out} cannot be made: name another one with --out.`);
  }
}

async function copyResults(job: Job, run: LocalRun, out: string): Promise<ResultFiles> {
  if (job.resultsKey === null) throw new Error(`job ${job.id} ended without a results workbook`);
  const copy = async (key: string, name: string): Promise<string> => {
    const path = join(userPath(out), name);
    writeFileAtomic(path, Buffer.from(await run.readObject(key)));
    return path;
  };
  const { account, name, id, again = { retry: 0, review: 0 } } = job;
  // Under the names that the results give them.
  const beside = async (key: string): Promise<string> => await copy(key, basename(key));
  return {
    // Where the workbook could not be written, its rows stand alone, as text with commas.
    results: await copy(job.resultsKey, `${name}.results${extname(job.resultsKey)}`),
    retry: again.retry === 0 ? null : await beside(retryKey(account, name, id)),
    review: again.review === 0 ? null : await beside(reviewKey(account, name, id)),
  };
}
