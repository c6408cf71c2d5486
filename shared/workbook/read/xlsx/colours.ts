import { readAttributes } from './xml-text.ts';

/** A colour as a style names it. */
export interface Colour {
  readonly rgb: string | null;
  readonly theme: number | null;
  readonly indexed: number | null;
  /** From -1 (black) to 1 (white). */
  readonly tint: number;
}

/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** Excel's palette for numbers 0 to 63; 64 and 65 are the window's own text and ground. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** The colours of Excel's own theme, in the order in which styles count them. */
const THEME = 'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646'.split(' ');

function number(value: string): number {
  const read = Number(value);
  return Number.isFinite(read) ? read : 0;
}

/** Reads the attributes of a colour; null for the automatic one. */
export function readColour(attributes: string): Colour | null {
  let rgb: string | null = null;
  let theme: number | null = null;
  let indexed: number | null = null;
  let tint = 0;
  readAttributes(attributes, (name, value) => {
    if (name === 'rgb') rgb = value.slice(-6);
    else if (name === 'theme') theme = number(value);
    else if (name === 'indexed') indexed = number(value);
    else if (name === 'tint') tint = number(value);
  });
  return rgb === null && theme === null && indexed === null ? null : { rgb, theme, indexed, tint };
}

function parsed(hex: string | undefined): Rgb | null {
  if (hex === undefined || !/^[0-9a-f]{6}$/iu.test(hex)) return null;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour to be seen; `automatic` where it is not said or not known. */
export function seenColour(colour: Colour | null, automatic: Rgb): Rgb {
  if (colour === null) return automatic;
  const { rgb, theme, indexed, tint } = colour;
  const hex =
    rgb ?? (theme === null ? (indexed === null ? undefined : PALETTE[indexed]) : THEME[theme]);
  const base = parsed(hex) ?? automatic;
  const mixed = base.map((part) => (tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return [mixed[0]!, mixed[1]!, mixed[2]!];
}

/** Whether one colour cannot be told from the other. */
export function isSameToTheEye(a: Rgb, b: Rgb): boolean {
  return a.every((part, at) => Math.abs(part - b[at]!) <= 12);
}

/** Whether a run of a text is in white print. */
export function isWhite(colour: Colour | null): boolean {
  return isSameToTheEye(seenColour(colour, BLACK), WHITE);
}
