import type { READS } from '../world/disagreements.ts';
import type { SandboxState } from '../state.ts';

/** A read that may lag. */
export type Read = (typeof READS)[number];

/**
 * The instant as of which a read is answered: now, or earlier where the world lets it lag, which a
 * seeded draw decides for each call anew.
 */
export function readAt({ behaviour, random }: SandboxState, read: Read, now: number): number {
  const lag = behaviour.lag[read];
  if (lag === undefined) return now;
  return lag.chance === 1 || random() < lag.chance ? now - lag.ms : now;
}
