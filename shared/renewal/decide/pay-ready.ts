import { judgeExpiry } from '../rules/expiry-verdict.ts';
import type { PayIntent } from '../events.ts';
import type { Order } from '../journal.ts';
import { leftToAutoRenewal } from '../rules/left-to-auto-renewal.ts';
import type { Context } from './context.ts';
import type { Draft } from './decision.ts';
import { LOOK_AGE_MS, sinceMade, stopAt } from './facts.ts';
import { firstAlone } from './first-alone.ts';
import { besideNobody } from './other-orders.ts';

/** An order that was judged ready to be paid. */
export interface Ready {
  readonly intent: PayIntent;
  readonly order: Order;
  readonly rows: readonly number[];
}

/** Whether the row's expiry was read since the order exists, and a moment ago (money rule 4). */
export function isDeciding({ facts, now }: Context, row: number, order: Order): boolean {
  const look = facts.rows.get(row);
  return sinceMade(facts, look, order.id) && now - look!.at <= LOOK_AGE_MS;
}

/**
 * Whether what is there goes out now: as much as a second lets through, or nothing else that may
 * still join it is under way. Calls and writes are shared like that, and nobody waits for all.
 */
export function isEnough(
  { facts, group }: Context,
  draft: Draft,
  count: number,
  joining: 'resources' | 'pay',
): boolean {
  if (count >= group) return true;
  const coming = [...facts.underWay].some((name) =>
    joining === 'resources' ? name.startsWith('renew ') : !name.startsWith('pay '),
  );
  const asked = joining === 'pay' && (draft.asks.length > 0 || draft.calls.length > 0);
  return !coming && !asked;
}

/**
 * Pays orders that were judged ready. The deciding look at the expiry was made after the orders
 * existed and locked their rows (money rule 4), and the job was read after that look.
 */
export function payReady(context: Context, draft: Draft, ready: readonly Ready[]): void {
  const { facts, now } = context;
  const payable: Ready[] = [];
  let looked = 0;
  for (const one of ready) {
    const { rows } = one.intent;
    if (!rows.every((row) => isDeciding(context, row, one.order))) continue;
    if (rows.every((row) => isAsApproved(context, row))) {
      payable.push(one);
      looked = Math.max(looked, ...rows.map((row) => facts.rows.get(row)!.tick));
      continue;
    }
    const { order } = one.intent;
    draft.record({ kind: 'cancel decided', order, because: 'expiry moved', rows, refusal: null });
    // What was seen stays seen, for the next look may be behind it.
    for (const row of rows.filter((index) => isSeenRenewed(context, index))) {
      draft.record({ kind: 'row left to others', row, order, at: now, why: 'seen renewed' });
    }
  }
  if (payable.length === 0) return;
  // What waits for long is stale before the others have come, and would be read again for ever.
  if (!isEnough(context, draft, payable.length, 'pay') && !isAgeing(context, payable)) return;
  const clear = besideNobody(context, draft, payable);
  if (clear.length === 0) return;
  const { permit } = facts;
  // Of each batch anew: a person may have cancelled the job since the one before.
  const since = Math.max(looked, facts.changed.get('payments') ?? 0);
  if (permit === null || permit.tick <= since) {
    draft.ask({ kind: 'permit' });
    return;
  }
  const stop = stopAt(permit, now);
  if (stop !== null) {
    draft.end(stop);
    return;
  }
  for (const { intent, order } of firstAlone(context, draft, clear)) {
    draft.call({ kind: 'pay', intent, last: order.state.kind === 'payable again' });
  }
}

/** Whether some of them was looked at so long ago that it cannot wait for others. */
function isAgeing({ facts, now }: Context, payable: readonly Ready[]): boolean {
  const looks = payable.flatMap(({ order, rows }) => [
    facts.orders.get(order.id)!.at,
    ...rows.map((row) => facts.rows.get(row)!.at),
  ]);
  return now - Math.min(...looks) > LOOK_AGE_MS / 3;
}

/** Whether the look shows that the row is renewed already. */
function isSeenRenewed({ journal, facts, policy }: Context, index: number): boolean {
  const look = facts.rows.get(index)!;
  const expiry = look.kind === 'shown' ? look.resource.expiry : null;
  const verdict = judgeExpiry(journal.rows[index]!, expiry, policy.expiryZone);
  return verdict?.outcome === 'already renewed';
}

/** Whether the row still shows the approved expiry, and auto-renewal is not about to take it. */
function isAsApproved({ journal, facts, policy, traits, now }: Context, index: number): boolean {
  const look = facts.rows.get(index)!;
  if (look.kind !== 'shown') return false;
  const moved = judgeExpiry(journal.rows[index]!, look.resource.expiry, policy.expiryZone) !== null;
  return !moved && !leftToAutoRenewal(look.resource, policy, traits, now);
}
