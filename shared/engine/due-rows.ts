import type { Journal } from '../renewal/journal.ts';
import { withOutcomes } from '../renewal/journal-view.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import { afterRefusals } from '../renewal/single-refusal.ts';
import { reason } from '../reasons/reason.ts';
import type { ChunkWork, Stop } from './chunk-work.ts';

/** Orders of a row that came to nothing at the provider, before it is ordered no more. */
const MOST_UNDONE = 4;

/** Priced rows that are to be ordered now; the stop says when others are. */
export interface DueRows {
  readonly rows: readonly number[];
  readonly stop: Stop | null;
}

/**
 * Sorts out rows whose own renew call was refused: no order locks them, so they are given up with
 * that refusal, or ordered once more after a while.
 */
export async function dueRows(work: ChunkWork, indexes: readonly number[]): Promise<DueRows> {
  const { keeper } = work;
  const rows: number[] = [];
  const outcomes = new Map<number, RowOutcome>();
  let at = Infinity;
  for (const index of indexes) {
    const undone = undoneOrders(keeper.current, index);
    if (undone.length >= MOST_UNDONE) {
      outcomes.set(index, cancelledEachTime(undone));
      continue;
    }
    const after = afterRefusals(keeper.current, index, work.clock());
    switch (after.kind) {
      case 'order':
        rows.push(index);
        break;
      case 'wait':
        at = Math.min(at, after.until);
        break;
      case 'give up': {
        const { reason: why, code } = after.refusal;
        outcomes.set(index, rowOutcome('not renewable', why, { code }));
      }
    }
  }
  if (outcomes.size > 0) await keeper.record((journal) => withOutcomes(journal, outcomes));
  return { rows, stop: at === Infinity ? null : { kind: 'later', at } };
}

/** One order with the row of each renew call that came to nothing although nothing was wrong with it. */
function undoneOrders({ parts }: Journal, index: number): string[] {
  return parts.flatMap((part) => {
    const undone = part.orders.find(
      ({ rows, state }) =>
        state.kind === 'cancelled' &&
        (state.because === 'not asked for' || state.because === 'deadline passed') &&
        (rows ?? part.rows).includes(index),
    );
    return undone === undefined ? [] : [undone.id];
  });
}

function cancelledEachTime(orders: readonly string[]): RowOutcome {
  return rowOutcome('not renewable', reason('orders-cancelled-each-time'), {
    order: orders.at(-1) ?? null,
  });
}
