import { z } from 'zod';

import { API_NAMES } from '../api.ts';
import { disagreements } from './disagreements.ts';

const milliseconds = z.int('write whole milliseconds, such as 200').min(0);
const days = z.int('write whole days, such as 7').min(0);
const apiName = z.enum(API_NAMES);

/**
 * One switch for everything the Huawei contract marks NOT FOUND (sections 14 and 15), so that a
 * renewer can be tried both ways. Every field has a default; the comment gives the alternatives.
 */
export const behaviourSchema = z.strictObject({
  ...disagreements,
  /**
   * true: the good resources are ordered, the bad ones come back in fail_resource_infos under 200;
   * or they are left out of the order without a word.
   */
  partialRenew: z.union([z.boolean(), z.literal('without a word')]).default(false),
  /**
   * How many order_ids one renew call makes; `combined` is one order with sub_order_infos. The last
   * three make orders that hold the same rows, each of which can be paid.
   */
  ordersPerRenew: z
    .enum([
      'one',
      'one per resource',
      'combined',
      'two halves',
      'two overlapping',
      'twice',
      'combined beside its parts',
    ])
    .default('one'),
  /** 10 on the newer page, 100 on the older one (section 1). */
  maxIdsPerRenew: z.int().min(1).max(100).default(10),
  /** Duplicate ids in one renew call: CBC.0100, or counted once. */
  duplicateIds: z.enum(['refused', 'merged']).default('refused'),
  /** Whether the answer to a failed automatic payment (CBC.30050006) names the unpaid orders. */
  orderIdsInError: z.boolean().default(true),
  /** HTTP status of business refusals; permission, throttling and CBC.0999 keep their own. */
  refusalStatus: z
    .union([z.literal('documented'), z.literal(200), z.literal(400), z.literal(500)])
    .default('documented'),
  /** How a successful payment is answered (section 4). */
  paySuccess: z.enum(['200 {}', '200 empty', '204']).default('200 {}'),
  /** A coupon or discount list beside a "NO" in pay v3. */
  payListsWithNo: z.enum(['refused', 'ignored']).default('refused'),
  /** From payment to completion: status 3 to 5, and the expiry moves. */
  completionDelayMs: milliseconds.default(200),
  /** From creation until list, details, discounts and the order_id filter show an order. */
  orderVisibilityDelayMs: milliseconds.default(0),
  /** From completion until the resource query shows the later expiry. */
  expiryVisibilityDelayMs: milliseconds.default(0),
  /** Whether the resource query finds resources by a renewal order's id (section 2). */
  orderIdFilter: z.enum(['works', 'nothing', 'little by little']).default('works'),
  /** Largest `limit` of the resource query, and what a larger one meets. */
  maxQueryLimit: z.int().min(1).default(500),
  overQueryLimit: z.enum(['refused', 'capped']).default('refused'),
  /** What renew_inquiry_results[].amount holds (section 3). */
  priceAmount: z.enum(['list', 'discounted']).default('list'),
  /** Resources that cannot be priced: listed beside the others, with a code too, or nothing priced. */
  priceFailures: z.enum(['listed', 'listed with code', 'whole call']).default('listed'),
  /**
   * What an unpaid order shows as amount_after_discount: its list price, the price after the best
   * discount (then charged even when pay names none), or that price shown but not kept by a pay
   * that names no discount.
   */
  unpaidOrderAmount: z.enum(['list', 'discounted', 'discounted until paid']).default('list'),
  /** JSON type of amounts in the balance answer. */
  balanceAmountType: z.enum(['number', 'string']).default('number'),
  /**
   * Whether order line items carry effective_time and expire_time; or they tell when the order was
   * made, have no start, or have one on the first line only.
   */
  lineItemTimes: z
    .union([z.boolean(), z.enum(['of the order', 'no start', 'first only'])])
    .default(true),
  /** Optional fields left out, anywhere in successful answers of that API. */
  omitFields: z.partialRecord(apiName, z.array(z.string())).default({}),
  /** The account's common expiry date: day 1-28 or -1 (last day); lengthens every renewal. */
  commonExpiryDay: z.union([z.int().min(1).max(28), z.literal(-1), z.null()]).default(null),
  /** 31 January + 1 month: the last day of February, or spilling into March. */
  monthEnd: z.enum(['clamp', 'spill']).default('clamp'),
  /** Life of an unpaid order (section 5.4). */
  unpaidOrderDays: days.default(7),
  /** After expiry: status 5 for the grace period, 4 for the retention period, then gone. */
  graceDays: days.default(15),
  retentionDays: days.default(15),
  /** Longest time ahead a resource may be bought (CBC.99003154). */
  maxYears: z.int().min(1).default(10),
  /** Whether the site has the order-coupons call (NOT FOUND on INTL); false answers 404. */
  couponApi: z.boolean().default(true),
  /** Time each call takes before its effect: fixed, or seeded between two bounds. */
  latencyMs: z
    .union([milliseconds, z.strictObject({ min: milliseconds, max: milliseconds })])
    .default(0),
  /** Spelling of the throttling code (section 9), and the seconds of a Retry-After header. */
  throttleCode: z.enum(['APIG.0308', 'APIGW.0308']).default('APIG.0308'),
  retryAfterSeconds: z.union([z.int().min(0), z.null()]).default(null),
  /** Code of a request signed more than 15 minutes off (section 8.2). */
  skewCode: z.enum(['APIGW.0301', 'APIGW.0303']).default('APIGW.0301'),
});

/** The switches in force, every one with a value. */
export type Behaviour = z.output<typeof behaviourSchema>;
