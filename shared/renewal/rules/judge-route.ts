import { reason } from '../../reasons/reason.ts';
import { type Term, termMonths } from '../../values/term.ts';
import type { RowReading } from '../decide/facts.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';

/**
 * What the way in which its provider renews the resource makes of a row: there is none that is
 * confirmed, or its product does not take the term. Null: nothing stands against it.
 */
export function judgeRoute(look: RowReading, term: Term): RowOutcome | null {
  const route = look.kind === 'shown' ? look.resource.route : undefined;
  if (route === undefined) return null;
  if ('remedy' in route) return rowOutcome('not renewable', route.reason, { code: route.code });
  const months = termMonths(term);
  if (route.months.includes(months)) return null;
  const why = reason('term-not-of-product', {
    product: route.product,
    months: String(months),
    terms: route.months.join(', '),
  });
  return rowOutcome('invalid', why);
}
