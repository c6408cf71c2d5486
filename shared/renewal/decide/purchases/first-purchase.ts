import type { PlannedPart } from '../../events.ts';
import type { Journal, Order } from '../../journal.ts';
import { isClosed, isUnanswered } from '../../journal-view.ts';
import { chargeKind } from '../../rules/first-payment.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, type PurchasePart } from '../../rules/purchases.ts';
import { type Context, isConfirming } from '../context.ts';
import { type Draft, lookAgainAt } from '../decision.ts';
import { firstsElsewhere, isUnread, knownKinds, readWithin } from '../first-alone.ts';
import { routeOf } from './route.ts';

/**
 * The calls that may go out now. Of a product that was not paid for in this job yet, one goes alone:
 * its charge is read before the rest, or where none is ever told, that it renewed (money rule 3).
 */
export function firstPurchaseAlone<Planned extends PlannedPart>(
  context: Context,
  planned: readonly Planned[],
): readonly Planned[] {
  const { known, first } = firstsIn(context);
  const begun = new Set(first);
  return planned.filter((part) => {
    const kind = kindOf(context.journal, part);
    if (known.has(kind)) return true;
    if (begun.has(kind)) return false;
    begun.add(kind);
    return true;
  });
}

/**
 * The rows that a call may go out for: of a product that was not paid for in this job yet those of one
 * call, and none while another chunk has bought such a first one, so that a product whose first one
 * takes its time holds up none of the others.
 */
export function besideFirsts(
  context: Context,
  draft: Draft,
  rows: readonly number[],
): readonly number[] {
  const { journal, facts } = context;
  const { known, first } = firstsIn(context);
  if (first.size > 0) follow(context, draft);
  const elsewhere = new Set(firstsElsewhere(context).map(({ kind }) => kind));
  if (elsewhere.size > 0) draft.wait(lookAgainAt(context));
  const chosen = new Map<string, number>();
  return rows.filter((row) => {
    const { currency } = journal.rows[row]!.approved;
    const route = routeOf(facts, row);
    const kind = chargeKind(journal.term, null, currency, route?.product);
    const count = (chosen.get(kind) ?? 0) + 1;
    if (!known.has(kind)) {
      if (facts.job === null) draft.ask({ kind: 'job' });
      const isFirst = facts.job !== null && !first.has(kind) && !elsewhere.has(kind);
      if (!isFirst || count > (route?.together ?? 1)) return false;
    }
    chosen.set(kind, count);
    return true;
  });
}

/** Whether some product was paid for first in this chunk, and what that took is not read yet. */
export function isFirstPurchaseOpen(context: Context): boolean {
  return firstsIn(context).first.size > 0;
}

/** Kinds of charges that are known, and those of which the first call is under way. */
function firstsIn(context: Context): {
  readonly known: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
} {
  const { journal } = context;
  const done = journal.parts.filter(isPurchase);
  const read = done.filter((part) => part.orders.some(isRead(context, part)));
  const known = knownKinds(
    context,
    read.map((part) => kindOf(journal, part)),
  );
  const open = done.filter(
    (part) =>
      isConfirming(context, part.attempt.at) &&
      (isUnanswered(part) || part.orders.some((order) => !isClosed(order))),
  );
  const kinds = open.map((part) => kindOf(journal, part)).filter((kind) => !known.has(kind));
  return { known, first: new Set(kinds) };
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
