import type { LastRenewal } from '../renewal/rules/last-renewal.ts';
import type { Money } from '../values/money.ts';
import type { Term } from '../values/term.ts';

/** What a provider says of a resource's life; in the words that sheets show. */
export const RESOURCE_STATUSES = ['in use', 'expired', 'frozen', 'closed'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

/** What happens at a resource's expiry when nobody renews it. */
export const RENEWAL_MODES = ['manual', 'auto-renew', 'to pay-per-use', 'ends at expiry'] as const;
export type RenewalMode = (typeof RENEWAL_MODES)[number];

/** A main resource as its provider lists it. Null: the provider left it out. */
export interface SurveyedResource {
  readonly resourceId: string;
  readonly name: string | null;
  /** The provider's own code, such as `hws.service.type.ec2`. */
  readonly serviceCode: string | null;
  /** For people, in English where the provider has it. */
  readonly serviceName: string | null;
  readonly region: string | null;
  readonly enterpriseProject: { readonly id: string; readonly name: string | null } | null;
  readonly status: ResourceStatus | null;
  /** Epoch milliseconds. */
  readonly expiry: number | null;
  readonly mode: RenewalMode | null;
  /** How many resources are renewed together with it, and are in its price. */
  readonly attached: number;
  /** The terms it takes, in months; none: there is no way to renew it. Left out: not known before. */
  readonly months?: readonly number[] | undefined;
}

/** What renewing a resource for its term would cost today, or why it has no price. */
export type SurveyPrice =
  | {
      readonly kind: 'priced';
      /** Before discounts; null where the provider does not tell it apart. */
      readonly list: Money | null;
      /** After the best usable discount that the account's `discount` setting allows: to be approved. */
      readonly price: Money;
      /** List less price, never negative; null where there is no list price. */
      readonly discount: Money | null;
    }
  /** The provider tells none before it renews: whoever approves types what it may cost. */
  | { readonly kind: 'not told' }
  | {
      readonly kind: 'not renewable';
      /** The provider's own code; empty where it gave none. */
      readonly code: string;
      readonly reason: string;
      readonly advice: string;
    };

/** One main resource as it was looked at and priced, its attached ones included. */
export interface SurveyRow extends SurveyedResource {
  readonly term: Term;
  readonly price: SurveyPrice;
  /** The renewal that it has its expiry from; left out: not known to be one of our jobs'. */
  readonly last?: LastRenewal | undefined;
}

/** Why a resource that was found is not among the rows. */
export const LEFT_OUT_REASONS = [
  /** A job of the account that is not over has it. */
  'in an open job',
  /** The provider holds an unpaid order for it: pay or cancel that first. */
  'unpaid order',
  /** It renews itself, and the account exports only what does not. */
  'auto-renewing',
  /** Its service type is one that the account does not export, such as a resource package. */
  'service type',
  /** It was asked for by its id, and the provider does not know it, or the other conditions exclude it. */
  'not found',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A resource that was found and is not exported. */
export interface LeftOutRow extends SurveyedResource {
  readonly because: LeftOutReason;
  /** For people: in which job, under which code. */
  readonly detail: string;
}

/** Which resources a survey looks for. Lists: any of them fits; null: no such condition. */
export interface SurveyFilter {
  /** Expiry from this instant on, and before the other one (epoch milliseconds). */
  readonly expiresFrom: number | null;
  readonly expiresBefore: number | null;
  /** Exactly these main resources; the other conditions hold for them too. */
  readonly ids: readonly string[] | null;
  /** Under this order of the provider. */
  readonly order: string | null;
  readonly statuses: readonly ResourceStatus[] | null;
  /** Codes of service types. */
  readonly serviceTypes: readonly string[] | null;
  /** Codes of service types that are left out and listed. */
  readonly withoutServiceTypes: readonly string[];
  readonly regions: readonly string[] | null;
  /** Ids or names. */
  readonly enterpriseProjects: readonly string[] | null;
  /** Parts of names, in any case. */
  readonly names: readonly string[] | null;
  /** Leaves out and lists what renews itself. */
  readonly withoutAutoRenewing: boolean;
}

/** A filter that every main resource fits. */
export const NO_FILTER: SurveyFilter = {
  expiresFrom: null,
  expiresBefore: null,
  ids: null,
  order: null,
  statuses: null,
  serviceTypes: null,
  withoutServiceTypes: [],
  regions: null,
  enterpriseProjects: null,
  names: null,
  withoutAutoRenewing: false,
};

/** What was asked of a survey. The same question of the same day is the same survey. */
export interface SurveyQuestion {
  readonly account: string;
  /** Where it goes in a file's name and title: `due-30d`, `urgent`, `ids`. Letters, digits, dashes. */
  readonly what: string;
  /** For people: "due within 30 days". */
  readonly title: string;
  readonly filter: SurveyFilter;
  /** For how long every resource is priced. */
  readonly term: Term;
}

/** What an account's resources would cost to renew: the content of one quote. */
export interface Survey {
  /** At most ten typable characters; also the quote id on the cover. */
  readonly id: string;
  readonly question: SurveyQuestion;
  /** The moment it was asked for (epoch milliseconds): days left are counted from here. */
  readonly askedAt: number;
  /** When the last price was read. */
  readonly pricedAt: number;
  readonly currency: string;
  /** The zone in which expiry dates are shown, and read again when the file is dropped. */
  readonly zone: string;
  /** Soonest expiry first; both those with a price and those without. */
  readonly rows: readonly SurveyRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** Cash and credit of the account; null where it has no balance of its own or it was not told. */
  readonly balance: Money | null;
  /** Whether the last renewals could be read that our jobs have made; left out: nobody has looked. */
  readonly lastRenewals?: 'read' | 'not all read' | undefined;
  /** The most resources of one file: what finance drops must not be more than a job may have. */
  readonly rowsPerFile: number;
}

/** One file of a survey. The first one also lists what was left out and what cannot be renewed. */
export interface SurveyPart {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Rows that can be approved, soonest expiry first. */
  readonly rows: readonly SurveyRow[];
}

/** The files that a survey makes: one at least, even when nothing falls due. */
export function surveyParts({ rows, rowsPerFile }: Survey): readonly SurveyPart[] {
  const offered = rows.filter(({ price }) => price.kind !== 'not renewable');
  const of = Math.max(1, Math.ceil(offered.length / rowsPerFile));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    rows: offered.slice(index * rowsPerFile, (index + 1) * rowsPerFile),
  }));
}

/** What cannot be renewed, with its reasons. */
export function unpricedRows({ rows }: Pick<Survey, 'rows'>): readonly SurveyRow[] {
  return rows.filter(({ price }) => price.kind === 'not renewable');
}
