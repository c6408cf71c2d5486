import { outcomeWord } from '../../phrases/outcome-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
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

/** The cells under its heading hold nothing else, so that each can be copied as it is. */
function settleColumn(report: ResultsReport): NeededColumn {
  return {
    heading: HEADINGS.settle[report.language],
    width: 60,
    cell: (each) => ({
      value: canBeSettled(report, each)
        ? settleJson(report.job, each.row.resourceId ?? '', report.language)
        : null,
      style: MACHINE,
    }),
  };
}

/** What is printed: which row, what became of it, why, and what to do. */
function printedColumns(
  report: ResultsReport,
  rows: readonly ReportRow[],
): readonly NeededColumn[] {
  const { currency, language } = report;
  const adviceOf = stepsFor(report, rows);
  const paid = moneyCells({ border, indent: 1 }, currency);
  return [
    {
      heading: HEADINGS.idOfResource[language],
      width: 38,
      cell: ({ row }) => text(row.resourceId),
    },
    { heading: HEADINGS.name[language], width: 22, cell: ({ row }) => text(row.name) },
    {
      heading: HEADINGS.outcome[language],
      width: 20,
      cell: ({ outcome: { outcome } }) => ({
        value: outcomeWord(outcome, language),
        style: OUTCOME[outcome],
      }),
    },
    {
      heading: tell(HEADINGS.paidIn, language, { currency }),
      width: 14,
      align: 'right',
      cell: ({ outcome }) => paid(outcome.paid),
    },
    {
      heading: HEADINGS.reason[language],
      width: 44,
      cell: ({ outcome }) => text(say(outcome.reason, language).reason),
    },
    {
      heading: HEADINGS.next[language],
      width: 44,
      cell: (each) => text(adviceOf(each)),
    },
  ];
}

/** What else helps to decide; the line leads to the row on the sheet "Results". */
function screenColumns(report: ResultsReport, rows: readonly ReportRow[]): readonly NeededColumn[] {
  const { currency, language } = report;
  const approved = moneyCells({ border, indent: 1 }, currency);
  const at = new Map(report.rows.map((row, index) => [row, index + 2]));
  const isLinked = rows.length <= LINK_LIMIT;
  const line: NeededColumn = {
    heading: HEADINGS.line[language],
    width: 8,
    cell: (each) => ({
      value: each.row.line,
      style: isLinked ? LINK : NUMBER,
      goTo: isLinked ? { sheet: SHEETS.results[language], line: at.get(each)! } : null,
    }),
  };
  const sheet: NeededColumn = {
    heading: HEADINGS.sheet[language],
    width: 14,
    cell: ({ row }) => text(row.sheet),
  };
  const prices = priceColumns(currency, language).map((column): NeededColumn => ({
    ...column,
    cell: (row) => column.cell({ ...row, price: row.price ?? null }),
  }));
  return [
    line,
    ...(hasSheets(report.rows) ? [sheet] : []),
    {
      heading: tell(HEADINGS.expires, language, { zone: report.expiryZone }),
      width: 20,
      cell: expiry,
    },
    {
      heading: tell(HEADINGS.approvedIn, language, { currency }),
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
  await writeTable(book, SHEETS.needsAction[book.language], tab, columns, rows, {
    pinned: 2,
    printed: printed.length,
  });
}
