import * as z from 'zod/mini';
import type { Account } from '../../../settings/account.ts';
import {
  allocate,
  compare,
  minus,
  money,
  type Money,
  roundToMinor,
  smaller,
  sum,
} from '../../../values/money.ts';
import type { PriceReading } from '../../../ports/provider.ts';
import { failure } from '../errors/failure-shape.ts';
import { decimal, integer, list, maybe, text } from '../../wire/fields.ts';

/** The answer to a price call (Huawei contract, section 3). */
export const priceAnswer = z.object({
  currency: text,
  measure_id: integer,
  renew_inquiry_results: list(z.object({ resource_id: text, amount: decimal })),
  official_website_rating_result: maybe(z.object({ official_website_amount: decimal })),
  optional_discount_rating_results: list(
    z.object({
      discount_id: text,
      amount: decimal,
      official_website_amount: decimal,
      discount_amount: decimal,
    }),
  ),
  fail_resource_infos: list(failure),
});

/** A price call's answer of the right shape. */
export type PriceAnswer = z.output<typeof priceAnswer>;

/** One id and the amount its row shows, list or discounted: the contract leaves that open. */
export interface PricedRow {
  readonly resourceId: string;
  readonly amount: Money;
}

/**
 * Prices of one call's resources. Whether the row amounts are before or after discounts is not
 * documented, so they only tell the resources' shares of the call's totals, which are: each gets its
 * share of the list total and of the total that the account's discount setting chooses, rounded to
 * the minor unit so that the shares add up. A single resource has the totals for itself; where the
 * total is another one than the rows' own sum, each price is only a share.
 */
export function pricesOf(
  answer: PriceAnswer,
  rows: readonly PricedRow[],
  { currency, discount }: Pick<Account, 'currency' | 'discount'>,
  { alone }: { readonly alone: boolean },
): PriceReading[] {
  const weights = rows.map(({ amount }) => amount);
  const listTotal = totalBeforeDiscount(answer, currency);
  const total = chosenTotal(answer, listTotal, sum(weights, currency), { currency, discount });
  const prices = allocate(roundToMinor(total), weights);
  const scaled = rows.length > 1 && compare(total, sum(weights, currency)) !== 0;
  const lists = listTotal === null ? null : allocate(roundToMinor(listTotal), weights);
  return rows.map(({ resourceId }, index) => ({
    kind: 'priced',
    resourceId,
    list: lists?.[index] ?? null,
    price: prices[index]!,
    alone,
    ...(scaled ? { shared: true } : {}),
  }));
}

/** The list price of the whole call; null where the answer does not tell it apart. */
export function totalBeforeDiscount(answer: PriceAnswer, currency: string): Money | null {
  const said = [
    answer.official_website_rating_result?.official_website_amount,
    ...answer.optional_discount_rating_results.map((offer) => offer.official_website_amount),
  ].find((amount) => amount !== null && amount !== undefined);
  return said === undefined || said === null ? null : money(said, currency);
}

/**
 * `best`: the lowest of list and discounts; an id: with that discount, where it is offered; `none`,
 * which is no discount's id, and all else: list.
 */
function chosenTotal(
  answer: PriceAnswer,
  listTotal: Money | null,
  rowTotal: Money,
  { currency, discount }: Pick<Account, 'currency' | 'discount'>,
): Money {
  const plain = listTotal ?? rowTotal;
  const offers = answer.optional_discount_rating_results
    .filter((offer) => discount === 'best' || offer.discount_id === discount)
    .flatMap((offer) => discountedTotal(offer, currency));
  if (discount !== 'best') return offers[0] ?? plain;
  const [first = plain, ...others] = listTotal === null ? offers : [listTotal, ...offers];
  return others.reduce((lowest, offer) => smaller(lowest, offer), first);
}

/** Amount = list - discount (section 3), whichever two of the three are there. */
function discountedTotal(
  offer: PriceAnswer['optional_discount_rating_results'][number],
  currency: string,
): Money[] {
  const { amount, official_website_amount: before, discount_amount: off } = offer;
  const total =
    amount === null && before !== null && off !== null
      ? minus(money(before, currency), money(off, currency)).amount
      : amount;
  return total === null || total.startsWith('-') ? [] : [money(total, currency)];
}
