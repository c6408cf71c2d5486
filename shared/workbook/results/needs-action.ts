import { say } from '../../reasons/say.ts';
import { wallText } from '../../values/wall-time.ts';
import { settleJson } from './operate-json.ts';
import { canBeSettled, stepsFor } from './advice.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import { type AddedColumn, hasSheets, priceColumns } from './row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { DAY_FORMAT, TIME_FORMAT, wallDate } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { OUTCOME_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { LINK_LIMIT } from '../sheet/row-link.ts';
import { outcomeStyles, style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

type NeededColumn = AddedColumn<ReportRow>;

const border = UNDERLINED;
const TEXT = style({ border, wrap: true });
const NUMBER = style({ border, align: 'left' });
const LINK = style({ border, align: 'left', ink: PAGE_COLOURS.link, underline: true });
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

function settleColumn(report: ResultsReport): NeededColumn {
  return {
    heading: SETTLE_HEADING,
    width: 60,
    cell: (each) => ({
      value: canBeSettled(report, each) ? settleJson(report.job, each.row.resourceId ?? '') : null,
      style: MACHINE,
    }),
  };
}

/** What is printed: which row, what became of it, why, and what to do. */
function printedColumns(
  report: ResultsReport,
  rows: readonly ReportRow[],
): readonly NeededColumn[] {
  const adviceOf = stepsFor(report, rows);
  const paid = moneyCells({ border, indent: 1 }, report.currency);
  return [
    { heading: 'Resource id', width: 38, cell: ({ row }) => text(row.resourceId) },
    { heading: 'Name', width: 22, cell: ({ row }) => text(row.name) },
    {
      heading: 'Outcome',
      width: 20,
      cell: ({ outcome }) => ({ value: outcome.outcome, style: OUTCOME[outcome.outcome] }),
    },
    {
      heading: `Paid (allocated, ${report.currency})`,
      width: 14,
      align: 'right',
      cell: ({ outcome }) => paid(outcome.paid),
    },
    { heading: 'Reason', width: 44, cell: ({ outcome }) => text(say(outcome.reason, 'en').reason) },
    {
      heading: 'What to do next',
      width: 44,
      cell: (each) => text(adviceOf(each)),
    },
  ];
}

/** What else helps to decide; the line leads to the row on the sheet "Results". */
function screenColumns(report: ResultsReport, rows: readonly ReportRow[]): readonly NeededColumn[] {
  const approved = moneyCells({ border, indent: 1 }, report.currency);
  const at = new Map(report.rows.map((row, index) => [row, index + 2]));
  const isLinked = rows.length <= LINK_LIMIT;
  const line: NeededColumn = {
    heading: 'Line',
    width: 8,
    cell: (each) => ({
      value: each.row.line,
      style: isLinked ? LINK : NUMBER,
      goTo: isLinked ? { sheet: 'Results', line: at.get(each)! } : null,
    }),
  };
  const sheet: NeededColumn = { heading: 'Sheet', width: 14, cell: ({ row }) => text(row.sheet) };
  const prices = priceColumns(report.currency).map((column): NeededColumn => ({
    ...column,
    cell: (row) => column.cell({ ...row, price: row.price ?? null }),
  }));
  return [
    line,
    ...(hasSheets(report.rows) ? [sheet] : []),
    { heading: `Expires (${report.expiryZone})`, width: 20, cell: expiry },
    {
      heading: `Approved (${report.currency})`,
      width: 16,
      align: 'right',
      cell: ({ row }) => approved(row.approved),
    },
    ...(rows.some(({ price = null }) => price !== null) ? prices : []),
    ...(rows.some((row) => canBeSettled(report, row)) ? [settleColumn(report)] : []),
  ];
}

/**
 * Writes the Needs action sheet: the rows that somebody has to look at, in the order of `actionRows`.
 * Id and name stay in sight, and what is printed ends with what to do.
 */
export async function writeNeedsAction(
  book: SheetBook,
  report: ResultsReport,
  rows: readonly ReportRow[],
): Promise<void> {
  const printed = printedColumns(report, rows);
  const columns = [...printed, ...screenColumns(report, rows)].map((column) => ({
    ...column,
    origin: 'added' as const,
  }));
  const tab = OUTCOME_COLOURS['needs review'];
  await writeTable(book, 'Needs action', tab, columns, rows, {
    pinned: 2,
    printed: printed.length,
  });
}
