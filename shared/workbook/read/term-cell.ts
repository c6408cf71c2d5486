import type { Cell } from '../../jobs/quote.ts';
import { readTerm, type Term } from '../../values/term.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { cellText } from './sheet-table.ts';

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
    return problem(reason('term-without-unit', { cell: shortened(text) }));
  }
  const reading = readTerm(bare ? `${text} ${period}` : text);
  switch (reading.kind) {
    case 'term':
      return value(reading.term);
    case 'unreadable':
      return problem(reason('term-unreadable', { cell: text }));
    case 'not offered': {
      const count = String(reading.count);
      return problem(
        reading.unit === 'month'
          ? reason('months-not-offered', { months: count })
          : reason('years-not-offered', { years: count }),
      );
    }
  }
}
