import { reason } from '../../reasons/reason.ts';
import { type Term, termMonths } from '../../values/term.ts';
import type { RowReading } from '../decide/facts.ts';
import type { ProviderTraits } from '../traits.ts';
import type { LookedAtRow } from './judge-look.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';

type Traits = Pick<ProviderTraits, 'productKey'>;

/**
 * What the way in which its provider renews the resource makes of a row: there is none that is
 * confirmed, the row says that it is of another product, so that another resource may have been
 * approved, or its product does not take the term. Null: nothing stands against it.
 */
export function judgeRoute(
  { resourceId, product: said }: LookedAtRow,
  look: RowReading,
  { term, traits: { productKey } }: { readonly term: Term; readonly traits: Traits },
): RowOutcome | null {
  const route = look.kind === 'shown' ? look.resource.route : undefined;
  if (route === undefined) return null;
  if ('remedy' in route) return rowOutcome('not renewable', route.reason, { code: route.code });
  const { product } = route;
  if (said !== undefined && productKey !== undefined && isOther(productKey, said, product)) {
    return rowOutcome(
      'invalid',
      reason('product-differs', { resource: resourceId, said, product }),
    );
  }
  const months = termMonths(term);
  if (route.months.includes(months)) return null;
  const why = reason('term-not-of-product', {
    product,
    months: String(months),
    terms: route.months.join(', '),
  });
  return rowOutcome('invalid', why);
}

/** A name that is not known contradicts nothing. */
function isOther(key: NonNullable<Traits['productKey']>, said: string, shown: string): boolean {
  const one = key(said);
  return one !== null && one !== key(shown);
}
