import type { Cell } from '../../jobs/quote.ts';
import { isDecisionWord, isVerdict, readAnswer } from './approval.ts';
import { plainText } from './characters.ts';
import { currenciesMeant } from './currency-words.ts';
import { readFormat } from './number-format.ts';
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

function isMoney(cell: Cell): boolean {
  if (cell.kind === 'number') {
    return readFormat(cell.format).words.some((word) => currenciesMeant(word) !== null);
  }
  if (cell.kind !== 'text') return false;
  const found = MARKED.exec(plainText(cell.text.slice(0, 60)));
  const word = found?.[1] ?? found?.[2];
  return word !== undefined && currenciesMeant(word) !== null;
}

function isCurrency(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > 20) return false;
  const word = plainText(cell.text);
  return (currenciesMeant(word) ?? currenciesMeant(word.toUpperCase())) !== null && word !== 'ALL';
}

function isFigure(cell: Cell): boolean {
  if (cell.kind === 'number') return true;
  return cell.kind === 'text' && FIGURE.test(plainText(cell.text.slice(0, 60)));
}

function isTerm(cell: Cell): boolean {
  return (
    cell.kind === 'text' && cell.text.length <= 40 && readTermText(cell.text).kind !== 'unreadable'
  );
}

function isFilled(cell: Cell): boolean {
  return cell.kind === 'text'
    ? !NOTHING.test(cell.text.trim()) && plainText(cell.text) !== ''
    : cell.kind !== 'empty';
}

/** Counts what the cells of a column hold. */
export function contentOf(cells: Iterable<Cell>): Content {
  const content = {
    filled: 0,
    decisions: 0,
    noes: 0,
    verdicts: 0,
    money: 0,
    figures: 0,
    terms: 0,
    currencies: 0,
  };
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    content.filled++;
    if (isDecisionWord(cell)) content.decisions++;
    if (readAnswer(cell).kind === 'no' && cell.kind === 'text') content.noes++;
    if (isVerdict(cell)) content.verdicts++;
    if (isMoney(cell)) content.money++;
    if (isFigure(cell)) content.figures++;
    if (isTerm(cell)) content.terms++;
    if (isCurrency(cell)) content.currencies++;
  }
  return content;
}

/** A column holds what more than half of its filled cells hold. */
export function holds(content: Content, what: Exclude<keyof Content, 'filled'>): boolean {
  return content[what] * 2 > content.filled;
}
