/** What became of one domain of a task. */
export type DetailOutcome =
  | { readonly kind: 'success'; readonly order: string }
  | { readonly kind: 'failure'; readonly reason: string };

/** One domain's part of a task. Instants in epoch milliseconds. */
export interface TaskDetail {
  readonly no: string;
  readonly domain: string;
  readonly instanceId: string;
  readonly years: number;
  /** CurrentExpirationDate as it was sent. */
  readonly frozen: number;
  readonly permitPremium: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  /** From `endsAt` on. */
  outcome: DetailOutcome | null;
}

/** A renewal task of the Domain API (Alibaba contract, sections 1.1 to 1.3). */
export interface Task {
  readonly no: string;
  readonly createdAt: number;
  readonly details: readonly TaskDetail[];
}

/** TaskStatusCode of a detail; a task as a whole has other numbers (section 1.3). */
export type DetailStatus = 0 | 1 | 2 | 3;

/** A detail's status as of an instant: 0 waiting, 1 running, 2 success, 3 failed. */
export function detailStatus({ startsAt, endsAt, outcome }: TaskDetail, at: number): DetailStatus {
  if (at < startsAt) return 0;
  if (at < endsAt || outcome === null) return 1;
  return outcome.kind === 'success' ? 2 : 3;
}

/** When a task's last domain has its outcome. */
export function endOf({ details }: Task): number {
  return Math.max(...details.map(({ endsAt }) => endsAt));
}
