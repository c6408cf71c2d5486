import { z } from 'zod';

/** An amount of money or a ratio as decimal text, never a binary number: "12.34". Not negative. */
export const decimalText = z
  .string('write it as decimal text, such as "12.34"')
  .regex(/^\d+(\.\d+)?$/, 'write it as decimal text, such as "12.34"');
