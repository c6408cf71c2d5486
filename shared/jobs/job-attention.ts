import type { Journal } from '../renewal/journal.ts';
import { openRows } from '../renewal/books/open-rows.ts';
import { isOver, type Job } from './job.ts';
import { isLong, type JobWait, waitOf } from './job-waits.ts';
import { unsettledRows } from './unsettled-rows.ts';

/** Why a person should look at a job, the most urgent first. */
export type Attention =
  | { readonly kind: 'suspended' }
  | { readonly kind: 'chunks rest'; readonly chunks: number }
  | { readonly kind: 'no progress'; readonly wait: JobWait }
  | { readonly kind: 'approval ends'; readonly validUntil: number; readonly rows: number }
  /** It is over, and its results could not be written. */
  | { readonly kind: 'results lack' }
  | { readonly kind: 'unsettled'; readonly rows: number };

/** So long before its end an approval is told of: a working day for whoever has to act. */
const SOON_MS = 24 * 3_600_000;

/** The first reason for which a person should look at the job now; null where nobody needs to. */
export function attentionTo(job: Job, journals: readonly Journal[], now: number): Attention | null {
  if (isOver(job.status)) {
    if (job.sheet === 'none' && job.planKey !== null) return { kind: 'results lack' };
    const rows = unsettledRows(journals);
    return rows === 0 ? null : { kind: 'unsettled', rows };
  }
  if (job.status === 'suspended') return { kind: 'suspended' };
  const chunks = journals.filter(({ state, work }) => state === 'open' && work.kind === 'resting');
  if (chunks.length > 0) return { kind: 'chunks rest', chunks: chunks.length };
  const wait = waitOf(job, journals, now);
  if (wait !== null && isLong(wait, now)) return { kind: 'no progress', wait };
  return approvalEnds(job, journals, now);
}

/** Only while something is still to be done before it. */
function approvalEnds(
  { validUntil, status }: Job,
  journals: readonly Journal[],
  now: number,
): Attention | null {
  if (validUntil === null || status !== 'running' || now < validUntil - SOON_MS) return null;
  const { rows } = openRows(journals);
  return rows === 0 ? null : { kind: 'approval ends', validUntil, rows };
}

/** The command that goes on from here, without what calls it; null where there is nothing to do. */
export function nextCommand({ id, status }: Job, attention: Attention | null): string | null {
  switch (attention?.kind) {
    case 'suspended':
      return `resume ${id}`;
    case 'unsettled':
      return `rows ${id} --outcome "needs review"`;
    case 'results lack':
      return `redrive ${id}`;
    case 'chunks rest':
    case 'no progress':
      // Nothing can be sent again of a file that is still being read.
      return status === 'planning' ? `status ${id}` : `redrive ${id}`;
    case 'approval ends':
    case undefined:
      return isOver(status) ? null : `status ${id} --watch`;
  }
}
