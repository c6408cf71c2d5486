import * as z from 'zod/mini';
import { defaultExport, type ExportSettings, readDue } from './export-settings.ts';
import { RESOURCE_STATUSES } from '../survey/survey.ts';
import { readTerm, type Term } from '../values/term.ts';
import { isZone } from '../values/wall-time.ts';
import { scheduleProblem } from './schedule-problem.ts';

const EXPORT = 'must be an object with the settings of exports, such as {"due": "30d"}';
const DUE = 'must be a number of days such as "30d" (at most "1200d"), or "urgent"';
const ZONE = 'must be the name of a time zone, such as "Asia/Shanghai"';
const TERM = 'must be a term such as "1 month" or "1 year"';
const STATUSES = `must be a list of ${RESOURCE_STATUSES.map((one) => `"${one}"`).join(', ')}`;
const WORDS = 'must be a list of texts with something in it, or be left out';

const words = z
  .array(z.string(WORDS).check(z.regex(/^\s*\S[^\p{Cc}]{0,199}$/u, WORDS)), WORDS)
  .check(z.minLength(1, WORDS));

const text = (says: string, accepts: (value: string) => boolean) =>
  z.string(says).check(z.refine(accepts, says));

/** Says what exactly is wrong with an expression, which one message for all could not. */
const schedule = z.string('must be text such as "cron(0 8 ? * MON *)"').check((payload) => {
  const problem = scheduleProblem(payload.value);
  if (problem === null) return;
  payload.issues.push({ code: 'custom', message: problem, input: payload.value });
});

const fields = {
  schedule: z.optional(schedule),
  timeZone: z.optional(text(ZONE, isZone)),
  due: z.optional(text(DUE, (due) => readDue(due) !== null)),
  term: z.optional(text(TERM, (term) => readTerm(term).kind === 'term')),
  statuses: z.optional(
    z.array(z.enum(RESOURCE_STATUSES, STATUSES), STATUSES).check(z.minLength(1, STATUSES)),
  ),
  serviceTypes: z.optional(words),
  withoutServiceTypes: z.optional(z.array(z.string(WORDS), WORDS)),
  regions: z.optional(words),
  enterpriseProjects: z.optional(words),
  names: z.optional(words),
  autoRenewing: z.optional(z.enum(['leave', 'export'], 'must be "leave" or "export"')),
} as const;

/** Null and "none" mean the same as leaving a setting out. */
function withoutNone(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== null && value !== 'none'),
  );
}

/** The names of the settings inside `export`, for telling a mistyped one. */
export const EXPORT_FIELDS: readonly string[] = Object.keys(fields);

/** The setting `export` of an account as it stands in `accounts.json`; all of it is optional. */
export const exportSchema = z.pipe(z.transform(withoutNone), z.strictObject(fields, EXPORT));

/** The settings with every default filled in. */
export function completeExport(
  entry: z.output<typeof exportSchema> | undefined,
  account: { readonly expiryZone: string; readonly defaultTerm: Term | null },
): ExportSettings {
  const defaults = defaultExport(account.expiryZone, account.defaultTerm);
  const { due, term, ...given } = entry ?? {};
  const read = term === undefined ? null : readTerm(term);
  return {
    schedule: given.schedule ?? defaults.schedule,
    timeZone: given.timeZone ?? defaults.timeZone,
    due: (due === undefined ? null : readDue(due)) ?? defaults.due,
    term: read?.kind === 'term' ? read.term : defaults.term,
    statuses: given.statuses ?? defaults.statuses,
    serviceTypes: given.serviceTypes ?? defaults.serviceTypes,
    withoutServiceTypes: given.withoutServiceTypes ?? defaults.withoutServiceTypes,
    regions: given.regions ?? defaults.regions,
    enterpriseProjects: given.enterpriseProjects ?? defaults.enterpriseProjects,
    names: given.names ?? defaults.names,
    autoRenewing: given.autoRenewing ?? defaults.autoRenewing,
  };
}
