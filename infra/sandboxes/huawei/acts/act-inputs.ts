import { z } from 'zod';

import { sharedActInputs } from '../../frame/act-inputs.ts';
import { API_NAMES } from '../api.ts';
import { behaviourSchema } from '../world/behaviour.ts';
import { changeOf } from '../../frame/world/change-of.ts';
import { decimalText } from '../../frame/world/decimal-text.ts';
import { worldDate } from '../../frame/world/world-date.ts';
import { discountSchema, resourceErrorsSchema, resourceSchema } from '../world/world-resource.ts';

const id = z.string().min(1);
const term = {
  period: z.enum(['month', 'year']).default('month'),
  count: z.int().min(1).default(1),
};
const someone = z.string().min(1).default('colleague');

/** What each act takes: everything people, the console and Huawei's own machinery do meanwhile. */
export const ACT_INPUTS = {
  ...sharedActInputs(API_NAMES),
  setFrozen: z.strictObject({ frozen: z.boolean() }),
  /** Most money one day (GMT+08:00) may cost; null takes the cap away. */
  setDailyCap: z.strictObject({ amount: decimalText.nullable() }),
  /** Someone else's order holds the resource: an unpaid renewal, or a change in progress. */
  lock: z.strictObject({
    resource: id,
    kind: z.enum(['unpaid', 'processing']).default('unpaid'),
    by: someone,
  }),
  /** Cancels whatever order holds the resource. */
  unlock: z.strictObject({ resource: id }),
  /** An unpaid renewal order made in the console. */
  placeOrder: z.strictObject({ resources: z.array(id).min(1), ...term, by: someone }),
  payOrder: z.strictObject({ order: id, discount: id.optional() }),
  cancelOrder: z.strictObject({ order: id }),
  /** The payment deadline passes now. */
  expireOrder: z.strictObject({ order: id }),
  /** A paid order completes now. */
  completeOrder: z.strictObject({ order: id }),
  /** Changes an unpaid order's prices by a factor: "1.1" makes it a tenth dearer. */
  repriceOrder: z.strictObject({ order: id, factor: decimalText }),
  /** A renewal bought, paid and completed in the console. */
  renewOutside: z.strictObject({ resource: id, ...term, by: someone }),
  /**
   * Somebody cancels the unpaid order that holds the resource, whoever made it, and orders it anew
   * for a term of their own; also with our own IAM user (`by`). Paid at once unless said otherwise;
   * it completes after the world's delay.
   */
  takeOver: z.strictObject({ resource: id, ...term, by: someone, pays: z.boolean().default(true) }),
  /** Huawei's own auto-renewal; an unpaid order on the resource is cancelled by it. */
  autoRenew: z.strictObject({ resource: id, ...term }),
  /** New list prices for orders made from now on. */
  reprice: z.strictObject({
    resource: id,
    month: decimalText.optional(),
    year: decimalText.optional(),
  }),
  /** Replaces the discounts of one resource. */
  setDiscounts: z.strictObject({ resource: id, discounts: z.array(discountSchema) }),
  setExpiry: z.strictObject({ resource: id, expires: worldDate }),
  setErrors: z.strictObject({ resource: id, errors: resourceErrorsSchema }),
  addResource: z.strictObject({ resource: resourceSchema }),
  /** The resource is gone: released or deleted. */
  deleteResource: z.strictObject({ resource: id }),
  setBehaviour: changeOf(behaviourSchema),
} as const;

export type PlainActName = keyof typeof ACT_INPUTS;
