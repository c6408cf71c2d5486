import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import { type Language, LANGUAGES } from '../../reasons/entry.ts';
import { compare, type Money, zero } from '../../values/money.ts';
import type { AddedColumn } from '../results/row-columns.ts';
import { moneyCells } from '../sheet/money.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import type { AgainRow } from './again-row.ts';

const border = UNDERLINED;
const CHANGE = style({ border, align: 'right', indent: 1, format: '+0.0%;-0.0%;"–"' });

/** The headings of these columns. */
function headingsIn(currency: string, language: Language): readonly [was: string, change: string] {
  return [tell(HEADINGS.was, language, { currency }), HEADINGS.change[language]];
}

/** The headings of these columns in all languages: a file that has them has them from us. */
export function changeHeadings(currency: string): readonly string[] {
  return LANGUAGES.flatMap((language) => headingsIn(currency, language));
}

/** Today's price against the one in the file, as a fraction; null where one of them is not known. */
function change(was: Money | null, now: Money | null): number | null {
  if (now === null || was?.currency !== now.currency) return null;
  return compare(was, zero(was.currency)) === 0
    ? null
    : Number(now.amount) / Number(was.amount) - 1;
}

/** What stood in the file and how much that has changed; none where no price has. */
export function changeColumns(
  rows: readonly AgainRow[],
  currency: string,
  language: Language,
): readonly AddedColumn<AgainRow>[] {
  if (rows.every(({ price }) => price === null)) return [];
  const money = moneyCells({ border, indent: 1 }, currency);
  const [was, by] = headingsIn(currency, language);
  return [
    {
      heading: was,
      width: 13,
      align: 'right',
      cell: ({ row, price }) => money(price === null ? null : row.approved),
    },
    {
      heading: by,
      width: 12,
      align: 'right',
      cell: ({ row, price }) => ({ value: change(row.approved, price), style: CHANGE }),
    },
  ];
}
