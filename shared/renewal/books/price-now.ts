import { exceeds, money, type Money } from '../../values/money.ts';
import type { JournalRow } from '../journal.ts';
import type { ReasonId } from '../../reasons/catalogue.ts';
import type { RowOutcome } from '../outcome.ts';

/** The reasons that name what a row costs now: of a row held before its order nothing else is kept. */
const NAMING: ReadonlySet<ReasonId> = new Set([
  'price-above-approval',
  'price-above-approval-for-months',
  'price-above-approval-for-years',
]);

function named({ reason: { id, values } }: RowOutcome): Money | null {
  const { price, currency } = values;
  if (!NAMING.has(id) || price === undefined || currency === undefined) return null;
  return money(price, currency);
}

/** What a held row costs now, where that is what holds it; null where it is not known to be dearer. */
export function priceNow(
  { price, approved }: Pick<JournalRow, 'price' | 'approved'>,
  outcome: RowOutcome,
): Money | null {
  if (outcome.outcome !== 'held: price changed') return null;
  const now = named(outcome) ?? price;
  return now?.currency === approved.currency && exceeds(now, approved) ? now : null;
}
