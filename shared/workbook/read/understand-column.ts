import { OUTCOME_WORDS } from '../../phrases/outcome-phrases.ts';
import type { Cell } from '../../jobs/quote.ts';
import { OUTCOMES } from '../../renewal/outcome.ts';
import { contentOf, holds, type Content } from './column-content.ts';
import { harmlessName, headingParts, nameMeaning, type KnownNames } from './heading-key.ts';
import type { Meaning } from './headings.ts';
import { isMeasure, type Look, type Looks, looksOf, type Strength } from './look-alikes.ts';
import { isOther, readQualifiers, type Qualifiers } from './qualifiers.ts';
import { cellText } from './sheet-table.ts';

/**
 * What a column is: understood; harmless, so that it may come back as it was; or refused, because it
 * looks like a decision, a price, a term or a currency and is none that is known. Nothing unknown
 * counts as a yes.
 */
export type Understanding =
  | {
      readonly kind: 'understood';
      readonly meaning: Meaning;
      readonly rank: number;
      readonly qualifiers: Qualifiers;
    }
  /**
   * `instead`: the meaning it would have were it not about another thing or time; `free`: nothing is
   * known of it, so that a word in it may still be meant against its row.
   */
  | { readonly kind: 'harmless'; readonly instead: Meaning | null; readonly free: boolean }
  | {
      readonly kind: 'refused';
      readonly look: Look;
      /** The word besides its name for which it is not understood; null: the name itself is not. */
      readonly word: string | null;
    };

const LOOK_OF: Partial<Record<Meaning, Look>> = {
  approved: 'decision',
  approvedPrice: 'price',
  discountedPrice: 'price',
  listPrice: 'price',
  term: 'term',
  unit: 'term',
  currency: 'currency',
};

/** Meanings under which any word may stand, a yes or no or an amount among them. */
const UNCHECKED: ReadonlySet<Meaning> = new Set([
  'id',
  'expiry',
  'name',
  'approved',
  'unit',
  'order',
]);

function refused(look: Look, word: string | null = null): Understanding {
  return { kind: 'refused', look, word };
}

const HARMLESS: Understanding = { kind: 'harmless', instead: null, free: false };
const FREE: Understanding = { kind: 'harmless', instead: null, free: true };

/** A name that is known, with what is said besides. */
function qualified(meaning: Meaning, rank: number, qualifiers: Qualifiers): Understanding {
  const look = LOOK_OF[meaning];
  const { scale, other, unsettled, unknown } = qualifiers;
  // Our own results say so of a column whose name the uploader has too.
  if (other !== null && /^(?:result|dry run)$/iu.test(other) && look !== 'decision')
    return HARMLESS;
  if (look === undefined || look === 'currency') {
    // A currency's code tells by itself what it is; only another time or thing takes it away.
    if (other !== null && look === 'currency') return refused(look, other);
    const apart = meaning === 'id' || meaning === 'expiry' || meaning === 'name';
    return other !== null && apart
      ? { kind: 'harmless', instead: meaning, free: false }
      : { kind: 'understood', meaning, rank, qualifiers };
  }
  if (unsettled !== null) return refused(look, unsettled);
  if (other !== null) {
    return look === 'decision'
      ? refused(look, other)
      : { kind: 'harmless', instead: meaning, free: false };
  }
  if (look !== 'decision') {
    const odd = scale ?? unknown;
    if (odd !== null) return refused(look, odd);
  }
  return { kind: 'understood', meaning, rank, qualifiers };
}

function byLook(look: Look, strength: Strength, content: Content, words: string): boolean {
  if (strength === 'strong') return look === 'decision' || content.filled > 0;
  if (strength === 'negative') return content.filled > 0;
  switch (look) {
    case 'price':
      return content.money > 0 || (holds(content, 'figures') && !isMeasure(words));
    case 'term':
      return content.terms > 0;
    case 'decision':
    case 'currency':
      return content.filled > 0;
  }
}

/** As our sheets call them, in each language. */
const OWN_OUTCOMES: ReadonlySet<string> = new Set(
  OUTCOMES.flatMap((outcome) => Object.values(OUTCOME_WORDS[outcome])),
);

function isOutcomeOrEmpty(cell: Cell): boolean {
  return cell.kind === 'empty' || OWN_OUTCOMES.has(cellText(cell));
}

const CONTENTS = [
  ['decisions', 'decision'],
  ['money', 'price'],
  ['terms', 'term'],
  ['currencies', 'currency'],
] as const;

function byContent(content: Content): Look | null {
  if (content.filled === 0) return null;
  return CONTENTS.find(([what]) => holds(content, what))?.[1] ?? null;
}

/** "Old Price", "Parent Resource ID", "去年价格": a name with a word before it that takes it away. */
function withoutOther(words: string): { words: string; other: string } | null {
  const latin =
    /^(\p{Script=Latin}+(?:['’]s)?(?: (?:years?|months?|quarters?)(?:['’]s?)?)?)[ _-](.+)$/iu.exec(
      words,
    );
  const han = /^(上一年|上年度|去年|上年|上次|上期|上月|历史|以前|父级|父|旧|剩余|已用)(.+)$/u.exec(
    words,
  );
  const found = [latin, han].find((match) => match !== null && isOther(match[1]!));
  return found === undefined || found === null ? null : { other: found[1]!, words: found[2]! };
}

function unknownName(words: string, looks: Looks, content: Content): Understanding {
  const held = byContent(content);
  const found = [...looks].flatMap(([look, by]) => (byLook(look, by, content, words) ? look : []));
  // "Aproved Price" over figures is no column of decisions.
  const isPrice = found.includes('price') && holds(content, 'figures');
  const look = held ?? (isPrice ? 'price' : found[0]);
  return look === undefined ? FREE : refused(look);
}

/**
 * Understands a column from its heading and its cells, with the names that an account knows. Pure:
 * what stands beside it, and what two columns say together, is decided where the table is read.
 * `groups`: headings above this one that span several columns.
 */
export function understandColumn(
  heading: string,
  cells: Iterable<Cell>,
  known: KnownNames,
  groups: readonly string[] = [],
): Understanding {
  const parts = headingParts(heading);
  const { words, phrases } = parts;
  const own = nameMeaning(words, known);
  const named = own ?? groupedName(words, groups, known);
  // What spans several columns is read for what takes their meaning away, not for what is unknown.
  const above = { ...readQualifiers(groups), unknown: null };
  const qualifiers = joined(readQualifiers(phrases), above);
  if (named?.meaning === 'ignored') return HARMLESS;
  if (named !== null) return ofKnown(named.meaning, named.rank, qualifiers, cells);
  const kind = harmlessName(parts);
  if (kind === 'whatever' || isAutoRenewal(words)) return HARMLESS;
  const stripped = withoutOther(words);
  if (stripped !== null) {
    const taken = nameMeaning(stripped.words, known);
    if (taken !== null && taken.meaning !== 'ignored') {
      const other = { ...qualifiers, other: stripped.other };
      return qualified(taken.meaning, taken.rank, other);
    }
    const look = looksOf(stripped.words);
    if (look.size > 0 && !look.has('decision')) return HARMLESS;
  }
  const all = [...cells];
  if (kind === 'outcomes' && all.every(isOutcomeOrEmpty)) {
    return HARMLESS;
  }
  const content = contentOf(all);
  if (kind === 'plain') {
    const held = byContent(content);
    return held === null || held === 'term' ? HARMLESS : refused(held);
  }
  return unknownName(words, looksOf([words, ...phrases].join(' '), groups), content);
}

/** A setting of the provider's auto-renewal, other than what it costs. */
function isAutoRenewal(words: string): boolean {
  return (
    /^(?:auto(?:matic)?[ -]?renew|是否自动续费|自动续费)/iu.test(words) &&
    !looksOf(words).has('price')
  );
}

function joined(own: Qualifiers, above: Qualifiers): Qualifiers {
  return {
    currencies: own.currencies ?? above.currencies,
    period: own.period ?? above.period,
    zone: own.zone ?? above.zone,
    scale: own.scale ?? above.scale,
    other: own.other ?? above.other,
    unsettled: own.unsettled ?? above.unsettled,
    unknown: own.unknown,
  };
}

/** A name that is only one together with the heading above it: "Price" over "List". */
function groupedName(words: string, groups: readonly string[], known: KnownNames) {
  for (const group of groups) {
    const above = headingParts(group).words;
    for (const both of words === '' ? [above] : [`${words} ${above}`, `${above} ${words}`]) {
      const found = nameMeaning(both, known);
      if (found !== null) return found;
    }
    // Under a heading for decisions stand decisions, of whomever.
    const whole = nameMeaning(above, known);
    if (whole?.meaning === 'approved') return whole;
  }
  return null;
}

function ofKnown(
  meaning: Meaning,
  rank: number,
  qualifiers: Qualifiers,
  cells: Iterable<Cell>,
): Understanding {
  // "Approved (USD)" is over amounts.
  const priced = meaning === 'approved' && qualifiers.currencies !== null;
  const understood = qualified(priced ? 'approvedPrice' : meaning, rank, qualifiers);
  if (LOOK_OF[meaning] !== undefined || UNCHECKED.has(meaning)) return understood;
  const content = contentOf(cells);
  const decides = content.filled > 0 && holds(content, 'decisions');
  const yes = decides && content.decisions > content.noes;
  if (meaning === 'status' && (content.verdicts > 0 || yes)) {
    return { kind: 'understood', meaning: 'approved', rank: 99, qualifiers };
  }
  if (meaning === 'status') return understood;
  // A note may say ok, and its no is told of the row; verdicts are those of a column of decisions.
  if (meaning === 'note') {
    const verdicts = content.verdicts > 0 || content.noes > 0;
    return yes && verdicts ? refused('decision') : understood;
  }
  return decides ? refused('decision') : understood;
}
