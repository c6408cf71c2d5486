import * as z from 'zod/mini';
import { ATTEMPT_KINDS } from '../renewal/states/attempt-state.ts';
import { CHUNK_STATES } from '../renewal/states/chunk-state.ts';
import { CANCEL_REASONS } from '../renewal/states/order-state.ts';
import { WATCH_REASONS } from '../renewal/states/row-state.ts';
import { moneySchema, rowOutcomeSchema, termSchema, wallTimeSchema } from './domain-schemas.ts';
import { reasonOf, storedReason, toldSchema } from './reason-schemas.ts';
import { upgradeJournal } from './upgrade-journal.ts';

const discountSchema = z.object({ id: z.string(), type: z.number() });

const refusalSchema = z.pipe(
  z.object({
    code: z.string(),
    reason: storedReason,
    /** Of items from before reasons had ids. */
    advice: z.optional(z.string()),
  }),
  z.transform(({ code, advice, ...rest }) => ({ code, reason: reasonOf(rest.reason, advice) })),
);

const payment = {
  compared: moneySchema,
  discount: z.nullable(discountSchema),
  at: z.number(),
};

const orderStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made') }),
  z.object({ kind: z.literal('payable again'), refusal: refusalSchema }),
  z.object({ kind: z.enum(['paying', 'payment unclear']), ...payment }),
  z.object({ kind: z.literal('paid'), ...payment, by: z.optional(z.enum(['others', 'unknown'])) }),
  z.object({
    kind: z.enum(['paying again', 'payment refused']),
    ...payment,
    refusal: refusalSchema,
  }),
  z.object({
    kind: z.literal('payment declined'),
    ...payment,
    refusal: z.nullable(refusalSchema),
  }),
  z.object({ kind: z.literal('overcharged'), ...payment, charged: moneySchema }),
  z.object({
    kind: z.literal('completed'),
    compared: z.nullable(moneySchema),
    discount: z._default(z.nullable(discountSchema), null),
    charged: z.nullable(moneySchema),
    tax: z.optional(moneySchema),
  }),
  z.object({
    kind: z.literal('cancelling'),
    because: z.enum(CANCEL_REASONS),
    refusal: z.nullable(refusalSchema),
  }),
  z.object({
    kind: z.literal('cancelled'),
    because: z.enum(CANCEL_REASONS),
    at: z._default(z.number(), 0),
  }),
  z.object({
    kind: z.literal('for review'),
    why: toldSchema,
    charged: z.nullable(moneySchema),
  }),
]);

const at = z.number();

const attemptSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intended'), at, by: z.string() }),
  z.object({
    kind: z.literal('unclear'),
    at,
    why: z.string(),
    refusal: z.optional(refusalSchema),
  }),
  z.object({ kind: z.enum(['seeking', 'naming']), at, why: z.string() }),
  z.object({ kind: z.enum(['refused', 'busy', 'refused alone']), at, refusal: refusalSchema }),
  z.object({ kind: z.enum(['accepted', 'settled', 'left to a person', 'released']), at }),
]);

const partSchema = z.looseObject({
  number: z.int(),
  kind: z.enum(ATTEMPT_KINDS),
  rows: z.array(z.int()),
  expected: z.object({ list: z.nullable(moneySchema), price: moneySchema }),
  attempt: attemptSchema,
  frozen: z.optional(
    z.object({
      kind: z.enum(['purchase', 'task']),
      product: z.string(),
      sent: z.string(),
      expiries: z.array(z.number()),
      repeat: z.enum(['same token', 'same call', 'never']),
      since: z.number(),
      times: z.int(),
    }),
  ),
  turnedDown: z.optional(z.object({ held: z.array(z.int()), busy: z.array(z.int()) })),
  orders: z.array(
    z.looseObject({
      id: z.string(),
      rows: z.nullable(z.array(z.int())),
      state: orderStateSchema,
      tried: z.optional(z.object(payment)),
    }),
  ),
});

const until = z.number();

const workSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('leased'), owner: z.string(), until }),
  z.object({ kind: z.enum(['backing off', 'resting']), until }),
]);

const pricingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['together', 'alone']) }),
  z.object({ kind: z.literal('busy'), since: z.number(), alone: z.boolean() }),
  z.object({
    kind: z.literal('watched'),
    since: z.number(),
    order: z.string(),
    why: z.enum(WATCH_REASONS),
  }),
]);

const journalShape = z.looseObject({
  job: z.string(),
  chunk: z.int(),
  account: z.string(),
  term: termSchema,
  state: z.enum(CHUNK_STATES),
  work: workSchema,
  version: z.int(),
  nonce: z.string(),
  claims: z.int(),
  rests: z.int(),
  savedAt: z.number(),
  waits: z.int(),
  continuations: z.int(),
  idle: z.optional(z.int()),
  balance: z.nullable(moneySchema),
  left: z.nullable(z.object({ epoch: z.int(), amount: moneySchema })),
  rows: z.array(
    z.looseObject({
      position: z.int(),
      resourceId: z.string(),
      approved: moneySchema,
      expiry: wallTimeSchema,
      product: z.optional(z.string()),
      rung: z.int().check(z.positive()),
      pricing: pricingSchema,
      price: z.nullable(moneySchema),
      list: z.nullable(moneySchema),
      outcome: z.nullable(rowOutcomeSchema),
    }),
  ),
  parts: z.array(partSchema),
  refused: z.optional(z.object({ epoch: z.int(), reason: toldSchema })),
  movedAt: z.optional(z.number()),
  silences: z.optional(
    z.array(
      z.object({
        question: z.string(),
        rows: z.array(z.int()),
        since: z.number(),
        tries: z.int(),
        heard: z.nullable(z.number()),
        said: z.string(),
      }),
    ),
  ),
});

/**
 * A chunk's journal as it is stored, of this release or the one before. An item that does not fit
 * stops the run: a row that cannot be read must never be left out. Fields that a newer release has
 * added to the journal, a row, a part or an order are kept, for it is written whole; a state is
 * replaced with all that belongs to it.
 */
export const journalSchema = z.pipe(z.transform(upgradeJournal), journalShape);
