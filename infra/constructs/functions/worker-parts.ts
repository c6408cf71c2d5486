import type { Topic } from 'aws-cdk-lib/aws-sns';
import type * as z from 'zod/mini';
import type { timerVariables } from '../../../shared/runtime/environment.ts';
import type { Timers } from '../../config.ts';
import type { ProviderSecrets } from '../storage/provider-secrets.ts';
import type { WorkQueues } from '../queues/work-queues.ts';
import type { WorkerSetting } from './worker-function.ts';
import type { KeptTable } from '../storage/job-table.ts';
import type { KeptBucket } from '../storage/quote-bucket.ts';

/** All that a function of the stack may be given; each takes what it needs. */
export interface WorkerParts extends WorkerSetting {
  readonly bucket: KeptBucket;
  readonly table: KeptTable;
  readonly queues: WorkQueues;
  readonly secrets: ProviderSecrets;
  /** For those that only look at the provider. */
  readonly readingSecrets: ProviderSecrets;
  readonly notices: Topic;
}

type TimerVariables = {
  [Name in keyof typeof timerVariables]: z.input<(typeof timerVariables)[Name]>;
};

/** The timers as a function's environment has them: whole seconds in text. */
export function timerEnvironment(timers: Timers): TimerVariables {
  return {
    HTTP_TIMEOUT_SECONDS: String(timers.httpSeconds),
    KEPT_BACK_SECONDS: String(timers.keptBackSeconds),
    LEASE_SECONDS: String(timers.leaseSeconds),
    SETTLE_SECONDS: String(timers.settleSeconds),
    LAG_SECONDS: String(timers.lagSeconds),
  };
}

/** Where chunks and finished jobs are sent to: every function passes work on. */
export function queueEnvironment({ chunks, finish }: WorkQueues): {
  CHUNKS_QUEUE_URL: string;
  FINISH_QUEUE_URL: string;
} {
  return { CHUNKS_QUEUE_URL: chunks.queue.queueUrl, FINISH_QUEUE_URL: finish.queue.queueUrl };
}
