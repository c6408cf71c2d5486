import { z } from 'zod';

/** A parameter `yyyy-MM-ddTHH:mm:ssZ`, UTC, as epoch milliseconds. */
export const utcTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u)
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite);
