import type { JournalEvent } from '../events.ts';
import type { ChunkState, WorkKind } from '../states/chunk-state.ts';
import { table } from './transition.ts';

/** Every change that a chunk may make. What is not here is refused by `apply`. */
export const CHUNK_TRANSITIONS = table<ChunkState, JournalEvent['kind']>([
  ['open', 'sealed', 'sealed', 'vocabulary, section 8'],
  ['open', 'finished', 'finished', 'vocabulary, section 5'],
  // Only once it was swept: until then it is looked at again.
  ['sealed', 'ended', 'finished', 'vocabulary, section 8'],
]);

const LEASE = 'vocabulary, section 6';

/** Who works on a chunk: leases, backing off, rests and continuations. */
export const WORK_TRANSITIONS = table<WorkKind, JournalEvent['kind']>([
  ['idle', 'claimed', 'leased', LEASE],
  // Of a worker that stopped: its lease has ended.
  ['leased', 'claimed', 'leased', LEASE],
  ['backing off', 'claimed', 'leased', LEASE],
  ['resting', 'claimed', 'leased', LEASE],
  ['leased', 'released', 'idle', LEASE],
  ['leased', 'finished', 'idle', LEASE],
  ['leased', 'continued', 'idle', 'vocabulary, section 7'],
  ['leased', 'backed off', 'backing off', 'vocabulary, section 5'],
  ['leased', 'put to rest', 'resting', 'vocabulary, section 9'],
  ['leased', 'redriven', 'idle', 'vocabulary, section 9'],
  ['backing off', 'redriven', 'idle', 'vocabulary, section 9'],
  ['resting', 'redriven', 'idle', 'vocabulary, section 9'],
]);
