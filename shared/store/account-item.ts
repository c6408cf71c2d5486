import * as z from 'zod/mini';
import { toldSchema } from './reason-schemas.ts';

/**
 * The account's line of jobs as it is stored, with a version for conditional writes. What a newer
 * release has added is kept, for the item is written whole.
 */
export const accountStateSchema = z.looseObject({
  account: z.string(),
  active: z.nullable(z.string()),
  waiting: z.array(z.string()),
  rung: z.int().check(z.positive()),
  held: z.optional(toldSchema),
  version: z.int(),
});

/** A row that could not be proved either way, as it is stored. */
export const unprovedSchema = z.object({
  resourceId: z.string(),
  expiryDay: z.string(),
  job: z.string(),
  at: z.number(),
});
