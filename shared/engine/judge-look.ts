import type { Account } from '../settings/account.ts';
import { judgeExpiry } from '../renewal/expiry-verdict.ts';
import type { JournalRow } from '../renewal/journal.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
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
    return rowOutcome('not renewable', refusal.reason, refusal.advice, { code: refusal.code });
  }
  const resource = look.found.get(idKey(row.resourceId));
  // Not shown is no proof of absence: the price call names such an id with its reason.
  if (resource === undefined) return null;
  if (!resource.main) return attached(resource);
  const verdict = judgeExpiry(row, resource.expiry, account.expiryZone);
  if (verdict !== null) return verdict;
  if (leftToAutoRenewal(resource, account, now)) {
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
      `Job ${job} may have paid for this very renewal within the last seven days, and it is not proved either way.`,
      `Look at the orders of resource ${row.resourceId} in the console; drop the row again once it is clear that none was paid.`,
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
