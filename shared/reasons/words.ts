import { CHARACTER_WORDS } from './character-words.ts';
import type { Language } from './entry.ts';

/** Words that sentences list: what differs, what is missing. */
export const WORDS = {
  price: { en: 'price', zh: '价格' },
  term: { en: 'term', zh: '续费时长' },
  'expiry-date': { en: 'expiry date', zh: '到期时间' },
  approval: { en: 'approval', zh: '批准意见' },
  'resource-ids': { en: 'resource ids', zh: '资源ID' },
  'expiry-dates': { en: 'expiry dates', zh: '到期时间' },
  prices: { en: 'prices', zh: '价格' },
  decisions: { en: 'decisions', zh: '审批意见' },
  'renewal-terms': { en: 'renewal terms', zh: '续费时长' },
  currencies: { en: 'currencies', zh: '币种' },
  ...CHARACTER_WORDS,
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type WordId = keyof typeof WORDS;

const AND: Readonly<Record<Language, string>> = { en: ' and ', zh: '和' };

/** Ids of words as the value of a reason. */
export function wordsValue(words: readonly WordId[]): string {
  return words.join(' ');
}

/** Whether a value is made of ids of words. */
export function isWordsValue(value: string): boolean {
  return value.split(' ').every((id) => Object.hasOwn(WORDS, id));
}

/** The words of such a value: "price and term". Throws for a word that is not listed. */
export function sayWords(value: string, language: Language): string {
  if (!isWordsValue(value)) throw new Error(`no words are listed for "${value}"`);
  return value
    .split(' ')
    .map((id) => WORDS[id as WordId][language])
    .join(AND[language]);
}
