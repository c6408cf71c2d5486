import pRetry from 'p-retry';
import type { Clock } from '../../ports/services.ts';
import { type Patience, pauseAfter, type TriesSoFar } from './pause.ts';
import type { Settled, Verdict } from './verdict.ts';

/** What waits are made of. */
export interface Waits {
  readonly clock: Clock;
  /** 0 to 1, for their jitter. */
  readonly random: () => number;
  /** Waits so many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Milliseconds until no request may be begun any more. */
  readonly left: () => number;
}

/** A question that could not be asked in this run any more. */
export const NO_TIME: Verdict = {
  kind: 'unknown',
  detail: 'no time was left to ask',
  body: undefined,
  text: '',
};

class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super('to be tried again');
    this.verdict = verdict;
  }
}

/**
 * Makes attempts until one settles, as often as the call's patience allows (money rule 2). What is
 * throttled to the end is a refusal to `wait`. Tries are cut by the time that is left, so that no run is
 * ended in the middle of one (money rule 11).
 */
export async function settle(
  patience: Patience,
  attempt: () => Promise<Verdict>,
  { clock, random, wait, left }: Waits,
): Promise<Settled> {
  const soFar: TriesSoFar = { since: clock(), throttled: 0, unclear: 0 };
  const once = async (): Promise<Verdict> => {
    const verdict = await attempt();
    if (verdict.kind === 'done' || verdict.kind === 'refused') return verdict;
    throw new TryAgain(verdict);
  };
  const shouldRetry = async ({ error }: { readonly error: Error }): Promise<boolean> => {
    if (!(error instanceof TryAgain)) return false;
    const pause = pauseAfter(patience, error.verdict, soFar, { now: clock(), random: random() });
    if (pause === null || pause >= left()) return false;
    await wait(pause);
    return true;
  };
  // The bounds and the waits are those of `pauseAfter`; the library's own are switched off.
  const bounds = { retries: Number.MAX_SAFE_INTEGER, minTimeout: 0, shouldRetry };
  const verdict = await pRetry(once, bounds).catch((error: unknown) => {
    if (error instanceof TryAgain) return error.verdict;
    throw error;
  });
  return verdict.kind === 'throttled' ? { ...verdict, kind: 'refused' } : verdict;
}
