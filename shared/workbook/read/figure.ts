/**
 * What divides the decimals of a column's figures: `dot` or `comma` where its cells show it, `both`
 * where they contradict each other, `open` where none of them tells.
 */
export type Convention = 'dot' | 'comma' | 'both' | 'open';

/** A figure as plain digits with a decimal point; or why it is none. */
export type FigureReading =
  | { readonly kind: 'figure'; readonly figure: string }
  /** "1,234": the readings with a decimal point and with a decimal comma. */
  | { readonly kind: 'either way'; readonly readings: readonly [string, string] }
  /** A decimal comma in a column that does not write all of its decimals so. */
  | { readonly kind: 'comma' }
  | { readonly kind: 'unreadable' };

/** What a figure can be: read with a point, with a comma, or both. */
interface Readings {
  readonly dot: string | null;
  readonly comma: string | null;
}

const PLAIN = /^\d{1,12}$/u;
const SPACED =
  /^[1-9]\d{0,2}(?:( )\d{3}(?: \d{3}){0,3}|(')\d{3}(?:'\d{3}){0,3})(?:[.,]\d{1,12})?$/u;
const DOT_GROUPS = /^[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,12})?$/u;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{1,12})?$/u;
const DOT = /^(?:0|[1-9]\d{0,11}|0+\d{1,10})?\.\d{1,12}$/u;
const COMMA = /^(?:0|[1-9]\d{0,11})?,\d{1,12}$/u;

function readings(figure: string): Readings {
  if (SPACED.test(figure)) {
    const bare = figure.replaceAll(/[ ']/gu, '');
    const comma = bare.includes(',');
    const whole = bare.replace(',', '.');
    return comma
      ? { dot: null, comma: whole }
      : { dot: whole, comma: bare.includes('.') ? null : whole };
  }
  if (PLAIN.test(figure)) return { dot: figure, comma: figure };
  const pointed = DOT.test(figure) ? figure : null;
  const commaed = COMMA.test(figure) ? figure.replace(',', '.') : null;
  return {
    dot: DOT_GROUPS.test(figure) ? figure.replaceAll(',', '') : pointed,
    comma: COMMA_GROUPS.test(figure) ? figure.replaceAll('.', '').replace(',', '.') : commaed,
  };
}

function tidy(figure: string): string {
  return figure.startsWith('.') ? `0${figure}` : figure;
}

/** Reads a figure, cleared of its currency, in its column's convention. */
export function readFigure(figure: string, convention: Convention): FigureReading {
  const { dot, comma } = readings(figure);
  if (dot === null && comma === null) {
    return {
      kind:
        figure.includes(',') &&
        !/[ ']/u.test(figure) &&
        /^\d+,\d+(?:\.\d+)?$/u.test(figure) &&
        !figure.startsWith('0')
          ? 'comma'
          : 'unreadable',
    };
  }
  if (dot === comma || comma === null) return { kind: 'figure', figure: tidy((dot ?? comma)!) };
  if (dot === null) {
    return convention === 'comma' ? { kind: 'figure', figure: tidy(comma) } : { kind: 'comma' };
  }
  switch (convention) {
    case 'dot':
      return { kind: 'figure', figure: tidy(dot) };
    case 'comma':
      return { kind: 'figure', figure: tidy(comma) };
    case 'both':
    case 'open':
      return { kind: 'either way', readings: [tidy(dot), tidy(comma)] };
  }
}

/** The convention that a column's figures show together. */
export function conventionOf(figures: Iterable<string>): Convention {
  let point = false;
  let comma = false;
  for (const figure of figures) {
    const read = readings(figure);
    if (read.dot === read.comma) continue;
    if (read.comma === null) point = true;
    if (read.dot === null) comma = true;
  }
  if (point && comma) return 'both';
  return point ? 'dot' : comma ? 'comma' : 'open';
}
