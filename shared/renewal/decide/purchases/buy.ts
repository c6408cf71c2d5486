import { isUnanswered } from '../../journal-view.ts';
import type { FrozenCall, Journal } from '../../journal.ts';
import type { PlannedPart } from '../../events.ts';
import { formParts } from '../../rules/ladder.ts';
import { isPurchase, PURCHASES_AT_ONCE } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';
import { LOOK_AGE_MS, stopAt } from '../facts.ts';
import { besideNobodyElse } from './others-bought.ts';
import { firstPurchaseAlone } from './first-purchase.ts';
import { routeOf } from './route.ts';

/** The price is asked in the same minute (Alibaba contract, section 10). */
const PRICE_AGE_MS = 60_000;

/**
 * Orders and pays rows that were priced within their approval. Nothing locks them: so right before,
 * the expiry and the price are a moment old, nobody else was seen to buy one of them, and the job was
 * read after that; few calls at a time (money rules 1, 3 and 4). `priced` has today's prices.
 */
export function buy(context: Context, draft: Draft, due: readonly number[], priced: Journal): void {
  const { facts, journal, now, traits } = context;
  if (facts.rung === null) return;
  const room = PURCHASES_AT_ONCE - unansweredRows(journal);
  const parts = formParts(
    priced,
    due,
    facts.rung,
    traits.callSizes,
    (row) => routeOf(facts, row)?.together ?? 1,
  );
  let rows = 0;
  const fitting = parts.filter((part) => (rows += part.rows.length) <= room);
  const planned = firstPurchaseAlone(
    context,
    fitting.map((part) => frozen(context, part)),
  );
  if (planned.length === 0 || !isFresh(context, draft, planned)) return;
  const clear = besideNobodyElse(context, draft, planned);
  if (clear.length === 0) return;
  const looked = clear.flatMap((part) => part.rows.map((row) => facts.rows.get(row)!.tick));
  const since = Math.max(...looked, facts.changed.get('payments') ?? 0);
  if (facts.permit === null || facts.permit.tick <= since) {
    draft.ask({ kind: 'permit' });
    return;
  }
  const stop = stopAt(facts.permit, now);
  if (stop !== null) {
    draft.end(stop);
    return;
  }
  for (const part of clear) {
    const prices = new Map(
      part.rows.map((row) => [
        row,
        { price: priced.rows[row]!.price!, list: priced.rows[row]!.list },
      ]),
    );
    draft.call({ kind: 'renew', part, prices });
  }
}

function unansweredRows({ parts }: Journal): number {
  return parts
    .filter((part) => isPurchase(part) && isUnanswered(part))
    .reduce((count, { rows }) => count + rows.length, 0);
}

/** With what the call is sent with, as the last look showed it. */
function frozen({ facts, now }: Context, part: PlannedPart): PlannedPart & { frozen: FrozenCall } {
  const { kind, product, sent, repeat } = routeOf(facts, part.rows[0]!)!;
  const expiries = part.rows.map((row) => {
    const look = facts.rows.get(row)!;
    if (look.kind !== 'shown' || look.resource.expiry === null) {
      throw new Error('a row without an expiry was about to be paid');
    }
    return look.resource.expiry;
  });
  return { ...part, frozen: { kind, product, sent, repeat, expiries, since: now, times: 1 } };
}

function isFresh({ facts, now }: Context, draft: Draft, planned: readonly PlannedPart[]): boolean {
  const rows = planned.flatMap((part) => part.rows);
  // The expiry is the last that is read of a row: nothing else shows that somebody was quicker.
  const seenLongAgo = rows.filter((row) => {
    const look = facts.rows.get(row)!;
    return now - look.at > LOOK_AGE_MS || look.tick <= facts.prices.get(row)!.answered;
  });
  const pricedLongAgo = rows.filter((row) => now - facts.prices.get(row)!.at > PRICE_AGE_MS);
  if (seenLongAgo.length > 0) draft.ask({ kind: 'resources', rows: seenLongAgo });
  if (pricedLongAgo.length > 0) draft.ask({ kind: 'prices', rows: pricedLongAgo, alone: false });
  return seenLongAgo.length === 0 && pricedLongAgo.length === 0;
}
