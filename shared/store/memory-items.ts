import * as z from 'zod/mini';

/** The chunks with rows of one month of expiries, in the order in which they entered. */
export const turnsSchema = z.object({ turns: z.array(z.string()) });

/** The rows of one month that a chunk entered in the memory of orders: six letters for each. */
export const enteredRowsSchema = z.object({
  job: z.string(),
  chunk: z.int(),
  rows: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
