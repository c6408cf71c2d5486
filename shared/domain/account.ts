import type { ExportSettings } from './export-settings.ts';
import type { Term } from './term.ts';

/** The settings of one cloud account, as `accounts.json` gives them with every default filled in. */
export interface Account {
  /** Also the second part of the paths in the bucket: `approved/<name>/`. */
  readonly name: string;
  readonly provider: 'huawei';
  /** Base URL of the provider's billing API. */
  readonly endpoint: string;
  /** ISO 4217 code of the account's only currency. */
  readonly currency: string;
  /** The zone in which expiry dates of sheets are read and compared. */
  readonly expiryZone: string;
  /** The term of sheets without a term column; null: such rows are invalid. */
  readonly defaultTerm: Term | null;
  /** How much dearer than approved a row may be: the stricter of the two limits wins. */
  readonly priceTolerance: { readonly percent: number; readonly absolute: string };
  /** Days from the job's start after which nothing more of it is paid. */
  readonly jobValidityDays: number;
  /** Calls per second and provider API. */
  readonly callsPerSecond: number;
  /** `best`, `none`, or the id of the one discount to use. */
  readonly discount: string;
  readonly maxRows: number;
  /** Ceilings in the account's currency; null: none. */
  readonly maxJobAmount: string | null;
  readonly maxRowAmount: string | null;
  /** Whether hidden and filtered-out rows are left alone or renewed like the others. */
  readonly hiddenRows: 'skip' | 'renew';
  /** Hours after a payment until an order that does not complete is given to a person. */
  readonly confirmHours: number;
  /** The IAM user whose name the provider shows on our orders, where it is a dedicated one. */
  readonly iamUser: string | null;
  /** Sent with renew calls where set; the provider declared it without effect (contract section 1). */
  readonly expirePolicy: number | null;
  /** A link to one order in the provider's console, with `{order}` for its id. */
  readonly orderUrl: string | null;
  /** Whether rows that auto-renewal is about to take are renewed all the same (money rule 9). */
  readonly autoRenewRows: 'leave' | 'renew';
  /** Hours after which a suspended job is tried again by itself; null: only a person resumes it. */
  readonly resumeEveryHours: number | null;
  readonly export: ExportSettings;
}
