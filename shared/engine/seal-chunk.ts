import { reason } from '../reasons/reason.ts';
import type { Stop } from '../renewal/decide/decision.ts';
import type { JournalEvent } from '../renewal/events.ts';
import type { ChunkWork } from './chunk-work.ts';
import { drive } from './drive.ts';

/** Why rows are not attempted that nothing was done about. */
const JOB_ENDED = reason('job-ended');

/**
 * Ends a chunk whose job ends before it: nothing new is ordered or paid from here on, orders that
 * are still unpaid are cancelled and read back, unclear ones are looked up (vocabulary, section 8).
 * Returns a stop when the provider cannot tell yet; with `last` the rest is given to a person instead.
 */
export async function sealChunk(
  work: ChunkWork,
  last: boolean,
  why = JOB_ENDED,
): Promise<Stop | null> {
  await work.keeper.record({ kind: 'sealed' });
  const stop = await drive(work, 'seal');
  if (stop !== null && !last) return stop;
  await work.keeper.record({ kind: 'rows closed', why, swept: stop === null }, { kind: 'ended' });
  return null;
}

/**
 * Ends a chunk as it stands: every row but those waiting for a paid order gets an outcome. `swept`:
 * what its calls may have made was looked for to the end before.
 */
export function sealAsItStands({ why = JOB_ENDED, swept = false } = {}): readonly JournalEvent[] {
  return [{ kind: 'sealed' }, { kind: 'rows closed', why, swept }, { kind: 'ended' }];
}
