import type { JournalEvent } from '../events.ts';
import type { AttemptStateKind } from '../states/attempt-state.ts';
import { table } from './transition.ts';

/** Every change that an attempt may make. What is not here is refused by `apply`. */
export const ATTEMPT_TRANSITIONS = table<AttemptStateKind, JournalEvent['kind']>([
  ['none', 'call intended', 'intended', 1],
  ['intended', 'call answered', 'accepted', 2],
  ['intended', 'call answered', 'unclear', 2],
  ['intended', 'call answered', 'refused', 6],
  ['intended', 'call answered', 'busy', 6],
  ['intended', 'call answered', 'refused alone', 6],
  ['intended', 'call turned away', 'none', 2],
  ['intended', 'claimed', 'unclear', 1],

  ['unclear', 'call repeated', 'intended', 2],
  ['unclear', 'refusal believed', 'refused', 2],
  ['unclear', 'refusal believed', 'busy', 2],
  ['unclear', 'refusal believed', 'refused alone', 2],
  ['unclear', 'named orders taken', 'settled', 1],
  ['unclear', 'nothing was made', 'settled', 5],
  // Settled, not accepted: the call may have made yet another order, which the sweep looks for.
  ['unclear', 'orders adopted', 'settled', 5],
  ['unclear', 'orders unwanted', 'settled', 5],
  ['unclear', 'order not found', 'left to a person', 5],

  ['none', 'orders sought', 'seeking', 5],
  ['none', 'orders sought', 'naming', 5],
  ['seeking', 'nothing was made', 'settled', 5],
  ['seeking', 'orders adopted', 'settled', 5],
  ['seeking', 'orders unwanted', 'settled', 5],
  ['seeking', 'order not found', 'left to a person', 5],
  ['naming', 'nothing was made', 'released', 5],
  ['naming', 'orders unwanted', 'settled', 5],
  ['naming', 'order not found', 'left to a person', 5],

  ['none', 'orders found', 'released', 5],
  ['none', 'orders found', 'left to a person', 5],
]);
