import { reason } from '../../../reasons/reason.ts';
import { orderIds } from '../../journal-view.ts';
import { type RowOutcome, rowOutcome } from '../../outcome.ts';
import { rungBelow } from '../../rules/ladder.ts';
import { mayFollowItsCopy } from '../../rules/single-refusal.ts';
import { mayRepeat, type PurchasePart } from '../../rules/purchases.ts';
import { overdueRows } from '../../rules/silences.ts';
import type { Context } from '../context.ts';
import { BACK_OFF_MS, type Draft } from '../decision.ts';
import { sinceRow, stopAt } from '../facts.ts';
import { type Candidate, type Evidence, evidenceOf, isTelling } from './evidence.ts';

/** How long before the intent an order may be dated, for clocks that are apart (Alibaba contract, section 10). */
const BEFORE_MS = 10 * 60_000;

/**
 * Settles a call that pays at once and got no clear answer, by evidence alone: orders and tasks that
 * were made around it, then the expiry; only then the very same call once more, if the provider is
 * known to take it for the same; in the end a person (Alibaba contract, section 10). The rows are
 * never ordered anew by themselves.
 */
export function settlePurchase(context: Context, draft: Draft, part: PurchasePart): void {
  const { now, settleAfter, lag, traits } = context;
  const ready = part.attempt.at + settleAfter;
  if (now < ready) {
    draft.wait(ready);
    return;
  }
  if (part.orders.length > 0) {
    draft.record({ kind: 'named orders taken', part: part.number });
    return;
  }
  const candidates = candidatesOf(context, draft, part, ready);
  if (candidates === null) return;
  const all = part.rows.map((row) => [row, evidenceOf(context, part, row, candidates)] as const);
  const { attempt, number, rows } = part;
  const refusal = attempt.kind === 'unclear' ? attempt.refusal : undefined;
  // A job that ends sends nothing again, and what was refused for good would be refused once more.
  const isFinal = refusal !== undefined && mayFollowItsCopy(refusal, part.frozen.kind);
  const again =
    context.journal.state === 'open' && !isFinal && mayRepeat(part.frozen, { now, lag });
  if (again && all.every(([, { kind }]) => kind === 'nothing')) {
    repeat(context, draft, part);
    return;
  }
  const late = now >= part.frozen.since + lag;
  if (all.some(([, { kind }]) => kind === 'wait' || (kind === 'nothing' && !late))) {
    draft.wait(now + BACK_OFF_MS);
    return;
  }
  if (refusal !== undefined && all.every(([, { kind }]) => kind === 'nothing')) {
    // Of the last call a copy may show so late, too.
    if (now < attempt.at + lag) draft.wait(now + BACK_OFF_MS);
    else {
      const rung = rungBelow(rows.length, traits.callSizes) ?? 1;
      draft.record({ kind: 'refusal believed', part: number, refusal, rung });
    }
    return;
  }
  conclude(draft, part, all);
}

/** Null: something must be read first. */
function candidatesOf(
  context: Context,
  draft: Draft,
  part: PurchasePart,
  ready: number,
): readonly Candidate[] | null {
  const { facts, journal, now } = context;
  const silent = overdueRows(journal, now, 'resources');
  const unseen = part.rows.filter((row) => {
    const look = facts.rows.get(row);
    return !silent.has(row) && (!sinceRow(facts, look, row) || look!.at < ready);
  });
  const list = facts.around.get(part.number);
  if (unseen.length > 0) draft.ask({ kind: 'resources', rows: unseen });
  if (list === undefined || list.at < ready) {
    const from = part.frozen.since - BEFORE_MS;
    draft.ask({ kind: 'orders around', part: part.number, from, to: now });
    return null;
  }
  if (facts.job === null || facts.job.tick <= list.tick) {
    draft.ask({ kind: 'job' });
    return null;
  }
  // Only a look tells by which other id an order may name the resource.
  if (unseen.length > 0) return null;
  const own = orderIds(journal);
  const { orders: known } = facts.job;
  const strange = list.orders.filter(
    (order) => isTelling(order) && !order.automatic && !own.has(order.id) && !known.has(order.id),
  );
  let read = true;
  const candidates: Candidate[] = [];
  for (const { id } of strange) {
    const under = facts.orderRows.get(id);
    if (under === undefined || under.tick <= list.tick) {
      draft.ask({ kind: 'order rows', order: id });
      read = false;
    } else if (under.rows.some((row) => part.rows.includes(row))) {
      const look = facts.orders.get(id);
      if (look === undefined || look.tick <= list.tick) {
        draft.ask({ kind: 'order', order: id });
        read = false;
      } else if (look.kind === 'shown' && isTelling(look.order)) {
        candidates.push({ order: look.order, under });
      }
    }
  }
  return read ? candidates : null;
}

/** The job is read right before, as before every call that spends. */
function repeat({ facts, now }: Context, draft: Draft, { number }: PurchasePart): void {
  const { permit } = facts;
  if (permit === null || permit.tick <= facts.around.get(number)!.tick) {
    draft.ask({ kind: 'permit' });
    return;
  }
  const stop = stopAt(permit, now);
  if (stop === null) draft.call({ kind: 'repeat', part: number });
  else draft.end(stop);
}

function conclude(
  draft: Draft,
  part: PurchasePart,
  all: readonly (readonly [number, Evidence])[],
): void {
  const outcomes = new Map<number, RowOutcome>();
  const orders = new Map<string, readonly number[]>();
  for (const [row, evidence] of all) {
    if (evidence.kind === 'order') orders.set(evidence.order, [row]);
    else {
      const { why, order } =
        evidence.kind === 'person'
          ? evidence
          : { why: reason('purchase-never-shown'), order: null };
      outcomes.set(row, rowOutcome('needs review', why, { order }));
    }
  }
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  if (orders.size === 0) {
    draft.record({ kind: 'order not found', part: part.number, locked: [], orders: [] });
    return;
  }
  const { number } = part;
  draft.record({ kind: 'orders adopted', part: number, orders: [...orders.keys()], rows: orders });
}
