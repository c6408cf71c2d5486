import type { Account } from '../settings/account.ts';
import { judgeExpiry } from '../renewal/expiry-verdict.ts';
import type { JournalRow } from '../renewal/journal.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import { reason } from '../reasons/reason.ts';
import type { ProviderResource } from '../ports/provider.ts';
import { idKey } from './chunk-work.ts';
import { leftToAutoRenewal } from './left-to-auto-renewal.ts';
import type { ResourceLook } from './read-resources.ts';

/** What a look at the provider is judged against. */
export type LookedAtRow = Pick<JournalRow, 'resourceId' | 'expiry'>;

/** A renewal that an earlier job may have paid for (money rule 8). */
export interface UnprovedRenewal {
  readonly resourceId: string;
  /** `yyyy-MM-dd` */
  readonly expiryDay: string;
  readonly job: string;
}

/**
 * What the look alone makes of a row: renewed by somebody already, attached to another resource,
 * another expiry than approved, about to be taken by auto-renewal, or not to be looked up at all.
 * Null: it is as approved, or the provider does not show it, which only a price call explains.
 */
export function judgeLook(
  row: LookedAtRow,
  look: ResourceLook,
  account: Pick<Account, 'expiryZone' | 'autoRenewRows'>,
  now: number,
): RowOutcome | null {
  const refusal = look.refused.get(idKey(row.resourceId));
  if (refusal !== undefined) {
    return rowOutcome('not renewable', refusal.reason, { code: refusal.code });
  }
  const resource = look.found.get(idKey(row.resourceId));
  // Not shown is no proof of absence: the price call names such an id with its reason.
  if (resource === undefined) return null;
  if (!resource.main) return attached(resource);
  const verdict = judgeExpiry(row, resource.expiry, account.expiryZone);
  if (verdict !== null) return verdict;
  if (leftToAutoRenewal(resource, account, now)) {
    return rowOutcome('not renewable', reason('auto-renewal-due'));
  }
  return null;
}

function attached({ parent }: ProviderResource): RowOutcome {
  return rowOutcome(
    'not renewable',
    parent === null ? reason('attached-to-another') : reason('attached-to', { main: parent }),
  );
}

function pairKey(resourceId: string, expiryDay: string): string {
  return `${idKey(resourceId)} ${expiryDay}`;
}

/** Judges rows that an earlier job left unproved: null for all others (money rule 8). */
export function unprovedJudge(
  unproved: readonly UnprovedRenewal[],
): (row: LookedAtRow) => RowOutcome | null {
  const jobs = new Map(
    unproved.map(({ resourceId, expiryDay, job }) => [pairKey(resourceId, expiryDay), job]),
  );
  return (row) => {
    const job = jobs.get(pairKey(row.resourceId, row.expiry.day));
    if (job === undefined) return null;
    return rowOutcome(
      'needs review',
      reason('maybe-paid-before', { job, resource: row.resourceId }),
    );
  };
}

/** The row and expiry of each resource that the provider shows, for telling a wrong zone. */
export function shownExpiries<Row extends LookedAtRow>(
  rows: readonly Row[],
  look: ResourceLook,
): { readonly row: Row; readonly expiry: number }[] {
  return rows.flatMap((row) => {
    const expiry = look.found.get(idKey(row.resourceId))?.expiry ?? null;
    return expiry === null ? [] : [{ row, expiry }];
  });
}
