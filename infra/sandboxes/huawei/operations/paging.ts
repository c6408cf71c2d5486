import { z } from 'zod';

/** offset and limit of the order calls as query text: limit 1 to 100, default 10 (section 5). */
export const pagingFields = {
  offset: z.coerce.number().pipe(z.int().min(0)).default(0),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(10),
};
