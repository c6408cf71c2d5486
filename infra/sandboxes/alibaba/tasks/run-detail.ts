import { expiryOf } from '../../frame/world/expiry.ts';
import { codeOf } from '../../frame/world/planted-error.ts';
import { type Domain, isGone } from '../items/item.ts';
import { cancelOrder, payOrder } from '../orders/pay-order.ts';
import { placeOrder } from '../orders/place-order.ts';
import { zonedDay } from '../provider-time.ts';
import type { SandboxState } from '../state.ts';
import type { Behaviour } from '../world/behaviour.ts';
import type { DetailOutcome, TaskDetail } from './task.ts';

/** Whether a date that was sent is the domain's, as the world compares them (section 1.7). */
export function isCurrent(domain: Domain, frozen: number, { dateMatch }: Behaviour): boolean {
  const current = expiryOf(domain);
  return dateMatch === 'exact' ? frozen === current : zonedDay(frozen) === zonedDay(current);
}

function obstacle(
  { behaviour, account }: SandboxState,
  domain: Domain | undefined,
  detail: TaskDetail,
  at: number,
): string | undefined {
  if (domain === undefined) return 'The domain name does not exist.';
  if (domain.errors.task !== undefined) return domain.errors.task;
  if (account.blocked !== null) return account.blocked;
  if (isGone(domain, behaviour, at)) return 'The domain name needs to be redeemed.';
  if (domain.premium && !detail.permitPremium && behaviour.premiumRefused === 'task fails') {
    return 'The premium domain name is not permitted to be renewed.';
  }
  const isStale = !isCurrent(domain, detail.frozen, behaviour);
  return isStale && behaviour.staleDate !== 'accepted'
    ? 'The current expiration date does not match.'
    : undefined;
}

/** What one domain's part of a task does when it ends: checks, orders, pays. */
export function runDetail(state: SandboxState, detail: TaskDetail, at: number): DetailOutcome {
  const found = state.items.get(detail.domain);
  const domain = found?.kind === 'domain' ? found : undefined;
  const reason = obstacle(state, domain, detail, at);
  if (reason !== undefined || domain === undefined) {
    return { kind: 'failure', reason: reason ?? '' };
  }
  const { behaviour, world } = state;
  const placement = { item: domain, periods: detail.years, by: world.userName } as const;
  const order = placeOrder(state, { ...placement, through: 'api' }, at);
  if (behaviour.domainPayment === 'left unpaid') return { kind: 'success', order: order.id };
  const paid = payOrder(state, order, at, 'renew');
  if (paid.kind === 'paid') return { kind: 'success', order: order.id };
  if (behaviour.domainNoMoney !== 'task fails and leaves an order') cancelOrder(order, at);
  return { kind: 'failure', reason: codeOf(paid.error) };
}
