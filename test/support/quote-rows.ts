import type { RenewalPolicy } from '../../shared/renewal/policy.ts';
import type { HuaweiAccount } from '../../shared/providers/huawei/connection.ts';
import { type Account, policyOf } from '../../shared/settings/account.ts';
import { defaultExport } from '../../shared/settings/export-settings.ts';
import { money } from '../../shared/values/money.ts';
import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';

/** An account at Huawei Cloud with every default, for tests. */
export function testAccount(settings: Partial<Account> = {}): HuaweiAccount {
  const account = {
    name: 'main',
    provider: 'huawei',
    endpoint: 'http://127.0.0.1:1',
    currency: 'USD',
    expiryZone: 'Asia/Shanghai',
    defaultTerm: null,
    priceTolerance: { percent: 0, absolute: '0' },
    jobValidityDays: 3,
    callsPerSecond: 1000,
    discount: 'best',
    maxRows: 10_000,
    maxJobAmount: null,
    maxRowAmount: null,
    hiddenRows: 'skip',
    confirmHours: 24,
    iamUser: null,
    expirePolicy: null,
    orderUrl: null,
    site: null,
    autoRenewRows: 'leave',
    whenSilent: 'suspend',
    language: null,
    resumeEveryHours: null,
    headings: {},
    export: defaultExport('Asia/Shanghai', null),
    ...settings,
  };
  return account as HuaweiAccount;
}

/** What such an account has decided about its renewals. */
export function testPolicy(settings: Partial<RenewalPolicy> = {}): RenewalPolicy {
  return { ...policyOf(testAccount()), ...settings };
}

/** A quote row that is ready to be renewed for one month. */
export function quoteRow(
  position: number,
  more: Partial<Omit<QuoteRow, 'approved'>> & { readonly approved?: string } = {},
): QuoteRow {
  const { approved = '10.00', ...rest } = more;
  return {
    position,
    sheet: 'Sheet1',
    line: position + 2,
    cells: [],
    resourceId: `r${position}`,
    name: `resource ${position}`,
    term: { unit: 'month', count: 1 },
    approved: money(approved, 'USD'),
    expiry: { day: '2026-12-20', time: '23:59:59' },
    verdict: null,
    ...rest,
  };
}

/** A quote of these rows. */
export function quoteOf(rows: readonly QuoteRow[]): Quote {
  return { columns: [], rows, loose: [], approvedBy: null, reference: null };
}

/** A world's resource that fits {@link quoteRow} of that position. */
export function worldResource(
  position: number,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id: `r${position}`,
    name: `resource ${position}`,
    expires: '2026-12-20T15:59:59Z',
    prices: { month: '10.00', year: '100.00' },
    ...more,
  };
}

/** Rows of two chunks: one for each term. */
export const TWO_TERMS = [
  quoteRow(0),
  quoteRow(1, { term: { unit: 'year', count: 1 }, approved: '100.00' }),
];
