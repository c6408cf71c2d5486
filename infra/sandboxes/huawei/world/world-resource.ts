import { z } from 'zod';

import { decimalText } from '../../frame/world/decimal-text.ts';
import { plantedError } from '../../frame/world/planted-error.ts';
import { worldDate } from '../../frame/world/world-date.ts';

const id = z.string('write an id as text').min(1, 'write an id as text').max(64);

/** Price for one month and for one year; a missing one means "this period is not offered". */
const prices = z.strictObject({ month: decimalText.optional(), year: decimalText.optional() });

/**
 * A discount, by exactly one of ratio (0.9 = ten per cent off), fixedPrice and reduction (both per
 * month or year, on the main resource only). Kinds as in the Huawei contract, sections 3 and 4:
 * a promotion is not seen by the price call; an adjustment must be used when it exists.
 */
export const discountSchema = z
  .strictObject({
    id,
    name: z.string().optional(),
    kind: z
      .enum(['promotion', 'contract', 'commercial', 'distributor', 'partner', 'adjustment'])
      .default('commercial'),
    ratio: decimalText.optional(),
    fixedPrice: decimalText.optional(),
    reduction: decimalText.optional(),
  })
  .refine(
    ({ ratio, fixedPrice, reduction }) =>
      [ratio, fixedPrice, reduction].filter((way) => way !== undefined).length === 1,
    'give exactly one of ratio, fixedPrice and reduction',
  );

/** A discount of the account or of one resource. */
export type Discount = z.output<typeof discountSchema>;

/**
 * Codes this resource answers with: to a resource query that names it, to renew, to the price call,
 * to paying an order that holds it.
 */
export const resourceErrorsSchema = z.strictObject({
  query: plantedError.optional(),
  renew: plantedError.optional(),
  price: plantedError.optional(),
  pay: plantedError.optional(),
});

export type ResourceErrors = z.output<typeof resourceErrorsSchema>;

const described = {
  id,
  name: z.string().optional(),
  service: z.string().min(1).optional(),
  serviceName: z.string().optional(),
  type: z.string().min(1).optional(),
  spec: z.string().optional(),
};

/** Renewed with its main resource; expiry and region default to the main one's, prices to nothing. */
const attachedSchema = z.strictObject({
  ...described,
  expires: worldDate.optional(),
  prices: prices.default({}),
});

/** One main resource of a world. Only id, expires and prices have to be given. */
export const resourceSchema = z.strictObject({
  ...described,
  region: z.string().min(1).default('ap-southeast-1'),
  expires: worldDate,
  effective: worldDate.default('365 days ago'),
  /** Default: 2 until the expiry, then 5 (grace), 4 (retention), then gone. */
  status: z.literal([2, 3, 4, 5]).optional(),
  /** 3 is auto-renew (section 2). */
  expirePolicy: z.int().min(0).max(5).default(0),
  prices: prices.refine(
    ({ month, year }) => month !== undefined || year !== undefined,
    'give a price for month, for year, or both',
  ),
  discounts: z.array(discountSchema).default([]),
  attached: z.array(attachedSchema).default([]),
  /** Members of one package must be renewed whole and alone (CBC.99003634). */
  package: z.string().optional(),
  project: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  /** Main resources that are ordered along with it without being asked for, where nothing holds them. */
  renewedWith: z.array(id).default([]),
  /** false: CBC.99003006 from renew, CBC.30050013 from the price call. */
  renewable: z.boolean().default(true),
  /** false: not listed yet, as a purchase that is still being set up. */
  provisioned: z.boolean().default(true),
  /** Held from the start by someone else's unpaid renewal, or by a change in progress. */
  locked: z.enum(['unpaid', 'processing']).optional(),
  /** The order it was bought with, for the order_id filter. */
  purchaseOrder: z.string().optional(),
  errors: resourceErrorsSchema.default({}),
});

export type WorldResource = z.output<typeof resourceSchema>;
