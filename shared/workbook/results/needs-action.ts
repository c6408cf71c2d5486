import { say } from '../../reasons/say.ts';
import { numbered, reviewSteps, reviewSubject } from '../../reasons/review-steps.ts';
import { wallText } from '../../values/wall-time.ts';
import { settleJson } from './operate-json.ts';
import { canBeSettled, compareExpiry } from './advice.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { DAY_FORMAT, TIME_FORMAT, wallDate } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { OUTCOME_COLOURS } from '../sheet/palette.ts';
import { outcomeStyles, style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const border = UNDERLINED;
const TEXT = style({ border, wrap: true });
const NUMBER = style({ border, align: 'left' });
const DAY = style({ border, format: DAY_FORMAT, align: 'left' });
const MOMENT = style({ border, format: TIME_FORMAT, align: 'left' });
const MACHINE = style({ mono: true, size: 10, border, wrap: true });
const OUTCOME = outcomeStyles(border);

/** The cells under it hold nothing else, so that each can be copied as it is. */
const SETTLE_HEADING =
  'Once checked: for the function "operate" ("as": "paid", "not paid" or "renew again")';

function text(value: string | null): SheetCell {
  return { value: value === '' ? null : value, style: TEXT };
}

function expiry({ row }: ReportRow): SheetCell {
  if (row.expiry === null) return text(null);
  const { day, time } = row.expiry;
  const date = wallDate(day, time);
  if (date === null) return text(wallText(row.expiry));
  return { value: date, style: time === null ? DAY : MOMENT };
}

function settleColumn(report: ResultsReport): Omit<SheetColumn<ReportRow>, 'origin'> {
  return {
    heading: SETTLE_HEADING,
    width: 60,
    cell: (each) => ({
      value: canBeSettled(report, each) ? settleJson(report.job, each.row.resourceId ?? '') : null,
      style: MACHINE,
    }),
  };
}

function columns(report: ResultsReport, sheets: number): readonly SheetColumn<ReportRow>[] {
  const approved = moneyCells({ border, indent: 1 }, report.currency);
  const all: readonly Omit<SheetColumn<ReportRow>, 'origin'>[] = [
    { heading: 'Sheet', width: 14, cell: ({ row }) => text(row.sheet) },
    { heading: 'Line', width: 8, cell: ({ row }) => ({ value: row.line, style: NUMBER }) },
    { heading: 'Resource id', width: 39, cell: ({ row }) => text(row.resourceId) },
    { heading: 'Name', width: 24, cell: ({ row }) => text(row.name) },
    { heading: `Expires (${report.expiryZone})`, width: 20, cell: expiry },
    {
      heading: `Approved (${report.currency})`,
      width: 16,
      align: 'right',
      cell: ({ row }) => approved(row.approved),
    },
    {
      heading: 'Outcome',
      width: 21,
      cell: ({ outcome }) => ({ value: outcome.outcome, style: OUTCOME[outcome.outcome] }),
    },
    { heading: 'Reason', width: 52, cell: ({ outcome }) => text(say(outcome.reason, 'en').reason) },
    {
      heading: 'What to do next',
      width: 46,
      cell: (each) => text(adviceFor(report, each)),
    },
  ];
  const settled = report.rows.some((row) => canBeSettled(report, row));
  const shown = settled ? [...all, settleColumn(report)] : all;
  return shown.slice(sheets > 1 ? 0 : 1).map((column) => ({ ...column, origin: 'added' }));
}

/** What to do next; of a row that can be settled every step of it, in order. */
function adviceFor(report: ResultsReport, each: ReportRow): string {
  const { row, outcome } = each;
  const { advice } = say(outcome.reason, 'en');
  if (!canBeSettled(report, each)) return advice;
  const subject = reviewSubject(outcome.order, row.resourceId ?? '');
  return numbered(reviewSteps(report.job, subject, advice, 'en'));
}

/** Rows that need review next to the first one of the same order; all others stay where they are. */
function byOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  const groups = new Map<string, ReportRow[]>();
  for (const [at, each] of rows.entries()) {
    const { outcome, order } = each.outcome;
    const key = outcome === 'needs review' && order !== null ? `order ${order}` : `row ${at}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flat();
}

/**
 * Writes the Needs action sheet: the rows that somebody has to look at, the soonest expiry first and
 * rows without a readable one last; rows that need review stand together by their order, for one look
 * and one answer do for all of them.
 */
export async function writeNeedsAction(
  book: SheetBook,
  report: ResultsReport,
  rows: readonly ReportRow[],
): Promise<void> {
  const sheets = new Set(rows.map(({ row }) => row.sheet)).size;
  const sorted = byOrder(rows.toSorted(compareExpiry));
  const tab = OUTCOME_COLOURS['needs review'];
  await writeTable(book, 'Needs action', tab, columns(report, sheets), sorted);
}
