import * as z from 'zod/mini';
import { baseVariables, timerVariables } from '../../shared/runtime/environment.ts';

/** The variables of `finish-job`; the stack takes their names and types from here. */
export const finishJobEnvironment = z.object({
  ...baseVariables,
  ...timerVariables,
  BUCKET_NAME: z.string(),
  CHUNKS_QUEUE_URL: z.string(),
  FINISH_QUEUE_URL: z.string(),
  NOTICE_TOPIC_ARN: z.string(),
  /** Secrets are named `<prefix>/<account>`. */
  SECRET_PREFIX: z.string(),
});
