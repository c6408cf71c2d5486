import type { Totals } from '../../shared/renewal/books/books.ts';
import type { Account } from '../../shared/settings/account.ts';
import { isOver, type Job } from '../../shared/jobs/job.ts';
import { type JobProgress, progressOf } from '../../shared/jobs/job-progress.ts';
import { display, type Money } from '../../shared/values/money.ts';
import { noOutcomes, OUTCOMES } from '../../shared/renewal/outcome.ts';
import type { JobView, OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { sayWhole } from '../../shared/reasons/say.ts';
import type { OperateServices } from './operate-services.ts';

/** How a job stands, with its history and what became of its rows so far. */
export async function showJob(
  job: Job,
  { journals, accounts, settings }: OperateServices,
): Promise<OperateAnswer> {
  // One that is over without results has its figures in its journals only.
  const known = isOver(job.status) && job.totals !== null ? [] : await journals.list(job.id);
  const progress = progressOf(job, known, currencyOf(job, settings));
  const { active, waiting } = await accounts.read(job.account);
  const place = waiting.indexOf(job.id) + 1;
  const waitsFor = place > 0 && active !== null ? { job: active, place } : null;
  const view = { ...viewOf(job, progress), waitsFor };
  return { ok: true, line: lineOf(view), job: view };
}

/** The currency of the job's account; an account that was taken out of the settings has none. */
export function currencyOf({ account }: Job, settings: readonly Account[]): string {
  return settings.find(({ name }) => name === account)?.currency ?? 'USD';
}

function lineOf({
  id,
  account,
  file,
  status,
  reason,
  rows,
  decided,
  outcomes,
  waitsFor,
}: JobView): string {
  const counts = OUTCOMES.filter((word) => outcomes[word] > 0).map(
    (word) => `${outcomes[word]} ${word}`,
  );
  const behind =
    waitsFor === null ? '' : `, number ${waitsFor.place} in line behind ${waitsFor.job}`;
  const told = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  const why = reason === null ? '' : ` ${reason}`;
  return `Job ${id} (${file}, ${account}) is ${status}${behind}; ${decided} of ${rows} rows decided${told}.${why}`;
}

/** A job as people and machines are shown it. Moments in UTC, amounts per currency. */
export function viewOf(job: Job, progress?: JobProgress): JobView {
  const { totals } = job;
  return {
    id: job.id,
    account: job.account,
    file: job.name,
    status: job.status,
    reason: job.reason === null ? null : sayWhole(job.reason, 'en'),
    rows: job.rows,
    decided: progress?.settled ?? totals?.rows ?? 0,
    outcomes: progress?.outcomes ?? totals?.outcomes ?? noOutcomes(),
    approved: amounts(totals?.approved ?? []),
    paid: amounts(progress === undefined ? (totals?.paid ?? []) : paidOf(progress, totals, job)),
    paidAndWaiting: progress?.waiting ?? 0,
    chunks: { finished: job.finishedChunks.length, all: job.chunkCount },
    droppedBy: job.droppedBy,
    droppedAt: moment(job.droppedAt),
    validUntil: job.validUntil === null ? null : moment(job.validUntil),
    endedAt: job.endedAt === null ? null : moment(job.endedAt),
    results: job.resultsKey,
    waitsFor: null,
    history: job.history.map(({ at, event, by, note }) => ({
      at: moment(at),
      event,
      by,
      note: note === null ? null : sayWhole(note, 'en'),
    })),
  };
}

/** Totals know every currency; until then it is the account's own. */
function paidOf({ paid }: JobProgress, totals: Totals | null, { status }: Job): readonly Money[] {
  return isOver(status) && totals !== null ? totals.paid : [paid];
}

function amounts(money: readonly Money[]): Record<string, string> {
  return Object.fromEntries(money.map((one) => [one.currency, display(one)]));
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
