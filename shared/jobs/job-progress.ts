import type { Totals } from '../renewal/books/books.ts';
import { isOver, type Job } from './job.ts';
import type { Journal } from '../renewal/journal.ts';
import { chargedFor, coverable, ordersIn } from '../renewal/journal-view.ts';
import { isPurchase } from '../renewal/rules/purchases.ts';
import { type Money, sum } from '../values/money.ts';
import { noOutcomes, type Outcome } from '../renewal/outcome.ts';

/**
 * How far a job is: rows by outcome so far, and the money of its paid orders. At every moment
 * `rows` = the sum of `outcomes` + `unnamed` + `open`, and `settled` = `rows` - `open`.
 */
export interface JobProgress {
  readonly rows: number;
  /** Rows with an outcome; rows the sheet itself decided count from the start. */
  readonly settled: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /**
   * Rows that the file itself decided, of which this does not know how: 0 but for jobs that a release
   * has planned which did not keep it.
   */
  readonly unnamed: number;
  /** Rows without an outcome yet. */
  readonly open: number;
  /** Of the open ones: paid for, waiting for the provider to complete the order. */
  readonly waiting: number;
  readonly paid: Money;
}

/** The progress of a job from its journals; none are needed of one that is over and has totals. */
export function progressOf(job: Job, journals: readonly Journal[], currency: string): JobProgress {
  // The totals of an interim workbook are out of date once the job is resumed.
  if (job.totals !== null && isOver(job.status)) return ended(job.totals, currency);
  const outcomes = { ...(job.decidedByFile ?? noOutcomes()) };
  let waiting = 0;
  for (const journal of journals) {
    for (const { outcome } of journal.rows) if (outcome !== null) outcomes[outcome.outcome] += 1;
    waiting += waitingIn(journal);
  }
  const inChunks = journals.reduce((total, { rows }) => total + rows.length, 0);
  const named = countAll(outcomes);
  const isKnown = job.decidedByFile !== undefined || journals.length !== job.chunkCount;
  const unnamed = isKnown ? 0 : Math.max(0, job.rows - inChunks);
  const settled = named + unnamed;
  const open = Math.max(0, job.rows - settled);
  const paid = sum(chargesIn(journals, currency), currency);
  return { rows: settled + open, settled, outcomes, unnamed, open, waiting, paid };
}

function countAll(outcomes: Readonly<Record<Outcome, number>>): number {
  return Object.values(outcomes).reduce((a, b) => a + b, 0);
}

/** Each row once, also where several orders of a call may be the one that pays for it. */
function waitingIn(journal: Journal): number {
  const rows = new Set(
    ordersIn(journal, 'paid', 'overcharged').flatMap(({ part, order }) => coverable(part, order)),
  );
  return [...rows].filter((index) => journal.rows[index]!.outcome === null).length;
}

/**
 * What was taken, as far as is known, of every order that anything was paid for. Of a call that pays
 * at once that is told with its completion or never: until then its price is not counted, for a sum
 * that falls later is none.
 */
function chargesIn(journals: readonly Journal[], currency: string): readonly Money[] {
  const charges = journals.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.orders
        .filter(({ state }) => !(isPurchase(part) && state.kind === 'paid'))
        .flatMap((order) => chargedFor(order) ?? []),
    ),
  );
  return charges.filter((charge) => charge.currency === currency);
}

function ended(totals: Totals, currency: string): JobProgress {
  const own = totals.paid.filter((amount) => amount.currency === currency);
  return {
    rows: totals.rows,
    settled: totals.rows,
    outcomes: totals.outcomes,
    unnamed: 0,
    open: 0,
    waiting: 0,
    paid: sum(own, currency),
  };
}
