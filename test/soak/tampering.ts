import fc from 'fast-check';
import type { MessageQueues } from '../support/message-queues.ts';

/** What the queues do to a message before a step, counted over the whole run. */
export interface Tampering {
  readonly step: number;
  readonly what: 'twice' | 'late' | 'twice, once hours later';
  /** Which of the waiting messages, as far as there are so many. */
  readonly which: number;
}

/** A few of them. */
export function tamperings(): fc.Arbitrary<readonly Tampering[]> {
  return fc.array(
    fc.record({
      step: fc.nat({ max: 25 }),
      what: fc.constantFrom<Tampering['what']>('twice', 'late', 'twice, once hours later'),
      which: fc.nat({ max: 3 }),
    }),
    { maxLength: 5 },
  );
}

const LATE = 7 * 60_000;
const HOURS = 5 * 3_600_000;

/** Plays one. */
export function tamper({ what, which }: Tampering, queues: MessageQueues): void {
  const { waiting } = queues;
  const message = waiting[which % Math.max(1, waiting.length)];
  if (message === undefined) return;
  if (what === 'late') {
    message.visibleAt += LATE;
    return;
  }
  queues.duplicate(message);
  const copy = queues.waiting.at(-1)!;
  if (what !== 'twice') copy.visibleAt += HOURS;
}
