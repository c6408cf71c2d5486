import * as z from 'zod/mini';
import { providerSettled } from '../providers/settled-settings.ts';
import { LANGUAGES } from '../reasons/entry.ts';
import type { Account } from './account.ts';
import { RESOURCE_STATUSES } from '../survey/survey.ts';
import { termSchema } from '../store/domain-schemas.ts';

const texts = z.nullable(z.array(z.string()));

const exportSchema = z.object({
  schedule: z.nullable(z.string()),
  timeZone: z.string(),
  due: z.union([z.literal('urgent'), z.object({ days: z.number() })]),
  term: termSchema,
  statuses: z.array(z.enum(RESOURCE_STATUSES)),
  serviceTypes: texts,
  withoutServiceTypes: z.array(z.string()),
  regions: texts,
  enterpriseProjects: texts,
  names: texts,
  autoRenewing: z.enum(['leave', 'export']),
});

const generalSchema = z.object({
  name: z.string(),
  currency: z.string(),
  expiryZone: z.string(),
  defaultTerm: z.nullable(termSchema),
  priceTolerance: z.object({ percent: z.number(), absolute: z.string() }),
  jobValidityDays: z.number(),
  discount: z.string(),
  maxRows: z.number(),
  maxJobAmount: z.nullable(z.string()),
  maxRowAmount: z.nullable(z.string()),
  hiddenRows: z.enum(['skip', 'renew']),
  confirmHours: z.number(),
  autoRenewRows: z.enum(['leave', 'renew']),
  whenSilent: z.enum(['suspend', 'continue']),
  resumeEveryHours: z.nullable(z.number()),
  language: z.nullable(z.enum(LANGUAGES)),
  headings: z.record(z.string(), z.array(z.string())),
  export: exportSchema,
});

/** What it knows of the account, and nothing else: an object may carry more than its type says. */
function known(account: unknown): Account {
  return { ...z.parse(generalSchema, account), ...z.parse(providerSettled, account) };
}

/**
 * Accounts with every setting settled, as they are written beside a function's code. What a person
 * wrote was judged before, so that no function carries the sentences about mistakes. Holds no keys.
 */
export function settledAccountsText(accounts: readonly Account[]): string {
  return `${JSON.stringify(accounts.map(known), null, 2)}\n`;
}

/** Reads what {@link settledAccountsText} wrote. Throws for anything else. */
export function readSettledAccounts(text: string): readonly Account[] {
  return z.parse(z.array(z.unknown()), JSON.parse(text)).map(known);
}
