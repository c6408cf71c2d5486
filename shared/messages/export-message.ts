import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { RESOURCE_STATUSES } from '../survey/survey.ts';
import type { ExportMessage } from '../ports/exports.ts';
import { termSchema } from '../store/domain-schemas.ts';
import { SURVEY_STEPS } from '../store/survey-keys.ts';

const words = z.optional(z.array(z.string()));

const requestSchema = z.object({
  due: z.optional(z.union([z.literal('urgent'), z.object({ days: z.int() })])),
  term: z.optional(termSchema),
  ids: words,
  order: z.optional(z.string()),
  statuses: z.optional(z.array(z.enum(RESOURCE_STATUSES))),
  serviceTypes: words,
  regions: words,
  enterpriseProjects: words,
  names: words,
});

/** A message of the exports queue (FIFO, group = account). */
export const exportMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    account: z.string(),
    request: requestSchema,
    at: z.number(),
    by: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('piece'),
    account: z.string(),
    survey: z.string(),
    step: z.enum(SURVEY_STEPS),
    number: z.int(),
  }),
]);

/** The same piece sent twice within five minutes is swallowed, so that no survey runs double. */
export function exportDeduplicationId(message: ExportMessage): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('hex');
}
