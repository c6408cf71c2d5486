import { z } from 'zod';

import { sharedActInputs } from '../../frame/act-inputs.ts';
import { changeOf } from '../../frame/world/change-of.ts';
import { decimalText } from '../../frame/world/decimal-text.ts';
import { worldDate } from '../../frame/world/world-date.ts';
import { API_NAMES } from '../api.ts';
import { behaviourSchema } from '../world/behaviour.ts';
import { paymentSchema } from '../world/payment.ts';
import {
  domainSchema,
  instanceSchema,
  itemErrorsSchema,
  renewStatusSchema,
} from '../world/world-item.ts';

const id = z.string().min(1);
/** Periods are months for instances and years for domains. */
const count = z.int().min(1).default(1);
const someone = z.string().min(1).default('colleague');

/**
 * What each act takes: everything people, the console and Alibaba's own machinery do meanwhile. A
 * `resource` is an instance's id or a domain's name.
 */
export const ACT_INPUTS = {
  ...sharedActInputs(API_NAMES),
  setPayment: z.strictObject({ payment: paymentSchema }),
  /** Every renewal is refused with the code; null takes it away. */
  setBlocked: z.strictObject({ code: z.string().min(1).nullable() }),
  /** An unpaid renewal order made in the console. */
  placeOrder: z.strictObject({ resource: id, count, by: someone }),
  payOrder: z.strictObject({ order: id }),
  cancelOrder: z.strictObject({ order: id }),
  /** A paid order's renewal happens now. */
  completeOrder: z.strictObject({ order: id }),
  /** A renewal bought, paid and completed in the console. */
  renewOutside: z.strictObject({ resource: id, count, by: someone }),
  /**
   * Somebody cancels the unpaid order of the resource, whoever made it, and orders it anew for a
   * term of their own; also with our own user (`by`). Paid at once unless said otherwise.
   */
  takeOver: z.strictObject({ resource: id, count, by: someone, pays: z.boolean().default(true) }),
  /** Alibaba's own auto-renewal; an unpaid order of the resource is cancelled by it. */
  autoRenew: z.strictObject({ resource: id, count }),
  /** A new list price, of a month or of a year, for orders made from now on. */
  reprice: z.strictObject({ resource: id, price: decimalText }),
  setDiscount: z.strictObject({ resource: id, discount: decimalText }),
  setExpiry: z.strictObject({ resource: id, expires: worldDate }),
  setRenewStatus: z.strictObject({ resource: id, renewStatus: renewStatusSchema }),
  setErrors: z.strictObject({ resource: id, errors: itemErrorsSchema }),
  addInstance: z.strictObject({ instance: instanceSchema }),
  addDomain: z.strictObject({ domain: domainSchema }),
  /** The resource is gone: released or deleted. */
  deleteResource: z.strictObject({ resource: id }),
  setBehaviour: changeOf(behaviourSchema),
} as const;

export type PlainActName = keyof typeof ACT_INPUTS;
