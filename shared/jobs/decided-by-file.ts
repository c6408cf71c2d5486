import { noOutcomes, type Outcome } from '../renewal/outcome.ts';
import type { QuoteRow } from './quote.ts';

/** How many rows of a quote the file itself has decided, by outcome: they go into no chunk. */
export function decidedByFile(rows: readonly QuoteRow[]): Record<Outcome, number> {
  const counts = noOutcomes();
  for (const { verdict } of rows) if (verdict !== null) counts[verdict.outcome] += 1;
  return counts;
}
