import { Big } from 'big.js';

import type { Behaviour } from '../world/behaviour.ts';
import type { World } from '../world/world.ts';
import type { Item } from './item.ts';

/** What a renewal costs, in the main unit of the account's currency, two decimals. */
export interface Charge {
  /** At the list price. */
  readonly gross: Big;
  /** After the discount. */
  readonly pretax: Big;
  readonly tax: Big;
  /** What leaves the account. */
  readonly total: Big;
}

function cents(amount: Big): Big {
  return amount.round(2, Big.roundHalfUp);
}

/** What the price calls show: list price and price after the discount, tax aside. */
export function quoted(item: Item, periods: number): Pick<Charge, 'gross' | 'pretax'> {
  const gross = cents(item.price.times(periods));
  return { gross, pretax: cents(gross.times(item.discount)) };
}

/** What a renewal ordered now will cost. */
export function charged(
  { behaviour, world }: { readonly behaviour: Behaviour; readonly world: World },
  item: Item,
  periods: number,
): Charge {
  const { gross, pretax: shown } = quoted(item, periods);
  const pretax = cents(shown.times(behaviour.chargeFactor));
  const tax = cents(pretax.times(world.taxRate));
  return { gross, pretax, tax, total: pretax.plus(tax) };
}
