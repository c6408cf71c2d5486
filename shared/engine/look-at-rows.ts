import { suspectZone } from '../renewal/expiry-verdict.ts';
import type { JournalRow } from '../renewal/journal.ts';
import { withOutcomes } from '../renewal/journal-view.ts';
import type { RowOutcome } from '../renewal/outcome.ts';
import type { Reason } from '../reasons/reason.ts';
import { type ChunkWork, idKey, rowsAt, type Stop } from './chunk-work.ts';
import { judgeLook, shownExpiries, unprovedJudge } from './judge-look.ts';
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
  const judgeUnproved = unprovedJudge(await work.accounts.unproved(account.name, job.id));
  const now = work.clock();
  const outcomes = new Map<number, RowOutcome>();
  for (const [place, index] of indexes.entries()) {
    const row = rows[place]!;
    const outcome = judgeLook(row, look, account, now) ?? judgeUnproved(row);
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
): Promise<Reason | null> {
  const { current } = work.keeper;
  if (current.chunk !== 0 || current.parts.length > 0) return null;
  const suspect = suspectZone(shownExpiries(rows, look), work.account.expiryZone);
  if (suspect === null) return null;
  // Another chunk may have gone first, while this one had to wait.
  const journals = await work.journals.list(work.job.id);
  return journals.some(({ parts }) => parts.length > 0) ? null : suspect;
}
