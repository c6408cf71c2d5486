import { say } from '../../reasons/say.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { type SheetColumn, uploaderColumns } from '../sheet/columns.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { EDGED, outcomeStyles, style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const fill = PAGE_COLOURS.tint;
const TEXT = style({ fill, border: UNDERLINED });
const WRAPPED = style({ fill, border: UNDERLINED, wrap: true });
const DATE = style({ fill, border: UNDERLINED, format: TIME_FORMAT, align: 'left' });
const OUTCOME = outcomeStyles(EDGED);

type Added = Omit<SheetColumn<ReportRow>, 'origin'>;

function text(heading: string, width: number, of: (row: ReportRow) => string | null): Added {
  return {
    heading,
    width,
    cell: (row) => ({ value: of(row) === '' ? null : of(row), style: width > 30 ? WRAPPED : TEXT }),
  };
}

function newExpiry({ outcome }: ReportRow, zone: string): SheetCell {
  const value = outcome.newExpiry === null ? null : instantDate(outcome.newExpiry, zone);
  return { value, style: DATE };
}

function addedColumns(zone: string): readonly Added[] {
  const paid = moneyCells({ fill, border: UNDERLINED, indent: 1 }, null);
  return [
    {
      heading: 'Outcome',
      width: 21,
      cell: ({ outcome }) => ({ value: outcome.outcome, style: OUTCOME[outcome.outcome] }),
    },
    text('Order', 21, ({ outcome }) => outcome.order),
    {
      heading: 'Paid (allocated)',
      width: 17,
      align: 'right',
      cell: ({ outcome }) => paid(outcome.paid),
    },
    text('Currency', 11, ({ outcome }) => outcome.paid?.currency ?? null),
    { heading: `New expiry (${zone})`, width: 21, cell: (row) => newExpiry(row, zone) },
    text('Provider code', 16, ({ outcome }) => outcome.code),
    text('Reason', 48, ({ outcome }) => say(outcome.reason, 'en').reason),
    text('What to do next', 42, ({ outcome }) => say(outcome.reason, 'en').advice),
  ];
}

/** A heading that none of the uploader's columns has, so that no reader can mix the two up. */
function free(heading: string, taken: ReadonlySet<string>): string {
  return taken.has(heading.toLowerCase()) ? `${heading} (result)` : heading;
}

/**
 * Writes the Results sheet: the uploader's columns in their order, then what became of each row.
 * The heading row is the first one, so that the sheet can be read, filtered and dropped again.
 */
export async function writeResultsSheet(book: SheetBook, report: ResultsReport): Promise<void> {
  const own = uploaderColumns(report.columns, report.rows, ({ row }) => row.cells);
  const taken = new Set(own.map(({ heading }) => heading.trim().toLowerCase()));
  const added = addedColumns(report.expiryZone).map((column) => ({
    ...column,
    heading: free(column.heading, taken),
    origin: 'added' as const,
  }));
  await writeTable(book, 'Results', PAGE_COLOURS.navy, [...own, ...added], report.rows);
}
