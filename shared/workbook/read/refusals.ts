import type { Account } from '../../settings/account.ts';
import type { ColumnTold } from '../../jobs/quote.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { type WordId, wordsValue } from '../../reasons/words.ts';
import { priceColumns } from './price-columns.ts';
import { columnFor, doubledHeading, type Headings, type RefusedColumn } from './column-headings.ts';
import { lettersOf } from './xlsx/reference.ts';
import { shortened } from './field.ts';
import { type KnownNames, knownNames } from './heading-key.ts';
import { HEADINGS, type Meaning } from './headings.ts';
import type { Look } from './look-alikes.ts';
import { REJECTIONS } from './rejections.ts';
import { missingHeadings, noHeadings } from './missing-headings.ts';
import type { SheetTables } from './sheet-blocks.ts';
import type { SheetTable } from './sheet-table.ts';
import { readStatements } from './statements.ts';

const LOOKS: Readonly<Record<Look, { readonly word: WordId; readonly call: readonly Meaning[] }>> =
  {
    decision: { word: 'decisions', call: ['approved'] },
    price: { word: 'prices', call: ['approvedPrice', 'discountedPrice', 'listPrice'] },
    term: { word: 'renewal-terms', call: ['term'] },
    currency: { word: 'currencies', call: ['currency'] },
  };

/** What to call such a column: the first names of what it may be, in both languages. */
function names(look: Look): string {
  const { call } = LOOKS[look];
  const each = call.length > 1 ? 2 : 4;
  return call
    .flatMap((meaning) => HEADINGS[meaning].slice(0, each))
    .map((name) => `"${name}"`)
    .join(', ');
}

/** Why a file is refused for a column, naming it and what to call it. */
function columnRefusal(sheet: string, { index, heading, look, word }: RefusedColumn): Reason {
  const said = {
    sheet,
    column: heading === '' ? lettersOf(index + 1) : shortened(heading),
    what: wordsValue([LOOKS[look].word]),
    headings: names(look),
  };
  return word === null
    ? reason('column-not-understood', said)
    : reason('column-says-more', { ...said, word: shortened(word) });
}

/** Whether a sheet has all that no file may lack. */
export function isComplete({ blocks }: SheetTables): boolean {
  return blocks.some(
    ({ headings }) => columnFor(headings, 'expiry') !== null && priceColumns(headings).length > 0,
  );
}

/** Several reasons as one; no more than can be read at once. */
function together(reasons: readonly Reason[]): Reason | null {
  const [first] = reasons;
  if (first === undefined) return null;
  return reasons.length === 1 ? first : compoundReason('together', {}, reasons.slice(0, 5));
}

/** Why a file is refused for its columns: two for one meaning, or one that is not understood. */
function ofColumns(found: readonly SheetTables[]): Reason | null {
  for (const { table, blocks } of found) {
    for (const { headings } of blocks) {
      const doubled = doubledHeading(headings);
      if (doubled !== null) return REJECTIONS.twice(table.name, doubled);
    }
  }
  const refused = found.flatMap(({ table, blocks }) =>
    blocks.flatMap(({ headings }) =>
      headings.refused.map((column) => columnRefusal(table.name, column)),
    ),
  );
  return together(refused);
}

function hasColumn({ blocks }: SheetTables, meaning: Meaning): boolean {
  return blocks.every(({ headings }) => headings.columns.has(meaning));
}

/** What lines beside the tables say of all rows: the refusal, and by sheet what says no. */
export function readAllStatements(
  found: readonly SheetTables[],
  beside: (sheet: SheetTables) => SheetTables['above'],
  account: Account,
): { readonly refused: Reason | null; readonly against: ReadonlyMap<SheetTables, string> } {
  let refused: Reason | null = null;
  const against = new Map<SheetTables, string>();
  for (const sheet of found) {
    const said = readStatements(
      beside(sheet),
      sheet.table.name,
      { term: hasColumn(sheet, 'term'), approval: hasColumn(sheet, 'approved') },
      account.currency,
      knownNames(account.headings),
    );
    refused ??= said.refused;
    if (said.against !== null) against.set(sheet, said.against);
  }
  return { refused, against };
}

/** What no file may lack. A sheet that lacks it beside a complete one only adds to that one. */
export function refusal(
  found: readonly SheetTables[],
  unread: readonly SheetTable[],
  known: KnownNames,
): Reason | null {
  const [first] = found;
  if (first === undefined) return noHeadings(unread, known);
  const columns = ofColumns(found);
  const missing = found.some(isComplete) ? null : missingIn(first, known);
  if (columns === null || missing === null) return columns ?? missing;
  return compoundReason('together', {}, [columns, missing]);
}

function missingIn({ table, blocks }: SheetTables, known: KnownNames): Reason {
  const texts = blocks.flatMap(({ headings }) => headings.texts);
  const headings = [...new Set(texts)].filter((text) => text !== '');
  const has = (meaning: Meaning): boolean =>
    blocks.some((block) => columnFor(block.headings, meaning) !== null);
  return missingHeadings(table.name, headings, has, known);
}

function toldOf(sheet: string, headings: Headings): ColumnTold[] {
  const meanings = new Map<number, Meaning>();
  for (const [meaning, columns] of headings.columns) {
    for (const { index } of columns) meanings.set(index, meaning);
  }
  const refused = new Map(headings.refused.map((column) => [column.index, column]));
  const last = Math.max(headings.texts.length - 1, ...meanings.keys(), ...refused.keys());
  return Array.from({ length: last + 1 }, (_, index) => {
    const wrong = refused.get(index);
    return {
      sheet,
      column: lettersOf(index + 1),
      heading: shortened(headings.texts[index] ?? ''),
      meaning: meanings.get(index) ?? null,
      refused: wrong === undefined ? null : columnRefusal(sheet, wrong),
    };
  });
}

/** How each column of the sheets that are read was understood, for people. */
export function toldColumns(found: readonly SheetTables[]): readonly ColumnTold[] {
  return found
    .flatMap(({ table, blocks }) => blocks.flatMap(({ headings }) => toldOf(table.name, headings)))
    .filter(
      ({ heading, meaning, refused }) => heading !== '' || meaning !== null || refused !== null,
    );
}
