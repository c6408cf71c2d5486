import { plainText } from './characters.ts';
import { DISCOUNTS, HARMLESS, HEADINGS, type Meaning } from './headings.ts';
import { isUnit } from './qualifiers.ts';

/** No heading is longer; what stands beyond decides nothing. */
const LONGEST = 200;
const BRACKETED = /\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|【([^【】]*)】|<([^<>]*)>/gu;
const BETWEEN = /[\s/:,;_|·•*?!。，；：？-]+/u;

/** A heading taken apart. */
export interface HeadingParts {
  /** In one line, as people read it. */
  readonly text: string;
  /** Its name, without brackets and units. */
  readonly words: string;
  /** What stands in brackets and behind the name. */
  readonly phrases: readonly string[];
}

/** A heading in one line of at most 200 characters, full width and what is not seen taken away. */
export function headingText(heading: string): string {
  return plainText(heading.slice(0, 2 * LONGEST))
    .normalize('NFKC')
    .slice(0, LONGEST)
    .trim();
}

function withoutMarks(token: string): string {
  return token.replaceAll(/^[/:,;_|-]+|[/:,;_|-]+$/gu, '');
}

/** Units in front of the name and behind it: "USD List Price", "Duration / months", "官网价USD". */
function withoutUnits(bare: string): { words: string; units: string[] } {
  const units: string[] = [];
  let tokens = bare
    .replaceAll(/(?<=\p{Script=Han})(?=[A-Z$¥€£]{1,3}$)/gu, ' ')
    .split(' ')
    .filter((token) => token !== '');
  while (tokens.length > 1) {
    const last = withoutMarks(tokens.at(-1)!);
    const first = withoutMarks(tokens[0]!);
    if (last === '' || /^in$/iu.test(last)) tokens = tokens.slice(0, -1);
    else if (isUnit(last)) {
      units.push(last);
      tokens = tokens.slice(0, -1);
    } else if (isUnit(first) && /^[A-Z]{3}$|[^\p{L}]/u.test(first)) {
      units.push(first);
      tokens = tokens.slice(1);
    } else break;
  }
  const words = tokens.join(' ');
  const slash = /[/_|,:-]([^\s/_|,:-]{1,12})$/u.exec(words);
  if (slash !== null && isUnit(slash[1]!)) {
    return { words: words.slice(0, slash.index), units: [...units, slash[1]!] };
  }
  return { words, units };
}

/** Takes a heading apart into its name and what is said besides. */
export function headingParts(heading: string): HeadingParts {
  const text = headingText(heading);
  const phrases = [...text.matchAll(BRACKETED)].map((found) =>
    found
      .slice(1)
      .find((inside) => inside !== undefined)!
      .trim(),
  );
  let bare = text.replaceAll(BRACKETED, ' ').replaceAll(/ {2,}/gu, ' ').trim();
  // An opening bracket that nothing closes: what follows it stands in brackets all the same.
  const open = bare.search(/[([{【<]/u);
  if (open > 0) {
    phrases.push(bare.slice(open + 1).trim());
    bare = bare.slice(0, open).trim();
  }
  if (bare === '') return { text, words: text, phrases: [] };
  const { words, units } = withoutUnits(bare);
  return { text, words, phrases: [...phrases, ...units] };
}

/** Letters and figures of a name in lower case, with the slash that divides two values. */
export function nameKey(words: string): string {
  const bare = words.toLowerCase().replaceAll(/[^\p{L}\p{N}/]/gu, '');
  let [from, to] = [0, bare.length];
  while (bare[from] === '/') from++;
  while (to > from && bare[to - 1] === '/') to--;
  return bare.slice(from, to);
}

/** What two headings have in common when they are the same to us; empty for an empty heading. */
export function headingKey(heading: string): string {
  return nameKey(headingParts(heading).words);
}

/** What a name means, and how early it stands in the list of names. */
export interface Named {
  readonly meaning: Meaning | 'ignored';
  readonly rank: number;
}

/** Names by key: those of all accounts, with an account's own. */
export type KnownNames = ReadonlyMap<string, Named>;

function builtIn(): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const [meaning, all] of Object.entries(HEADINGS)) {
    for (const [rank, name] of all.entries()) {
      names.set(nameKey(headingText(name)), { meaning: meaning as Meaning, rank });
    }
  }
  return names;
}

const BUILT_IN: KnownNames = builtIn();
const made = new WeakMap<object, KnownNames>();

/**
 * The names that are known to an account. Its own come first for what they mean, but it cannot have
 * a column ignored whose heading is known to all: that would be a decision or a price unread.
 */
export function knownNames(
  own: Readonly<Partial<Record<string, readonly string[] | undefined>>>,
): KnownNames {
  const known = made.get(own);
  if (known !== undefined) return known;
  const names = builtIn();
  for (const [meaning, all] of Object.entries(own)) {
    for (const name of all ?? []) {
      const key = nameKey(headingText(name));
      if (meaning === 'ignored' && names.has(key)) continue;
      names.set(key, { meaning: meaning as Named['meaning'], rank: 0 });
    }
  }
  made.set(own, names);
  return names;
}

/** The places at which a heading in two languages may fall apart into its two names. */
function halves(words: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 1; at < words.length; at++) {
    const [before, after] = [words[at - 1]!, words[at]!];
    const scripts = /\p{Script=Han}/u.test(before) !== /\p{Script=Han}/u.test(after);
    if (BETWEEN.test(after) || BETWEEN.test(before) || scripts) {
      found.push([words.slice(0, at), words.slice(at)]);
    }
  }
  return found.length > 40 ? [] : found;
}

/** What a heading's name means, be it said once or in two languages; null where it is not known. */
export function nameMeaning(words: string, known: KnownNames): Named | null {
  const whole = known.get(nameKey(words));
  if (whole !== undefined) return whole;
  for (const [left, right] of halves(words)) {
    const one = known.get(nameKey(left));
    const other = known.get(nameKey(right));
    if (one !== undefined && one.meaning === other?.meaning) {
      return one.rank <= other.rank ? one : other;
    }
  }
  return null;
}

/** What a label beside the table means, such as "Approved by". */
export function headingMeaning(heading: string, known: KnownNames = BUILT_IN): Named | null {
  return nameMeaning(headingParts(heading).words, known);
}

const HARMLESS_NAMES = new Map(
  Object.entries(HARMLESS).flatMap(([kind, names]) =>
    names.map((name) => [nameKey(name), kind as keyof typeof HARMLESS] as const),
  ),
);

/** Whether a name is known to be no matter of a renewal, and what its cells may say. */
export function harmlessName({ text, words }: HeadingParts): keyof typeof HARMLESS | null {
  return HARMLESS_NAMES.get(nameKey(words)) ?? HARMLESS_NAMES.get(nameKey(text)) ?? null;
}

const DISCOUNT_KEYS = new Set(DISCOUNTS.map(nameKey));

/** Whether a heading is that of discounts which its rows have. */
export function isDiscount(heading: string): boolean {
  return DISCOUNT_KEYS.has(nameKey(headingParts(heading).words));
}
