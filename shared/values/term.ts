/**
 * For how long a resource is renewed. Months run from 1 to 11, and whole years from 1 on: twelve, 24
 * and 36 months are the same as one, two and three years (Huawei contract, section 1: period_num).
 */
export interface Term {
  readonly unit: 'month' | 'year';
  readonly count: number;
}

/** What became of a term cell: a term, no term at all, or one that is not offered. */
export type TermReading =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'not offered'; readonly unit: Term['unit']; readonly count: number };

const PATTERN = /^(\d{1,3})\s*(?:-\s*)?(个月|月|months?|mons?|mo|m|年|years?|yrs?|yr|y)$/iu;

/**
 * Reads "1 month", "12 months", "1 year", "1个月", "1年" and their usual short forms. A term is offered
 * up to `longest` months.
 */
export function readTerm(text: string, longest = 36): TermReading {
  const match = PATTERN.exec(text.trim());
  if (match === null) return { kind: 'unreadable' };
  const years = /^(?:年|y)/iu.test(match[2]!);
  return normalize(Number(match[1]), years, longest);
}

function normalize(count: number, years: boolean, longest: number): TermReading {
  const months = years ? count * 12 : count;
  const whole = months >= 12 && months <= longest && months % 12 === 0;
  if (whole || (months >= 1 && months <= 11)) return { kind: 'term', term: termOfMonths(months) };
  return { kind: 'not offered', unit: years ? 'year' : 'month', count };
}

/** A term of so many months, in years where it is whole years. */
export function termOfMonths(months: number): Term {
  return months % 12 === 0
    ? { unit: 'year', count: months / 12 }
    : { unit: 'month', count: months };
}

/** The term in months, for sorting and for showing. */
export function termMonths(term: Term): number {
  return term.unit === 'year' ? term.count * 12 : term.count;
}

/** The term for people: "1 month", "3 years". */
export function termText(term: Term): string {
  return `${term.count} ${term.unit}${term.count === 1 ? '' : 's'}`;
}
