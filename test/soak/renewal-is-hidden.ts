import { RENEWALS } from './happenings.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Whether somebody who is not this deployment may renew a resource in mid-job, and nothing but the
 * expiry shows it: where the provider shows that late, too, no look before the payment can see it, so
 * that the worlds of such runs show every expiry at once. Usually an order's lines show when its
 * periods begin, and that gives a renewal away.
 */
export function renewalIsHidden({ happenings, secondDeployment, world }: RunPlan): boolean {
  const others =
    secondDeployment ||
    happenings.some(({ what }) => RENEWALS.some((one) => one === what)) ||
    // Somebody else's paid order, which completes sooner or later.
    world.resources.some(({ locked }) => locked === 'processing');
  return others && world.behaviour['lineItemTimes'] !== true;
}
