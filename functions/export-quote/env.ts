import * as z from 'zod/mini';
import { baseVariables, seconds } from '../../shared/runtime/environment.ts';

/** The variables of `export-quote`; the stack takes their names and types from here. */
export const exportQuoteEnvironment = z.object({
  ...baseVariables,
  HTTP_TIMEOUT_SECONDS: seconds,
  BUCKET_NAME: z.string(),
  EXPORTS_QUEUE_URL: z.string(),
  NOTICE_TOPIC_ARN: z.string(),
  /** Secrets are named `<prefix>/<account>`. */
  SECRET_PREFIX: z.string(),
});
