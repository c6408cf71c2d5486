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
}

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
 * throttled to the end is a refusal to `wait`.
 */
export async function settle(
  patience: Patience,
  attempt: () => Promise<Verdict>,
  { clock, random, wait }: Waits,
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
    if (pause !== null) await wait(pause);
    return pause !== null;
  };
  // The bounds and the waits are those of `pauseAfter`; the library's own are switched off.
  const bounds = { retries: Number.MAX_SAFE_INTEGER, minTimeout: 0, shouldRetry };
  const verdict = await pRetry(once, bounds).catch((error: unknown) => {
    if (error instanceof TryAgain) return error.verdict;
    throw error;
  });
  return verdict.kind === 'throttled' ? { ...verdict, kind: 'refused' } : verdict;
}
