import type { PlannedPart } from '../../events.ts';
import type { Journal, Order } from '../../journal.ts';
import { isClosed, isUnanswered } from '../../journal-view.ts';
import { chargeKind, chargesRead } from '../../rules/first-payment.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, type PurchasePart } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import { BACK_OFF_MS, type Draft } from '../decision.ts';
import { isUnread, readWithin } from '../first-alone.ts';

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
  const waits = first.size > 0;
  const chosen = planned.filter((part) => {
    const kind = kindOf(journal, part);
    if (known.has(kind)) return true;
    if (first.has(kind)) return false;
    first.add(kind);
    return true;
  });
  if (waits) {
    const unread = done.flatMap(({ orders }) => orders.filter((order) => isUnread(context, order)));
    for (const { id } of unread) draft.ask({ kind: 'order', order: id });
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

/** Whether the order reads paid, and its charge is told and within what was approved. */
function isRead(context: Context, { rows }: PurchasePart): (order: Order) => boolean {
  const ceiling = orderCeiling(
    rows.map((row) => context.journal.rows[row]!),
    context.policy,
  );
  return (order) =>
    order.state.kind === 'paid' && (readWithin(context, order, ceiling)?.charged ?? null) !== null;
}
