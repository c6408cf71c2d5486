import { reason } from '../../reasons/reason.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import type { Watched } from '../states/row-state.ts';

/**
 * How late a read may show what has happened, in milliseconds: how late orders and expiries show is
 * NOT FOUND, so nothing is taken for undone before (Huawei contract, sections 13.3 and 15).
 */
export const LAG_MS = 30 * 60_000;

/** What becomes of a row that somebody else is at work on, if its expiry never shows what happened. */
export function leftToOthers({ order, why }: Watched): RowOutcome {
  return rowOutcome('needs review', reasonOf(why, order), { order });
}

function reasonOf(why: Watched['why'], order: string) {
  switch (why) {
    case 'cancelled by somebody':
      return reason('order-cancelled-by-somebody', { order });
    case 'begins late':
      return reason('order-begins-late', { order });
    case 'bought elsewhere':
      return reason('renewed-by-others-seen', { order });
    case 'held elsewhere':
      return reason('order-of-others-found', { order });
    case 'seen renewed':
      return reason('seen-renewed-before-payment', { order });
  }
}
