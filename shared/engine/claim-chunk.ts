import { apply } from '../renewal/apply.ts';
import type { Journal } from '../renewal/journal.ts';
import { stepsBetween } from '../renewal/transitions/steps.ts';
import type { Step } from '../renewal/transitions/transition.ts';
import type { Clock, NewId } from '../ports/services.ts';
import type { JournalStore } from '../ports/stores.ts';
import { JournalKeeper } from './journal-keeper.ts';

/** What a claim leads to: the journal in our hands, or a reason to leave it alone. */
export type Claim =
  | { readonly kind: 'claimed'; readonly keeper: JournalKeeper }
  /** Someone else's lease is live until then (epoch milliseconds). */
  | { readonly kind: 'busy'; readonly until: number }
  | { readonly kind: 'absent' };

/** What claiming needs. */
export interface ClaimServices {
  readonly journals: JournalStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly leaseSeconds: number;
  /** Told of every step that an order, an attempt, a row or a chunk makes. */
  readonly watch?: ((steps: readonly Step[]) => void) | undefined;
}

/**
 * Takes the lease of a chunk's journal by a conditional write. Intents that an earlier attempt left
 * without an answer are unknown from now on: its renew calls are parked, to be settled by looking.
 */
export async function claimChunk(
  job: string,
  chunk: number,
  { journals, clock, newId, leaseSeconds, watch }: ClaimServices,
): Promise<Claim> {
  const journal = await journals.read(job, chunk);
  if (journal === null) return { kind: 'absent' };
  const now = clock();
  if (journal.work.kind === 'leased' && journal.work.until > now) {
    return { kind: 'busy', until: journal.work.until };
  }
  const until = now + leaseSeconds * 1000;
  const claim = { kind: 'claimed', owner: newId(), until } as const;
  const taken = apply(journal, claim);
  watch?.(stepsBetween(journal, taken, claim.kind));
  const claimed: Journal = {
    ...taken,
    version: journal.version + 1,
    nonce: newId(),
    savedAt: now,
  };
  if ((await journals.save(claimed)) === 'lost') return { kind: 'busy', until };
  const services = { store: journals, clock, newId, leaseSeconds, watch };
  return { kind: 'claimed', keeper: new JournalKeeper(claimed, services) };
}
