import * as z from 'zod/mini';
import { OUTCOMES } from '../renewal/outcome.ts';
import { reasonOf, storedReason } from './reason-schemas.ts';

/** An exact amount: a plain decimal string and a currency. */
export const moneySchema = z.object({
  amount: z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/u)),
  currency: z.string().check(z.length(3)),
});

/** A renewal term. */
export const termSchema = z.object({
  unit: z.enum(['month', 'year']),
  count: z.int().check(z.positive()),
});

/** A calendar day with or without a time of day, in the account's zone. */
export const wallTimeSchema = z.object({
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u)),
  time: z.nullable(z.string().check(z.regex(/^\d{2}:\d{2}:\d{2}$/u))),
});

/** One of the eight outcomes with what the sheet says about it. */
export const rowOutcomeSchema = z.pipe(
  z.object({
    outcome: z.enum(OUTCOMES),
    reason: storedReason,
    /** Of items from before reasons had ids. */
    advice: z.optional(z.string()),
    code: z.nullable(z.string()),
    order: z.nullable(z.string()),
    paid: z.nullable(moneySchema),
    newExpiry: z.nullable(z.number()),
  }),
  z.transform(({ advice, ...rest }) => ({ ...rest, reason: reasonOf(rest.reason, advice) })),
);
