import { z } from 'zod';

import { decimalText } from '../../frame/world/decimal-text.ts';
import { plantedError } from '../../frame/world/planted-error.ts';
import { worldDate } from '../../frame/world/world-date.ts';
import { milliseconds } from './milliseconds.ts';

const id = z.string('write an id as text').min(1, 'write an id as text').max(64);

/**
 * What an item answers with: code of a renewal, of a price call, of its payment; of a domain also
 * the text its task fails with.
 */
export const itemErrorsSchema = z.strictObject({
  renew: plantedError.optional(),
  price: plantedError.optional(),
  pay: plantedError.optional(),
  task: z.string().min(1).optional(),
});

export type ItemErrors = z.output<typeof itemErrorsSchema>;

/** What the billing API calls an instance's way of ending. */
export const renewStatusSchema = z.enum(['AutoRenewal', 'ManualRenewal', 'NotRenewal']);

const shared = {
  /** What remains to be paid: "0.9" is ten per cent off. */
  discount: decimalText.default('1'),
  errors: itemErrorsSchema.default({}),
};

/** One subscription instance of a world. Only id, product, expires and price have to be given. */
export const instanceSchema = z.strictObject({
  id,
  name: z.string().optional(),
  /** ecs, rds, tair, mongodb, swas or hbase, which renew by their own APIs; else a BSS code. */
  product: z.string().min(1),
  /** As the billing API says it; by default the confirmed code, else the product's own word. */
  productCode: z.string().min(1).optional(),
  productType: z.string().optional(),
  region: z.string().min(1).default('ap-southeast-1'),
  expires: worldDate,
  created: worldDate.default('365 days ago'),
  /** List price of one month. */
  price: decimalText,
  renewStatus: renewStatusSchema.default('ManualRenewal'),
  /** Months that an auto-renewal buys. */
  renewalDuration: z.int().min(1).default(1),
  subscriptionType: z.enum(['Subscription', 'PayAsYouGo']).default('Subscription'),
  /** A status of the billing API that does not follow from the expiry. */
  status: z.enum(['Creating', 'WaitForExpire', 'Normal', 'Expired']).optional(),
  subStatus: z.string().default('Normal'),
  ...shared,
});

/** One domain of a world. Only name, expires and price have to be given. */
export const domainSchema = z.strictObject({
  name: id,
  instanceId: id.optional(),
  expires: worldDate,
  registered: worldDate.default('365 days ago'),
  /** List price of one year. */
  price: decimalText,
  premium: z.boolean().default(false),
  autoRenew: z.boolean().default(false),
  /** How long its tasks wait, where not as long as those of others. */
  taskWaitMs: milliseconds.optional(),
  ...shared,
});

export type WorldInstance = z.output<typeof instanceSchema>;
export type WorldDomain = z.output<typeof domainSchema>;
