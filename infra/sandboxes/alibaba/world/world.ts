import { z } from 'zod';

import { decimalText } from '../../frame/world/decimal-text.ts';
import { API_NAMES } from '../api.ts';
import { behaviourSchema } from './behaviour.ts';
import { faultSchema } from './fault.ts';
import { paymentSchema } from './payment.ts';
import { domainSchema, instanceSchema } from './world-item.ts';

const rate = z.union([z.literal('none'), z.int().min(1)], 'write calls per second, or "none"');

/** Everything a world file may say. Only the provider and the two keys have to be given. */
export const worldSchema = z
  .strictObject({
    provider: z.literal('alibaba', 'write "alibaba"'),
    accessKey: z.string('write the access key as text').min(1, 'write the access key as text'),
    secretKey: z.string('write the secret key as text').min(1, 'write the secret key as text'),
    /** Needed as x-acs-security-token on every call when given (temporary keys). */
    securityToken: z.string().optional(),
    /** Operator of orders made by the key; the account's id. */
    userName: z.string().min(1).default('renewsheet'),
    accountId: z.string().min(1).default('5123456789012345'),
    currency: z.enum(['USD', 'CNY', 'JPY'], 'write USD, CNY or JPY').default('USD'),
    balance: decimalText.default('10000.00'),
    credit: decimalText.default('0'),
    /** Used up first by every order of an instance, unasked (section 5); never by a domain's. */
    voucher: decimalText.default('0'),
    payment: paymentSchema.default('balance'),
    /** Added to every order: "0.09" is nine per cent. */
    taxRate: decimalText.default('0'),
    /** Code with which the account is refused every renewal, such as Forbidden.RiskControl. */
    blocked: z.string().min(1).optional(),
    /** APIs the key may not call (Forbidden.RAM, of the billing API NotAuthorized). */
    denied: z.array(z.enum(API_NAMES)).default([]),
    /** Calls per second and API, for all or one by one; CheckDomain's is documented. */
    ratePerSecond: rate.default('none'),
    rates: z.partialRecord(z.enum(API_NAMES), rate).default({ domainCheck: 10 }),
    /** Of latency, of lag and faults by chance, and of the task numbers. */
    seed: z.int().default(1),
    instances: z.array(instanceSchema, 'write a list of instances').default([]),
    domains: z.array(domainSchema, 'write a list of domains').default([]),
    behaviour: behaviourSchema.prefault({}),
    faults: z.array(faultSchema).default([]),
  })
  .superRefine(({ instances, domains }, context) => {
    const seen = new Set<string>();
    for (const id of [...instances.map((one) => one.id), ...domains.map(({ name }) => name)]) {
      if (seen.has(id)) {
        const message = `the id "${id}" is used twice; give everything its own id`;
        context.addIssue({ code: 'custom', path: [], message });
      }
      seen.add(id);
    }
  });

/** A checked world, every default filled in; dates may still be relative to the start. */
export type World = z.output<typeof worldSchema>;
