import * as z from 'zod/mini';
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

const accountSchema = z.object({
  name: z.string(),
  provider: z.literal('huawei'),
  endpoint: z.string(),
  currency: z.string(),
  expiryZone: z.string(),
  defaultTerm: z.nullable(termSchema),
  priceTolerance: z.object({ percent: z.number(), absolute: z.string() }),
  jobValidityDays: z.number(),
  callsPerSecond: z.number(),
  discount: z.string(),
  maxRows: z.number(),
  maxJobAmount: z.nullable(z.string()),
  maxRowAmount: z.nullable(z.string()),
  hiddenRows: z.enum(['skip', 'renew']),
  confirmHours: z.number(),
  iamUser: z.nullable(z.string()),
  expirePolicy: z.nullable(z.number()),
  orderUrl: z.nullable(z.string()),
  autoRenewRows: z.enum(['leave', 'renew']),
  resumeEveryHours: z.nullable(z.number()),
  headings: z.record(z.string(), z.array(z.string())),
  export: exportSchema,
});

const accountsSchema = z.array(accountSchema);

/**
 * Accounts with every setting settled, as they are written beside a function's code. What a person
 * wrote was judged before, so that no function carries the sentences about mistakes. Holds no keys.
 */
export function settledAccountsText(accounts: readonly Account[]): string {
  return `${JSON.stringify(z.parse(accountsSchema, accounts), null, 2)}\n`;
}

/** Reads what {@link settledAccountsText} wrote. Throws for anything else. */
export function readSettledAccounts(text: string): readonly Account[] {
  return z.parse(accountsSchema, JSON.parse(text));
}
