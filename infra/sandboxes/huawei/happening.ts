import { z } from 'zod';

import { API_NAMES } from './api.ts';

const at = z.number();
const api = z.enum(API_NAMES);

/**
 * What changed a sandbox, so that the same world, taken through the same happenings at the same
 * instants (`at`, epoch milliseconds), comes to the same state. `outcome` is what it came to, to
 * tell when it does not.
 */
export const happeningSchema = z.discriminatedUnion('kind', [
  /** A call arrived and was counted; reading calls leave nothing else. */
  z.strictObject({ kind: z.literal('call'), at, api }),
  z.strictObject({ kind: z.literal('signature'), at, correct: z.boolean() }),
  z.strictObject({
    kind: z.literal('operation'),
    at,
    api,
    pathId: z.string().nullable(),
    query: z.string(),
    body: z.unknown(),
    outcome: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('act'),
    at,
    name: z.string(),
    input: z.unknown(),
    outcome: z.unknown(),
  }),
]);

export type Happening = z.output<typeof happeningSchema>;
