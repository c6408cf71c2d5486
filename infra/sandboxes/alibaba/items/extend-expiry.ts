import { addMonths } from '../../frame/world/add-months.ts';
import { expiryOf } from '../../frame/world/expiry.ts';
import { PROVIDER_ZONE } from '../provider-time.ts';
import type { Behaviour } from '../world/behaviour.ts';
import type { Item } from './item.ts';

/** Months of so many of an item's periods. */
function monthsOf({ kind }: Pick<Item, 'kind'>, periods: number): number {
  return kind === 'domain' ? 12 * periods : periods;
}

/**
 * Where a renewal's new period begins: at the old expiry; of what has expired already, that is not
 * documented (Alibaba contract, section 12).
 */
export function renewedFrom(item: Item, { expiredStart }: Behaviour, now: number): number {
  const old = expiryOf(item);
  return expiredStart === 'payment' && old < now ? now : old;
}

/** The expiry after so many periods more, calendar months in UTC+8. */
export function extendedExpiry(
  item: Item,
  periods: number,
  behaviour: Behaviour,
  now: number,
): number {
  const { monthEnd } = behaviour;
  return addMonths(renewedFrom(item, behaviour, now), monthsOf(item, periods), {
    zone: PROVIDER_ZONE,
    monthEnd,
  }).toMillis();
}
