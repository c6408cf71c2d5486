import type { ExportSettings } from './export-settings.ts';
import type { KnownHeadings } from './known-headings.ts';
import type { RenewalPolicy } from '../renewal/policy.ts';
import type { Term } from '../values/term.ts';

/** The settings of one cloud account, as `accounts.json` gives them with every default filled in. */
export interface Account extends RenewalPolicy {
  /** Also the second part of the paths in the bucket: `approved/<name>/`. */
  readonly name: string;
  readonly provider: 'huawei';
  /** Base URL of the provider's billing API. */
  readonly endpoint: string;
  /** The term of sheets without a term column; null: such rows are invalid. */
  readonly defaultTerm: Term | null;
  /** Days from the job's start after which nothing more of it is paid. */
  readonly jobValidityDays: number;
  /** Calls per second and provider API. */
  readonly callsPerSecond: number;
  readonly maxRows: number;
  /** Ceilings in the account's currency; null: none. */
  readonly maxJobAmount: string | null;
  readonly maxRowAmount: string | null;
  /** Whether hidden and filtered-out rows are left alone or renewed like the others. */
  readonly hiddenRows: 'skip' | 'renew';
  /** Sent with renew calls where set; the provider declared it without effect (contract section 1). */
  readonly expirePolicy: number | null;
  /** A link to one order in the provider's console, with `{order}` for its id. */
  readonly orderUrl: string | null;
  /** Hours after which a suspended job is tried again by itself; null: only a person resumes it. */
  readonly resumeEveryHours: number | null;
  /** Headings of quotes that are known besides those of all accounts. */
  readonly headings: KnownHeadings;
  readonly export: ExportSettings;
}
