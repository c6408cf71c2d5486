import { money } from '../../../../../shared/values/money.ts';
import { json, type Reply } from '../../scripted-fetch.ts';

/** An amount in dollars. */
export const usd = (amount: string) => money(amount, 'USD');

/** Rows of a price answer, by id. */
export const rows = (amounts: Readonly<Record<string, unknown>>) =>
  Object.entries(amounts).map(([resource_id, amount]) => ({ resource_id, amount }));

/** A price call's answer: row amounts, list total, totals with each discount, more fields. */
export const answer = (
  amounts: Readonly<Record<string, unknown>>,
  list: unknown,
  discounts: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) => ({
  currency: 'USD',
  renew_inquiry_results: rows(amounts),
  official_website_rating_result: { official_website_amount: list },
  optional_discount_rating_results: Object.entries(discounts).map(([discount_id, amount]) => ({
    discount_id,
    amount,
    official_website_amount: list,
    best_offer: 0,
  })),
  ...more,
});

/** The ids that a price call asked for. */
export const idsOf = (sent: { readonly body: unknown }): readonly string[] =>
  (sent.body as { resource_ids: readonly string[] }).resource_ids;

/** Refuses several ids as a whole and answers single ones by this table. */
export const onlyAlone =
  (whole: Reply, alone: (id: string) => Reply): Reply =>
  async (sent) =>
    idsOf(sent).length > 1 ? await whole(sent) : await alone(idsOf(sent)[0]!)(sent);

/** The answer for one resource without a discount. */
export const one = (id: string, price: string): Reply => json(answer({ [id]: price }, price));
