import { CATALOGUE } from './catalogue.ts';
import type { Entry, Language, Said } from './entry.ts';
import { ordersWords } from './order-words.ts';
import type { Reason } from './reason.ts';
import { isWordsValue, sayWords } from './words.ts';

const PLACEHOLDER = /\{([^{}]+)\}/gu;
/** What stands between two sentences. */
const BETWEEN: Readonly<Record<Language, string>> = { en: ' ', zh: '' };
/** Such a count is shown with its thousands apart. */
const MANY = /^\d{4,15}$/u;
/** Values that are orders. */
const ORDERS: ReadonlySet<string> = new Set(['order', 'orders']);
/** Values that are names in quotation marks, or pairs of them. */
const NAMES: ReadonlySet<string> = new Set([
  'headings',
  'discounted',
  'list',
  'found',
  'pairs',
  'answers',
]);
const PLACES = ['first', 'second'] as const;

/** The reason and its advice as people read them. Throws for a reason that lacks a value or a part. */
export function say(reason: Reason, language: Language): Said {
  const texts: Said = entryOf(reason)[language];
  const fill = (text: string): string =>
    text.replaceAll(PLACEHOLDER, (_, inside: string) => filling(inside, reason, language));
  return { reason: fill(texts.reason), advice: fill(texts.advice) };
}

function entryOf({ id }: Reason): Entry {
  const entry = (CATALOGUE as Readonly<Record<string, Entry>>)[id];
  if (entry === undefined) throw new Error(`the catalogue has no reason ${id}`);
  return entry;
}

/** Reason, advice and, in brackets, the provider's own code where the reason has one. */
export function sayWhole(reason: Reason, language: Language): string {
  const said = say(reason, language);
  const { code } = reason.values;
  const shown = language === 'en' ? ` (${code})` : `（${code}）`;
  return joined([said.reason, said.advice], language) + (code === undefined ? '' : shown);
}

/** Whether the reason has all that its texts fill in. */
export function canBeSaid({ id, values, parts = [] }: Reason): boolean {
  const { reason, advice } = (CATALOGUE[id] as Entry).en;
  return [...`${reason}${advice}`.matchAll(PLACEHOLDER)].every(([, inside = '']) => {
    const [name = '', aspect] = inside.split(/[.|:]/u);
    if (inside.includes('.')) return name === 'all' || partAt(name, parts) !== undefined;
    const value = values[name];
    return value !== undefined && (aspect !== 'words' || isWordsValue(value));
  });
}

function filling(inside: string, { id, values, parts = [] }: Reason, language: Language): string {
  const [name = '', ...more] = inside.split(/[.|:]/u);
  if (inside.includes('.')) {
    const part = partAt(name, parts);
    const taken = name === 'all' ? parts : part === undefined ? [] : [part];
    if (taken.length === 0) throw new Error(`the reason ${id} takes up no other`);
    return takenUp(taken, more[0] as 'reason' | 'advice' | 'whole', language);
  }
  const value = values[name];
  if (value === undefined) throw new Error(`the reason ${id} lacks its ${name}`);
  if (inside.includes('|')) return more[value === '1' ? 0 : 1]!;
  if (inside.includes(':')) return sayWords(value, language);
  if (ORDERS.has(name)) return ordersWords(value, language);
  if (NAMES.has(name)) return namesIn(value, language);
  return MANY.test(value) && isCounted(id, name) ? Number(value).toLocaleString('en-US') : value;
}

/** Names in the quotation marks of the language, and with its comma between them. */
function namesIn(value: string, language: Language): string {
  if (language === 'en') return value;
  return value
    .replaceAll(/"([^"]*)"/gu, '“$1”')
    .replaceAll('”, “', '”、“')
    .replaceAll('”: “', '”：“');
}

/** A count is one that a word follows in its number; an order's id of digits alone is none. */
function isCounted(id: Reason['id'], name: string): boolean {
  const { reason, advice } = (CATALOGUE[id] as Entry).en;
  return reason.includes(`{${name}|`) || advice.includes(`{${name}|`);
}

function partAt(name: string, parts: readonly Reason[]): Reason | undefined {
  const place = PLACES.findIndex((each) => each === name);
  return place === -1 ? undefined : parts[place];
}

function takenUp(
  parts: readonly Reason[],
  aspect: 'reason' | 'advice' | 'whole',
  language: Language,
): string {
  const said = parts.map((part) =>
    aspect === 'whole' ? sayWhole(part, language) : say(part, language)[aspect],
  );
  // Several cells may be wrong in the same way: each is named, the advice is given once.
  return joined(aspect === 'advice' ? [...new Set(said)] : said, language);
}

function joined(sentences: readonly string[], language: Language): string {
  return sentences.filter((sentence) => sentence !== '').join(BETWEEN[language]);
}
