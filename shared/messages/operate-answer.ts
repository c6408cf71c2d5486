import * as z from 'zod/mini';
import { ACTS, JOB_STATES } from '../jobs/job.ts';
import { OUTCOMES } from '../renewal/outcome.ts';

const amounts = z.record(z.string(), z.string());

const jobView = z.object({
  id: z.string(),
  account: z.string(),
  file: z.string(),
  status: z.enum(JOB_STATES),
  reason: z.nullable(z.string()),
  rows: z.int(),
  /** Rows with an outcome so far. */
  decided: z.int(),
  outcomes: z.record(z.enum(OUTCOMES), z.int()),
  approved: amounts,
  paid: amounts,
  /** Rows that are paid and wait for the provider to complete their orders. */
  paidAndWaiting: z.int(),
  chunks: z.object({ finished: z.int(), all: z.int() }),
  droppedBy: z.nullable(z.string()),
  droppedAt: z.string(),
  validUntil: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
  /** The key of the results workbook in the bucket. */
  results: z.nullable(z.string()),
  waitsFor: z.nullable(z.object({ job: z.string(), place: z.int() })),
  history: z.array(
    z.object({
      at: z.string(),
      event: z.enum([...JOB_STATES, ...ACTS]),
      by: z.string(),
      note: z.nullable(z.string()),
    }),
  ),
});

/** What `operate` answers: one line for people, and with `list` and `status` the jobs for machines. */
export const operateAnswerSchema = z.object({
  /** False: nothing was changed, and the line says why. */
  ok: z.boolean(),
  line: z.string(),
  job: z.optional(jobView),
  jobs: z.optional(z.array(jobView)),
});

/** A job as `list` and `status` show it: moments in UTC, amounts per currency as decimal text. */
export type JobView = z.output<typeof jobView>;

/** An answer. */
export type OperateAnswer = z.output<typeof operateAnswerSchema>;
