import * as z from 'zod/mini';
import { byField as by, exportEventSchema } from './export-event.ts';

const JOB = 'must be the id of a job, or its first characters (3 at least)';
const job = z.string(JOB).check(z.regex(/^[\da-z]{3,10}$/u, JOB));

/** What a person may have found out about a row that needs review. */
export const SETTLEMENTS = ['paid', 'not paid', 'renew again'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

const SETTLEMENT = `must be one of ${SETTLEMENTS.map((word) => `"${word}"`).join(', ')}`;

/** What `operate` can be asked for: by the command line, or as a test event in the Lambda console. */
export const operateEventSchema = z.discriminatedUnion(
  'command',
  [
    z.strictObject({ command: z.literal('list'), account: z.optional(z.string()) }),
    z.strictObject({ command: z.literal('status'), job }),
    z.strictObject({ command: z.enum(['resume', 'cancel', 'redrive']), job, by }),
    z.strictObject({
      command: z.literal('settle'),
      job,
      resource: z.string(),
      as: z.enum(SETTLEMENTS, SETTLEMENT),
      by,
    }),
    exportEventSchema,
  ],
  'must be "list", "status", "resume", "cancel", "redrive", "settle" or "export"',
);

/** An event that can be carried out. */
export type OperateEvent = z.output<typeof operateEventSchema>;
