import type { Term } from '../values/term.ts';

/**
 * The day (`yyyy-MM-dd`) a term later; where that month is too short, its last day, which is the least that
 * a provider may mean by a month.
 */
export function dayAfterTerm(day: string, { unit, count }: Term): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = unit === 'year' ? count * 12 : count;
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const end = Math.min(date, last.getUTCDate());
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), end))
    .toISOString()
    .slice(0, 10);
}
