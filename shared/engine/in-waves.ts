import type { ChunkWork, Stop } from './chunk-work.ts';

/** Calls of a wave are sent within so many seconds; with shorter ones the pauses in between cost more. */
const WAVE_SECONDS = 5;

/**
 * Works through a list in waves of as many items as the account's call rate lets through in five
 * seconds, and begins no wave for which too little time is left: what was not begun has no intent
 * and is simply still to do.
 */
export async function inWaves<T>(
  work: ChunkWork,
  items: readonly T[],
  each: (wave: readonly T[]) => Promise<Stop | null>,
): Promise<Stop | null> {
  const size = Math.max(1, Math.floor(WAVE_SECONDS * work.account.callsPerSecond));
  for (let start = 0; start < items.length; start += size) {
    if (work.outOfTime()) return { kind: 'out of time' };
    const stop = await each(items.slice(start, start + size));
    if (stop !== null) return stop;
  }
  return null;
}
