import { FORM } from '../../phrases/sheet-phrases.ts';
import { LANGUAGES } from '../../reasons/entry.ts';
import { cellText, type SheetRow } from './sheet-table.ts';

/** How the line of our quotes begins that says what is approved so far. */
const LIVE = LANGUAGES.map((language) => FORM.soFar[language].replace(/\{.*$/u, ''));

/** Whether the line is one of ours above the headings: nobody is told of what they have not written. */
export function isOwnLine(row: SheetRow): boolean {
  const first = row.cells.find(({ kind }) => kind !== 'empty');
  if (first === undefined) return false;
  const text = cellText(first);
  return LIVE.some((label) => text.startsWith(label));
}
