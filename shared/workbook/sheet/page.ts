import type { Language } from '../../reasons/entry.ts';
import type { Worksheet } from 'exceljs';
import { fillCell, type SheetCell, type SheetStyle } from './cell.ts';
import type { SheetPlace } from './row-link.ts';
import { textLines } from './text.ts';

/** A cell of a page that may reach over several columns. */
export interface PageCell extends SheetCell {
  /** Columns from A, counted from 1. */
  readonly from: number;
  readonly to?: number;
}

/** A sheet laid out from top to bottom, line by line, like a printed page. */
export interface Page {
  /** In which its own words are. */
  readonly language: Language;
  /** Writes a line and returns its row number; it is as high as its longest text needs. */
  readonly line: (cells: readonly PageCell[], leastHeight?: number) => number;
  /** Leaves a space of that many points. */
  readonly gap: (height: number) => void;
}

const LINE_HEIGHT = 15;
const PADDING = 5;

function reach(cell: PageCell): number {
  return cell.to ?? cell.from;
}

/** Starts a page with columns of these widths (digits). The caller commits the sheet. */
export function openPage(sheet: Worksheet, widths: readonly number[], language: Language): Page {
  sheet.columns = widths.map((width) => ({ width }));
  let next = 1;

  const room = (cell: PageCell): number =>
    widths.slice(cell.from - 1, reach(cell)).reduce((sum, width) => sum + width, 0) - 2;
  const heightOf = (cell: PageCell): number => {
    if (typeof cell.value !== 'string' || cell.style.alignment?.wrapText !== true) return 0;
    const size = (cell.style.font?.size ?? 11) / 11;
    return textLines(cell.value, room(cell) / size) * LINE_HEIGHT * size + PADDING;
  };

  return {
    language,
    line: (cells, leastHeight = 20) => {
      const number = next;
      const row = sheet.getRow(number);
      row.height = Math.min(400, Math.max(leastHeight, ...cells.map(heightOf)));
      for (const cell of cells) {
        fillCell(row.getCell(cell.from), cell);
        if (reach(cell) > cell.from) sheet.mergeCells(number, cell.from, number, reach(cell));
      }
      next += 1;
      return number;
    },
    gap: (height) => {
      sheet.getRow(next).height = height;
      next += 1;
    },
  };
}

/** The same value and style over several columns. */
export function over(
  from: number,
  to: number,
  value: SheetCell['value'],
  style: SheetStyle,
  link: string | null = null,
  goTo: SheetPlace | null = null,
): PageCell {
  return { from, to, value, style, link, goTo };
}
