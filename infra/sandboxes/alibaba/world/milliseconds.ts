import { z } from 'zod';

/** A span of time in a world. */
export const milliseconds = z.int('write whole milliseconds, such as 200').min(0);
