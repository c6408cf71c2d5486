import * as z from 'zod/mini';

/** A message of the finish queue (standard). */
export const finishMessageSchema = z.object({
  job: z.string(),
  kind: z.enum(['finish', 'interim']),
  attempt: z.int(),
});
