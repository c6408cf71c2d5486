import type { Reason } from '../../reasons/reason.ts';

/**
 * Ends the reading of a file at the spot where it turns out to be unreadable, however deep. Thrown and
 * caught within the reading of one file; what leaves it is a rejection.
 */
export class Unreadable extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.id);
    this.reason = reason;
  }
}
