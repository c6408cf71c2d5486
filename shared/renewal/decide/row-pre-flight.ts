import { mayBeJustCancelled, mayBeOurs } from '../rules/locked-rows.ts';
import { IN_HAND_MS } from '../rules/ordered-before.ts';
import { type PreFlight, preFlight } from '../rules/pre-flight.ts';
import { isPricedAlone } from '../states/row-state.ts';
import type { Context } from './context.ts';
import { type PriceLook, sinceRow } from './facts.ts';

/**
 * What is next for a row of the chunk before it is ordered. A look from before the last thing that
 * happened to it does not count; `price` is one that still holds, undefined: there is none.
 */
export function rowPreFlight(
  { journal, facts, policy, traits, now, lag }: Context,
  index: number,
  price: PriceLook | undefined,
): PreFlight {
  const row = journal.rows[index]!;
  const look = facts.rows.get(index);
  const before = facts.remembered?.rows.get(index);
  const since = now - lag;
  return preFlight(
    row,
    {
      look: look !== undefined && sinceRow(facts, look, index) ? look : null,
      before,
      handWaits: now < (facts.remembered?.since ?? 0) + IN_HAND_MS,
      price: price ?? null,
      ownPrice: isPricedAlone(row),
      busyBefore: row.pricing.kind === 'busy',
      lockMayBeOurs: mayBeOurs(journal, index),
      lockMayPass:
        mayBeJustCancelled(journal, index, since) ||
        (before?.kind === 'taken back' && before.at > since),
    },
    { policy, traits, now, term: journal.term, tellsPrices: false },
  );
}
