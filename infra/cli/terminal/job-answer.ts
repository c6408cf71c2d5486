import type { Totals } from '../../../shared/renewal/books/books.ts';
import { type Job, type JobStatus } from '../../../shared/jobs/job.ts';
import { sayWhole } from '../../../shared/reasons/say.ts';
import { display } from '../../../shared/values/money.ts';
import { noOutcomes } from '../../../shared/renewal/outcome.ts';

/** The one line of `--json`. Amounts per currency, with at least two fraction digits. */
export interface JobAnswer {
  readonly jobId: string;
  readonly status: JobStatus;
  readonly reason: string | null;
  readonly rows: number;
  readonly outcomes: Totals['outcomes'];
  /** "In the file": over all rows with a readable price. */
  readonly approved: Readonly<Record<string, string>>;
  /** The same without the rows that the file says no to; left out where it is not known. */
  readonly approvedInIt?: Readonly<Record<string, string>>;
  readonly paid: Readonly<Record<string, string>>;
  /** Absolute path of the results workbook. */
  readonly results: string;
  /** Absolute path of the rows worth another try; null: there are none. */
  readonly retry: string | null;
  /** Absolute path of the rows that wait for a person; null: there are none. */
  readonly review: string | null;
}

/** Where the workbooks of a job were copied to. */
export type ResultFiles = Pick<JobAnswer, 'results' | 'retry' | 'review'>;

/** The answer for a job that has ended or is suspended, its workbooks copied to `files`. */
export function jobAnswer(job: Job, currency: string, files: ResultFiles): JobAnswer {
  const { rows = 0, outcomes = noOutcomes(), approved = [], paid = [] } = job.totals ?? {};
  const inIt = job.totals?.approvedInIt;
  return {
    jobId: job.id,
    status: job.status,
    reason: job.reason === null ? null : sayWhole(job.reason, 'en'),
    rows,
    outcomes,
    approved: amountsIn(approved, currency),
    ...(inIt !== undefined && { approvedInIt: amountsIn(inIt, currency) }),
    paid: amountsIn(paid, currency),
    ...files,
  };
}

/** Amounts by currency as text, with at least two fraction digits; the account's is always there. */
export function amountsIn(money: Totals['paid'], currency: string): Record<string, string> {
  const none = { [currency]: atLeastTwoDigits('0') };
  return {
    ...none,
    ...Object.fromEntries(money.map((one) => [one.currency, atLeastTwoDigits(display(one))])),
  };
}

function atLeastTwoDigits(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** The exit code of `npm start` for how a job stands. */
export function exitCode(status: JobStatus): number {
  switch (status) {
    case 'done':
      return 0;
    case 'rejected':
      return 2;
    case 'suspended':
      return 3;
    case 'cancelled':
    case 'expired':
      return 4;
    case 'planning':
    case 'waiting':
    case 'running':
    case 'finishing':
      return 1;
  }
}
