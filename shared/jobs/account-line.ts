import { isSameReason, type Reason } from '../reasons/reason.ts';
import type { AccountState } from './account-state.ts';

/** An account of which nothing is known yet. */
export function newAccount(account: string): AccountState {
  return { account, active: null, waiting: [], rung: 100 };
}

/** The line with the job in it: active when it is the first. The same line when it is in already. */
export function enlisted(state: AccountState, job: string): AccountState {
  if (state.active === job || state.waiting.includes(job)) return state;
  return state.active === null
    ? { ...state, active: job }
    : { ...state, waiting: [...state.waiting, job] };
}

/** The account held for a reason, or free again. The same account when that is so already. */
export function withHold(state: AccountState, reason: Reason | null): AccountState {
  const { held, ...free } = state;
  if (reason === null) return held === undefined ? state : free;
  return held !== undefined && isSameReason(held, reason) ? state : { ...state, held: reason };
}

/** The line without the job; the next one becomes active when it was. */
export function released(state: AccountState, job: string): AccountState {
  if (state.active === job) {
    const [next = null, ...waiting] = state.waiting;
    return { ...state, active: next, waiting };
  }
  return state.waiting.includes(job)
    ? { ...state, waiting: state.waiting.filter((one) => one !== job) }
    : state;
}
