import * as z from 'zod/mini';
import { baseVariables } from '../../shared/runtime/environment.ts';

/** The variables of `intake`; the stack takes their names and types from here. */
export const intakeEnvironment = z.object({
  ...baseVariables,
  BUCKET_NAME: z.string(),
  CHUNKS_QUEUE_URL: z.string(),
  FINISH_QUEUE_URL: z.string(),
  NOTICE_TOPIC_ARN: z.string(),
});
