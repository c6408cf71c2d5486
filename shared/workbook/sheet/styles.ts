import type { Alignment, Borders, Font } from 'exceljs';
import type { Outcome } from '../../renewal/outcome.ts';
import { OUTCOMES } from '../../renewal/outcome.ts';
import type { SheetStyle } from './cell.ts';
import { OUTCOME_COLOURS, PAGE_COLOURS } from './palette.ts';

/** The few things by which the styles of all sheets differ. Colours are six hex digits. */
export interface StyleParts {
  /** For what machines read: letters of one width. */
  readonly mono?: boolean;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly ink?: string;
  readonly fill?: string;
  readonly format?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly middle?: boolean;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: Partial<Borders>;
  /** May be changed where the sheet is protected. */
  readonly unlocked?: boolean;
}

function font(parts: StyleParts): Partial<Font> {
  return {
    ...(parts.mono === true ? { name: 'Consolas', family: 3 } : { name: 'Calibri', family: 2 }),
    size: parts.size ?? 11,
    color: { argb: `FF${parts.ink ?? PAGE_COLOURS.ink}` },
    ...(parts.bold === true && { bold: true }),
    ...(parts.italic === true && { italic: true }),
    ...(parts.underline === true && { underline: true }),
  };
}

function alignment(parts: StyleParts): Partial<Alignment> {
  return {
    vertical: parts.middle === true ? 'middle' : 'top',
    ...((parts.align ?? parts.indent) !== undefined && { horizontal: parts.align ?? 'left' }),
    ...(parts.wrap === true && { wrapText: true }),
    ...(parts.indent !== undefined && { indent: parts.indent }),
  };
}

/** Makes a style. Make it once and use it for many cells: the writer knows it by its identity. */
export function style(parts: StyleParts): SheetStyle {
  return {
    font: font(parts),
    alignment: alignment(parts),
    ...(parts.border !== undefined && { border: parts.border }),
    ...(parts.unlocked === true && { protection: { locked: false } }),
    ...(parts.format !== undefined && { numFmt: parts.format }),
    ...(parts.fill !== undefined && {
      fill: {
        type: 'pattern' as const,
        pattern: 'solid' as const,
        fgColor: { argb: `FF${parts.fill}` },
      },
    }),
  };
}

const line = { style: 'thin', color: { argb: `FF${PAGE_COLOURS.line}` } } as const;
const edge = { style: 'medium', color: { argb: `FF${PAGE_COLOURS.navy}` } } as const;

/** A quiet line under a cell. */
export const UNDERLINED: Partial<Borders> = { bottom: line };

/** The same with the strong edge that sets the added columns apart from the uploader's. */
export const EDGED: Partial<Borders> = { bottom: line, left: edge };

/** The filled cell that shows an outcome, the same on every sheet. */
export function outcomeStyles(
  border: Partial<Borders>,
  middle = false,
): Readonly<Record<Outcome, SheetStyle>> {
  return Object.fromEntries(
    OUTCOMES.map((outcome) => [
      outcome,
      style({ fill: OUTCOME_COLOURS[outcome], bold: true, border, middle, indent: 1 }),
    ]),
  ) as Record<Outcome, SheetStyle>;
}
