import * as z from 'zod/mini';
import { OUTCOMES } from '../renewal/outcome.ts';
import { byField as by, exportEventSchema } from './export-event.ts';

const JOB = 'must be the id of a job, or its first characters (3 at least)';
const job = z.string(JOB).check(z.regex(/^[\da-z]{3,10}$/u, JOB));

/** What a person may have found out about a row that needs review. */
export const SETTLEMENTS = ['paid', 'not paid', 'renew again'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

const SETTLEMENT = `must be one of ${SETTLEMENTS.map((word) => `"${word}"`).join(', ')}`;

const ORDER = 'must be the number of an order';
const ALL = 'must be true: every row that needs review';
const WHICH = 'must be named, or an order, or all: one of the three';
const OUTCOME = `must be one of ${[...OUTCOMES, 'open'].map((word) => `"${word}"`).join(', ')}`;
const FROM = 'must be a whole number from 0 up';

/** The most rows in one answer: with all that is said of each it stays far below what an answer may hold. */
export const ROWS_AT_ONCE = 1000;

/** Commands that only look: they may be asked again where an answer was lost. */
export const LOOKS: ReadonlySet<string> = new Set(['list', 'status', 'rows', 'journal', 'queues']);

/** What `operate` can be asked for: by the command line, or as a test event in the Lambda console. */
export const operateEventSchema = z.discriminatedUnion(
  'command',
  [
    z.strictObject({ command: z.literal('list'), account: z.optional(z.string()) }),
    z.strictObject({ command: z.enum(['status', 'journal']), job }),
    z.strictObject({
      command: z.literal('rows'),
      job,
      outcome: z.optional(z.enum([...OUTCOMES, 'open'], OUTCOME)),
      /** Goes on at this place of the list: an answer holds {@link ROWS_AT_ONCE}. */
      from: z.optional(z.int(FROM).check(z.minimum(0, FROM))),
    }),
    z.strictObject({ command: z.literal('queues') }),
    z.strictObject({ command: z.enum(['resume', 'cancel', 'redrive']), job, by }),
    z
      .strictObject({
        command: z.literal('settle'),
        job,
        resource: z.optional(z.string()),
        order: z.optional(z.string(ORDER).check(z.regex(/^[^\p{Cc},]{1,100}$/u, ORDER))),
        all: z.optional(z.literal(true, ALL)),
        as: z.enum(SETTLEMENTS, SETTLEMENT),
        by,
      })
      .check(
        z.refine(
          (event) =>
            [event.resource, event.order, event.all].filter((one) => one !== undefined).length ===
            1,
          { error: WHICH, path: ['resource'] },
        ),
      ),
    exportEventSchema,
  ],
  'must be "list", "status", "rows", "journal", "queues", "resume", "cancel", "redrive", "settle" or "export"',
);

/** An event that can be carried out. */
export type OperateEvent = z.output<typeof operateEventSchema>;
