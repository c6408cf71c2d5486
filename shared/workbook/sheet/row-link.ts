import type { Cell } from 'exceljs';

/** What the stream writer keeps of the links of a sheet; it declares none of this. */
interface Linked {
  readonly _sheetRelsWriter: {
    readonly _hyperlinks: { readonly address: string; readonly target: string }[];
  };
}

/** Spreadsheet programs refuse sheets with more links than 65,530. */
export const LINK_LIMIT = 60_000;

/** A place inside the workbook: the name of a sheet of ours and a line of it, counted from 1. */
export interface SheetPlace {
  readonly sheet: string;
  readonly line: number;
}

/** Makes the cell lead to a line of another sheet: inside the workbook, never anywhere else. */
export function linkInside(cell: Cell, { sheet, line }: SheetPlace): void {
  const { _sheetRelsWriter: links } = cell.worksheet as unknown as Linked;
  links._hyperlinks.push({ address: cell.address, target: `'${sheet}'!A${line}` });
}
