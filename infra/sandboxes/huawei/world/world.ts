import { z } from 'zod';

import { API_NAMES } from '../api.ts';
import { behaviourSchema } from './behaviour.ts';
import { decimalText } from '../../frame/world/decimal-text.ts';
import { faultSchema } from './fault.ts';
import { worldDate } from '../../frame/world/world-date.ts';
import { discountSchema, resourceSchema } from './world-resource.ts';

const rate = z.union([z.literal('none'), z.int().min(1)], 'write calls per second, or "none"');

/** A coupon of the account (Huawei contract, sections 4 and 5.5). */
const couponSchema = z.strictObject({
  id: z.string().min(1),
  /** 300 discount coupon, 301 promotional cash, 302 flexi, 303 stored-value card. */
  type: z.literal([300, 301, 302, 303]).default(301),
  /** What is left of it, for 301 to 303. */
  balance: decimalText.default('0'),
  /** What remains to be paid, for 300: "0.9" is ten per cent off. */
  ratio: decimalText.default('1'),
  expires: worldDate.default('in 365 days'),
  /** Refuses to be combined with any discount. */
  withoutDiscount: z.boolean().default(false),
});

/** Everything a world file may say. Only the two keys and the resources have to be given. */
export const worldSchema = z.strictObject({
  accessKey: z.string('write the access key as text').min(1, 'write the access key as text'),
  secretKey: z.string('write the secret key as text').min(1, 'write the secret key as text'),
  /** Needed as X-Security-Token on every call when given (temporary keys). */
  securityToken: z.string().optional(),
  /** user_name of orders made by the key; customer_id of the account. */
  userName: z.string().min(1).default('renewsheet'),
  customerId: z.string().min(1).default('sandbox-customer'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u, 'write a currency code, such as "USD"')
    .default('USD'),
  balance: decimalText.default('10000.00'),
  credit: decimalText.default('0'),
  /** The account pays by monthly settlement: no balance is needed. */
  monthlySettlement: z.boolean().default(false),
  /** A reseller's customer: no own balance to read (CBC.99000049). */
  reseller: z.boolean().default(false),
  frozen: z.boolean().default(false),
  /** Most money one day (GMT+08:00) may cost (CBC.99008056). */
  dailyCap: decimalText.optional(),
  /** APIs the key may not call (CBC.0151). */
  denied: z.array(z.enum(API_NAMES)).default([]),
  /** Calls per second and API, for all or one by one. */
  ratePerSecond: rate.default('none'),
  rates: z.partialRecord(z.enum(API_NAMES), rate).default({}),
  /** Of latency and of faults by chance. */
  seed: z.int().default(1),
  /** Discounts of every resource; a resource's own one of the same id wins. */
  discounts: z.array(discountSchema).default([]),
  coupons: z.array(couponSchema).default([]),
  resources: z
    .array(resourceSchema, 'write a list of resources')
    .superRefine((resources, context) => {
      const seen = new Set<string>();
      for (const resource of resources) {
        for (const { id } of [resource, ...resource.attached]) {
          if (seen.has(id)) {
            const message = `the id "${id}" is used twice; give every resource its own id`;
            context.addIssue({ code: 'custom', path: [], message });
          }
          seen.add(id);
        }
      }
    }),
  behaviour: behaviourSchema.prefault({}),
  faults: z.array(faultSchema).default([]),
});

/** A checked world, every default filled in; dates may still be relative to the start. */
export type World = z.output<typeof worldSchema>;
export type Coupon = World['coupons'][number];
