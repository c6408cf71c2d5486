import { inARow } from '../../../phrases/phrase.ts';
import { compare, zero } from '../../../values/money.ts';
import { wallTime } from '../../../values/wall-time.ts';
import { attentionFigures, needsPerson } from '../attention.ts';
import { type BannerFacts, bannerWords } from './banner-words.ts';
import { type Equation, reportEquations } from '../equation.ts';
import type { ReportRow, ResultsReport } from '../results-report.ts';
import type { ReportTotals } from '../totals.ts';
import { amountText } from '../../sheet/number.ts';
import type { Tone } from '../../sheet/palette.ts';

/** How the job stands, in plain words. */
export interface StatusMessage {
  readonly tone: Tone;
  readonly text: string;
}

/** The moment whose state the workbook shows (epoch milliseconds). */
export function shownAt({ endedAt, startedAt, droppedAt }: ResultsReport): number {
  return endedAt ?? startedAt ?? droppedAt;
}

/** Rows that are called renewed and that the audit after the end could not confirm. */
export function doubtfulRows({ rows, audit }: ResultsReport): readonly ReportRow[] {
  const ids = new Set(audit?.doubts.map(({ resourceId }) => resourceId));
  return rows.filter(
    ({ row, outcome }) =>
      outcome.outcome === 'renewed' && row.resourceId !== null && ids.has(row.resourceId),
  );
}

function factsOf(
  report: ResultsReport,
  totals: ReportTotals,
  equations: readonly Equation[],
): BannerFacts {
  const { counts, currencies } = totals;
  const doubtful = doubtfulRows(report);
  const needing = [...new Set([...report.rows.filter(needsPerson), ...doubtful])];
  const { day } = wallTime(shownAt(report), report.expiryZone);
  const paid = currencies.filter(({ currency, all }) => compare(all.paid, zero(currency)) !== 0);
  const doubts = report.audit?.doubts.length ?? 0;
  const isBalanced = equations.every(({ holds }) => holds);
  const done = counts.renewed + counts['already renewed'];
  const isOver = report.status !== 'suspended' && report.status !== 'rejected';
  return {
    status: report.status,
    // A quote of which nobody approved a row is no success.
    isCalm: isOver && isBalanced && needing.length + doubts === 0 && done > 0,
    isUntouched: report.status === 'rejected' && report.orders.length === 0 && paid.length === 0,
    rows: totals.rows,
    renewed: counts.renewed,
    alreadyRenewed: counts['already renewed'],
    notApproved: counts['not approved'],
    paid: paid.map(({ currency, all }) => `${amountText(all.paid)} ${currency}`).join(' + '),
    needs: attentionFigures(needing, day),
    review: counts['needs review'],
    doubts,
    isBalanced,
  };
}

/**
 * Red where money or a person is at stake: what is not known or not confirmed, books that do not
 * balance, a job that stands still. Green only where something was done and nothing is left to do.
 */
function toneOf(facts: BannerFacts): Tone {
  const { status, isCalm, isBalanced, review, doubts } = facts;
  if (status === 'rejected' || status === 'suspended') return 'bad';
  if (review + doubts > 0 || !isBalanced) return 'bad';
  return isCalm ? 'good' : 'warning';
}

/** What the Summary sheet says first. Never "done" where an outcome is unknown or somebody must act. */
export function statusMessage(
  report: ResultsReport,
  totals: ReportTotals,
  equations: readonly Equation[] = reportEquations(report, totals),
): StatusMessage {
  const { language } = report;
  const facts = factsOf(report, totals, equations);
  return { tone: toneOf(facts), text: inARow(bannerWords(facts, language), language) };
}
