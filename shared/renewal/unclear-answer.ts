import type { Journal, Part, RefusalNote } from './journal.ts';
import { reason } from '../reasons/reason.ts';

/** Marks a part whose answer was not a clear one: more may have been made than it named. */
export const UNCLEAR: RefusalNote = {
  code: 'unclear',
  reason: reason('answer-not-clear'),
};

/** Whether the note stands for an answer that was not clear, instead of a refusal. */
export function isUnclear({ code }: RefusalNote): boolean {
  return code === UNCLEAR.code;
}

/** How often renew calls with a row got no clear answer although nothing was made; of one size, if given. */
export function unclearTries(journal: Journal, row: number, size: number | null = null): number {
  return journal.parts.filter(
    (part) =>
      part.rows.includes(row) &&
      (size === null || part.rows.length === size) &&
      part.orders.length === 0 &&
      wasUnclear(part),
  ).length;
}

/** Whether the part's renew call is settled by now and had no clear answer. */
export function wasUnclear({ renew }: Part): boolean {
  return renew.kind === 'answered' && renew.refusal !== null && isUnclear(renew.refusal);
}
