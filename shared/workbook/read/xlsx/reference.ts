/** Excel's own bounds of a sheet, from 1. */
export const SHEET = { lines: 1_048_576, columns: 16_384 } as const;

/** A cell's place; both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reads a reference such as "AB12"; null for anything else and for what lies outside a sheet. */
export function readReference(text: string): Place | null {
  let column = 0;
  let at = 0;
  for (; at < text.length && at < 4; at++) {
    const letter = text.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  let line = 0;
  const from = at;
  for (; at < text.length; at++) {
    const figure = text.charCodeAt(at) - 48;
    if (figure < 0 || figure > 9 || at - from > 7) return null;
    line = line * 10 + figure;
  }
  const inside = line >= 1 && line <= SHEET.lines && column >= 1 && column <= SHEET.columns;
  return inside ? { line, column } : null;
}

/** The letters of a column, from 1: 1 is A, 27 is AA. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The reference of a place. */
export function referenceOf({ line, column }: Place): string {
  return `${lettersOf(column)}${line}`;
}
