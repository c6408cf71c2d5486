import type { Totals } from '../renewal/books/books.ts';
import { isOver, type Job } from './job.ts';
import type { Journal } from '../renewal/journal.ts';
import { ordersIn } from '../renewal/journal-view.ts';
import { type Money, plus, sum, zero } from '../values/money.ts';
import { noOutcomes, type Outcome } from '../renewal/outcome.ts';

/** How far a job is: rows by outcome so far, and the money of its paid orders. */
export interface JobProgress {
  readonly rows: number;
  /** Rows with an outcome; rows the sheet itself decided count from the start. */
  readonly settled: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Paid for, waiting for the provider to complete the order. */
  readonly waiting: number;
  readonly paid: Money;
}

/** The progress of a job from its journals. */
export function progressOf(job: Job, journals: readonly Journal[], currency: string): JobProgress {
  // The totals of an interim workbook are out of date once the job is resumed.
  if (job.totals !== null && isOver(job.status)) return ended(job.totals, currency);
  const outcomes = noOutcomes();
  let waiting = 0;
  let paid = zero(currency);
  for (const journal of journals) {
    for (const { outcome } of journal.rows) if (outcome !== null) outcomes[outcome.outcome] += 1;
    for (const { part, order } of ordersIn(journal, 'paid', 'overcharged', 'completed')) {
      if (order.state.kind === 'completed' && order.state.charged !== null) {
        paid = plus(paid, order.state.charged);
      }
      if (order.state.kind !== 'paid' && order.state.kind !== 'overcharged') continue;
      paid = plus(paid, order.state.compared);
      waiting += (order.rows ?? part.rows).length;
    }
  }
  const inChunks = journals.reduce((total, { rows }) => total + rows.length, 0);
  const decided = Object.values(outcomes).reduce((a, b) => a + b, 0);
  const bySheet = journals.length === job.chunkCount ? job.rows - inChunks : 0;
  return { rows: job.rows, settled: decided + bySheet, outcomes, waiting, paid };
}

function ended(totals: Totals, currency: string): JobProgress {
  const own = totals.paid.filter((amount) => amount.currency === currency);
  return {
    rows: totals.rows,
    settled: totals.rows,
    outcomes: totals.outcomes,
    waiting: 0,
    paid: sum(own, currency),
  };
}
