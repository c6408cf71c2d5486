import type { MergedCells, SheetRow, SheetTable } from './sheet-table.ts';

/** The row at a line, counted from 0 as merged blocks count them; rows stand in order. */
export function rowAtLine({ rows }: SheetTable, line: number): SheetRow | null {
  let [from, to] = [0, rows.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = rows[middle]!;
    if (found.line - 1 === line) return found;
    if (found.line - 1 < line) from = middle + 1;
    else to = middle - 1;
  }
  return null;
}

/** The merged blocks that lie over a line; a sheet may have thousands of others. */
export function blocksOver(row: SheetRow, { merged }: SheetTable): readonly MergedCells[] {
  if (row.merged !== undefined || merged.length === 0) return row.merged ?? [];
  const line = row.line - 1;
  return merged.filter(({ startRow, endRow }) => startRow <= line && line <= endRow);
}
