import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { CancelEnd } from '../../shared/jobs/cancel-job.ts';
import type { RedriveEnd } from '../../shared/jobs/redrive-job.ts';
import type { ResumeEnd } from '../../shared/jobs/resume-job.ts';
import type { RowSettlement, SettleEnd } from '../../shared/jobs/settle-rows.ts';
import { rowsText } from '../../shared/notices/notice-words.ts';
import { say, sayWhole } from '../../shared/reasons/say.ts';

/** One line for a person: what was done, or why nothing was. */
export function resumeLine({ id }: Job, end: ResumeEnd): string {
  switch (end.kind) {
    case 'resumed':
      return `Job ${id} goes on at its first unpaid row.`;
    case 'not suspended':
      return `Job ${id} is ${end.job.status}; only a suspended job can be resumed.`;
    case 'withdrawn':
      return `Job ${id} does not go on and is being cancelled. ${say(end.reason, 'en').reason}`;
    case 'approval not visible':
      return `Job ${id} stays suspended. ${sayWhole(end.reason, 'en')}`;
    case 'approval over':
      return `Job ${id} cannot go on: its approval is over. Have the rows approved again and drop them as a new file.`;
    case 'unknown job':
      return unknown(id);
  }
}

/** As {@link resumeLine}, of cancelling. */
export function cancelLine({ id }: Job, end: CancelEnd): string {
  switch (end.kind) {
    case 'cancelling':
      return `Job ${id} is being cancelled: nothing more is paid, its unpaid orders are cancelled, its results follow.`;
    case 'cancelled':
      return `Job ${id} is cancelled: its file was still being read, and nothing was ordered.`;
    case 'ending':
      return `Job ${id} is ending already; nothing more of it is paid.`;
    case 'over':
      return `Job ${id} is ${end.job.status} already; there is nothing to cancel.`;
    case 'unknown job':
      return unknown(id);
  }
}

/** As {@link resumeLine}, of sending the work again. */
export function redriveLine({ id }: Job, end: RedriveEnd): string {
  switch (end.kind) {
    case 'sent':
      return end.chunks > 0
        ? `Job ${id}: the work on its open rows was sent again.`
        : `Job ${id}: no work waits; what is under way goes on, and its end was sent again where it was due.`;
    case 'results':
      return `Job ${id} is ${end.job.status}; its results are written once more.`;
    case 'not running':
      return `Job ${id} is ${end.job.status}; ${end.job.status === 'suspended' ? 'resume it instead' : 'there is nothing to send again'}.`;
    case 'over':
      return `Job ${id} is ${end.job.status} already; there is nothing to send again.`;
    case 'unknown job':
      return unknown(id);
  }
}

/** As {@link resumeLine}, of settling rows. */
export function settleLine({ id }: Job, meant: RowSettlement, end: SettleEnd): string {
  const what = subjectOf(meant);
  switch (end.kind) {
    case 'settled': {
      const rows = meant.resource === undefined ? ` (${rowsText(end.rows)})` : '';
      const left =
        end.charged === 0
          ? ''
          : ` ${rowsText(end.charged)} of it ${end.charged === 1 ? 'was' : 'were'} charged for and can only be settled as "paid".`;
      return `Job ${id}, ${what}${rows}: now "${end.outcome.outcome}". ${say(end.outcome.reason, 'en').reason} The results workbook is written anew.${left}`;
    }
    case 'nothing to settle':
      if (end.outcome !== null) {
        return `Job ${id}, ${what}: its outcome is "${end.outcome}"; only a row that needs review can be settled.`;
      }
      if (meant.resource !== undefined) {
        return `Job ${id} has no row with the resource ${meant.resource} that was worked on.`;
      }
      return `Job ${id} has no row that needs review${meant.order === undefined ? '' : ` for ${what}`}.`;
    case 'charged':
      return `Job ${id}, ${what}: an order of this job was charged for it, so it can only be settled as "paid".`;
    case 'not over':
      return `Job ${id} is ${end.job.status}; rows are settled when it is over, for until then it may find out by itself.`;
    case 'busy':
      return end.rows === 0
        ? `Job ${id}: somebody else is just writing; nothing was changed, try again in a minute.`
        : `Job ${id}: ${rowsText(end.rows)} settled; somebody else is just writing the others, try again in a minute.`;
    case 'unknown job':
      return unknown(id);
  }
}

function subjectOf({ resource, order }: RowSettlement): string {
  if (resource !== undefined) return resource;
  return order === undefined ? 'all that needs review' : `order ${order}`;
}

/** One line that names the accounts there are. */
export function noAccountLine(name: string, accounts: readonly Account[]): string {
  const known = accounts.map((account) => account.name).join(', ');
  return `There is no account "${name}", only: ${known}.`;
}

function unknown(id: string): string {
  return `There is no job ${id}.`;
}
