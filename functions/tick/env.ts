import * as z from 'zod/mini';
import { baseVariables } from '../../shared/runtime/environment.ts';

/** The variables of `tick`; the stack takes their names and types from here. */
export const tickEnvironment = z.object({
  ...baseVariables,
  CHUNKS_QUEUE_URL: z.string(),
  FINISH_QUEUE_URL: z.string(),
  NOTICE_TOPIC_ARN: z.string(),
});
