import type { Language } from '../../reasons/entry.ts';
import { headingParts } from './heading-key.ts';

const HAN = /\p{Script=Han}/u;
/** A word of a language with small letters; "ID" and "USD" stand in every language. */
const LATIN = /\p{Script=Latin}*\p{Ll}\p{Script=Latin}*/u;

/** The language in which most headings of a file are; those in both decide nothing. Null: none tells. */
export function languageOfHeadings(headings: readonly string[]): Language | null {
  let chinese = 0;
  let other = 0;
  for (const heading of headings) {
    const { words } = headingParts(heading);
    const [han, latin] = [HAN.test(words), LATIN.test(words)];
    if (han && !latin) chinese += 1;
    if (latin && !han) other += 1;
  }
  if (chinese + other === 0) return null;
  return chinese > other ? 'zh' : 'en';
}
