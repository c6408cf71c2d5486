import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { ordersShown } from '../../reasons/order-words.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import {
  type AddedColumn,
  addedText,
  codeColumn,
  outcomeColumn,
  placeColumns,
  priceColumns,
  wordColumns,
} from './row-columns.ts';
import { writeRowTable } from './row-table.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

const fill = PAGE_COLOURS.tint;
const DATE = style({ fill, border: UNDERLINED, format: TIME_FORMAT, align: 'left' });

/** Dates in the account's zone: few are different, and asking the platform for each takes its time. */
function newExpiryIn(zone: string): (row: ReportRow) => SheetCell {
  const known = new Map<number, Date | null>();
  return ({ outcome: { newExpiry: at } }) => {
    if (at !== null && !known.has(at)) known.set(at, instantDate(at, zone));
    return { value: at === null ? null : known.get(at)!, style: DATE };
  };
}

/** What became of a row, in the fewest words. */
function whatBecame({ language }: ResultsReport): readonly AddedColumn<ReportRow>[] {
  const paid = moneyCells({ fill, border: UNDERLINED, indent: 1 }, null);
  return [
    outcomeColumn(HEADINGS.outcome, language),
    {
      heading: HEADINGS.paid[language],
      width: 14,
      align: 'right',
      cell: ({ outcome }) => paid(outcome.paid),
    },
    ...wordColumns(language),
  ];
}

function orderColumn(language: Language): AddedColumn<ReportRow> {
  return addedText(HEADINGS.order[language], 24, ({ outcome: { order } }) =>
    order === null ? null : ordersShown(order, language),
  );
}

/** The rest that is known of it. */
function inDetail({
  rows,
  currency,
  expiryZone,
  language,
}: ResultsReport): readonly AddedColumn<ReportRow>[] {
  const isDearer = rows.some(({ price = null }) => price !== null);
  const prices = priceColumns(currency, language).map((column): AddedColumn<ReportRow> => ({
    ...column,
    cell: (row) => column.cell({ ...row, price: row.price ?? null }),
  }));
  return [
    ...placeColumns(rows, language),
    ...(isDearer ? prices : []),
    orderColumn(language),
    addedText(HEADINGS.currency[language], 11, ({ outcome }) => outcome.paid?.currency ?? null),
    {
      heading: tell(HEADINGS.newExpiry, language, { zone: expiryZone }),
      width: 21,
      cell: newExpiryIn(expiryZone),
    },
    codeColumn(language),
  ];
}

/** Writes the Results sheet of a job: what became of each row. */
export async function writeResultsSheet(book: SheetBook, report: ResultsReport): Promise<void> {
  const { columns, rows } = report;
  const [outcome, detail] = [whatBecame(report), inDetail(report)];
  await writeRowTable(book, { columns, rows, outcome, detail, mark: 'result' });
}
