import { AGAIN } from '../../phrases/again-phrases.ts';
import { CHECK } from '../../phrases/check-phrases.ts';
import type { Phrase } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import { SUMMARY } from '../../phrases/summary-phrases.ts';
import { LANGUAGES } from '../../reasons/entry.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { cellText, type SheetRow, type SheetTable } from './sheet-table.ts';

/** How the columns begin that our results and dry runs add; three of them stand in no quote. */
const SIGNS: readonly (readonly string[])[] = [
  [HEADINGS.outcome, HEADINGS.expected],
  [HEADINGS.next],
  [HEADINGS.paid],
  [HEADINGS.providerCode],
  [HEADINGS.newExpiry],
  [HEADINGS.expiryNow],
  [HEADINGS.priceNow],
  [HEADINGS.dearerBy],
].map((phrases) => phrases.flatMap(beginnings));
const ENOUGH = 3;

/** What stands on the first sheet of each of our reports, and nowhere else: the constant parts of it. */
const FIRST_SHEET: readonly (readonly string[])[] = [
  CHECK.nothingHappened,
  SUMMARY.which,
  AGAIN.nothingHead,
].flatMap((phrase: Phrase) =>
  LANGUAGES.map((language) => phrase[language].toLowerCase().split(/\{[^{}]+\}/u)),
);

/** The constant beginning of a heading in each language, up to what is filled in or stands in brackets. */
function beginnings(phrase: Phrase): readonly string[] {
  return LANGUAGES.map((language) =>
    phrase[language].replace(/[,，{].*$|[)）]$/u, '').toLowerCase(),
  );
}

/** Lines in which headings are looked for, and lines that may name a file. */
const SEARCHED = 30;
const TOLD = 200;

/** The file that a report names as the one to drop: the rows worth another try, or those of today's prices. */
const NAMED =
  /["“]([^"“”/\\]{1,300}\.retry\.xlsx)["”]|\b(exports\/[^"\n]{1,400}-repriced\.xlsx)\b/u;
const OWN_NAME = /^(.{1,300}\.[a-z0-9]{10})\.results\.(?:xlsx|csv)$/u;

function hasSigns({ cells }: SheetRow): boolean {
  const texts = cells.map((cell) => cellText(cell).slice(0, 40).trim().toLowerCase());
  return (
    SIGNS.filter((sign) => texts.some((text) => sign.some((begin) => isBegunBy(text, begin))))
      .length >= ENOUGH
  );
}

/** A heading that goes on in letters is another one: "outcomes". */
function isBegunBy(text: string, begin: string): boolean {
  if (!text.startsWith(begin)) return false;
  return !/[\p{L}\p{N}]$/u.test(begin) || !/^[\p{L}\p{N}]/u.test(text.slice(begin.length));
}

/** Whether the text begins with the first of the parts and has the others behind it, in their order. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  let from = 0;
  return parts.every((part, at) => {
    const found = text.indexOf(part, from);
    from = found + part.length;
    return at === 0 ? found === 0 : found !== -1;
  });
}

function isFirstSheet({ cells }: SheetRow): boolean {
  return cells.some((cell) => {
    const text = cell.kind === 'text' ? cell.text.slice(0, 500).trim().toLowerCase() : '';
    return FIRST_SHEET.some((parts) => isMadeOf(text, parts));
  });
}

function isOurs(row: SheetRow): boolean {
  return hasSigns(row) || isFirstSheet(row);
}

function namedIn(rows: readonly SheetRow[]): string | null {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const found = cell.kind === 'text' ? NAMED.exec(cell.text) : null;
      if (found !== null) return found[1] ?? found[2] ?? null;
    }
  }
  return null;
}

/** The retry file beside results of which only the name is left. */
function besideName(name: string): string | null {
  const found = OWN_NAME.exec(name);
  return found === null ? null : `${found[1]}.retry.xlsx`;
}

/**
 * Why a file is refused that is a report of ours, be it edited, renamed or saved as text: it names the
 * file to drop in its place. Null for any other one. `name` is the file's.
 */
export function ownReport(name: string, tables: readonly SheetTable[]): Reason | null {
  if (!tables.some(({ rows }) => rows.slice(0, SEARCHED).some(isOurs))) return null;
  const all = tables.flatMap(({ rows }) => rows.slice(0, TOLD));
  const file = namedIn(all) ?? besideName(name);
  return file === null ? reason('own-report') : reason('own-report-of', { file });
}
