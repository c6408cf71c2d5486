import type { Cell } from '../../jobs/quote.ts';
import { readTerm, type Term, type TermReading } from '../../values/term.ts';
import { reason } from '../../reasons/reason.ts';
import { characterReason, oddCharacter, plainText } from './characters.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { readFormat } from './number-format.ts';
import { isUnit } from './qualifiers.ts';
import { cellText } from './sheet-table.ts';
import { wordList } from './word-list.ts';

/** Numbers that terms are written with in words; whole years and months only. */
const WORDS = new Map<string, number>(
  wordList(`
    a 1 | an 1 | one 1 | two 2 | three 3 | four 4 | five 5 | six 6 | seven 7 | eight 8 | nine 9 |
    ten 10 | eleven 11 | twelve 12 | 一 1 | 壹 1 | 二 2 | 两 2 | 贰 2 | 三 3 | 叁 3 | 四 4 | 五 5 |
    六 6 | 七 7 | 八 8 | 九 9 | 十 10 | 十一 11 | 十二 12 | 二十四 24 | 三十六 36
  `).map((entry) => {
    const [word = '', number] = entry.split(' ');
    return [word, Number(number)] as const;
  }),
);

/** Whole phrases that are a term by themselves, and the months that each means. */
const PHRASES = new Map<string, number>([
  ...wordList('monthly | 按月 | 包月').map((phrase) => [phrase, 1] as const),
  ...wordList('一季度 | 一个季度 | a quarter | one quarter').map((phrase) => [phrase, 3] as const),
  ...wordList('半年 | half a year | half year | half-year').map((phrase) => [phrase, 6] as const),
  ...wordList('yearly | annual | annually | 按年 | 包年').map((phrase) => [phrase, 12] as const),
]);

const ISO = /^P(\d{1,3})([MY])$/iu;
const COUNTED =
  /^([a-z]+|[一二两三四五六七八九十壹贰叁]{1,3}|\d{1,3}(?:\.0+)?)[ -]?(month|year|mth|mo|mon|yr|m|y|个月|个年|月|年|年度)(?:s|\(s\))?\.?(?:期|整)?$/iu;
const MONTHS = /^(?:month|mth|mo|mon|m|个月|月)$/iu;

/** A term as `readTerm` knows it, in one of the ways in which people write it; else as it stands. */
function tidied(text: string): string {
  const low = text.toLowerCase().replaceAll(/\s*\(\s*s\s*\)/gu, 's');
  const months = PHRASES.get(low);
  if (months !== undefined) return `${months} months`;
  const iso = ISO.exec(low);
  if (iso !== null) return `${iso[1]} ${iso[2] === 'm' ? 'month' : 'year'}`;
  const counted = COUNTED.exec(low);
  if (counted === null) return text;
  const [, number = '', unit = ''] = counted;
  const count = WORDS.get(number) ?? Number(number);
  return Number.isInteger(count) ? `${count} ${MONTHS.test(unit) ? 'month' : 'year'}` : text;
}

/** Reads a term from text: "1 Month(s)", "12 mths", "one year", 三个月, 半年, "P1M". */
export function readTermText(text: string, longest?: number): TermReading {
  const plain = plainText(text).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  // "1 year (12 months)": both say the same, or it says nothing.
  const both = /^([^()]{1,30}?) ?\(([^()]{1,30})\)$/u.exec(plain);
  if (both !== null && both[2] !== 's') {
    const [one, other] = [readTerm(tidied(both[1]!), longest), readTerm(tidied(both[2]!), longest)];
    if (one.kind !== 'unreadable' && other.kind !== 'unreadable') {
      return JSON.stringify(one) === JSON.stringify(other) ? one : { kind: 'unreadable' };
    }
  }
  return readTerm(tidied(plain), longest);
}

/** The unit of time that a word names, or null. */
export function unitNamed(word: string): 'month' | 'year' | null {
  const plain = plainText(word)
    .toLowerCase()
    .replaceAll(/[()（）]/gu, '');
  if (!isUnit(plain)) return null;
  const reading = readTerm(tidied(`1 ${plain}`));
  return reading.kind === 'term' ? reading.term.unit : null;
}

/** The unit that the cell's number format shows behind its figure; `odd`: it shows something else. */
function formatUnit(cell: Cell): 'month' | 'year' | 'odd' | null {
  if (cell.kind !== 'number') return null;
  const { words, scaled } = readFormat(cell.format, cell.number);
  if (scaled) return 'odd';
  if (words.length === 0) return null;
  return words.length === 1 ? (unitNamed(words[0]!) ?? 'odd') : 'odd';
}

/** The longest term of which the sentences below tell. */
const USUAL_LONGEST = 36;

/**
 * Reads a renewal term of at most `longest` months. A bare number counts only in the unit that its number format, the heading
 * ("Duration (months)") or a column of units names; where two of them name another one, in none.
 * A month is never guessed to be a year, nor the other way round.
 */
export function readTermCell(
  cell: Cell,
  period: 'month' | 'year' | null,
  longest: number,
): FieldReading<Term> {
  if (cell.kind === 'empty') return { kind: 'empty' };
  const shown = cellText(cell);
  const odd = oddCharacter(shown);
  if (odd !== null) return problem(characterReason(shown, odd));
  const text = plainText(shown).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return { kind: 'empty' };
  const bare = /^\d{1,3}$/u.test(text);
  const unit = formatUnit(cell);
  if (unit === 'odd' || (unit !== null && period !== null && unit !== period)) {
    return problem(reason('term-unreadable', { cell: shortened(text) }));
  }
  const counted = unit ?? period;
  if (bare && counted === null) {
    return problem(reason('term-without-unit', { cell: shortened(text) }));
  }
  const reading = readTermText(bare ? `${text} ${counted}` : text, longest);
  switch (reading.kind) {
    case 'term':
      return value(reading.term);
    case 'unreadable':
      return problem(reason('term-unreadable', { cell: shortened(text) }));
    case 'not offered': {
      const count = String(reading.count);
      if (longest !== USUAL_LONGEST) {
        const years = String(longest / 12);
        return problem(reason('term-out-of-range', { cell: shortened(text), years }));
      }
      return problem(
        reading.unit === 'month'
          ? reason('months-not-offered', { months: count })
          : reason('years-not-offered', { years: count }),
      );
    }
  }
}
