import type { Cell } from '../../jobs/quote.ts';
import { readTerm, type Term } from '../../values/term.ts';
import { problem, quoted, value, type FieldReading } from './field.ts';
import { cellText } from './sheet-table.ts';

const ADVICE = 'Write the term as "1 month" or "1 year" and drop the row again.';

/**
 * Reads a renewal term. A bare number counts only in the unit that the heading names
 * ("Duration (months)"): a month is never guessed to be a year, nor the other way round.
 */
export function readTermCell(cell: Cell, period: 'month' | 'year' | null): FieldReading<Term> {
  if (cell.kind === 'empty') return { kind: 'empty' };
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return { kind: 'empty' };
  const bare = /^\d{1,3}$/u.test(text);
  if (bare && period === null) {
    return problem(`The renewal term ${quoted(text)} does not say months or years.`, ADVICE);
  }
  const reading = readTerm(bare ? `${text} ${period}` : text);
  return reading.kind === 'term' ? value(reading.term) : problem(reading.reason, ADVICE);
}
