import { isOver, type Job } from './job.ts';
import type { Journal, JournalRow } from '../renewal/journal.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import { apply } from '../renewal/apply.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import type { Settlement } from '../messages/operate-event.ts';
import { rowsText } from '../notices/notice-words.ts';
import { asTold, reason } from '../reasons/reason.ts';
import { isChecked, isUnsettled } from './unsettled-rows.ts';
import type { RedriveServices } from './redrive-job.ts';

/** What a person has found out: about one row, about all rows of an order, or about all that need review. */
export interface RowSettlement {
  readonly resource?: string | undefined;
  readonly order?: string | undefined;
  readonly all?: true | undefined;
  readonly as: Settlement;
  /** Who says so, for the sheet and the history. */
  readonly by: string;
}

/** What settling needs, and how the account's provider spells ids. */
export interface SettleServices extends RedriveServices {
  readonly idKey: ProviderTraits['idKey'];
}

/** What became of a wish to settle rows. */
export type SettleEnd =
  /** So many rows are settled, the first of them with that outcome. */
  | {
      readonly kind: 'settled';
      readonly job: Job;
      readonly rows: number;
      readonly outcome: RowOutcome;
      /** Rows that were left as they are: they were charged for, and can only be settled as paid. */
      readonly charged: number;
    }
  /** No such row of the job needs review; `outcome` is the one that the only one has. */
  | { readonly kind: 'nothing to settle'; readonly job: Job; readonly outcome: string | null }
  /** Money was taken for it by an order of this job; it can only be settled as paid. */
  | { readonly kind: 'charged'; readonly job: Job }
  /** Until it is over the engine itself may still find out. */
  | { readonly kind: 'not over'; readonly job: Job }
  /** Somebody else has just written; so many rows were settled before, the others were not changed. */
  | { readonly kind: 'busy'; readonly job: Job; readonly rows: number }
  | { readonly kind: 'unknown job' };

/**
 * Writes down what a person has found out about rows that need review, in a job that is over: the
 * block that keeps later jobs from a row is lifted unless it is paid, the results workbook is
 * written anew, and the history says who did it. Nothing is paid here: a row to be renewed again is
 * dropped again, and then goes through every check, that of its expiry too. May be made again.
 */
export async function settleRows(
  id: string,
  settlement: RowSettlement,
  services: SettleServices,
): Promise<SettleEnd> {
  const { jobs, journals, idKey } = services;
  const job = await jobs.read(id);
  if (job === null) return { kind: 'unknown job' };
  if (!isOver(job.status)) return { kind: 'not over', job };
  const meant = (await journals.list(id)).flatMap((journal) =>
    rowsMeant(journal, settlement, idKey),
  );
  const ready = meant.filter(({ row }) => canBeSettled(row));
  if (ready.length === 0) {
    return { kind: 'nothing to settle', job, outcome: meant[0]?.row.outcome?.outcome ?? null };
  }
  const settling = ready.filter(({ row }) => !contradicts(row, settlement));
  const [first] = settling;
  if (first === undefined) return { kind: 'charged', job };
  const saved = await saveAll(settling, settlement, services);
  await freeRows(job, saved, settlement, services);
  if (saved.length > 0) await tellOf(job, saved, settlement, services);
  if (saved.length < settling.length) return { kind: 'busy', job, rows: saved.length };
  const outcome = settled(first.row, settlement);
  const charged = ready.length - settling.length;
  return { kind: 'settled', job, rows: saved.length, outcome, charged };
}

interface FoundRow {
  readonly journal: Journal;
  readonly index: number;
  readonly row: JournalRow;
}

function rowsMeant(
  journal: Journal,
  settlement: RowSettlement,
  idKey: ProviderTraits['idKey'],
): readonly FoundRow[] {
  return journal.rows.flatMap((row, index) =>
    isMeant(row, settlement, idKey) ? [{ journal, index, row }] : [],
  );
}

function isMeant(
  row: JournalRow,
  { resource, order, all }: RowSettlement,
  idKey: ProviderTraits['idKey'],
): boolean {
  // A person may type an id as its provider does not spell it.
  if (resource !== undefined) return idKey(row.resourceId) === idKey(resource);
  if (order !== undefined) {
    const named = row.outcome?.order?.split(', ') ?? [];
    return named.some((one) => one.toLowerCase() === order.toLowerCase());
  }
  // What a person has said before about a single row is not said otherwise in passing.
  return all === true && isUnsettled(row);
}

/** What our own order was charged for cannot be called unpaid: its books would not add up. */
function contradicts({ outcome }: JournalRow, { as }: RowSettlement): boolean {
  return as !== 'paid' && (outcome?.paid ?? null) !== null;
}

/** Settled once, it can be settled otherwise, as long as the engine knew no better. */
function canBeSettled(row: JournalRow): boolean {
  return row.outcome?.outcome === 'needs review' || isChecked(row);
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

/** Writes each journal once; those that somebody else has just written are left out. */
async function saveAll(
  rows: readonly FoundRow[],
  settlement: RowSettlement,
  { journals, clock, newId }: RedriveServices,
): Promise<readonly FoundRow[]> {
  const saved: FoundRow[] = [];
  for (const journal of new Set(rows.map((found) => found.journal))) {
    const own = rows.filter((found) => found.journal === journal);
    const next = own.reduce<Journal>(
      (before, { index, row }) =>
        apply(before, { kind: 'row checked', row: index, outcome: settled(row, settlement) }),
      journal,
    );
    const written = { version: journal.version + 1, nonce: newId(), savedAt: clock() };
    if ((await journals.save({ ...next, ...written })) === 'saved') saved.push(...own);
  }
  return saved;
}

/** Lets later jobs have the rows again, unless they are paid. */
async function freeRows(
  { id, account }: Job,
  rows: readonly FoundRow[],
  { as }: RowSettlement,
  { accounts }: RedriveServices,
): Promise<void> {
  if (as === 'paid') return;
  for (const { row } of rows) {
    const { resourceId, expiry } = row;
    await accounts.forgetUnproved(account, { resourceId, expiryDay: expiry.day, job: id });
  }
}

async function tellOf(
  { id }: Job,
  rows: readonly FoundRow[],
  { resource, order, as, by }: RowSettlement,
  { jobs, dispatch, clock }: RedriveServices,
): Promise<void> {
  const which =
    resource === undefined
      ? `${order === undefined ? 'all' : `order ${order}`} (${rowsText(rows.length)})`
      : rows[0]!.row.resourceId;
  await jobs.note(id, { at: clock(), event: 'settle', by, note: asTold(`${which}: ${as}`) });
  await dispatch.finish({ job: id, kind: 'report' }, 0);
}
