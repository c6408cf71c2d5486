import { reason } from '../../reasons/reason.ts';
import type { RowReading } from '../decide/facts.ts';
import { judgeExpiry } from './expiry-verdict.ts';
import type { JournalRow } from '../journal.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import type { RenewalPolicy } from '../policy.ts';
import type { ProviderResource } from '../readings.ts';
import type { ProviderTraits } from '../traits.ts';
import { leftToAutoRenewal } from './left-to-auto-renewal.ts';

/** What a look is judged by, besides the row. */
export interface LookContext {
  readonly policy: Pick<RenewalPolicy, 'expiryZone' | 'autoRenewRows'>;
  readonly traits: Pick<ProviderTraits, 'autoRenewalDays' | 'productKey'>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a look at the provider is judged against. */
export type LookedAtRow = Pick<JournalRow, 'resourceId' | 'expiry' | 'product'>;

/**
 * What the look alone makes of a row: renewed by somebody already, attached to another resource,
 * another expiry than approved, about to be taken by auto-renewal, or not to be looked up at all.
 * Null: it is as approved, or the provider does not show it, which only a price call explains.
 */
export function judgeLook(
  row: LookedAtRow,
  look: RowReading,
  { policy, traits, now }: LookContext,
): RowOutcome | null {
  if (look.kind === 'refused') {
    const { refusal } = look;
    return rowOutcome('not renewable', refusal.reason, { code: refusal.code });
  }
  // Not shown is no proof of absence: the price call names such an id with its reason.
  if (look.kind === 'not shown') return null;
  const { resource } = look;
  if (!resource.main) return attached(resource);
  const verdict = judgeExpiry(row, resource.expiry, policy.expiryZone);
  if (verdict !== null) return verdict;
  if (leftToAutoRenewal(resource, policy, traits, now)) {
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
