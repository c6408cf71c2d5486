import type { Cell, Style } from 'exceljs';
import { linkInside, type SheetPlace } from './row-link.ts';
import { looksLikeFormula, sheetText, storedText } from './text.ts';

/** Fonts, fills and formats of a cell. The same object is used again and again: never change one. */
export type SheetStyle = Readonly<Partial<Style>>;

/** What goes into a cell. There is no way to say "formula". */
export interface SheetCell {
  readonly value: string | number | boolean | Date | null;
  readonly style: SheetStyle;
  /** An address made by `orderLink`; nothing else may become a link. */
  readonly link?: string | null;
  /** A line of another sheet to which the cell leads. */
  readonly goTo?: SheetPlace | null;
}

const TEXT_FORMAT = '@';
/** Above this length older spreadsheet programs show a text-format cell as ####. */
const TEXT_FORMAT_LIMIT = 255;

const variants = new WeakMap<SheetStyle, SheetStyle>();

function asText(style: SheetStyle): SheetStyle {
  const known = variants.get(style);
  if (known !== undefined) return known;
  const made = { ...style, numFmt: TEXT_FORMAT };
  variants.set(style, made);
  return made;
}

/**
 * Fills a cell. Text is always written as a typed string in a Text-format cell, character for
 * character: such a cell is never calculated, not even when somebody edits it and presses Enter,
 * and a program reads back exactly what the uploader wrote. No apostrophe is put in front, since
 * it would become part of every id and name read back; a CSV that a person exports from this
 * workbook therefore holds the uploader's own text again, like one exported from their own file.
 */
export function fillCell(cell: Cell, content: SheetCell): void {
  if (content.goTo !== undefined && content.goTo !== null) linkInside(cell, content.goTo);
  if (typeof content.value !== 'string') {
    cell.style = content.style;
    cell.value = content.value;
    return;
  }
  const text = sheetText(content.value);
  const plain = text.length > TEXT_FORMAT_LIMIT && !looksLikeFormula(text);
  cell.style = plain ? content.style : asText(content.style);
  const stored = storedText(text);
  cell.value =
    content.link === undefined || content.link === null || stored === ''
      ? stored
      : { text: stored, hyperlink: content.link };
}
