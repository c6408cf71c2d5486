import type { Language } from '../../reasons/entry.ts';
import type { Row, Worksheet } from 'exceljs';
import { fillCell, type SheetCell, type SheetStyle } from './cell.ts';
import { pageEnds, type PageLine, printedRoom } from './page-breaks.ts';
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
  /** The same for the heads of a table: on paper never without the line below. */
  readonly heads: (cells: readonly PageCell[], leastHeight?: number) => number;
  /** The same for the title of a section, which is printed in one piece where it is short. */
  readonly begin: (cells: readonly PageCell[], leastHeight?: number) => number;
  /** Leaves a space of that many points. */
  readonly gap: (height: number) => void;
  /** Says where the printed pages end, and ends the sheet. */
  readonly end: () => void;
}

/** As many as a sheet has. */
const COLUMNS = 16_384;
const LINE_HEIGHT = 15;
const PADDING = 5;
/** So much wider is a bold text, with what its longer words leave free at the ends of lines. */
const BOLD = 1.05;

function reach(cell: PageCell): number {
  return cell.to ?? cell.from;
}

/** Starts a page with columns of these widths (digits). */
export function openPage(sheet: Worksheet, widths: readonly number[], language: Language): Page {
  sheet.columns = widths.map((width) => ({ width }));
  const lines: PageLine[] = [];

  const room = (cell: PageCell): number =>
    widths.slice(cell.from - 1, reach(cell)).reduce((sum, width) => sum + width, 0) - 2;
  const heightOf = (cell: PageCell): number => {
    if (typeof cell.value !== 'string' || cell.style.alignment?.wrapText !== true) return 0;
    const size = (cell.style.font?.size ?? 11) / 11;
    const wide = size * (cell.style.font?.bold === true ? BOLD : 1);
    return textLines(cell.value, room(cell) / wide) * LINE_HEIGHT * size + PADDING;
  };

  const add = (height: number, kind: PageLine['kind']): Row => {
    lines.push({ height, kind });
    const row = sheet.getRow(lines.length);
    row.height = height;
    return row;
  };
  const write =
    (kind: PageLine['kind']): Page['line'] =>
    (cells, leastHeight = 20) => {
      const row = add(Math.min(400, Math.max(leastHeight, ...cells.map(heightOf))), kind);
      for (const cell of cells) {
        fillCell(row.getCell(cell.from), cell);
        const [from, to] = [cell.from, reach(cell)];
        if (to > from) sheet.mergeCells(row.number, from, row.number, to);
      }
      return row.number;
    };

  return {
    language,
    line: write('line'),
    heads: write('heads'),
    begin: write('title'),
    gap: (height) => {
      add(height, 'gap');
    },
    end: () => {
      const room = printedRoom(widths, sheet.pageSetup.orientation ?? 'portrait');
      for (const row of pageEnds(lines, room)) sheet.getRow(row).addPageBreak(1, COLUMNS);
      sheet.commit();
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
