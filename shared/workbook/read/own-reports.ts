import { type Reason, reason } from '../../reasons/reason.ts';
import { cellText, type SheetRow, type SheetTable } from './sheet-table.ts';

/** How the columns begin that our results and dry runs add; three of them stand in no quote. */
const SIGNS: readonly RegExp[] = [
  /^(?:expected )?outcome\b/u,
  /^what to do next\b/u,
  /^paid \(allocated\b/u,
  /^provider code\b/u,
  /^new expiry \(/u,
  /^expiry now \(/u,
  /^price now \(/u,
  /^dearer by \(/u,
];
const ENOUGH = 3;

/** What stands on the first sheet of each of our reports, and nowhere else. */
const FIRST_SHEET =
  /^account .{1,200} \([a-z]{3}\), job [a-z0-9]{10}, as of \d|^dry run: nothing was ordered or paid\.$/iu;

/** Lines in which headings are looked for, and lines that may name a file. */
const SEARCHED = 30;
const TOLD = 200;

/** The file that a report names as the one to drop: the rows worth another try, or those of today's prices. */
const NAMED = /"([^"/\\]{1,300}\.retry\.xlsx)"|\b(exports\/[^"\n]{1,400}-repriced\.xlsx)\b/u;
const OWN_NAME = /^(.{1,300}\.[a-z0-9]{10})\.results\.(?:xlsx|csv)$/u;

function hasSigns({ cells }: SheetRow): boolean {
  const texts = cells.map((cell) => cellText(cell).slice(0, 40).trim().toLowerCase());
  return SIGNS.filter((sign) => texts.some((text) => sign.test(text))).length >= ENOUGH;
}

function isFirstSheet({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.kind === 'text' && FIRST_SHEET.test(cell.text.trim()));
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
