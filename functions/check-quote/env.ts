import * as z from 'zod/mini';
import { baseVariables, seconds } from '../../shared/runtime/environment.ts';

/** The variables of `check-quote`; the stack takes their names and types from here. */
export const checkQuoteEnvironment = z.object({
  ...baseVariables,
  BUCKET_NAME: z.string(),
  /** Its own queue, for going on after its time is over. */
  CHECKS_QUEUE_URL: z.string(),
  /** Secrets are named `<prefix>/<account>`. */
  SECRET_PREFIX: z.string(),
  HTTP_TIMEOUT_SECONDS: seconds,
  KEPT_BACK_SECONDS: seconds,
});
