import type { Cell } from '../../../jobs/quote.ts';
import { LIMITS } from '../limits.ts';
import { EMPTY, type CellMarks } from '../sheet-table.ts';
import type { Sign } from './number-formats.ts';
import type { RichText } from './rich-text.ts';
import type { SharedTexts } from './shared-texts.ts';
import { PLAIN, type Style } from './styles.ts';
import { isSymbolFont, shownInSymbols } from './symbol-fonts.ts';
import { ownText, unescaped } from './xml-text.ts';

/** A cell as its XML has it. */
export interface RawCell {
  /** The kind of value that the file names; empty for a number. */
  readonly type: string;
  readonly style: number;
  /** Null: the cell has no value element. */
  readonly value: string | null;
  readonly inline: RichText | null;
  readonly formula: boolean;
}

/** What a workbook's cells are read with. */
export interface CellContext {
  readonly styles: readonly Style[];
  readonly texts: SharedTexts;
  readonly epoch: '1900' | '1904';
  /** Results of formulas are to be worked out anew when the file is opened. */
  readonly stale: boolean;
}

/** A cell as it is delivered; `unsaved`: a formula whose result is not in the file. */
export interface CellContent {
  readonly cell: Cell;
  readonly unsaved: boolean;
  readonly marks: CellMarks | null;
}

const NUMBER = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:E[+-]?\d{1,5})?$/iu;
const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?Z?$/u;
/** The day before serial number 1; the first year that Excel knows began one serial number later. */
const DAY_ZERO = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;
const LAST_DAY = 2_958_466;

/** Wall time to the second: serial numbers are binary fractions, a millisecond off in some programs. */
function wallOf(serial: number, epoch: '1900' | '1904'): string {
  // Excel counts a 29 February 1900 that never was.
  const before = epoch === '1900' && serial < 60 ? 1 : 0;
  const seconds = Math.round((serial + before) * 86_400);
  return new Date(DAY_ZERO[epoch] + seconds * 1000).toISOString().slice(0, 19);
}

function numberCell(number: number, { format, date }: Style, epoch: '1900' | '1904'): Cell {
  if (!Number.isFinite(number)) return { kind: 'text', text: '#NUM!' };
  return date && number >= 0 && number < LAST_DAY
    ? { kind: 'date', wall: wallOf(number, epoch), format }
    : { kind: 'number', number, format };
}

function dateCell(value: string, format: string | null): Cell | null {
  if (!ISO.test(value)) return null;
  const at = Date.parse(
    value.endsWith('Z') ? value : `${value.includes('T') ? value : `${value}T00:00:00`}Z`,
  );
  if (Number.isNaN(at)) return null;
  return {
    kind: 'date',
    wall: new Date(Math.round(at / 1000) * 1000).toISOString().slice(0, 19),
    format,
  };
}

function textCell(text: string): Cell {
  return text === '' ? EMPTY : { kind: 'text', text };
}

/** The value, or null where it is none of its type. */
function valueOf(type: string, value: string, style: Style, context: CellContext): Cell | null {
  const trimmed = value.trim();
  switch (type) {
    case '':
    case 'n':
      return NUMBER.test(trimmed) ? numberCell(Number(trimmed), style, context.epoch) : null;
    case 'b':
      return /^(?:0|1|true|false)$/iu.test(trimmed)
        ? { kind: 'boolean', boolean: trimmed === '1' || trimmed.toLowerCase() === 'true' }
        : null;
    case 'd':
      return dateCell(trimmed, style.format);
    case 'e':
      return textCell(ownText(trimmed.slice(0, 40)));
    case 'str':
    case 'inlineStr':
      return textCell(ownText(unescaped(value).slice(0, LIMITS.cell)));
    default:
      return null;
  }
}

function signOf(cell: Cell): Sign | null {
  switch (cell.kind) {
    case 'empty':
    case 'boolean':
      return null;
    case 'text':
      return 'text';
    case 'date':
      return 'positive';
    case 'number':
      return cell.number > 0 ? 'positive' : cell.number < 0 ? 'negative' : 'zero';
  }
}

/** How the content is shown, by the cell's style and by the runs of its text. */
function marksOf(cell: Cell, style: Style, text: RichText | null): CellMarks | null {
  const sign = signOf(cell);
  const unseen =
    (text?.white === true && style.white) || (sign !== null && style.notShown.has(sign));
  const struck = text?.struck ?? null;
  if (!unseen && struck === null) return style.marks;
  return {
    ...style.marks,
    ...(struck === null || style.marks?.struck === 'whole' ? {} : { struck }),
    ...(unseen ? { unseen: true } : {}),
  };
}

function damaged(damage: 'no such text' | 'no value'): CellContent {
  return { cell: EMPTY, unsaved: false, marks: { damage } };
}

/** The cell as a font of symbols shows it, or null where nobody can read it in that font. */
function asShown(cell: Cell, style: Style, text: RichText | null): Cell | null {
  const font = text?.font ?? style.symbols;
  if (!isSymbolFont(font)) return cell;
  const shown = cell.kind === 'text' ? shownInSymbols(font, cell.text) : null;
  return shown === null ? null : textCell(shown);
}

function content(
  stored: Cell,
  raw: RawCell,
  style: Style,
  context: CellContext,
  text: RichText | null,
): CellContent {
  if (stored.kind === 'empty') return { cell: stored, unsaved: false, marks: null };
  const shown = asShown(stored, style, text);
  const cell = shown ?? stored;
  const seen = marksOf(stored, style, text);
  const marks: CellMarks | null = shown === null ? { ...seen, unseen: true } : seen;
  const stale = raw.formula && context.stale;
  return { cell, unsaved: false, marks: stale ? { ...marks, damage: 'stale' } : marks };
}

/** Reads a cell: its content, or why it has none that can be trusted. */
export function readCellContent(raw: RawCell, context: CellContext): CellContent {
  const { type, value, inline, formula } = raw;
  const style = context.styles[raw.style] ?? PLAIN;
  // A number whose format is lost may have been in another currency. Some writers have no styles at all.
  if (context.styles.length > 0 && style === PLAIN) return damaged('no value');
  if (value !== null && inline !== null && value.trim() !== '') return damaged('no value');
  if (inline !== null) return content(textCell(inline.text), raw, style, context, inline);
  // A formula's empty text is a result; any other empty value of a formula is none.
  const blank = value === null || value.trim() === '';
  if (blank && formula && !(type === 'str' && value !== null)) {
    return { cell: EMPTY, unsaved: true, marks: null };
  }
  if (value === null || (blank && type !== 's' && type !== 'str')) {
    return { cell: EMPTY, unsaved: false, marks: null };
  }
  if (type === 's') {
    const index = value.trim();
    const text = /^\d{1,9}$/u.test(index) ? context.texts.at(Number(index)) : null;
    if (text === null) return damaged('no such text');
    return content(textCell(text.text), raw, style, context, text);
  }
  const cell = valueOf(type, value, style, context);
  return cell === null ? damaged('no value') : content(cell, raw, style, context, null);
}
