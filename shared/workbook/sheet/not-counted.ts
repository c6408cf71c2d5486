import type { LooseRow } from '../../jobs/quote.ts';
import type { SheetBook } from './book.ts';
import type { SheetColumn } from './columns.ts';
import { PAGE_COLOURS } from './palette.ts';
import { style, UNDERLINED } from './styles.ts';
import { writeTable } from './table.ts';

const TEXT = style({ border: UNDERLINED, wrap: true });
const NUMBER = style({ border: UNDERLINED, align: 'left' });

const COLUMNS: readonly SheetColumn<LooseRow>[] = [
  {
    heading: 'Sheet',
    width: 24,
    origin: 'uploader',
    cell: ({ sheet }) => ({ value: sheet, style: TEXT }),
  },
  {
    heading: 'Line',
    width: 10,
    origin: 'uploader',
    cell: ({ line }) => ({ value: line, style: NUMBER }),
  },
  {
    heading: 'What stands there',
    width: 100,
    origin: 'uploader',
    cell: ({ text }) => ({ value: text, style: TEXT }),
  },
];

/** Writes all rows that were not counted, for quotes with more than the Summary sheet can show. */
export async function writeNotCounted(book: SheetBook, loose: readonly LooseRow[]): Promise<void> {
  await writeTable(book, 'Not counted', PAGE_COLOURS.line, COLUMNS, loose);
}
