import * as z from 'zod/mini';
import { JOURNAL_STATES } from '../renewal/journal.ts';
import { reasonOf, storedReason, toldSchema } from './reason-schemas.ts';
import { moneySchema, rowOutcomeSchema, termSchema, wallTimeSchema } from './domain-schemas.ts';

const discountSchema = z.object({ id: z.string(), type: z.number() });

const cancelReasonSchema = z.enum([
  'dearer than approved',
  'expiry moved',
  'renewed elsewhere',
  'coverage not proven',
  'discount refused',
  'terms changed',
  'payment refused',
  'deadline passed',
  'budget used up',
  'not asked for',
  'job ended',
]);

const refusalSchema = z.pipe(
  z.object({
    code: z.string(),
    reason: storedReason,
    /** Of items from before reasons had ids. */
    advice: z.optional(z.string()),
    next: z.optional(z.enum(['give up', 'later'])),
  }),
  z.transform(({ advice, ...rest }) => ({ ...rest, reason: reasonOf(rest.reason, advice) })),
);

const payment = {
  compared: moneySchema,
  discount: z.nullable(discountSchema),
  at: z.number(),
  charged: z.optional(moneySchema),
  refusal: z.optional(refusalSchema),
};

const orderStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), refusal: z.optional(refusalSchema) }),
  z.object({ kind: z.enum(['paying', 'paid']), ...payment }),
  z.object({
    kind: z.literal('completed'),
    compared: z.nullable(moneySchema),
    charged: moneySchema,
  }),
  z.object({
    kind: z.enum(['cancelling', 'cancelled']),
    because: cancelReasonSchema,
    refusal: z.optional(refusalSchema),
  }),
  z.object({ kind: z.literal('unclear'), why: toldSchema, charged: z.optional(moneySchema) }),
]);

const renewStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intended'), at: z.number(), attempt: z.string() }),
  z.object({
    kind: z.literal('parked'),
    at: z.number(),
    why: z.string(),
    nameOnly: z.optional(z.literal(true)),
  }),
  z.object({
    kind: z.literal('answered'),
    at: z.number(),
    refusal: z.nullable(refusalSchema),
  }),
]);

const partSchema = z.object({
  number: z.int(),
  rows: z.array(z.int()),
  expected: z.object({ list: z.nullable(moneySchema), price: moneySchema }),
  renew: renewStateSchema,
  orders: z.array(
    z.object({ id: z.string(), rows: z.nullable(z.array(z.int())), state: orderStateSchema }),
  ),
});

/**
 * A chunk's journal as it is stored. An item that does not fit stops the run: a row that cannot be
 * read must never be left out.
 */
export const journalSchema = z.object({
  job: z.string(),
  chunk: z.int(),
  account: z.string(),
  term: termSchema,
  state: z.enum(JOURNAL_STATES),
  lease: z.nullable(z.object({ owner: z.string(), until: z.number() })),
  version: z.int(),
  nonce: z.string(),
  claims: z.int(),
  rests: z.optional(z.int()),
  savedAt: z.number(),
  again: z.nullable(z.number()),
  waits: z.optional(z.int()),
  continuations: z.int(),
  balance: z.nullable(moneySchema),
  left: z.optional(z.object({ epoch: z.int(), amount: moneySchema })),
  rows: z.array(
    z.object({
      position: z.int(),
      resourceId: z.string(),
      approved: moneySchema,
      expiry: wallTimeSchema,
      rung: z.union([z.literal(100), z.literal(10), z.literal(1)]),
      priceAlone: z.boolean(),
      price: z.nullable(moneySchema),
      list: z.nullable(moneySchema),
      busySince: z.optional(z.number()),
      outcome: z.nullable(rowOutcomeSchema),
    }),
  ),
  parts: z.array(partSchema),
});
