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
  /** What came last in place of an answer of the provider; null: it is not the provider's silence. */
  said: z.optional(z.nullable(z.string())),
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
  /** The same as `inFile`, under the name of earlier releases. */
  approved: amounts,
  /** All rows of the file with a readable price, approved or not; empty until results are written. */
  inFile: z.optional(amounts),
  /** The same without the rows that the file says no to. */
  approvedInIt: z.optional(amounts),
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
  /** The keys of the files beside them: rows worth another try, rows that wait for a person; null: none. */
  retry: z.optional(z.nullable(z.string())),
  review: z.optional(z.nullable(z.string())),
  waitsFor: z.nullable(z.object({ job: z.string(), place: z.int() })),
  /** Why a person should look at it, in words; null: nobody needs to. */
  attention: z.optional(z.nullable(z.string())),
  /** What it waits for; null once it is over. */
  waits: z.optional(z.nullable(wait)),
  /** The command that goes on from here; null: nothing is to be done. */
  next: z.optional(z.nullable(z.string())),
  /** At most, at the approved prices: open rows and unpaid orders that are really still to be paid. */
  stillToPay: z.optional(amounts),
  /** What the account has left, as far as it is known; null: not known. */
  balance: z.optional(z.nullable(amounts)),
  /** What it goes by: read at the suspension, or at the start and less what was paid since. */
  balanceBasis: z.optional(z.enum(['suspension', 'start'])),
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

const rowView = z.object({
  resource: z.string(),
  /** Null: it is open. */
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** The approved expiry, as approved. */
  expiry: z.string(),
  approved: amounts,
  /** Allocated from its order; null: nothing was paid for it, or it is not known. */
  paid: z.nullable(amounts),
  order: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  advice: z.nullable(z.string()),
  /** Of a row that a person can settle: what to do, in order. */
  steps: z.array(z.string()),
});

const chunkView = z.object({
  chunk: z.int(),
  /** All that is known of it, a line each. */
  lines: z.array(z.string()),
});

const queueView = z.object({
  queue: z.string(),
  /** Messages that wait, that are being worked on, and that are to be seen later. */
  waiting: z.int(),
  inWork: z.int(),
  later: z.int(),
  /** Messages that were put aside because every try failed. */
  deadLetters: z.int(),
});

/** What `operate` answers: one line for people, and with `list` and `status` the jobs for machines. */
export const operateAnswerSchema = z.object({
  /** False: nothing was changed, and the line says why. */
  ok: z.boolean(),
  line: z.string(),
  job: z.optional(jobView),
  jobs: z.optional(z.array(jobView)),
  /** With `rows`: those that were asked for, and the place where the next answer begins. */
  rows: z.optional(z.array(rowView)),
  nextFrom: z.optional(z.nullable(z.int())),
  /** With `journal`. */
  journal: z.optional(z.array(chunkView)),
  /** With `queues`. */
  queues: z.optional(z.array(queueView)),
});

/** A job as `list` and `status` show it: moments in UTC, amounts per currency as decimal text. */
export type JobView = z.output<typeof jobView>;

/** A row as `rows` shows it. */
export type RowView = z.output<typeof rowView>;
/** A chunk as `journal` tells of it. */
export type ChunkView = z.output<typeof chunkView>;
/** A queue as `queues` shows it. */
export type QueueView = z.output<typeof queueView>;

/** An answer. */
export type OperateAnswer = z.output<typeof operateAnswerSchema>;
