import * as z from 'zod/mini';
import { ACTS, JOB_STATES } from '../jobs/job.ts';
import { OUTCOMES } from '../renewal/outcome.ts';

const amounts = z.record(z.string(), z.string());

const wait = z.object({
  /** What it waits for, in words. */
  for: z.string(),
  since: z.string(),
  /** When it is looked at next; null: not known. */
  until: z.nullable(z.string()),
});

const unpaidOrder = z.object({
  order: z.string(),
  /** Rows without an outcome that it is for. */
  rows: z.int(),
  amount: amounts,
  state: z.string(),
});

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
  /** Rows without an outcome yet: `rows` = sum of `outcomes` + `unnamed` + `open`, at every moment. */
  open: z.optional(z.int()),
  /** Rows that the file itself decided, of a job whose planning did not keep how: else 0. */
  unnamed: z.optional(z.int()),
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
  /** Why a person should look at it, in words; null: nobody needs to. */
  attention: z.optional(z.nullable(z.string())),
  /** What it waits for; null once it is over. */
  waits: z.optional(z.nullable(wait)),
  /** The command that goes on from here; null: nothing is to be done. */
  next: z.optional(z.nullable(z.string())),
  /** At most, at the approved prices: open rows and unpaid orders that are really still to be paid. */
  stillToPay: z.optional(amounts),
  /** What the account has left, as far as it was read; null: not known. */
  balance: z.optional(z.nullable(amounts)),
  /** What it lacks, at most; null: nothing, or it is not known. */
  missing: z.optional(z.nullable(amounts)),
  unpaidOrders: z.optional(z.array(unpaidOrder)),
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
