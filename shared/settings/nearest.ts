import { closest } from 'fastest-levenshtein';

/**
 * The one of `known` that `word` was most likely meant to be, letter case aside; the first of
 * equally near ones. Null for an empty list.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const names = known.map((name) => name.toLowerCase());
  return known[names.indexOf(closest(word.toLowerCase(), names))] ?? null;
}
