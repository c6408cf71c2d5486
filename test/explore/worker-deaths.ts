import type { CrashPoint } from '../support/crashing.ts';
import type { Mishap } from './chooser.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['provider.resources.resources', 'a look at the expiries'],
  ['provider.resources.prices', 'a price call'],
  ['provider.resources.balance', 'asking for the balance'],
  ['provider.renewals.renew', 'the renew call'],
  ['provider.renewals.order', 'reading an order'],
  ['provider.renewals.orderWithDiscounts', 'reading an order with its discounts'],
  ['provider.renewals.resourcesOfOrder', 'asking what is listed under an order'],
  ['provider.renewals.renewalOrders', 'asking for the list of orders'],
  ['provider.renewals.pay', 'the payment'],
  ['provider.renewals.cancel', 'the cancel'],
]);

/**
 * Whether a worker may die here: before a call of the provider, or after a call whose effect no
 * journal has seen yet. Any other moment is like one of these.
 */
export function deathsAt({ call, when }: CrashPoint): readonly Mishap[] {
  const possible = when === 'before' ? call.startsWith('provider.') : hasEffect(call);
  return possible ? [{ name: `the worker dies ${when} ${NAMES.get(call) ?? call}` }] : [];
}

function hasEffect(call: string): boolean {
  return /^provider\.renewals\.(?:renew|pay|cancel)$|^accounts\.(?!read|unproved)|^jobs\.(?:move|finishChunk)$|^dispatch\./u.test(
    call,
  );
}
