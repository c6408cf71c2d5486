import { compare, zero } from '../../values/money.ts';
import type { ResultsReport } from './results-report.ts';
import type { ReportTotals } from './totals.ts';
import { countOf, countText } from '../sheet/number.ts';
import type { Tone } from '../sheet/palette.ts';

/** How the job stands, in plain words. */
export interface StatusMessage {
  readonly tone: Tone;
  readonly text: string;
}

function renewedText(totals: ReportTotals): string {
  const { renewed, 'already renewed': before } = totals.counts;
  if (totals.rows === 0) return 'the quote has no rows';
  if (renewed === totals.rows) return `all ${countOf(renewed)} renewed`;
  const already = before === 0 ? '' : `, ${countText(before)} had been renewed already`;
  return `${countText(renewed)} of ${countOf(totals.rows)} renewed${already}`;
}

function doneMessage(totals: ReportTotals, doubts: number): StatusMessage {
  const unknown = totals.counts['needs review'];
  if (unknown > 0) {
    return {
      tone: 'warning',
      text: `Ended: ${renewedText(totals)}. ${countOf(unknown, 'row needs', 'rows need')} review: what became of them is not known.`,
    };
  }
  const complete = totals.counts.renewed + totals.counts['already renewed'] === totals.rows;
  const nothing = totals.counts.renewed === 0 && !complete;
  if (doubts > 0) {
    const rows = countOf(doubts, 'renewed row', 'renewed rows');
    return {
      tone: 'bad',
      text: `Ended: ${renewedText(totals)}, but ${rows} could not be confirmed at the provider, see below.`,
    };
  }
  return { tone: nothing ? 'warning' : 'good', text: `Done: ${renewedText(totals)}.` };
}

function rejectedMessage(report: ResultsReport, totals: ReportTotals): StatusMessage {
  const untouched =
    report.orders.length === 0 &&
    totals.currencies.every(({ currency, all }) => compare(all.paid, zero(currency)) === 0);
  const text = untouched
    ? 'Rejected: nothing was ordered and nothing was paid.'
    : `Rejected: ${renewedText(totals)}.`;
  return { tone: 'bad', text };
}

/** What the Summary sheet says first. Never "done" where an outcome is unknown. */
export function statusMessage(report: ResultsReport, totals: ReportTotals): StatusMessage {
  switch (report.status) {
    case 'done':
      return doneMessage(totals, report.audit?.doubts.length ?? 0);
    case 'suspended':
      return {
        tone: 'warning',
        text: `Suspended (interim results): so far ${renewedText(totals)}. Nothing more is paid until the job is resumed.`,
      };
    case 'rejected':
      return rejectedMessage(report, totals);
    case 'cancelled':
      return { tone: 'neutral', text: `Cancelled: ${renewedText(totals)} before that.` };
    case 'expired':
      return { tone: 'neutral', text: `Expired: ${renewedText(totals)} before the time ran out.` };
  }
}
