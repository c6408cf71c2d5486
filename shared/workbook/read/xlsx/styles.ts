import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import type { CellMarks } from '../sheet-table.ts';
import { Unreadable } from '../unreadable.ts';
import {
  BLACK,
  isSameToTheEye,
  readColour,
  seenColour,
  WHITE,
  type Colour,
  type Rgb,
} from './colours.ts';
import { formatText, isDateFormat, notShown, type Sign } from './number-formats.ts';
import { isSymbolFont } from './symbol-fonts.ts';
import type { XmlListener } from './xml.ts';
import { attribute, isOn, readAttributes } from './xml-text.ts';

/** What a style means for the content of its cells. */
export interface Style {
  /** Null: the general one. */
  readonly format: string | null;
  readonly date: boolean;
  readonly marks: CellMarks | null;
  /** What the format shows nothing for. */
  readonly notShown: ReadonlySet<Sign>;
  /** Whether the ground is white, so that white runs in a text cannot be seen. */
  readonly white: boolean;
  /** The font of symbols that the cells are in. */
  readonly symbols: string | null;
}

/** The style of a cell without one. */
export const PLAIN: Style = {
  format: null,
  date: false,
  marks: null,
  notShown: new Set(),
  white: true,
  symbols: null,
};

interface Font {
  struck: boolean;
  colour: Colour | null;
  /** In points. */
  size: number;
  name: string | null;
}

interface Fill {
  pattern: string;
  ground: Colour | null;
}

interface Format {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
}

/** Print of this size in points cannot be read. */
const TINY = 2;

/** Collects what a workbook's style part says about cells. */
export class StyleReader implements XmlListener {
  listening = false;
  readonly #formats = new Map<number, string>();
  readonly #fonts: Font[] = [];
  readonly #fills: Fill[] = [];
  readonly #styles: Format[] = [];
  /** The lists whose elements count; those for conditions and named styles have the same elements. */
  #list: 'numFmts' | 'fonts' | 'fills' | 'cellXfs' | null = null;
  #depth = 0;

  open(name: string, attributes: string): void {
    this.#depth++;
    if (this.#depth === 2) this.#begin(name);
    else if (this.#list === 'numFmts') this.#number(name, attributes);
    else if (this.#list === 'fonts') this.#font(name, attributes);
    else if (this.#list === 'fills') this.#fill(name, attributes);
    else if (this.#list === 'cellXfs' && name === 'xf') this.#style(attributes);
    const most = Math.max(this.#formats.size, this.#fonts.length, this.#fills.length);
    if (Math.max(most, this.#styles.length) > LIMITS.styles) {
      throw new Unreadable(REJECTIONS.tooMuch);
    }
  }

  close(): void {
    this.#depth--;
  }

  text(): void {}

  foreign(): void {}

  /** The styles by number, as the cells name them. */
  styles(): Style[] {
    return this.#styles.map((style) => {
      const format = formatText(style.format, this.#formats);
      const font = this.#fonts[style.font] ?? NO_FONT;
      const ground = groundOf(this.#fills[style.fill] ?? NO_FILL);
      const unseen =
        font.size <= TINY ||
        (ground !== null && isSameToTheEye(seenColour(font.colour, BLACK), ground));
      return {
        format,
        date: isDateFormat(format),
        marks:
          unseen || font.struck
            ? { ...(font.struck ? { struck: 'whole' } : {}), ...(unseen ? { unseen: true } : {}) }
            : null,
        notShown: notShown(format),
        white: ground !== null && isSameToTheEye(ground, WHITE),
        symbols: isSymbolFont(font.name) ? font.name : null,
      };
    });
  }

  #begin(name: string): void {
    const known = ['numFmts', 'fonts', 'fills', 'cellXfs'] as const;
    this.#list = known.find((each) => each === name) ?? null;
  }

  #number(name: string, attributes: string): void {
    if (name !== 'numFmt') return;
    const id = Number(attribute(attributes, 'numFmtId') ?? Number.NaN);
    if (Number.isInteger(id)) this.#formats.set(id, attribute(attributes, 'formatCode') ?? '');
  }

  #font(name: string, attributes: string): void {
    if (this.#depth === 3) {
      this.#fonts.push({ struck: false, colour: null, size: 11, name: null });
      return;
    }
    const font = this.#fonts.at(-1);
    if (font === undefined) return;
    if (name === 'strike') font.struck = isOn(attribute(attributes, 'val'), true);
    else if (name === 'color') font.colour = readColour(attributes);
    else if (name === 'sz') font.size = Number(attribute(attributes, 'val') ?? 11);
    else if (name === 'name') font.name = attribute(attributes, 'val') ?? null;
  }

  #fill(name: string, attributes: string): void {
    if (this.#depth === 3) {
      this.#fills.push({ pattern: 'none', ground: null });
      return;
    }
    const fill = this.#fills.at(-1);
    if (fill === undefined) return;
    if (name === 'patternFill') fill.pattern = attribute(attributes, 'patternType') ?? 'none';
    else if (name === 'gradientFill') fill.pattern = 'gradient';
    else if (name === 'fgColor') fill.ground = readColour(attributes);
  }

  #style(attributes: string): void {
    const style = { format: 0, font: 0, fill: 0 };
    readAttributes(attributes, (name, value) => {
      if (name === 'numFmtId') style.format = Number(value);
      else if (name === 'fontId') style.font = Number(value);
      else if (name === 'fillId') style.fill = Number(value);
    });
    this.#styles.push(style);
  }
}

const NO_FONT: Font = { struck: false, colour: null, size: 11, name: null };
const NO_FILL: Fill = { pattern: 'none', ground: null };

/** The colour behind a cell's print; null for patterns and gradients, on which some of it shows. */
function groundOf({ pattern, ground }: Fill): Rgb | null {
  if (pattern === 'none') return WHITE;
  return pattern === 'solid' ? seenColour(ground, WHITE) : null;
}
