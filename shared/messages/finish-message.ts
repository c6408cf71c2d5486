import * as z from 'zod/mini';

/** A message of the finish queue (standard). */
export const finishMessageSchema = z.discriminatedUnion('kind', [
  z.object({ job: z.string(), kind: z.enum(['finish', 'interim']), attempt: z.int() }),
  z.object({ job: z.string(), kind: z.literal('aside'), chunk: z.int() }),
  z.object({ job: z.string(), kind: z.literal('report') }),
]);
