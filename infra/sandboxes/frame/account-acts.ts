import { Big } from 'big.js';

import type { KeyGuard } from './calls/key-guard.ts';

/** An account that pays from cash and credit, in the main unit of its currency. */
interface Paying {
  readonly account: { cash: Big; credit: Big };
}

interface Amount {
  readonly amount: string;
}

/** Adds money to the cash balance. */
export function topUp({ account }: Paying, { amount }: Amount): void {
  account.cash = account.cash.plus(amount);
}

export function setBalance({ account }: Paying, { amount }: Amount): void {
  account.cash = new Big(amount);
}

export function setCredit({ account }: Paying, { amount }: Amount): void {
  account.credit = new Big(amount);
}

interface Guarded {
  readonly keyGuard: KeyGuard;
}

/** The access key is disabled, as after a rotation. */
export function refuseKey({ keyGuard }: Guarded): void {
  keyGuard.refused = true;
}

export function acceptKey({ keyGuard }: Guarded): void {
  keyGuard.refused = false;
}

/** The key may call an API from now on, or may not. */
export function setPermission<Api extends string>(
  { account: { denied } }: { readonly account: { readonly denied: Set<Api> } },
  { api, allowed }: { readonly api: Api; readonly allowed: boolean },
): void {
  if (allowed) denied.delete(api);
  else denied.add(api);
}
