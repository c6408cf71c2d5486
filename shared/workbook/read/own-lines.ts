import { cellText, type SheetRow } from './sheet-table.ts';

/** How the line of our quotes begins that says what is approved so far. */
export const LIVE_LABEL = 'Approved so far';

/** Whether the line is one of ours above the headings: nobody is told of what they have not written. */
export function isOwnLine(row: SheetRow): boolean {
  const first = row.cells.find(({ kind }) => kind !== 'empty');
  return first !== undefined && cellText(first).startsWith(`${LIVE_LABEL} (`);
}
