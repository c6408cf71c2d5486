import { shortage } from '../../shared/renewal/books/open-rows.ts';
import { stillToPay } from '../../shared/renewal/books/still-to-pay.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { attentionTo, nextCommand } from '../../shared/jobs/job-attention.ts';
import { isOver, type Job, resultsOf } from '../../shared/jobs/job.ts';
import { type JobProgress, progressOf } from '../../shared/jobs/job-progress.ts';
import { waitOf } from '../../shared/jobs/job-waits.ts';
import type { JobView } from '../../shared/messages/operate-answer.ts';
import type { Account } from '../../shared/settings/account.ts';
import { retryKey, reviewKey } from '../../shared/store/keys.ts';
import { display, exceeds, type Money, zero } from '../../shared/values/money.ts';
import { sayWhole } from '../../shared/reasons/say.ts';
import { waitText } from '../../shared/notices/wait-text.ts';
import { attentionText } from './standing-line.ts';

/** How a job stands: itself, its journals (none are needed of one that is over and has totals), and the time. */
export interface JobStanding {
  readonly job: Job;
  readonly journals: readonly Journal[];
  /** Of the account; see {@link currencyOf}. */
  readonly currency: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The currency of the job's account; an account that was taken out of the settings has none. */
export function currencyOf({ account }: Job, settings: readonly Account[]): string {
  return settings.find(({ name }) => name === account)?.currency ?? 'USD';
}

/** A job as people and machines are shown it. Moments in UTC, amounts per currency. */
export function viewOf(standing: JobStanding): JobView {
  const { job, journals, currency, now } = standing;
  const { totals } = job;
  const progress = progressOf(job, journals, currency);
  const attention = attentionTo(job, journals, now);
  const next = nextCommand(job, attention);
  return {
    id: job.id,
    account: job.account,
    file: job.name,
    status: job.status,
    reason: job.reason === null ? null : sayWhole(job.reason, 'en'),
    rows: progress.rows,
    decided: progress.settled,
    outcomes: progress.outcomes,
    open: progress.open,
    unnamed: progress.unnamed,
    approved: amounts(totals?.approved ?? []),
    inFile: amounts(totals?.approved ?? []),
    ...(totals?.approvedInIt !== undefined && { approvedInIt: amounts(totals.approvedInIt) }),
    paid: amounts(paidOf(progress, standing)),
    paidAndWaiting: progress.waiting,
    chunks: { finished: job.finishedChunks.length, all: job.chunkCount },
    droppedBy: job.droppedBy,
    droppedAt: moment(job.droppedAt),
    validUntil: job.validUntil === null ? null : moment(job.validUntil),
    endedAt: job.endedAt === null ? null : moment(job.endedAt),
    results: resultsOf(job),
    ...besideResults(job),
    waitsFor: null,
    attention: attention === null ? null : attentionText(attention),
    waits: waitView(standing),
    next: next === null ? null : `npm run jobs --silent -- ${next}`,
    ...moneyView(standing),
    history: job.history.map(({ at, event, by, note }) => ({
      at: moment(at),
      event,
      by,
      note: note === null ? null : sayWhole(note, 'en'),
    })),
  };
}

/** The keys of the files beside the results of a job; null where there is none. */
function besideResults(job: Job): Pick<JobView, 'retry' | 'review'> {
  const { account, name, id, again = { retry: 0, review: 0 } } = job;
  const there = resultsOf(job) !== null;
  return {
    retry: there && again.retry > 0 ? retryKey(account, name, id) : null,
    review: there && again.review > 0 ? reviewKey(account, name, id) : null,
  };
}

function waitView({ job, journals, now }: JobStanding): NonNullable<JobView['waits']> | null {
  const wait = waitOf(job, journals, now);
  if (wait === null) return null;
  const { since, until, said } = wait;
  return {
    for: waitText(wait),
    since: moment(since),
    until: until === null ? null : moment(until),
    said,
  };
}

/** What is still to be paid, and whether the account has it. Of a job that is over: nothing. */
function moneyView({
  job,
  journals,
}: JobStanding): Pick<
  JobView,
  'stillToPay' | 'balance' | 'balanceBasis' | 'missing' | 'unpaidOrders'
> {
  const isDone = isOver(job.status) || job.status === 'finishing';
  const { amount, orders } = stillToPay(isDone ? [] : journals);
  const { left, missing, basis } = shortage(isDone ? [] : journals, job.epoch);
  // What began with less than was paid since was topped up, by how much is not known.
  const isKnown = left !== null && (basis === 'suspension' || exceeds(left, zero(left.currency)));
  const one = (money: Money | null): Record<string, string> | null =>
    money === null ? null : amounts([money]);
  return {
    stillToPay: amounts(amount),
    balance: one(isKnown ? left : null),
    ...(isKnown && { balanceBasis: basis }),
    missing: one(isKnown || job.status === 'suspended' ? missing : null),
    unpaidOrders: orders.map(({ id, rows, amount: sum, state }) => ({
      order: id,
      rows,
      amount: amounts(sum),
      state,
    })),
  };
}

/** Totals know every currency, but none where nothing was paid; else it is the account's own. */
function paidOf({ paid }: JobProgress, { job, currency }: JobStanding): readonly Money[] {
  const { status, totals } = job;
  if (!isOver(status) || totals === null) return [paid];
  return totals.paid.length === 0 ? [zero(currency)] : totals.paid;
}

/** Amounts by currency, as decimal text. */
export function amounts(money: readonly Money[]): Record<string, string> {
  return Object.fromEntries(money.map((one) => [one.currency, display(one)]));
}

/** A moment as ISO 8601 in UTC. */
function moment(at: number): string {
  return new Date(at).toISOString();
}
