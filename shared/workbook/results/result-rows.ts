import type { ReportRow, ResultsReport } from './results-report.ts';
import {
  type AddedColumn,
  addedText,
  asAdded,
  outcomeColumn,
  placeColumns,
  priceColumns,
  wordColumns,
} from './row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { placedColumns } from '../sheet/placed-columns.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const fill = PAGE_COLOURS.tint;
const DATE = style({ fill, border: UNDERLINED, format: TIME_FORMAT, align: 'left' });

function newExpiry({ outcome }: ReportRow, zone: string): SheetCell {
  const value = outcome.newExpiry === null ? null : instantDate(outcome.newExpiry, zone);
  return { value, style: DATE };
}

/** What became of a row, in the fewest words. */
function whatBecame(): readonly AddedColumn<ReportRow>[] {
  const paid = moneyCells({ fill, border: UNDERLINED, indent: 1 }, null);
  return [
    outcomeColumn('Outcome'),
    {
      heading: 'Paid (allocated)',
      width: 14,
      align: 'right',
      cell: ({ outcome }) => paid(outcome.paid),
    },
    ...wordColumns(),
  ];
}

/** The rest that is known of it. */
function inDetail({
  rows,
  currency,
  expiryZone,
}: ResultsReport): readonly AddedColumn<ReportRow>[] {
  const isDearer = rows.some(({ price = null }) => price !== null);
  const prices = priceColumns(currency).map((column): AddedColumn<ReportRow> => ({
    ...column,
    cell: (row) => column.cell({ ...row, price: row.price ?? null }),
  }));
  return [
    ...placeColumns(rows),
    ...(isDearer ? prices : []),
    addedText('Order', 21, ({ outcome }) => outcome.order),
    addedText('Currency', 11, ({ outcome }) => outcome.paid?.currency ?? null),
    {
      heading: `New expiry (${expiryZone})`,
      width: 21,
      cell: (row) => newExpiry(row, expiryZone),
    },
    addedText('Provider code', 16, ({ outcome }) => outcome.code),
  ];
}

/**
 * Writes the Results sheet: id and name, which stay in sight, what became of each row, what else is
 * known of it, and the uploader's other columns in their order. What is printed ends with what to do.
 * The heading row is the first one, so that the sheet can be read, filtered and dropped again.
 */
export async function writeResultsSheet(book: SheetBook, report: ResultsReport): Promise<void> {
  const { first, others } = placedColumns(report.columns, report.rows, ({ row }) => row);
  const own = [...first, ...others];
  const outcome = asAdded(whatBecame(), own, 'result');
  const detail = asAdded(inDetail(report), own, 'result');
  await writeTable(
    book,
    'Results',
    PAGE_COLOURS.navy,
    [...first, ...outcome, ...detail, ...others],
    report.rows,
    { pinned: first.length, printed: first.length + outcome.length },
  );
}
