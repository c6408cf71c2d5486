import type { EarlierChunk } from '../ports/order-memory.ts';
import type { AccountStore, JournalStore } from '../ports/stores.ts';
import type { Remembered } from '../renewal/decide/facts.ts';
import type { LookedAtRow } from '../renewal/rules/judge-look.ts';
import type { OrderedBefore } from '../renewal/readings.ts';
import { type Memory, orderedBefore } from '../renewal/rules/ordered-before.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import type { ChunkWork } from './chunk-work.ts';

/**
 * Enters the chunk in the memory of orders, durably and before anything of it is ordered, and then
 * asks what other jobs have to do with its rows (money rule 8).
 */
export async function recall(work: ChunkWork): Promise<Remembered> {
  const { memory, memorySite: site, account, job, keeper, provider, clock } = work;
  const { chunk, rows } = keeper.current;
  const { idKey } = provider.resources.traits;
  const keys = rows.map(({ resourceId, expiry }) => ({ key: idKey(resourceId), day: expiry.day }));
  const name = { site, job: job.id, chunk };
  const { since, earlier } = await memory.enter(name, keys, clock());
  const before = await readEarlier(earlier, { account: account.name, job: job.id, idKey }, work);
  const found = rows.flatMap((row, index) => {
    const one = before(row);
    return one === undefined ? [] : [[index, one] as const];
  });
  return { since, rows: new Map(found) };
}

/** Reads the journals of other jobs' chunks, and what releases before the memory left unproved. */
export async function readEarlier(
  earlier: readonly EarlierChunk[],
  asker: {
    readonly account: string;
    readonly job: string;
    readonly idKey: ProviderTraits['idKey'];
  },
  stores: {
    readonly journals: Pick<JournalStore, 'read'>;
    readonly accounts: Pick<AccountStore, 'unproved'>;
  },
): Promise<(row: LookedAtRow) => OrderedBefore | undefined> {
  const memories = await Promise.all(
    earlier.map(async ({ job, chunk, keys }): Promise<Memory> => {
      const journal = await stores.journals.read(job, chunk);
      if (journal !== null) return { journals: [journal], unproved: [] };
      // Entered, and its journal is gone: nobody can tell any more what was paid.
      const unproved = keys.map((key) => ({ resourceId: key, expiryDay: null, job }));
      return { journals: [], unproved };
    }),
  );
  const left = await stores.accounts.unproved(asker.account, asker.job);
  return orderedBefore(
    {
      journals: memories.flatMap(({ journals }) => journals),
      unproved: [...left, ...memories.flatMap(({ unproved }) => unproved)],
    },
    asker.idKey,
  );
}
