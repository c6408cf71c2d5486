import type { Account } from '../../shared/domain/account.ts';
import { interimOutcome } from '../../shared/domain/interim-outcome.ts';
import type { Job } from '../../shared/domain/job.ts';
import type { Journal } from '../../shared/domain/journal.ts';
import { coverable, ordersIn, withOrder, withOutcomes } from '../../shared/domain/journal-view.ts';
import { type ClaimServices, claimChunk } from '../../shared/engine/claim-chunk.ts';
import { type ChunkWork, ProviderSilent } from '../../shared/engine/chunk-work.ts';
import { confirmOrders } from '../../shared/engine/confirm-orders.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import { sealChunk } from '../../shared/engine/seal-chunk.ts';

/** Brings every chunk of a finishing job to its end; false: some of them need another look later. */
export type CloseChunks = (job: Job, account: Account) => Promise<boolean>;

/** What closing needs: the claim's services, and the work on one claimed chunk. */
export interface CloseServices extends ClaimServices {
  readonly workOn: (job: Job, account: Account, keeper: JournalKeeper) => Promise<ChunkWork>;
  readonly outOfTime: () => boolean;
}

/** Closes chunks one after the other: seals the unfinished, confirms the paid. */
export function closeChunks(services: CloseServices): CloseChunks {
  return async (job, account) => {
    let allClosed = true;
    for (const journal of await services.journals.list(job.id)) {
      if (isClosedFor(journal)) continue;
      if (services.outOfTime()) return false;
      const closed = await closeChunk(job, account, journal.chunk, services);
      allClosed &&= closed;
    }
    return allClosed;
  };
}

/** Looks once at every paid order without sealing anything; false: some are not completed yet. */
export function confirmChunks(services: CloseServices): CloseChunks {
  return async (job, account) => {
    let allConfirmed = true;
    for (const journal of await services.journals.list(job.id)) {
      if (ordersIn(journal, 'paid').length === 0) continue;
      const claim = await claimChunk(job.id, journal.chunk, services);
      if (claim.kind !== 'claimed') return false;
      await confirm(await services.workOn(job, account, claim.keeper));
      await claim.keeper.release();
      allConfirmed &&= ordersIn(claim.keeper.current, 'paid').length === 0;
    }
    return allConfirmed;
  };
}

function isClosedFor(journal: Journal): boolean {
  return journal.state !== 'open' && journal.rows.every(({ outcome }) => outcome !== null);
}

async function closeChunk(
  job: Job,
  account: Account,
  chunk: number,
  services: CloseServices,
): Promise<boolean> {
  const claim = await claimChunk(job.id, chunk, services);
  if (claim.kind !== 'claimed') return false;
  const { keeper } = claim;
  const work = await services.workOn(job, account, keeper);
  if (keeper.current.state !== 'finished') {
    const stop = await sealChunk(work, overdue(keeper.current, account, services.clock()));
    if (stop !== null) {
      await keeper.release();
      return false;
    }
  }
  await confirm(work);
  await giveUpOverdue(work, services.clock());
  await keeper.release();
  return isClosedFor(keeper.current);
}

async function confirm(work: ChunkWork): Promise<void> {
  try {
    await confirmOrders(work);
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
    work.log.warn('provider silent', { job: work.job.id, error: error.message });
  }
}

/** Whether the oldest open intent or payment is older than a person should wait for. */
function overdue(journal: Journal, account: Account, now: number): boolean {
  const intents = journal.parts.flatMap(({ renew, orders }) => [
    ...(renew.kind === 'answered' ? [] : [renew.at]),
    ...orders.flatMap(({ state }) => (state.kind === 'paying' ? [state.at] : [])),
  ]);
  return intents.some((at) => now - at > account.confirmHours * 3_600_000);
}

/** Orders paid longer ago than `confirmHours` and still not completed go to a person. */
async function giveUpOverdue(work: ChunkWork, now: number): Promise<void> {
  const { keeper, account } = work;
  const late = ordersIn(keeper.current, 'paid').filter(
    ({ order: { state } }) =>
      state.kind === 'paid' && now - state.at > account.confirmHours * 3_600_000,
  );
  if (late.length === 0) return;
  await keeper.record((journal) =>
    late.reduce((known, { part, order }) => {
      const outcomes = coverable(part, order).map(
        (index) => [index, interimOutcome(known, index, true)] as const,
      );
      return withOrder(withOutcomes(known, new Map(outcomes)), order.id, (one) => ({
        ...one,
        state: { kind: 'unclear', why: 'Paid, but not completed in time.' },
      }));
    }, journal),
  );
}
