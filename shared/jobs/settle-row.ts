import { isOver, type Job } from './job.ts';
import type { Journal, JournalRow } from '../renewal/journal.ts';
import { apply } from '../renewal/apply.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import type { Settlement } from '../messages/operate-event.ts';
import { asTold, reason } from '../reasons/reason.ts';
import type { ReasonId } from '../reasons/catalogue.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import type { RedriveServices } from './redrive-job.ts';

/** What a person has found out about a row that needs review. */
export interface RowSettlement {
  readonly resource: string;
  readonly as: Settlement;
  /** Who says so, for the sheet and the history. */
  readonly by: string;
}

/** What settling a row needs. */
export interface SettleServices extends RedriveServices {
  /** How the provider of the job's account tells resources apart. */
  readonly idKey: ProviderTraits['idKey'];
}

/** What became of a wish to settle a row. */
export type SettleEnd =
  | { readonly kind: 'settled'; readonly job: Job; readonly outcome: RowOutcome }
  /** No row of the job with that resource needs review; `outcome` is the one that it has. */
  | { readonly kind: 'nothing to settle'; readonly job: Job; readonly outcome: string | null }
  /** Money was taken for it by an order of this job; it can only be settled as paid. */
  | { readonly kind: 'charged'; readonly job: Job }
  /** Until it is over the engine itself may still find out. */
  | { readonly kind: 'not over'; readonly job: Job }
  /** Somebody else has just written; nothing was changed. */
  | { readonly kind: 'busy'; readonly job: Job }
  | { readonly kind: 'unknown job' };

/** The reasons of rows that a person has settled. */
const CHECKED: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'checked-paid',
  'checked-not-paid',
  'checked-renew-again',
]);

/**
 * Writes down what a person has found out about a row that needs review, in a job that is over: the
 * block that keeps later jobs from the row is lifted unless it is paid, the results workbook is
 * written anew, and the history says who did it. Nothing is paid here: a row to be renewed again is
 * dropped again, and then goes through every check, that of its expiry too. May be made again.
 */
export async function settleRow(
  id: string,
  settlement: RowSettlement,
  services: SettleServices,
): Promise<SettleEnd> {
  const { jobs, journals, accounts, dispatch, clock, idKey } = services;
  const job = await jobs.read(id);
  if (job === null) return { kind: 'unknown job' };
  if (!isOver(job.status)) return { kind: 'not over', job };
  const found = findRow(await journals.list(id), settlement.resource, idKey);
  if (found === null) return { kind: 'nothing to settle', job, outcome: null };
  const { journal, index, row } = found;
  if (!canBeSettled(row)) {
    return { kind: 'nothing to settle', job, outcome: row.outcome?.outcome ?? null };
  }
  if (contradicts(row, settlement)) return { kind: 'charged', job };
  const outcome = settled(row, settlement);
  if ((await journals.save(withOutcome(journal, index, outcome, services))) === 'lost') {
    return { kind: 'busy', job };
  }
  if (settlement.as !== 'paid') {
    const { resourceId, expiry } = row;
    await accounts.forgetUnproved(job.account, { resourceId, expiryDay: expiry.day, job: id });
  }
  const note = asTold(`${row.resourceId}: ${settlement.as}`);
  await jobs.note(id, { at: clock(), event: 'settle', by: settlement.by, note });
  await dispatch.finish({ job: id, kind: 'report' }, 0);
  return { kind: 'settled', job, outcome };
}

interface FoundRow {
  readonly journal: Journal;
  readonly index: number;
  readonly row: JournalRow;
}

/** However the person has spelled the id. */
function findRow(
  journals: readonly Journal[],
  resource: string,
  idKey: ProviderTraits['idKey'],
): FoundRow | null {
  const key = idKey(resource);
  for (const journal of journals) {
    const index = journal.rows.findIndex(({ resourceId }) => idKey(resourceId) === key);
    const row = journal.rows[index];
    if (row !== undefined) return { journal, index, row };
  }
  return null;
}

/** What our own order was charged for cannot be called unpaid: its books would not add up. */
function contradicts({ outcome }: JournalRow, { as }: RowSettlement): boolean {
  return as !== 'paid' && (outcome?.paid ?? null) !== null;
}

/** Settled once, it can be settled otherwise, as long as the engine knew no better. */
function canBeSettled({ outcome }: JournalRow): boolean {
  if (outcome === null) return false;
  return outcome.outcome === 'needs review' || CHECKED.has(outcome.reason.id);
}

function settled({ outcome }: JournalRow, { as, by }: RowSettlement): RowOutcome {
  const { code = null, order = null, paid = null } = outcome ?? {};
  const more = { code, order, paid };
  switch (as) {
    case 'paid':
      // "already renewed" says that nothing of ours was paid, "renewed" that the provider shows it.
      return rowOutcome(
        paid === null ? 'already renewed' : 'needs review',
        reason('checked-paid', { by }),
        more,
      );
    case 'not paid':
      return rowOutcome('not attempted', reason('checked-not-paid', { by }), more);
    case 'renew again':
      return rowOutcome('not attempted', reason('checked-renew-again', { by }), more);
  }
}

function withOutcome(
  journal: Journal,
  index: number,
  outcome: RowOutcome,
  { clock, newId }: RedriveServices,
): Journal {
  const next = apply(journal, { kind: 'row checked', row: index, outcome });
  return { ...next, version: journal.version + 1, nonce: newId(), savedAt: clock() };
}
