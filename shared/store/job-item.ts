import * as z from 'zod/mini';
import { ACTS, JOB_STATES, SHEETS } from '../jobs/job.ts';
import { LANGUAGES } from '../reasons/entry.ts';
import { OUTCOMES } from '../renewal/outcome.ts';
import { toldSchema } from './reason-schemas.ts';
import { moneySchema } from './domain-schemas.ts';

const totalsSchema = z.object({
  rows: z.int(),
  outcomes: z.record(z.enum(OUTCOMES), z.int()),
  approved: z.array(moneySchema),
  approvedInIt: z.optional(z.array(moneySchema)),
  paid: z.array(moneySchema),
});

const historySchema = z.object({
  at: z.number(),
  event: z.enum([...JOB_STATES, ...ACTS]),
  by: z.string(),
  note: z.nullable(toldSchema),
});

/** A job as it is stored. An item that does not fit stops the run. */
export const jobSchema = z.object({
  id: z.string(),
  status: z.enum(JOB_STATES),
  epoch: z.int(),
  account: z.string(),
  source: z.object({
    bucket: z.string(),
    key: z.string(),
    versionId: z.nullable(z.string()),
    eTag: z.string(),
    sequencer: z.string(),
  }),
  name: z.string(),
  droppedBy: z.nullable(z.string()),
  droppedAt: z.number(),
  createdAt: z.number(),
  planKey: z.nullable(z.string()),
  rows: z.int(),
  chunkCount: z.int(),
  finishedChunks: z.array(z.int()),
  activeAt: z.nullable(z.number()),
  validUntil: z.nullable(z.number()),
  reason: z.nullable(toldSchema),
  ending: z.nullable(z.enum(['done', 'rejected', 'cancelled', 'expired'])),
  totals: z.nullable(totalsSchema),
  resultsKey: z.nullable(z.string()),
  endedAt: z.nullable(z.number()),
  history: z._default(z.array(historySchema), []),
  sheet: z.optional(z.enum(SHEETS)),
  language: z.optional(z.enum(LANGUAGES)),
  interim: z.optional(z.int()),
  again: z.optional(z.object({ retry: z.int(), review: z.int() })),
  chargesRead: z.optional(z.array(z.string())),
  noticed: z.optional(z.string()),
  decidedByFile: z.optional(z.record(z.enum(OUTCOMES), z.int())),
  reminded: z.optional(z.string()),
});
