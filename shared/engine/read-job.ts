import type { Reason } from '../reasons/reason.ts';
import type { Ask, Stop } from '../renewal/decide/decision.ts';
import type { Asked } from '../renewal/decide/facts.ts';
import type { Journal } from '../renewal/journal.ts';
import { openPayments } from '../renewal/rules/first-payment.ts';
import { openTasks } from '../renewal/rules/purchases.ts';
import type { Job } from '../jobs/job.ts';
import type { ChunkBefore } from './chunk-before.ts';
import type { ChunkWork } from './chunk-work.ts';
import type { FactBook } from './fact-book.ts';
import { recall } from './recall.ts';
import { ANSWERED, type AskEnd, heard } from './triage.ts';

type JobAsk = Extract<Ask, { kind: 'permit' | 'account' | 'memory' | 'job' | 'balance' }>;

/** Reads what is stored of the job and its account, and the account's balance. */
export async function readJob(
  work: ChunkWork,
  facts: FactBook,
  ask: JobAsk,
  asked: Asked,
): Promise<AskEnd> {
  const { accounts, account, job, journals, keeper } = work;
  switch (ask.kind) {
    case 'permit': {
      if (work.before !== undefined && !(await work.before.done)) return goLater(work, facts);
      const now = await work.jobs.read(job.id);
      const { held, rung } = await accounts.read(account.name);
      facts.rung = Math.min(facts.rung ?? rung, rung);
      const stop = stopOf(now, job.epoch, held) ?? refusedBefore(job, keeper.current);
      facts.permit = { ...asked, stop, validUntil: now?.validUntil ?? 0 };
      facts.chargesRead = now?.chargesRead ?? [];
      return ANSWERED;
    }
    case 'account': {
      const { rung } = await accounts.read(account.name);
      facts.rung = rung;
      return ANSWERED;
    }
    case 'memory':
      if (work.before !== undefined && !(await mayOrder(work, work.before))) {
        return goLater(work, facts);
      }
      facts.remembered = await recall(work);
      return ANSWERED;
    case 'job': {
      const all = await journals.list(job.id);
      const orders = all.flatMap(({ parts }) => parts.flatMap((part) => part.orders));
      const others = all.filter(({ chunk }) => chunk !== keeper.current.chunk);
      facts.job = {
        ...asked,
        orders: new Set(orders.map(({ id }) => id)),
        begun: all.some(({ parts }) => parts.length > 0),
        tasks: others.reduce((count, journal) => count + openTasks(journal), 0),
        payments: others.filter(({ state }) => state === 'open').flatMap(openPayments),
      };
      return ANSWERED;
    }
    case 'balance': {
      facts.balanceAsked = true;
      const answer = heard(await work.provider.resources.balance());
      if (answer.kind === 'told' && answer.value !== null) {
        keeper.note({ kind: 'balance read', amount: answer.value.available });
      }
      return ANSWERED;
    }
  }
}

/**
 * Whether a chunk that was begun early may order: entering the memory, before which nothing is ordered,
 * waits until the one before it is paid, and the job may have ended meanwhile.
 */
async function mayOrder({ job, jobs }: ChunkWork, { paid }: ChunkBefore): Promise<boolean> {
  return (await paid) && stopOf(await jobs.read(job.id), job.epoch, undefined) === null;
}

function goLater({ clock }: ChunkWork, facts: FactBook): AskEnd {
  facts.stop ??= { kind: 'later', at: clock() };
  return { kind: 'stopped' };
}

/** The job may have been suspended, cancelled or have expired since the chunk began. */
function stopOf(job: Job | null, epoch: number, held: Reason | undefined): Stop | null {
  const running = job !== null && job.status === 'running' && job.epoch === epoch;
  if (!running || job.validUntil === null) return { kind: 'no longer running' };
  // Whoever held it may have died before it suspended the job.
  return held === undefined ? null : { kind: 'suspend', reason: held };
}

/** Whoever heard a no about the whole account died before it suspended the job (money rule 7). */
function refusedBefore({ epoch }: Job, { refused }: Journal): Stop | null {
  return refused?.epoch === epoch ? { kind: 'suspend', reason: refused.reason } : null;
}
