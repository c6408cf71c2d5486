import { z } from 'zod';

import { API_NAMES } from '../api.ts';
import { billingBehaviour } from './billing-behaviour.ts';
import { disagreements } from './disagreements.ts';
import { domainBehaviour } from './domain-behaviour.ts';
import { milliseconds } from './milliseconds.ts';

const status = z.int().min(200).max(599);

/**
 * One switch for everything the Alibaba contract marks NOT FOUND (section 12) or has two pages say
 * two things of, so that a renewer can be tried both ways. Every field has a default.
 */
export const behaviourSchema = z.strictObject({
  ...disagreements,
  ...billingBehaviour,
  ...domainBehaviour,
  /** HTTP status of SignatureDoesNotMatch and of an unknown key: pages disagree (section 6.5). */
  signatureStatus: status.default(400),
  unknownKeyStatus: status.default(404),
  /** How a call that comes too often is refused; `retryAfter` is an x-acs-retry-after header. */
  throttleCode: z
    .enum(['Throttling', 'Throttling.User', 'Throttling.Api', 'Rejected.Throttling'])
    .default('Throttling.User'),
  throttleStatus: status.default(400),
  retryAfter: z.union([z.int().min(0), z.null()]).default(null),
  /** Fields left out, anywhere in successful answers of that API. */
  omitFields: z.partialRecord(z.enum(API_NAMES), z.array(z.string())).default({}),
  /** Time each call takes before its effect: fixed, or seeded between two bounds. */
  latencyMs: z
    .union([milliseconds, z.strictObject({ min: milliseconds, max: milliseconds })])
    .default(0),
});

/** The switches in force, every one with a value. */
export type Behaviour = z.output<typeof behaviourSchema>;
