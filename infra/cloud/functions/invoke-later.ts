import { setTimeout as pause } from 'node:timers/promises';
import type { Invocation, LocalFunction } from './local-function.ts';

/**
 * Before an event that was given to Lambda to be carried out later is tried again: one minute, then two
 * (Lambda Developer Guide, "error handling for asynchronous invocation"). In milliseconds.
 */
export const RETRY_PAUSES: readonly number[] = [60_000, 120_000];

/** How an event is given to Lambda. */
export interface LaterOptions {
  /** Milliseconds before each further try. */
  readonly pauses: readonly number[];
  /** Ends the waiting; what was tried stands. */
  readonly signal: AbortSignal;
}

/**
 * Carries an event out as Lambda does for whoever does not wait for the answer, EventBridge Scheduler
 * above all: its own retries are for handing the event over, which has succeeded by then. A run that
 * fails is made again as often as the function has it and while the event is not too old, and then the
 * event is gone. Returns what came of the last run.
 */
export async function invokeLater(
  called: LocalFunction,
  event: unknown,
  { pauses, signal }: LaterOptions,
): Promise<Invocation> {
  const { retries, maxAgeSeconds } = called.spec.later;
  let age = 0;
  for (let tries = 0; ; tries += 1) {
    const ended = await called.invoke(event);
    age += pauses[tries] ?? Infinity;
    const last = tries >= retries || age > 1000 * maxAgeSeconds;
    if (ended.kind === 'returned' || last || signal.aborted) return ended;
    try {
      await pause(pauses[tries], undefined, { signal });
    } catch {
      return ended;
    }
  }
}
