import { AGAIN } from '../../phrases/again-phrases.ts';
import { COVER } from '../../phrases/export-phrases.ts';
import type { Phrase } from '../../phrases/phrase.ts';
import { FORM, HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { type Language, LANGUAGES } from '../../reasons/entry.ts';
import { headingKey, headingParts, headingText } from './heading-key.ts';
import { cellText, type SheetRow, type SheetTable } from './sheet-table.ts';

/** How the line of our quotes begins that says what is approved so far. */
const LIVE = LANGUAGES.map((language) => FORM.soFar[language].replace(/\{.*$/u, ''));

/** Whether the line is one of ours above the headings: nobody is told of what they have not written. */
export function isOwnLine(row: SheetRow): boolean {
  const first = row.cells.find(({ kind }) => kind !== 'empty');
  if (first === undefined) return false;
  const text = cellText(first);
  return LIVE.some((label) => text.startsWith(label));
}

/** The first words of the sheets without rows that stand beside our quotes. */
const TITLED: readonly (readonly [name: Phrase, title: Phrase])[] = [
  [SHEETS.cover, COVER.title],
  [SHEETS.about, AGAIN.retryTitle],
  [SHEETS.about, AGAIN.reviewTitle],
];
/** What is not offered, under names that nobody else gives a sheet. */
const NOT_OFFERED: readonly Phrase[] = [SHEETS.cannotBeRenewed, SHEETS.leftOut];

/** Whether a sheet is the cover of an export, or what a retry or review file has before its rows. */
export function isCoverOfOurs({ name, rows }: Pick<SheetTable, 'name' | 'rows'>): boolean {
  const row = rows.find(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const first = row?.cells.map(cellText).find((text) => text !== '');
  return LANGUAGES.some((language) =>
    TITLED.some(([sheet, title]) => name === sheet[language] && first === title[language]),
  );
}

/** Whether a column is called as our exports call the prices that nobody has approved yet. */
export function isPriceToApprove({ heading }: { readonly heading: string }): boolean {
  const { words } = headingParts(heading);
  return LANGUAGES.some(
    (language) => headingKey(words) === headingKey(FORM.priceToApprove[language]),
  );
}

/** Columns that our retry, repriced and review files add, each pair in one of them. */
const ADDED: readonly (readonly Phrase[])[] = [
  [HEADINGS.was, HEADINGS.change],
  [HEADINGS.outcome, HEADINGS.next],
];

function beginning(phrase: Phrase, language: Language): string {
  return headingText(phrase[language].replace(/\{.*$/u, '')).toLowerCase();
}

/** Whether a table has columns that our files of rows to approve add to the uploader's. */
export function hasAddedColumns(headings: readonly string[]): boolean {
  const texts = headings.map((heading) => headingText(heading).toLowerCase());
  return LANGUAGES.some((language) =>
    ADDED.some((pair) =>
      pair.every((phrase) => texts.some((text) => text.startsWith(beginning(phrase, language)))),
    ),
  );
}

/**
 * Whether a sheet without rows is one that we put beside a quote: people are not told of its lines as
 * if they had made it.
 */
export function isSheetOfOurs(sheet: Pick<SheetTable, 'name' | 'rows'>): boolean {
  return (
    isCoverOfOurs(sheet) ||
    LANGUAGES.some((language) => NOT_OFFERED.some((name) => sheet.name === name[language]))
  );
}
