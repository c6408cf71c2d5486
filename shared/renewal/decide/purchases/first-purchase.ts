import { exceeds, roundUpToMinor } from '../../../values/money.ts';
import type { PlannedPart } from '../../events.ts';
import type { Journal, Order } from '../../journal.ts';
import { isClosed, isUnanswered } from '../../journal-view.ts';
import { chargeKind, chargesRead } from '../../rules/first-payment.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, type PurchasePart } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import { BACK_OFF_MS, type Draft } from '../decision.ts';
import { sinceOrder } from '../facts.ts';

/**
 * The calls that may go out now. Of a product that was not paid for in this job yet, one goes alone:
 * its charge is read before the rest, or where none is ever told, that it renewed (money rule 3).
 */
export function firstPurchaseAlone<Planned extends PlannedPart>(
  context: Context,
  draft: Draft,
  planned: readonly Planned[],
): readonly Planned[] {
  const { journal, facts, now } = context;
  const done = journal.parts.filter(isPurchase);
  const known = new Set([
    ...facts.chargesRead,
    ...chargesRead(journal),
    ...done.flatMap((part) =>
      part.orders.some(isRead(context, part)) ? [kindOf(journal, part)] : [],
    ),
  ]);
  const first = new Set<string>();
  for (const part of done) {
    const kind = kindOf(journal, part);
    const open = isUnanswered(part) || part.orders.some((order) => !isClosed(order));
    if (!known.has(kind) && open) first.add(kind);
  }
  const held = new Set(first);
  const chosen = planned.filter((part) => {
    const kind = kindOf(journal, part);
    if (known.has(kind)) return true;
    if (first.has(kind)) return false;
    first.add(kind);
    return true;
  });
  if (held.size > 0) {
    for (const { orders } of done) for (const order of orders) follow(context, draft, order);
    draft.wait(now + BACK_OFF_MS);
  }
  return chosen;
}

function kindOf(
  { term }: Pick<Journal, 'term'>,
  { frozen, expected }: Pick<PlannedPart, 'frozen' | 'expected'>,
): string {
  return chargeKind(term, null, expected.price.currency, frozen?.product);
}

function follow({ facts }: Context, draft: Draft, { id, state }: Order): void {
  const unread = state.kind === 'paid' && !sinceOrder(facts, facts.orders.get(id), id);
  if (unread) draft.ask({ kind: 'order', order: id });
}

/** Whether the order reads paid, and none of the provider's figures is above what was approved. */
function isRead({ journal, facts, policy }: Context, { rows }: PurchasePart) {
  const ceiling = orderCeiling(
    rows.map((row) => journal.rows[row]!),
    policy,
  );
  return ({ id, state }: Order): boolean => {
    if (state.kind !== 'paid') return false;
    const look = facts.orders.get(id);
    if (look?.kind !== 'shown' || !sinceOrder(facts, look, id)) return false;
    const { state: shown, charged, most } = look.order;
    const taken = shown === 'processing' || shown === 'completed';
    return taken && charged !== null && !exceeds(most, roundUpToMinor(ceiling));
  };
}
