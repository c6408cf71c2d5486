import type { ResourceStatus } from '../survey/survey.ts';
import type { Term } from '../values/term.ts';

/** "urgent": what has expired or expires within so many days. */
export const URGENT_DAYS = 15;

/** How far ahead an export looks: so many days, or what is urgent. What has expired is always in it. */
export type DueWindow = { readonly days: number } | 'urgent';

/** The resources that an export takes in, whatever is due. Null: all of them. */
export interface ExportFilters {
  readonly statuses: readonly ResourceStatus[];
  /** Codes of service types. */
  readonly serviceTypes: readonly string[] | null;
  /** Codes of service types that are left out, such as those of resource packages. */
  readonly withoutServiceTypes: readonly string[];
  readonly regions: readonly string[] | null;
  /** Ids or names. */
  readonly enterpriseProjects: readonly string[] | null;
  /** Parts of names. */
  readonly names: readonly string[] | null;
  /** Whether what renews itself is exported too. */
  readonly autoRenewing: 'leave' | 'export';
}

/** How the quotes of an account are exported: on its schedule, and on request unless told otherwise. */
export interface ExportSettings extends ExportFilters {
  /** `cron(...)` or `rate(...)` of EventBridge Scheduler; null: only on request. */
  readonly schedule: string | null;
  /** In which the schedule's hours and the days ahead are counted. */
  readonly timeZone: string;
  readonly due: DueWindow;
  /** For how long every resource is priced. */
  readonly term: Term;
}

/** The settings of an account that has none of its own. */
export function defaultExport(expiryZone: string, defaultTerm: Term | null): ExportSettings {
  return {
    schedule: null,
    timeZone: expiryZone,
    due: { days: 30 },
    term: defaultTerm ?? { unit: 'month', count: 1 },
    // Closed ones are hidden in the provider's console too (Huawei contract, section 2).
    statuses: ['in use', 'expired', 'frozen'],
    serviceTypes: null,
    withoutServiceTypes: [],
    regions: null,
    enterpriseProjects: null,
    names: null,
    autoRenewing: 'leave',
  };
}

const PATTERN = /^(\d{1,4})d$/u;
/** Longer than anything can be bought ahead. */
const MOST_DAYS = 1200;

/** Reads "30d" or "urgent"; null for anything else. */
export function readDue(text: string): DueWindow | null {
  if (text === 'urgent') return 'urgent';
  const days = Number(PATTERN.exec(text)?.[1] ?? -1);
  return days >= 0 && days <= MOST_DAYS ? { days } : null;
}

/** As {@link readDue} reads it. */
export function dueText(due: DueWindow): string {
  return due === 'urgent' ? due : `${due.days}d`;
}
