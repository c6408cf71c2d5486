import { reason } from '../reasons/reason.ts';
import { rowOutcome } from '../renewal/outcome.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import type { Quote, QuoteRow } from './quote.ts';

/**
 * The quote with one row for each resource that is to be renewed, the first one, however its provider
 * lets the id be spelled; the others are invalid. Who read the file has told them apart already, but
 * what pays at once has no lock that would stop the second (money rule 4).
 */
export function oneRowEach(quote: Quote, idKey: ProviderTraits['idKey']): Quote {
  const first = new Map<string, QuoteRow>();
  const rows = quote.rows.map((row): QuoteRow => {
    if (row.verdict !== null || row.resourceId === null) return row;
    const key = idKey(row.resourceId);
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, row);
      return row;
    }
    const why = reason('repeats-line', { line: String(known.line) });
    return { ...row, verdict: rowOutcome('invalid', why) };
  });
  return first.size === quote.rows.length ? quote : { ...quote, rows };
}
