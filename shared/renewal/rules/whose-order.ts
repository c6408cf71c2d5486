import type { RenewalPolicy } from '../policy.ts';
import type { OrderReading } from '../readings.ts';

/** How long a renew call can be on its way before the provider makes its order, in milliseconds. */
export const CALL_MS = 5 * 60_000;
/** How far the clocks of the provider and of ours may be apart. */
export const CLOCK_MS = 60_000;

/** Whether another user than the account's own made the order, or the provider itself (money rule 5). */
export function isOfOthers(
  { userName, automatic }: Pick<OrderReading, 'userName' | 'automatic'>,
  { ownUser }: Pick<RenewalPolicy, 'ownUser'>,
): boolean {
  return automatic || (ownUser !== null && userName !== ownUser);
}

/** Whether it is not paid, or in a state in passing, from which it may come to be so. */
export function isOpen({ state }: Pick<OrderReading, 'state'>): boolean {
  return state === 'unpaid' || state === 'other';
}

/**
 * Whether the order was made in the time that a call intended at `at` can have taken, which was at work
 * until `until` (epoch milliseconds).
 */
export function isInTimeOf(
  { createdAt }: Pick<OrderReading, 'createdAt'>,
  at: number,
  until = at,
): boolean {
  return createdAt !== null && createdAt >= at - CLOCK_MS && createdAt <= until + CALL_MS;
}

/**
 * Whether the order is shown to be ours: made by the user that is on record as our own and nobody
 * else's, in the time of a call intended at `at` (epoch milliseconds). Without a user of our own on
 * record nothing shows it.
 */
export function isSurelyOurs(
  order: Pick<OrderReading, 'userName' | 'automatic' | 'createdAt'>,
  policy: Pick<RenewalPolicy, 'ownUser'>,
  at: number,
): boolean {
  return policy.ownUser !== null && !isOfOthers(order, policy) && isInTimeOf(order, at);
}
