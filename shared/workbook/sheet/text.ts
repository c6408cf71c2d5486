/** The most characters (UTF-16 units) a spreadsheet cell holds. */
export const CELL_LIMIT = 32_767;

const UNPRINTABLE = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n]]/gv;
const PLAIN = /^[ -~]*$/u;
const ESCAPE_LOOKALIKE = /_(?=x[0-9a-f]{4}_)/giu;
const LEADS_A_FORMULA = /^[=+\-@\t＝＋－＠]/u;

/**
 * Text from outside as a cell can hold it: control characters, non-characters and halves of
 * surrogate pairs removed or replaced, line ends as line feeds, at most {@link CELL_LIMIT} long
 * with an ellipsis where it was cut. Everything else stays as it is, character for character.
 */
export function sheetText(text: string): string {
  // Most texts, and nothing in them is to be done.
  if (text.length <= CELL_LIMIT && PLAIN.test(text)) return text;
  const clean = text.toWellFormed().replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, '');
  if (clean.length <= CELL_LIMIT) return clean;
  return `${clean.slice(0, CELL_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/**
 * The same text as the file stores it. Spreadsheets read `_x0041_` as a coded "A", so such a
 * sequence in the text itself has its underscore coded.
 */
export function storedText(text: string): string {
  return text.replace(ESCAPE_LOOKALIKE, '_x005F_');
}

/** Whether a spreadsheet could take the text for a formula if somebody typed it in again. */
export function looksLikeFormula(text: string): boolean {
  return LEADS_A_FORMULA.test(text);
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/gu;

/** About how many digits wide the text is on screen: Chinese characters count twice. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Letters are a little narrower than the digits in which column widths are counted. */
const DIGITS_PER_LETTER = 0.82;
/** Chinese characters are as wide as they are high, which is a little more than two digits. */
const DIGITS_PER_CHARACTER = 2.1;
/** Marks that Chinese fonts make as wide as a character. */
const WIDE_IN_CHINESE = /[“”‘’…—]/gu;

/** What is never broken: a word with the blanks behind it, or a Chinese character. */
const UNBROKEN = new RegExp(`(?:${WIDE.source})|(?:(?!${WIDE.source})\\S)+\\s*|\\s+`, 'gu');

/** How many digits wide a text is that has so many marks as wide as a character, when it is wrapped. */
function wrappedWidth(text: string, isChinese: boolean): number {
  const marks = isChinese ? (text.match(WIDE_IN_CHINESE)?.length ?? 0) : 0;
  const wide = (text.match(WIDE)?.length ?? 0) + marks;
  return wide * DIGITS_PER_CHARACTER + (text.length - wide) * DIGITS_PER_LETTER;
}

function wrappedLines(line: string, room: number): number {
  const isChinese = /\p{Script=Han}/u.test(line);
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(UNBROKEN)) {
    const width = wrappedWidth(piece.trimEnd(), isChinese);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    const broken = Math.max(0, Math.ceil(width / room) - 1);
    lines += broken;
    used += wrappedWidth(piece, isChinese) - broken * room;
  }
  return lines;
}

/** About how many lines the text takes when it is wrapped in a cell `width` digits wide. */
export function textLines(text: string, width: number): number {
  const room = Math.max(1, width);
  if (text.length * DIGITS_PER_CHARACTER <= room && !text.includes('\n')) return 1;
  if (text.length * DIGITS_PER_LETTER <= room && PLAIN.test(text)) return 1;
  return text.split('\n').reduce((lines, line) => lines + wrappedLines(line, room), 0);
}
