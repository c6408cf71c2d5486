import type { Language } from '../reasons/entry.ts';
import type { InBraces, ValueName } from '../reasons/placeholders.ts';

/**
 * Words that people read in sheets and notices, in each language. In braces stands what is filled in:
 * `{rows}`, and `{rows|row|rows}`, the first word where the value is 1 and else the second one. What a
 * row or a job has for a reason stands in the catalogue of reasons, for it is stored and sent.
 */
export type Phrase = Readonly<Record<Language, string>>;

/** What is filled in: a count is shown with its thousands apart, a text as it is. */
export type Filling = number | string;

type NamesIn<Words extends Phrase> = ValueName<InBraces<Words['en']>>;

/** The values that a phrase demands; none where it fills in none. */
type Values<Words extends Phrase> = [NamesIn<Words>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<NamesIn<Words>, Filling>>];

const PLACEHOLDER = /\{([^{}]+)\}/gu;

/** The phrase as people read it. Throws where a value lacks. */
export function tell<const Words extends Phrase>(
  phrase: Words,
  language: Language,
  ...[values]: Values<Words>
): string {
  return phrase[language].replaceAll(PLACEHOLDER, (_, inside: string) =>
    filling(inside, values ?? {}),
  );
}

function filling(inside: string, values: Readonly<Record<string, Filling>>): string {
  const [name = '', one, many] = inside.split('|');
  const value = values[name];
  if (value === undefined) throw new Error(`the phrase lacks its ${name}`);
  if (one !== undefined && many !== undefined) return value === 1 ? one : many;
  return typeof value === 'number' ? value.toLocaleString('en-US') : value;
}

/** What stands between two sentences, and between two parts of one. */
export const BETWEEN = {
  sentences: { en: ' ', zh: '' },
  parts: { en: ', ', zh: '，' },
  names: { en: ', ', zh: '、' },
  acts: { en: '; ', zh: '；' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Those of the texts that are not empty, in a row. */
export function inARow(
  texts: readonly string[],
  language: Language,
  as: keyof typeof BETWEEN = 'sentences',
): string {
  return texts.filter((text) => text !== '').join(BETWEEN[as][language]);
}
