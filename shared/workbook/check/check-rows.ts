import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { CheckReport, CheckReportRow } from './check-report.ts';
import {
  type AddedColumn,
  codeColumn,
  outcomeColumn,
  placeColumns,
  priceColumns,
  wordColumns,
} from '../results/row-columns.ts';
import { writeRowTable } from '../results/row-table.ts';
import type { SheetBook } from '../sheet/book.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

const DATE = style({
  fill: PAGE_COLOURS.tint,
  border: UNDERLINED,
  format: TIME_FORMAT,
  align: 'left',
});

function inDetail({
  rows,
  expiryZone,
  language,
}: CheckReport): readonly AddedColumn<CheckReportRow>[] {
  return [
    ...placeColumns(rows, language),
    {
      heading: tell(HEADINGS.expiryNow, language, { zone: expiryZone }),
      width: 21,
      cell: ({ expiry }) => ({
        value: expiry === null ? null : instantDate(expiry, expiryZone),
        style: DATE,
      }),
    },
    codeColumn(language),
  ];
}

/** Writes the Results sheet of a dry run: what would become of each row, with today's price. */
export async function writeCheckRows(book: SheetBook, report: CheckReport): Promise<void> {
  const { columns, rows, language } = report;
  const outcome: readonly AddedColumn<CheckReportRow>[] = [
    outcomeColumn(HEADINGS.expected, language),
    ...priceColumns(report.currency, language),
    ...wordColumns(language),
  ];
  await writeRowTable(book, { columns, rows, outcome, detail: inDetail(report), mark: 'dry run' });
}
