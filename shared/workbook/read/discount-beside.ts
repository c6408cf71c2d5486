import { headingParts, nameKey } from './heading-key.ts';
import { plainText } from './characters.ts';
import type { Column, Headings } from './column-headings.ts';
import { seenAt } from './seen.ts';
import { cellText, isBlankCell, type SheetRow, type SheetTable } from './sheet-table.ts';
import { wordList } from './word-list.ts';

/** Prices that are said to be those before a discount; a "Price" may well be the one after it. */
const BEFORE = new Set(
  wordList('List Price | Original Price | 官网价 | 原价 | 目录价').map(nameKey),
);

/** No discount at all, in figures and words. */
const NONE =
  /^(?:[-–—]+|n\/?a|nil|none|no|无|没有|否|不打折|无折扣|[¥$€£]? ?0+(?:\.0+)? ?%?|10 ?折)$/iu;
/** The same under a Chinese heading, which tells what is left: 100% in English is the price of nothing. */
const ALL_LEFT = /^(?:1(?:\.0+)?|100(?:\.0+)? ?%)$/u;

function isNone(text: string, heading: string): boolean {
  const plain = plainText(text).normalize('NFKC').trim();
  return NONE.test(plain) || (/\p{Script=Han}/u.test(heading) && ALL_LEFT.test(plain));
}

/**
 * The column that gives a row a discount which its list price does not have in it, or null. Whoever
 * approved such a row approved less than the list price, and no cell says how much.
 */
export function discountBeside(
  row: SheetRow,
  price: Column,
  headings: Headings,
  table: SheetTable,
): Column | null {
  if (headings.discounts.length === 0) return null;
  const { words, phrases } = headingParts(price.heading);
  if (!BEFORE.has(nameKey(words)) || /discount|折|优惠/iu.test(phrases.join(' '))) return null;
  const given = headings.discounts.find((column) => {
    const { cell } = seenAt(row, column, table);
    return !isBlankCell(cell) && !isNone(cellText(cell), column.heading);
  });
  return given ?? null;
}
