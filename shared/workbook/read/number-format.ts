import { currenciesInAnyCase } from './currency-words.ts';

/** What a spreadsheet's number format shows around a figure, and what it does to it. */
export interface FormatReading {
  /** Words and signs that it shows, other than figures, blanks, brackets and signs of plus and minus. */
  readonly words: readonly string[];
  /** It shows a thousandth, a millionth or a hundredfold of the value, or a fraction of it. */
  readonly scaled: boolean;
  /** It shows nothing at all for such a value. */
  readonly shows: 'figure' | 'nothing' | 'words only';
}

const PLAIN: FormatReading = { words: [], scaled: false, shows: 'figure' };

/**
 * The four built-in currency formats show each reader their own country's sign, as the program is
 * set up: they say nothing about the currency.
 */
const BUILT_IN = /^\$#,##0(?:\.00)?_\);(?:\[Red\])?\\\(\$#,##0(?:\.00)?\\\)$/u;

/** The sections of a format; a semicolon inside quotes or behind a backslash divides nothing. */
function sections(format: string): string[] {
  const parts = format.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\[])+|(?<=^|;)(?=;|$)/gu) ?? [''];
  return parts;
}

/** The section that shows a value of this sign; null where the format's conditions decide. */
function sectionFor(format: string, value: number | null): string {
  const all = sections(format.slice(0, 255));
  const first = all[0] ?? '';
  if (value === null || value > 0 || all.length === 1) return first;
  if (value < 0) return all[1] ?? first;
  return all.length > 2 ? all[2]! : first;
}

const TOKEN =
  /\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|"([^"]*)"?|\\(.)|_.|\*.|(General)|([0#?.,]+)|(E[+-])|(%)|(\/)|(\S)/giu;

/** Reads the part of a number format that shows this value; null: the one for values above zero. */
export function readFormat(format: string | null, value: number | null = null): FormatReading {
  if (format === null || /^(?:general|@)$/iu.test(format) || BUILT_IN.test(format)) return PLAIN;
  const section = sectionFor(format, value);
  const words: string[] = [];
  let figure = false;
  let scaled = false;
  let drawn = false;
  let literal = '';
  const end = (): void => {
    drawn ||= literal.trim() !== '';
    // Signs of plus and minus and the brackets of a negative amount say nothing of their own.
    const word = literal.replaceAll(/^[\s()+–-]+|[\s()+–-]+$/gu, '');
    if (word !== '') words.push(word);
    literal = '';
  };
  for (const [
    token,
    currency,
    quoted,
    escaped,
    general,
    digits,
    ,
    percent,
    slash,
    other,
  ] of section.matchAll(TOKEN)) {
    const shown = currency ?? quoted ?? escaped ?? other;
    if (shown !== undefined) literal += shown;
    else end();
    if (general !== undefined || digits !== undefined) figure ||= /[0#?]|general/iu.test(token);
    // A comma behind the last figure divides by a thousand.
    if (digits !== undefined && /[0#?],+(?:$|\.)/u.test(digits)) scaled = true;
    if (percent !== undefined || slash !== undefined) scaled = true;
  }
  end();
  const shows = figure ? 'figure' : words.length > 0 ? 'words only' : drawn ? 'figure' : 'nothing';
  return { words, scaled, shows };
}

/** The words that a format shows in place of a figure or beside it. */
export function formatWords(format: string | null): readonly string[] {
  if (format === null || !/["\\$[\p{L}]/u.test(format)) return [];
  return readFormat(format).words.concat(readFormat(format, 0).words);
}

/** A word of a format that is no currency that may be meant by these codes, or null. */
export function foreignWord(words: readonly string[], currency: string): string | null {
  const foreign = words.find((word) => {
    const known = currenciesInAnyCase(word);
    return known?.includes(currency) !== true && !/^[:：\s.,/]+$/u.test(word);
  });
  return foreign ?? null;
}
