import { currenciesMeant } from './currency-words.ts';
import { HEADINGS, type Meaning } from './headings.ts';

const BRACKETED = /\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|【[^】]*】/gu;
const PERIOD = /^(?:months?|个月|月)$|^(years?|年)$/iu;
const TRAILING = /[\s/:_-]+(\S+)$/u;

function isUnit(word: string): boolean {
  return PERIOD.test(word) || currenciesMeant(word) !== null;
}

/** Brackets and a trailing unit apart from the words: "List Price (USD)", "Duration / months". */
function taken(heading: string): { words: string; units: string[] } {
  const flat = heading.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  const units = [...flat.matchAll(BRACKETED)].flatMap(([text]) =>
    text.slice(1, -1).split(/[\s,;/]+/u),
  );
  const bare = flat.replaceAll(BRACKETED, ' ').trim();
  const last = TRAILING.exec(bare);
  if (last !== null && isUnit(last[1]!)) {
    return { words: bare.slice(0, last.index), units: [...units, last[1]!] };
  }
  return { words: bare === '' ? flat : bare, units };
}

/** What two headings have in common when they are the same to us; empty for an empty heading. */
export function headingKey(heading: string): string {
  return taken(heading)
    .words.toLowerCase()
    .replaceAll(/[^\p{L}\p{N}/]/gu, '')
    .replaceAll(/^\/+|\/+$/gu, '');
}

/** The units that a heading names: currencies it may mean (null: it names none) and the period. */
export function headingUnits(heading: string): {
  currencies: readonly string[] | null;
  period: 'month' | 'year' | null;
} {
  const { units } = taken(heading);
  const period = units.map((unit) => PERIOD.exec(unit)).find((match) => match !== null);
  return {
    currencies: units.map(currenciesMeant).find((codes) => codes !== null) ?? null,
    period: period === undefined ? null : period[1] === undefined ? 'month' : 'year',
  };
}

const meanings = new Map<string, { meaning: Meaning; rank: number }>();
for (const [meaning, names] of Object.entries(HEADINGS)) {
  for (const [rank, name] of names.entries()) {
    meanings.set(headingKey(name), { meaning: meaning as Meaning, rank });
  }
}

/** What a heading means and how early its name stands in the list; null where it is not known. */
export function headingMeaning(heading: string): { meaning: Meaning; rank: number } | null {
  return meanings.get(headingKey(heading)) ?? null;
}
