import * as z from 'zod/mini';
import { baseVariables } from '../../shared/runtime/environment.ts';

/** The variables of `operate`; the stack takes their names and types from here. */
export const operateEnvironment = z.object({
  ...baseVariables,
  CHUNKS_QUEUE_URL: z.string(),
  FINISH_QUEUE_URL: z.string(),
  EXPORTS_QUEUE_URL: z.string(),
  UPLOADS_QUEUE_URL: z.string(),
  CHECKS_QUEUE_URL: z.string(),
  UPLOADS_DEAD_LETTERS_URL: z.string(),
  CHECKS_DEAD_LETTERS_URL: z.string(),
  CHUNKS_DEAD_LETTERS_URL: z.string(),
  FINISH_DEAD_LETTERS_URL: z.string(),
  EXPORTS_DEAD_LETTERS_URL: z.string(),
  NOTICE_TOPIC_ARN: z.string(),
});
