/** Printable ASCII, blanks included. */
const OTHERS = /[^\x20-\x7E]+/gu;

/**
 * The text in printable ASCII and in one line: letters lose their accents, dashes and full-width
 * signs become plain ones, and whatever else has no ASCII form becomes one question mark a run. Null
 * where no letter and no digit is left to tell it by.
 */
export function asciiText(text: string): string | null {
  const plain = text
    .toWellFormed()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(OTHERS, '?')
    .trim();
  // An ending such as ".xlsx" tells no file from another.
  return /[\da-z]/iu.test(plain.replace(/\.[a-z]{1,5}$/iu, '')) ? plain : null;
}

/** The text with no more than `limit` signs, ending in three dots where it was cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Never half of a sign that takes two places.
  const kept = text.slice(0, Math.max(0, limit - 3)).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept}...`;
}
