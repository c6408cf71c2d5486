import type { PlannedPart } from '../../events.ts';
import type { OrderReading } from '../../readings.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';
import { LOOK_AGE_MS } from '../facts.ts';
import { unknownOrders } from '../other-orders.ts';

/**
 * Of the calls about to be made, those whose rows nobody else was seen to buy as long ago as an expiry
 * may lag (money rules 3 and 4). A row that somebody else has bought is watched. An order that shows
 * no resources holds none back: with a provider that pays at once they are not told before (Alibaba
 * contract, section 2.5).
 */
export function besideNobodyElse<Planned extends PlannedPart>(
  context: Context,
  draft: Draft,
  planned: readonly Planned[],
): readonly Planned[] {
  const list = askOthersPaid(context, draft);
  if (list === null) return [];
  const others = unknownOrders(context, draft, list);
  if (others === null) return [];
  const held = new Map<number, string>();
  for (const { id, rows } of others) for (const row of rows ?? []) held.set(row, id);
  const mine = planned.flatMap(({ rows }) => rows).filter((row) => held.has(row));
  for (const row of mine) {
    const order = held.get(row)!;
    const why = 'bought elsewhere';
    draft.record({ kind: 'row left to others', row, order, at: context.now, why });
  }
  return planned.filter(({ rows }) => !rows.some((row) => held.has(row)));
}

/** What anybody has bought as long ago as an expiry may lag; null: it must be read anew first. */
export function askOthersPaid(
  { facts, now, lag }: Context,
  draft: Draft,
): readonly OrderReading[] | null {
  const list = facts.othersPaid;
  if (list !== null && now - list.at <= LOOK_AGE_MS) return list.orders;
  draft.ask({ kind: 'orders paid', from: now - lag, to: now });
  return null;
}
