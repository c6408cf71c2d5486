import type { ExportSettings } from './export-settings.ts';
import {
  allowUnpricedOf,
  ownUserOf,
  type ProviderSettings,
} from '../providers/settled-settings.ts';
import type { KnownHeadings } from './known-headings.ts';
import type { Language } from '../reasons/entry.ts';
import type { RenewalPolicy } from '../renewal/policy.ts';
import type { Term } from '../values/term.ts';

/** What every account has set, whoever its provider is. */
export interface GeneralSettings extends Omit<RenewalPolicy, 'ownUser' | 'allowUnpriced'> {
  /** Also the second part of the paths in the bucket: `approved/<name>/`. */
  readonly name: string;
  /** The term of sheets without a term column; null: such rows are invalid. */
  readonly defaultTerm: Term | null;
  /** Days from the job's start after which nothing more of it is paid. */
  readonly jobValidityDays: number;
  readonly maxRows: number;
  /** Ceilings in the account's currency; null: none. */
  readonly maxJobAmount: string | null;
  readonly maxRowAmount: string | null;
  /** Whether hidden and filtered-out rows are left alone or renewed like the others. */
  readonly hiddenRows: 'skip' | 'renew';
  /** What becomes of a job whose provider has given no answer for three quarters of an hour. */
  readonly whenSilent: 'suspend' | 'continue';
  /** Hours after which a suspended job is tried again by itself; null: only a person resumes it. */
  readonly resumeEveryHours: number | null;
  /** Of sheets and notices; null: as the headings of the quote are. */
  readonly language: Language | null;
  /** Headings of quotes that are known besides those of all accounts. */
  readonly headings: KnownHeadings;
  readonly export: ExportSettings;
}

/** The settings of one cloud account, as `accounts.json` gives them with every default filled in. */
export type Account = GeneralSettings & ProviderSettings;

/**
 * The language in which an account is told of a file: its own, else that of the file's headings where
 * they tell it. `account`: undefined for one that the settings do not have.
 */
export function languageOf(
  account: Pick<Account, 'language'> | null | undefined,
  quoted: Language | null = null,
): Language {
  return account?.language ?? quoted ?? 'en';
}

/** What the account has decided about its renewals. */
export function policyOf(account: Account): RenewalPolicy {
  return { ...account, ownUser: ownUserOf(account), allowUnpriced: allowUnpricedOf(account) };
}
