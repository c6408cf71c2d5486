import { distance } from 'fastest-levenshtein';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { shortened } from './field.ts';
import { headingMeaning, type KnownNames, nameKey } from './heading-key.ts';
import { HEADINGS, type Meaning } from './headings.ts';
import { REJECTIONS } from './rejections.ts';
import { oneLine, type SheetRow, type SheetTable } from './sheet-table.ts';

/** The line of a sheet that looks most like headings, although the reader cannot use it. */
export interface LikelyHeadings {
  readonly table: SheetTable;
  readonly row: SheetRow;
}

/** In so many lines headings are looked for. */
const SEARCHED = 30;
/** So many headings are named in a sentence. */
const MOST_NAMED = 12;

/** What a file cannot do without, each by one of its columns. */
const NEEDED = [
  ['id', ['id']],
  ['expiry', ['expiry']],
  ['price', ['approvedPrice', 'discountedPrice', 'listPrice']],
] as const satisfies readonly (readonly [string, readonly Meaning[]])[];

function headingsIn({ cells }: SheetRow): readonly string[] {
  return cells
    .filter(({ kind }) => kind === 'text')
    .map(oneLine)
    .filter((text) => text !== '' && text.length <= 60);
}

/** How much a line looks like headings: known ones count most, then that there are several. */
function likeness(row: SheetRow, known: KnownNames): number {
  const texts = headingsIn(row);
  const meant = texts.filter((text) => headingMeaning(text, known) !== null).length;
  return texts.length < 2 ? 0 : meant * 100 + Math.min(texts.length, 50);
}

/** The line of all sheets that looks most like headings; null: none does at all. */
export function likelyHeadings(
  tables: readonly SheetTable[],
  known: KnownNames,
): LikelyHeadings | null {
  let best: LikelyHeadings | null = null;
  let most = 0;
  for (const table of tables) {
    for (const row of table.rows.filter(({ line }) => line <= SEARCHED)) {
      const found = likeness(row, known);
      if (found <= most) continue;
      most = found;
      best = { table, row };
    }
  }
  return best;
}

/** The heading that was most likely meant for a meaning, with its known name; null: none comes near. */
function near(
  headings: readonly string[],
  meanings: readonly Meaning[],
): readonly [heading: string, name: string] | null {
  let best: readonly [string, string] | null = null;
  // A third of the letters may differ.
  let least = 1 / 3 + Number.EPSILON;
  for (const heading of headings) {
    const key = nameKey(heading);
    for (const name of meanings.flatMap((meaning) => HEADINGS[meaning])) {
      const other = nameKey(name);
      const share = distance(key, other) / Math.max(key.length, other.length, 1);
      if (key.length < 3 || share >= least) continue;
      least = share;
      best = [heading, name];
    }
  }
  return best;
}

/** What no column is there for. */
function lackingIn(has: (meaning: Meaning) => boolean): readonly (typeof NEEDED)[number][] {
  return NEEDED.filter(([, meanings]) => !meanings.some((meaning) => has(meaning)));
}

/** Headings that were most likely meant for what is missing, each with its known name. */
export function nearHeadings(
  found: readonly string[],
  has: (meaning: Meaning) => boolean,
  known: KnownNames,
): readonly (readonly [heading: string, name: string])[] {
  const free = found.filter((heading) => headingMeaning(heading, known) === null);
  return lackingIn(has).flatMap(([, meanings]) => {
    const pair = near(free, meanings);
    return pair === null ? [] : [pair];
  });
}

/** Columns (from 0) of a line of headings that were most likely meant for what is missing in it. */
export function nearColumns(row: SheetRow, known: KnownNames): readonly number[] {
  const texts = row.cells.map(oneLine);
  const meant = new Set(texts.map((text) => headingMeaning(text, known)?.meaning ?? null));
  const headings = nearHeadings(headingsIn(row), (meaning) => meant.has(meaning), known).map(
    ([heading]) => heading,
  );
  return texts.flatMap((text, at) => (headings.includes(text) ? [at] : []));
}

function lacking(what: (typeof NEEDED)[number][0], sheet: string): Reason {
  switch (what) {
    case 'id':
      return REJECTIONS.noId;
    case 'expiry':
      return REJECTIONS.noExpiry(sheet);
    case 'price':
      return REJECTIONS.noPrice(sheet);
  }
}

/**
 * Why a file is refused that lacks headings: every one of them at once, what may have been meant for
 * it, and what was found. `has` tells the meanings that the sheet has a column of.
 */
export function missingHeadings(
  sheet: string,
  found: readonly string[],
  has: (meaning: Meaning) => boolean,
  known: KnownNames,
): Reason {
  const pairs = nearHeadings(found, has, known).map(
    ([heading, name]) => `"${shortened(heading)}": "${name}"`,
  );
  const named = found.slice(0, MOST_NAMED).map((heading) => `"${shortened(heading)}"`);
  const reasons = [
    ...lackingIn(has).map(([what]) => lacking(what, sheet)),
    ...(pairs.length === 0 ? [] : [reason('headings-near', { pairs: pairs.join(', ') })]),
    ...(named.length === 0 ? [] : [reason('headings-found', { sheet, found: named.join(', ') })]),
  ];
  return reasons.length === 1 ? reasons[0]! : compoundReason('together', {}, reasons);
}

/** Why a file is refused in which no sheet has a heading for ids. */
export function noHeadings(tables: readonly SheetTable[], known: KnownNames): Reason {
  const likely = likelyHeadings(tables, known);
  if (likely === null) return REJECTIONS.noId;
  const found = headingsIn(likely.row);
  const meant = new Set(found.map((heading) => headingMeaning(heading, known)?.meaning ?? null));
  return missingHeadings(likely.table.name, found, (meaning) => meant.has(meaning), known);
}
