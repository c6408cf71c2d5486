import { reason } from '../../../reasons/reason.ts';
import type { Order } from '../../journal.ts';
import { openRowsOf } from '../../journal-view.ts';
import { movement, type PurchasePart } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';
import type { OrderLook } from '../facts.ts';
import { isToldOf, keepLeftUnpaid } from './left-unpaid.ts';

type Shown = Extract<OrderLook, { readonly kind: 'shown' }>;

/**
 * An order or task of a call that pays at once reads as not carried out: its rows are looked at after
 * that, for what it says of itself is no proof (Alibaba contract, section 10). Where an expiry has
 * moved all the same it is a person's; a refusal for the account's means of payment leaves the rows to
 * be renewed later.
 */
export function notCarriedOut(
  context: Context,
  draft: Draft,
  {
    part,
    order,
    look,
  }: { readonly part: PurchasePart; readonly order: Order; readonly look: Shown },
): void {
  const { journal, facts, now } = context;
  const { id } = order;
  const rows = openRowsOf(journal, part, order);
  const unseen = rows.filter((row) => (facts.rows.get(row)?.tick ?? -1) <= look.tick);
  if (unseen.length > 0) {
    draft.ask({ kind: 'resources', rows: unseen });
    return;
  }
  const moved = rows.some((row) => {
    const seen = facts.rows.get(row)!;
    const expiry = seen.kind === 'shown' ? seen.resource.expiry : null;
    const from = part.frozen.expiries[part.rows.indexOf(row)]!;
    return expiry !== null && movement(from, expiry, journal.term) !== 'none';
  });
  if (moved) {
    const why = reason('not-carried-out-yet-moved', { order: id });
    draft.record({ kind: 'left to a person', order: id, why });
    return;
  }
  const { failure } = look.order;
  const isForMeans = failure?.remedy === 'suspend' || isToldOf(journal, part);
  const because = isForMeans ? 'left unpaid' : 'not carried out';
  if (isForMeans) keepLeftUnpaid(context, draft, part, id);
  draft.record({
    kind: 'cancelled',
    order: id,
    because,
    at: now,
    refusal: failure && { code: failure.code, reason: failure.reason },
  });
}
