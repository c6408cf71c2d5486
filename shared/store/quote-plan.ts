import * as z from 'zod/mini';
import type { PlannedChunk } from '../jobs/plan-chunks.ts';
import type { Quote } from '../jobs/quote.ts';
import { reasonSchema } from './reason-schemas.ts';
import { moneySchema, rowOutcomeSchema, termSchema, wallTimeSchema } from './domain-schemas.ts';

const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number(), format: z.nullable(z.string()) }),
  z.object({ kind: z.literal('boolean'), boolean: z.boolean() }),
  z.object({ kind: z.literal('date'), wall: z.string(), format: z.nullable(z.string()) }),
]);

const rowSchema = z.object({
  position: z.int(),
  sheet: z.string(),
  line: z.int(),
  cells: z.array(cellSchema),
  resourceId: z.nullable(z.string()),
  name: z.nullable(z.string()),
  term: z.nullable(termSchema),
  approved: z.nullable(moneySchema),
  expiry: z.nullable(wallTimeSchema),
  product: z.optional(z.string()),
  verdict: z.nullable(rowOutcomeSchema),
});

const chunkSchema = z.object({
  term: termSchema,
  rows: z.array(
    z.object({
      position: z.int(),
      resourceId: z.string(),
      approved: moneySchema,
      expiry: wallTimeSchema,
      product: z.optional(z.string()),
    }),
  ),
});

/** The plan of a job: the quote as it was read, and its chunks. Pinned by the hash of its bytes. */
export const planSchema = z.object({
  version: z.literal(1),
  job: z.string(),
  quote: z.object({
    columns: z.array(z.string()),
    rows: z.array(rowSchema),
    loose: z.array(z.object({ sheet: z.string(), line: z.int(), text: z.string() })),
    unread: z.optional(z.array(z.object({ sheet: z.string(), reason: reasonSchema }))),
    approvedBy: z.nullable(z.string()),
    reference: z.nullable(z.string()),
    remarks: z.optional(z.array(reasonSchema)),
  }),
  chunks: z.array(chunkSchema),
});

/** A plan as it is stored. */
export interface QuotePlan {
  readonly version: 1;
  readonly job: string;
  readonly quote: Quote;
  readonly chunks: readonly PlannedChunk[];
}

/** The plan's bytes; the same plan always gives the same ones. */
export function writePlan(plan: QuotePlan): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(plan));
}

/** Reads a stored plan. Throws when it does not fit: a plan is never read in part. */
export function readPlan(bytes: Uint8Array): QuotePlan {
  return planSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
