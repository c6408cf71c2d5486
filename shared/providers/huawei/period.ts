import type { Term } from '../../values/term.ts';

/** A term as the API wants it: `period_type` 2 is months (1 to 11), 3 is years (1 to 3); section 1. */
export function period({ unit, count }: Term): { period_type: 2 | 3; period_num: number } {
  return { period_type: unit === 'month' ? 2 : 3, period_num: count };
}
