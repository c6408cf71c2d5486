import { type MARKS, SHEETS } from '../../phrases/sheet-phrases.ts';
import type { JudgedRow } from './attention.ts';
import { type AddedColumn, asAdded } from './row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { placedColumns } from '../sheet/placed-columns.ts';
import { writeTable } from '../sheet/table.ts';

/** What a sheet "Results" adds to the upload. */
export interface RowTable<Row> {
  /** The uploader's headings. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What became of a row, beside its id and name: is printed with them. */
  readonly outcome: readonly AddedColumn<Row>[];
  /** The rest that is known of it, for the screen. */
  readonly detail: readonly AddedColumn<Row>[];
  /** Told apart by this word are headings that the uploader has, too. */
  readonly mark: keyof typeof MARKS;
}

/**
 * Writes a sheet "Results": id and name, which stay in sight, what became of each row, what else is
 * known of it, and the uploader's other columns in their order. What is printed ends with what to do.
 * The heading row is the first one, so that the sheet can be read and filtered by programs.
 */
export async function writeRowTable<Row extends JudgedRow>(
  book: SheetBook,
  { columns, rows, outcome, detail, mark }: RowTable<Row>,
): Promise<void> {
  const { language } = book;
  const { first, others } = placedColumns(columns, rows, ({ row }) => row, language);
  const own = [...first, ...others];
  const became = asAdded(outcome, own, mark, language);
  const known = asAdded(detail, own, mark, language);
  await writeTable(
    book,
    SHEETS.results[language],
    PAGE_COLOURS.navy,
    [...first, ...became, ...known, ...others],
    rows,
    { pinned: first.length, printed: first.length + became.length },
  );
}
