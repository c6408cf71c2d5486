import type { Cell } from '../../jobs/quote.ts';
import { isDecisionWord, isVerdict, readAnswer } from './approval.ts';
import { plainText } from './characters.ts';
import { currenciesInAnyCase, currenciesMeant } from './currency-words.ts';
import { readFormat } from './number-format.ts';
import { remembered } from './remembered.ts';
import { isBlankCell } from './sheet-table.ts';
import { readTermText } from './term-cell.ts';

/** How many of a column's cells hold what; a cell may count for several. */
export interface Content {
  /** Cells with something in them, other than a dash or "n/a". */
  readonly filled: number;
  readonly decisions: number;
  /** Of these, those that say no. */
  readonly noes: number;
  /** Of these, verdicts of somebody who approves. */
  readonly verdicts: number;
  /** Amounts that name a currency. */
  readonly money: number;
  /** Plain figures, with or without a currency. */
  readonly figures: number;
  readonly terms: number;
  readonly currencies: number;
}

const NOTHING = /^(?:-+|–|—|\/|n\/?a|nil|无)$/iu;
const FIGURE = /^[^\p{L}\d]{0,3}\d[\d.,' ]*[^\p{L}\d]{0,3}$/u;
const MARKED = /^(?:([^\d\s.,]{1,12}) ?\d[\d.,' ]*|\d[\d.,' ]* ?([^\d\s.,]{1,12}))$/u;

const NOTHING_HELD = {
  filled: 0,
  decisions: 0,
  noes: 0,
  verdicts: 0,
  money: 0,
  figures: 0,
  terms: 0,
  currencies: 0,
};

/** What a cell holds, each of it as a count of none or one. */
interface Traits {
  readonly decisions: boolean;
  readonly noes: boolean;
  readonly verdicts: boolean;
  readonly money: boolean;
  readonly figures: boolean;
  readonly terms: boolean;
  readonly currencies: boolean;
}

const NO_TRAITS: Traits = {
  decisions: false,
  noes: false,
  verdicts: false,
  money: false,
  figures: false,
  terms: false,
  currencies: false,
};

/** What every term has in one of its spellings. */
const TERM_LIKE = /mo|mth|m\b|y|年|月|季|quarter/iu;

/** Texts with figures are told apart from those without: most of what is asked needs no answer. */
const textTraits = remembered((text: string): Traits => {
  if (text.length > 60) return NO_TRAITS;
  const plain = plainText(text);
  const terms = TERM_LIKE.test(plain) && readTermText(text).kind !== 'unreadable';
  if (!/\d/u.test(plain)) {
    const cell: Cell = { kind: 'text', text };
    const codes = plain.length > 20 || plain === 'ALL' ? null : currenciesInAnyCase(plain);
    const decisions = isDecisionWord(cell);
    return {
      ...NO_TRAITS,
      terms,
      decisions,
      currencies: codes !== null,
      noes: decisions && readAnswer(cell).kind === 'no',
      verdicts: isVerdict(cell),
    };
  }
  const found = MARKED.exec(plain);
  const word = found?.[1] ?? found?.[2];
  const money = word !== undefined && currenciesMeant(word) !== null;
  return { ...NO_TRAITS, terms, money, figures: FIGURE.test(plain) };
});

function traitsOf(cell: Cell): Traits {
  switch (cell.kind) {
    case 'text':
      return textTraits(cell.text);
    case 'number': {
      const words = cell.format === null ? [] : readFormat(cell.format).words;
      const money = words.some((word) => currenciesMeant(word) !== null);
      return { ...NO_TRAITS, figures: true, money };
    }
    case 'boolean':
      return { ...NO_TRAITS, decisions: true, noes: !cell.boolean };
    case 'date':
    case 'empty':
      return NO_TRAITS;
  }
}

function isFilled(cell: Cell): boolean {
  if (cell.kind !== 'text') return cell.kind !== 'empty';
  return !isBlankCell(cell) && !NOTHING.test(cell.text.trim()) && plainText(cell.text) !== '';
}

const COUNTED = Object.keys(NO_TRAITS) as (keyof Traits)[];

/** Counts what the cells of a column hold. */
export function contentOf(cells: Iterable<Cell>): Content {
  const content = { ...NOTHING_HELD };
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    content.filled++;
    const traits = traitsOf(cell);
    if (traits === NO_TRAITS) continue;
    for (const trait of COUNTED) if (traits[trait]) content[trait]++;
  }
  return content;
}

/** A column holds what more than half of its filled cells hold. */
export function holds(content: Content, what: Exclude<keyof Content, 'filled'>): boolean {
  return content[what] * 2 > content.filled;
}
