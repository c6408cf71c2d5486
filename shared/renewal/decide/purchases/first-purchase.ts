import type { PlannedPart } from '../../events.ts';
import type { Journal, Order } from '../../journal.ts';
import { isClosed, isUnanswered } from '../../journal-view.ts';
import { chargeKind, chargesRead } from '../../rules/first-payment.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, type PurchasePart } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import { type Draft, lookAgainAt } from '../decision.ts';
import { isUnread, readWithin } from '../first-alone.ts';
import { routeOf } from './route.ts';

/**
 * The calls that may go out now. Of a product that was not paid for in this job yet, one goes alone:
 * its charge is read before the rest, or where none is ever told, that it renewed (money rule 3).
 */
export function firstPurchaseAlone<Planned extends PlannedPart>(
  context: Context,
  draft: Draft,
  planned: readonly Planned[],
): readonly Planned[] {
  const { journal } = context;
  const known = knownKinds(context);
  const first = new Set(firstsUnderWay(context, known).map((part) => kindOf(journal, part)));
  if (first.size > 0) follow(context, draft);
  return planned.filter((part) => {
    const kind = kindOf(journal, part);
    if (known.has(kind)) return true;
    if (first.has(kind)) return false;
    first.add(kind);
    return true;
  });
}

/**
 * The rows that a call may go out for: of a product that was not paid for in this job yet those of one
 * call, so that a product whose first one takes its time holds up none of the others.
 */
export function besideFirsts(
  context: Context,
  draft: Draft,
  rows: readonly number[],
): readonly number[] {
  const { journal, facts } = context;
  const known = knownKinds(context);
  const first = new Set(firstsUnderWay(context, known).map((part) => kindOf(journal, part)));
  if (first.size > 0) follow(context, draft);
  const chosen = new Map<string, number>();
  return rows.filter((row) => {
    const { currency } = journal.rows[row]!.approved;
    const route = routeOf(facts, row);
    const kind = chargeKind(journal.term, null, currency, route?.product);
    const count = (chosen.get(kind) ?? 0) + 1;
    if (!known.has(kind) && (first.has(kind) || count > (route?.together ?? 1))) return false;
    chosen.set(kind, count);
    return true;
  });
}

/** Read in chunks before this one, of its completed orders, or in this run. */
function knownKinds(context: Context): ReadonlySet<string> {
  const { journal, facts } = context;
  const read = journal.parts
    .filter(isPurchase)
    .flatMap((part) => (part.orders.some(isRead(context, part)) ? [kindOf(journal, part)] : []));
  return new Set([...facts.chargesRead, ...chargesRead(journal), ...read]);
}

function firstsUnderWay({ journal }: Context, known: ReadonlySet<string>): readonly PurchasePart[] {
  return journal.parts
    .filter(isPurchase)
    .filter((part) => isUnanswered(part) || part.orders.some((order) => !isClosed(order)))
    .filter((part) => !known.has(kindOf(journal, part)));
}

/** Reads what the first ones have taken, and lets the others wait for it. */
function follow(context: Context, draft: Draft): void {
  const orders = context.journal.parts.filter(isPurchase).flatMap((part) => part.orders);
  for (const order of orders) {
    if (isUnread(context, order)) draft.ask({ kind: 'order', order: order.id });
  }
  draft.wait(lookAgainAt(context));
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
