import { withOutcomes } from '../domain/journal-view.ts';
import { type RowOutcome, rowOutcome } from '../domain/outcome.ts';
import { afterRefusals } from '../domain/single-refusal.ts';
import type { ChunkWork, Stop } from './chunk-work.ts';

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
    const after = afterRefusals(keeper.current, index, work.clock());
    switch (after.kind) {
      case 'order':
        rows.push(index);
        break;
      case 'wait':
        at = Math.min(at, after.until);
        break;
      case 'give up': {
        const { reason, advice, code } = after.refusal;
        outcomes.set(index, rowOutcome('not renewable', reason, advice, { code }));
      }
    }
  }
  if (outcomes.size > 0) await keeper.record((journal) => withOutcomes(journal, outcomes));
  return { rows, stop: at === Infinity ? null : { kind: 'later', at } };
}
