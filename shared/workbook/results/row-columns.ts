import type { RowOutcome } from '../../renewal/outcome.ts';
import { outcomeWord } from '../../phrases/outcome-phrases.ts';
import { type Phrase, tell } from '../../phrases/phrase.ts';
import { HEADINGS, MARKS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { say } from '../../reasons/say.ts';
import { minus, type Money } from '../../values/money.ts';
import type { JudgedRow } from './attention.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS, TONES } from '../sheet/palette.ts';
import { EDGED, outcomeStyles, style, UNDERLINED } from '../sheet/styles.ts';

/** A column that a sheet of results has beside the uploader's. */
export type AddedColumn<Row> = Omit<SheetColumn<Row>, 'origin'>;

/** A row with what it costs today; null where it is not known. */
export interface PricedRow extends JudgedRow {
  readonly price: Money | null;
}

const fill = PAGE_COLOURS.tint;
const TEXT = style({ fill, border: UNDERLINED });
const WRAPPED = style({ fill, border: UNDERLINED, wrap: true });
const NUMBER = style({ fill, border: UNDERLINED, align: 'left' });
const OUTCOME = outcomeStyles(EDGED);

/** Texts in wider columns are wrapped. */
const WIDE = 18;

/** A column of text; nothing and empty text are left blank. */
export function addedText<Row>(
  heading: string,
  width: number,
  of: (row: Row) => string | null,
): AddedColumn<Row> {
  return {
    heading,
    width,
    cell: (row) => ({
      value: of(row) === '' ? null : of(row),
      style: width > WIDE ? WRAPPED : TEXT,
    }),
  };
}

/** The coloured word. */
export function outcomeColumn(heading: Phrase, language: Language): AddedColumn<JudgedRow> {
  return {
    heading: heading[language],
    width: 20,
    cell: ({ outcome: { outcome } }) => ({
      value: outcomeWord(outcome, language),
      style: OUTCOME[outcome],
    }),
  };
}

/** Why, and what to do next. */
export function wordColumns(language: Language): readonly AddedColumn<JudgedRow>[] {
  return [
    addedText(HEADINGS.reason[language], 40, ({ outcome }) => say(outcome.reason, language).reason),
    addedText(HEADINGS.next[language], 38, ({ outcome }) => say(outcome.reason, language).advice),
  ];
}

/** Our own codes have a blank, as "NO PRICE"; no provider's has. */
export function providersCode({ code }: RowOutcome): string | null {
  return code !== null && code.includes(' ') ? null : code;
}

/** The provider's own code, for its support; the reason beside it says what it means. */
export function codeColumn(language: Language): AddedColumn<JudgedRow> {
  const heading = HEADINGS.providerCode[language];
  return addedText(heading, 16, ({ outcome }) => providersCode(outcome));
}

/** Where a row stands in the upload: its line there, and its sheet where there are several. */
export function placeColumns(
  rows: readonly JudgedRow[],
  language: Language,
): readonly AddedColumn<JudgedRow>[] {
  const line: AddedColumn<JudgedRow> = {
    heading: HEADINGS.line[language],
    width: 8,
    cell: ({ row }) => ({ value: row.line, style: NUMBER }),
  };
  return hasSheets(rows)
    ? [line, addedText(HEADINGS.sheet[language], 14, ({ row }) => row.sheet)]
    : [line];
}

/** Whether the rows come from several sheets of the upload, so that a line alone says too little. */
export function hasSheets(rows: readonly JudgedRow[]): boolean {
  return rows.some(({ row }) => row.sheet !== rows[0]!.row.sheet);
}

/** Today's price less the approved one: above zero it is dearer; null where either is not known. */
export function dearerBy({ row: { approved }, price }: PricedRow): Money | null {
  if (approved === null || price === null) return null;
  return approved.currency === price.currency ? minus(price, approved) : null;
}

/** What a row costs now, and by how much that is more than approved. */
export function priceColumns(
  currency: string,
  language: Language,
): readonly AddedColumn<PricedRow>[] {
  const price = moneyCells({ fill, border: UNDERLINED, indent: 1 }, currency);
  const same = moneyCells({ fill, border: UNDERLINED, indent: 1 }, currency, 'as a dash');
  const dearer = moneyCells({ ...TONES.bad, border: UNDERLINED, indent: 1 }, currency);
  const cheaper = moneyCells({ ...TONES.good, border: UNDERLINED, indent: 1 }, currency);
  return [
    {
      heading: tell(HEADINGS.priceNow, language, { currency }),
      width: 16,
      align: 'right',
      cell: (row) => price(row.price),
    },
    {
      heading: tell(HEADINGS.dearerBy, language, { currency }),
      width: 16,
      align: 'right',
      cell: (row) => {
        const by = dearerBy(row);
        if (by === null || Number(by.amount) === 0) return same(by);
        return by.amount.startsWith('-') ? cheaper(by) : dearer(by);
      },
    },
  ];
}

/** Headings that none of the uploader's columns has, so that no reader can mix the two up. */
export function asAdded<Row>(
  columns: readonly AddedColumn<Row>[],
  own: readonly SheetColumn<never>[],
  mark: keyof typeof MARKS,
  language: Language,
): readonly SheetColumn<Row>[] {
  const taken = new Set(own.map(({ heading }) => heading.trim().toLowerCase()));
  return columns.map((column) => ({
    ...column,
    heading: taken.has(column.heading.toLowerCase())
      ? tell(MARKS[mark], language, { heading: column.heading })
      : column.heading,
    origin: 'added',
  }));
}
