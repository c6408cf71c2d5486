import * as z from 'zod/mini';
import { OUTCOMES } from '../renewal/outcome.ts';
import { moneySchema } from '../store/domain-schemas.ts';
import { toldSchema } from '../store/reason-schemas.ts';

/** How a file would fare as a whole, were it dropped under `approved/` now. */
export const CHECK_STATES = [
  'would run',
  'would be rejected',
  'would be suspended',
  /** The provider gave no answer. */
  'not known',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

const answerSchema = z.object({
  id: z.string(),
  state: z.enum(CHECK_STATES),
  reason: z.nullable(toldSchema),
  rows: z.int(),
  outcomes: z.record(z.enum(OUTCOMES), z.int()),
  approved: z.array(moneySchema),
  needed: z.array(moneySchema),
  balance: z.nullable(moneySchema),
  missing: z.nullable(moneySchema),
  resultsKey: z.string(),
  repricedKey: z.nullable(z.string()),
});

/** What a dry run came to, for programs; written before the workbook. */
export type CheckAnswer = z.output<typeof answerSchema>;

/** The answer's bytes. */
export function writeCheckAnswer(answer: CheckAnswer): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}

/** Reads a stored answer. Throws when it does not fit. */
export function readCheckAnswer(bytes: Uint8Array): CheckAnswer {
  return answerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
