import type { CheckReport, CheckReportRow } from './check-report.ts';
import {
  type AddedColumn,
  addedText,
  asAdded,
  outcomeColumn,
  placeColumns,
  priceColumns,
  wordColumns,
} from '../results/row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { placedColumns } from '../sheet/placed-columns.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const DATE = style({
  fill: PAGE_COLOURS.tint,
  border: UNDERLINED,
  format: TIME_FORMAT,
  align: 'left',
});

function inDetail({ rows, expiryZone }: CheckReport): readonly AddedColumn<CheckReportRow>[] {
  return [
    ...placeColumns(rows),
    {
      heading: `Expiry now (${expiryZone})`,
      width: 21,
      cell: ({ expiry }) => ({
        value: expiry === null ? null : instantDate(expiry, expiryZone),
        style: DATE,
      }),
    },
    addedText('Provider code', 16, ({ outcome }) => outcome.code),
  ];
}

/**
 * Writes the Results sheet of a dry run in the order of a job's: id and name, what would become of
 * each row with today's price against the approved one, and the uploader's other columns.
 */
export async function writeCheckRows(book: SheetBook, report: CheckReport): Promise<void> {
  const { first, others } = placedColumns(report.columns, report.rows, ({ row }) => row);
  const own = [...first, ...others];
  const outlook: readonly AddedColumn<CheckReportRow>[] = [
    outcomeColumn('Expected outcome'),
    ...priceColumns(report.currency),
    ...wordColumns(),
  ];
  const expected = asAdded(outlook, own, 'dry run');
  const detail = asAdded(inDetail(report), own, 'dry run');
  await writeTable(
    book,
    'Results',
    PAGE_COLOURS.navy,
    [...first, ...expected, ...detail, ...others],
    report.rows,
    { pinned: first.length, printed: first.length + expected.length },
  );
}
