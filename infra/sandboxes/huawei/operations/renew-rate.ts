import { refuse, type Answer, type ApiRequest, type Operation } from '../gateway/answer.ts';
import { messageOf } from '../gateway/error-messages.ts';
import {
  bestDiscount,
  discountsOf,
  priceLine,
  totalOf,
  type PricedLine,
} from '../resources/pricing.ts';
import { lockSeen } from '../orders/lock.ts';
import { readAt } from '../orders/as-seen.ts';
import { statusAt } from '../resources/resource.ts';
import type { SandboxState } from '../state.ts';
import { codeOf, type PlantedError } from '../../frame/world/planted-error.ts';
import type { Discount } from '../world/world-resource.ts';
import { readPriceBody, type RenewalRequest } from './renewal-request.ts';

/** discount_type of the price call (section 3); promotions and adjustments are not considered. */
const PRICE_TYPES: Partial<Record<Discount['kind'], number>> = {
  contract: 605,
  commercial: 605,
  distributor: 606,
  partner: 607,
};

type Priced =
  | { readonly id: string; readonly lines: readonly PricedLine[] }
  | { readonly id: string; readonly error: PlantedError };

/** Why an id has no price: its lock is looked up as of `at`, which may be a while ago. */
function blockOf(
  state: SandboxState,
  id: string,
  now: number,
  at: number,
): PlantedError | undefined {
  const resource = state.resources.get(id);
  if (resource === undefined || statusAt(resource, state.behaviour, now) === 'gone') {
    return 'CBC.30050009';
  }
  if (resource.main !== null) return 'CBC.30050007';
  if (resource.errors.price !== undefined) return resource.errors.price;
  if (!resource.renewable) return 'CBC.30050013';
  const held = lockSeen(state, id, 'price', at);
  if (held === undefined) return undefined;
  return held === 'unpaid' ? 'CBC.30050010' : 'CBC.30050011';
}

function priceOne(
  state: SandboxState,
  id: string,
  request: RenewalRequest,
  { now, at }: { readonly now: number; readonly at: number },
): Priced {
  const error = blockOf(state, id, now, at);
  if (error !== undefined) return { id, error };
  const main = state.resources.get(id)!;
  const family = [main, ...main.attached.map((child) => state.resources.get(child)!)];
  const lines = family.map((resource) =>
    priceLine(
      resource,
      main.discounts,
      request.periodType,
      request.periodNum,
      state.behaviour.amountDecimals,
    ),
  );
  const all = lines.filter((line) => line !== null);
  return all.length < lines.length ? { id, error: 'CBC.30050008' } : { id, lines: all };
}

/** The members of the same packages and what is ordered along, for include_relative_resources. */
function withRelated(state: SandboxState, ids: readonly string[]): string[] {
  const packages = new Set(ids.map((id) => state.resources.get(id)?.package));
  packages.delete(undefined);
  const related = [...state.resources.values()].filter(
    (resource) => resource.main === null && packages.has(resource.package),
  );
  const along = ids.flatMap((id) => state.resources.get(id)?.renewedWith ?? []);
  return [...new Set([...ids, ...related.map(({ id }) => id), ...along])];
}

function discountResults(
  lines: readonly PricedLine[],
  decimals: number,
): Record<string, unknown>[] {
  const usable = discountsOf(lines).filter(({ kind }) => PRICE_TYPES[kind] !== undefined);
  const best = bestDiscount(lines, usable);
  const official = totalOf(lines, null);
  return usable.map((discount) => {
    const amount = totalOf(lines, discount.id);
    return {
      discount_id: discount.id,
      discount_name: discount.name ?? discount.id,
      discount_type: PRICE_TYPES[discount.kind],
      amount: amount.toFixed(decimals),
      official_website_amount: official.toFixed(decimals),
      discount_amount: official.minus(amount).toFixed(decimals),
      best_offer: discount.id === best ? 1 : 0,
    };
  });
}

function body(state: SandboxState, priced: readonly Priced[]): Record<string, unknown> {
  const { priceAmount, priceFailures, amountDecimals: decimals } = state.behaviour;
  const failed = priced.filter((one) => 'error' in one);
  const infos = failed.map(({ id, error }) => ({
    resource_id: id,
    error_code: codeOf(error),
    error_msg: messageOf(codeOf(error)),
  }));
  const code = failed[0] && codeOf(failed[0].error);
  const coded = code === undefined ? {} : { error_code: code, error_msg: messageOf(code) };
  const good = priced.filter((one) => 'lines' in one);
  const failure = infos.length === 0 ? {} : { fail_resource_infos: infos };
  if (failed.length > 0 && priceFailures === 'whole call') return { ...coded, ...failure };
  const lines = good.flatMap((one) => one.lines);
  const discounts = discountResults(lines, decimals);
  const best = bestDiscount(
    lines,
    discountsOf(lines).filter(({ kind }) => PRICE_TYPES[kind] !== undefined),
  );
  return {
    ...(priceFailures === 'listed with code' ? coded : {}),
    currency: state.world.currency,
    renew_inquiry_results: good.map((one) => ({
      resource_id: one.id,
      amount: totalOf(one.lines, priceAmount === 'list' ? null : best).toFixed(decimals),
    })),
    official_website_rating_result: {
      official_website_amount: totalOf(lines, null).toFixed(decimals),
    },
    ...(discounts.length === 0 ? {} : { optional_discount_rating_results: discounts }),
    ...failure,
  };
}

/** Renewal price (Huawei contract, section 3). Creates nothing; attached prices are inside. */
export const renewRate: Operation = (
  state: SandboxState,
  { body: json, now }: ApiRequest,
): Answer => {
  const request = readPriceBody(json);
  if (request === undefined) return refuse(state, 'price', 'CBC.0100');
  if (new Set(request.resourceIds).size < request.resourceIds.length) {
    return refuse(state, 'price', 'CBC.30050012');
  }
  const ids = request.related ? withRelated(state, request.resourceIds) : request.resourceIds;
  const at = readAt(state, 'price', now);
  const priced = ids.map((id) => priceOne(state, id, request, { now, at }));
  const result = body(state, priced);
  const code = typeof result['error_code'] === 'string' ? result['error_code'] : undefined;
  if (code === undefined) return { status: 200, body: result };
  return refuse(state, 'price', code, result);
};
