import { judgeExpiry, suspectZone } from '../domain/expiry-verdict.ts';
import type { JournalRow } from '../domain/journal.ts';
import { withOutcomes } from '../domain/journal-view.ts';
import { type RowOutcome, rowOutcome } from '../domain/outcome.ts';
import type { ProviderResource } from '../ports/provider.ts';
import { type ChunkWork, idKey, rowsAt, type Stop } from './chunk-work.ts';
import { leftToAutoRenewal } from './left-to-auto-renewal.ts';
import { readResources, type ResourceLook } from './read-resources.ts';

/** Rows that the provider shows as approved: to be priced. */
export interface Looked {
  readonly kind: 'looked';
  readonly rows: readonly number[];
  /** Those of them that the provider did not show: priced only to learn the reason. */
  readonly missing: ReadonlySet<number>;
}

/**
 * Looks at free rows at the provider and settles those that need no price: renewed by somebody
 * already, not in the account, attached to another resource, another expiry than approved, taken by
 * auto-renewal, or left unproved by an earlier job (money rules 8 and 9).
 */
export async function lookAtRows(
  work: ChunkWork,
  indexes: readonly number[],
): Promise<Looked | Stop> {
  const { keeper, account, job } = work;
  const rows = rowsAt(keeper.current, indexes);
  const look = await readResources(
    work.provider.resources,
    rows.map(({ resourceId }) => resourceId),
  );
  if ('kind' in look) return look;
  const zone = await wrongZone(work, rows, look);
  if (zone !== null) return { kind: 'reject', reason: zone };
  const blocked = await unprovedRows(work);
  const outcomes = new Map<number, RowOutcome>();
  for (const [place, index] of indexes.entries()) {
    const row = rows[place]!;
    const outcome =
      judgeLook(work, row, look) ?? judgeUnproved(row, blocked.get(pairKey(row)) ?? null);
    if (outcome !== null) outcomes.set(index, outcome);
  }
  if (outcomes.size > 0) {
    await keeper.record((journal) => withOutcomes(journal, outcomes));
    work.log.info('rows settled by the look', {
      job: job.id,
      account: account.name,
      rows: outcomes.size,
    });
  }
  const left = indexes.filter((index) => !outcomes.has(index));
  const shown = (index: number): boolean =>
    look.found.has(idKey(keeper.current.rows[index]!.resourceId));
  return { kind: 'looked', rows: left, missing: new Set(left.filter((index) => !shown(index))) };
}

/** Only the job's first chunk, before anything was ordered, can still reject the whole file. */
async function wrongZone(
  work: ChunkWork,
  rows: readonly JournalRow[],
  look: ResourceLook,
): Promise<string | null> {
  const { current } = work.keeper;
  if (current.chunk !== 0 || current.parts.length > 0) return null;
  const seen = rows.flatMap((row) => {
    const expiry = look.found.get(idKey(row.resourceId))?.expiry ?? null;
    return expiry === null ? [] : [{ row, expiry }];
  });
  const suspect = suspectZone(seen, work.account.expiryZone);
  if (suspect === null) return null;
  // Another chunk may have gone first, while this one had to wait.
  const journals = await work.journals.list(work.job.id);
  return journals.some(({ parts }) => parts.length > 0) ? null : suspect;
}

function judgeLook(work: ChunkWork, row: JournalRow, look: ResourceLook): RowOutcome | null {
  const refusal = look.refused.get(idKey(row.resourceId));
  if (refusal !== undefined) {
    return rowOutcome('not renewable', refusal.reason, refusal.advice, { code: refusal.code });
  }
  const resource = look.found.get(idKey(row.resourceId));
  // Not shown is no proof of absence: the price call names such an id with its reason.
  if (resource === undefined) return null;
  if (!resource.main) return attached(resource);
  const verdict = judgeExpiry(row, resource.expiry, work.account.expiryZone);
  if (verdict !== null) return verdict;
  if (leftToAutoRenewal(resource, work.account, work.clock())) {
    return rowOutcome(
      'not renewable',
      'Auto-renewal is switched on for this resource and will take it within days.',
      'Leave it to auto-renewal, or switch auto-renewal off in the console and drop the row again.',
    );
  }
  return null;
}

function attached(resource: ProviderResource): RowOutcome {
  const main = resource.parent === null ? 'its main resource' : resource.parent;
  return rowOutcome(
    'not renewable',
    'This is an attached resource; it is renewed together with its main resource.',
    `Renew ${main} instead.`,
  );
}

function pairKey(row: JournalRow): string {
  return `${idKey(row.resourceId)} ${row.expiry.day}`;
}

async function unprovedRows(work: ChunkWork): Promise<Map<string, string>> {
  const rows = await work.accounts.unproved(work.account.name, work.job.id);
  return new Map(rows.map((row) => [`${idKey(row.resourceId)} ${row.expiryDay}`, row.job]));
}

function judgeUnproved(row: JournalRow, job: string | null): RowOutcome | null {
  if (job === null) return null;
  return rowOutcome(
    'needs review',
    `Job ${job} may have paid for this very renewal within the last seven days, and it is not proved either way.`,
    `Look at the orders of resource ${row.resourceId} in the console; drop the row again once it is clear that none was paid.`,
  );
}
