import type { Journal } from '../renewal/journal.ts';
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
}

/**
 * Takes the lease of a chunk's journal by a conditional write. Intents that an earlier attempt left
 * without an answer are unknown from now on: its renew calls are parked, to be settled by looking.
 */
export async function claimChunk(
  job: string,
  chunk: number,
  services: ClaimServices,
): Promise<Claim> {
  const { journals, clock, newId, leaseSeconds } = services;
  const journal = await journals.read(job, chunk);
  if (journal === null) return { kind: 'absent' };
  const now = clock();
  if (journal.lease !== null && journal.lease.until > now) {
    return { kind: 'busy', until: journal.lease.until };
  }
  const claimed: Journal = {
    ...parkOldIntents(journal),
    lease: { owner: newId(), until: now + leaseSeconds * 1000 },
    version: journal.version + 1,
    nonce: newId(),
    savedAt: now,
    again: null,
    claims: journal.claims + 1,
  };
  if ((await journals.save(claimed)) === 'lost') {
    return { kind: 'busy', until: now + leaseSeconds * 1000 };
  }
  const keeper = new JournalKeeper(claimed, { store: journals, clock, newId, leaseSeconds });
  return { kind: 'claimed', keeper };
}

function parkOldIntents(journal: Journal): Journal {
  return {
    ...journal,
    parts: journal.parts.map((part) =>
      part.renew.kind === 'intended'
        ? {
            ...part,
            renew: {
              kind: 'parked',
              at: part.renew.at,
              why: 'The worker stopped before the answer.',
            },
          }
        : part,
    ),
  };
}
