import { tell } from '../../phrases/phrase.ts';
import { FORM } from '../../phrases/sheet-phrases.ts';
import { type Money, sum } from '../../values/money.ts';
import { type ApprovedSoFar, writeLiveLine } from '../export/live-line.ts';
import type { SheetBook } from '../sheet/book.ts';
import { addYesOrNo } from '../sheet/drop-downs.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { protectSheet } from '../sheet/protect.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { columnLetters, writeTable } from '../sheet/table.ts';
import { textWidth } from '../sheet/text.ts';
import { type AgainRow, type AgainRows, priceOf } from './again-row.ts';
import { answersOf, type Form } from './form.ts';

/** Whether programs can add the prices up as they stand. */
function isCountable<Row extends AgainRow>(form: Form<Row>, rows: readonly Row[]): boolean {
  const { price, approvals, yes } = form;
  const column = price === null ? undefined : form.columns[price];
  return (
    column !== undefined &&
    approvals.length === 1 &&
    yes !== null &&
    rows.every((row) => typeof column.cell(row).value === 'number')
  );
}

function letters(at: number): string {
  return columnLetters(at + 1);
}

/** What is approved in the rows as they are handed back. */
function soFar(rows: readonly AgainRow[], currency: string): ApprovedSoFar {
  const approved = rows.filter((each) => each.approved);
  const prices = approved.flatMap((each) => priceOf(each) ?? []);
  return {
    rows: approved.length,
    sum: sum(
      prices.filter((price) => price.currency === currency),
      currency,
    ),
  };
}

/** Room for a count and for a sum in the live line: a number without it is shown as ####. */
const LIVE_WIDTHS = [14, 18] as const;

/** The first columns wide enough for the live line, whose label would be cut over a short id. */
function withRoom<Row>(columns: readonly SheetColumn<Row>[], label: string) {
  const least = [textWidth(label) + 5, ...LIVE_WIDTHS];
  return columns.map((column, at) => ({
    ...column,
    width: Math.max(column.width, least[at] ?? 0),
  }));
}

/**
 * Writes rows to be approved and dropped, in a form: id, name, price and approval on one screen, above
 * them what is approved so far. `balance`: what the account has; null where it is not known. `kept`:
 * all but approvals, durations and notes is protected, without a password; of `open` rows all may be
 * corrected.
 */
export async function writeRowsSheet<Row extends AgainRow>(
  book: SheetBook,
  name: string,
  { rows, currency, language }: AgainRows<Row>,
  form: Form<Row>,
  balance: Money | null,
  protection: 'kept' | 'open',
): Promise<void> {
  const live = isCountable(form, rows) && form.columns.length >= 7;
  const from = live ? 3 : 2;
  const last = Math.max(from, rows.length + from - 1);
  const { yes, no } = answersOf(form, language);
  const label = tell(FORM.soFar, language, { currency });
  const columns = live ? withRoom(form.columns, label) : form.columns;
  await writeTable(book, name, PAGE_COLOURS.navy, columns, rows, {
    pinned: form.pinned,
    printed: form.printed,
    above: live
      ? (sheet) => {
          const [approved = 0] = form.approvals;
          const range = {
            from,
            to: last,
            price: letters(form.price ?? 0),
            approved: letters(approved),
            yes,
          };
          writeLiveLine(sheet, range, soFar(rows, currency), balance, language);
        }
      : undefined,
    adorn: (sheet) => {
      if (protection === 'kept') protectSheet(sheet);
      for (const at of form.approvals) {
        const range = `${letters(at)}${from}:${letters(at)}${last}`;
        addYesOrNo(sheet, range, language, [yes, no]);
      }
    },
  });
}
