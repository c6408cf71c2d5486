import * as z from 'zod/mini';
import type { ExportRequest } from '../survey/export-request.ts';
import { readDue } from '../settings/export-settings.ts';
import { RESOURCE_STATUSES } from '../survey/survey.ts';
import { readTerm } from '../values/term.ts';

const BY = 'must be the name of the person who does it';
/** Who does something, as a person's name. */
export const byField = z.string(BY).check(z.regex(/^[^\p{Cc}]{1,100}$/u, BY));

const ACCOUNT = 'must be the name of an account';
const DUE = 'must be a number of days such as "30d" (at most "1200d"), or "urgent"';
const TERM = 'must be a term such as "1 month" or "1y": 1 to 11 months or 1 to 3 years';
const WORDS = 'must be a list of texts with something in it';
/** So that the request fits into one message, whatever the ids look like. */
const MOST_IDS = 1000;
const IDS = `must be a list of 1 to ${MOST_IDS} resource ids`;
const STATUSES = `must be a list of ${RESOURCE_STATUSES.map((one) => `"${one}"`).join(', ')}`;

const word = (says: string) => z.string(says).check(z.regex(/^(?=.*\S)[^\p{Cc}]{1,100}$/u, says));
const list = (says: string, most: number) =>
  z.optional(z.array(word(says), says).check(z.minLength(1, says), z.maxLength(most, says)));
const words = list(WORDS, 50);

/** Asks for an export; what is left out is as the account's settings have it. */
export const exportEventSchema = z.strictObject({
  command: z.literal('export'),
  account: z.string(ACCOUNT),
  due: z.optional(z.string(DUE).check(z.refine((due) => readDue(due) !== null, DUE))),
  term: z.optional(z.string(TERM).check(z.refine((term) => readTerm(term).kind === 'term', TERM))),
  ids: list(IDS, MOST_IDS),
  order: z.optional(word('must be the number of an order')),
  statuses: z.optional(z.array(z.enum(RESOURCE_STATUSES, STATUSES), STATUSES)),
  serviceTypes: words,
  regions: words,
  enterpriseProjects: words,
  names: words,
  by: byField,
});

/** An export that a person asks for. */
export type ExportEvent = z.output<typeof exportEventSchema>;

/** What the event asks, as the surveys understand it. */
export function exportRequest(event: ExportEvent): ExportRequest {
  const { due, term, ids, order, statuses, serviceTypes, regions, enterpriseProjects, names } =
    event;
  const asked = { ids, order, statuses, serviceTypes, regions, enterpriseProjects, names };
  const reading = term === undefined ? null : readTerm(term);
  const window = due === undefined ? null : readDue(due);
  return {
    ...asked,
    ...(window === null ? {} : { due: window }),
    ...(reading?.kind === 'term' ? { term: reading.term } : {}),
  };
}
