import { notCounted } from '../../shared/workbook/sheet/not-counted.ts';
import type { Totals } from '../../shared/renewal/books/books.ts';
import type { Account } from '../../shared/settings/account.ts';
import { addTo, totalsOf } from '../../shared/renewal/books/books.ts';
import { interimOutcome } from '../../shared/renewal/books/interim-outcome.ts';
import {
  type Ending,
  type HistoryEntry,
  isOver,
  type Job,
  OURSELVES,
} from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import type { Money } from '../../shared/values/money.ts';
import { shortage } from '../../shared/renewal/books/open-rows.ts';
import type { RowOutcome } from '../../shared/renewal/outcome.ts';
import { isShortBalance } from '../../shared/renewal/books/short-balance.ts';
import type { QuotePlan } from '../../shared/store/quote-plan.ts';
import { resultsKey } from '../../shared/store/keys.ts';
import type { Files } from '../../shared/ports/files.ts';
import { reportOrders } from './report-orders.ts';
import { XLSX } from '../../shared/workbook/media-type.ts';
import type { ReportRow, ResultsReport } from '../../shared/workbook/results/results-report.ts';

/** All that a results workbook is made of. */
export interface ReportInput {
  readonly job: Job;
  readonly status: Ending | 'suspended';
  readonly account: Account;
  readonly plan: QuotePlan;
  readonly journals: readonly Journal[];
  /** The moment whose state it shows (epoch milliseconds). */
  readonly at: number;
}

/** Writes the workbook to its place; the same job always writes the same key. */
export type WriteReport = (
  input: ReportInput,
) => Promise<{ readonly totals: Totals; readonly resultsKey: string }>;

/** Makes the {@link WriteReport} of a bucket and a workbook writer. */
export function writeReport(
  files: Files,
  write: (report: ResultsReport) => Promise<Uint8Array>,
): WriteReport {
  return async (input) => {
    const { job, plan } = input;
    const rows = reportRows(input);
    const totals = totalsOf(
      rows.map(({ row, outcome }) => ({ approved: row.approved, outcome })),
      plan.quote.rows.length,
    );
    const key = resultsKey(job.account, job.name, job.id);
    await files.write(key, await write(reportOf(input, rows)), XLSX);
    return { totals, resultsKey: key };
  };
}

function reportRows({ plan, journals, status }: ReportInput): ReportRow[] {
  const outcomes = new Map<number, RowOutcome>();
  for (const journal of journals) {
    for (const [index, { position, outcome }] of journal.rows.entries()) {
      outcomes.set(position, outcome ?? interimOutcome(journal, index, status !== 'suspended'));
    }
  }
  return plan.quote.rows.map((row) => {
    const outcome = row.verdict ?? outcomes.get(row.position);
    if (outcome === undefined) {
      throw new Error(`row ${row.position} of job ${plan.job} is in no journal`);
    }
    return { row, outcome };
  });
}

/** From the plan and not from the outcomes: the other side of the equation that the sheet shows. */
function approvedInPlan(plan: QuotePlan): Money[] {
  let approved: Money[] = [];
  for (const row of plan.quote.rows) {
    if (row.approved !== null) approved = addTo(approved, row.approved);
  }
  return approved;
}

function reportOf(
  { job, status, account, plan, journals, at }: ReportInput,
  rows: readonly ReportRow[],
): ResultsReport {
  return {
    job: job.id,
    file: job.source.key.split('/').at(-1) ?? job.name,
    account: account.name,
    status,
    reason: job.reason,
    droppedAt: job.droppedAt,
    droppedBy: job.droppedBy,
    startedAt: job.activeAt,
    endedAt: job.endedAt ?? at,
    approvedBy: plan.quote.approvedBy,
    reference: plan.quote.reference,
    currency: account.currency,
    expiryZone: account.expiryZone,
    orderUrl: account.orderUrl,
    balance: journals.find(({ balance }) => balance !== null)?.balance ?? null,
    short:
      status === 'suspended' && isShortBalance(job.reason) ? shortage(journals, job.epoch) : null,
    quoted: { rows: job.rows, approved: approvedInPlan(plan) },
    remarks: plan.quote.remarks,
    columns: plan.quote.columns,
    rows,
    loose: notCounted(plan.quote),
    orders: reportOrders(journals),
    history: historyOf(job, status, at),
  };
}

/** The end that follows this workbook stands in it already. */
function historyOf(job: Job, status: ReportInput['status'], at: number): readonly HistoryEntry[] {
  return job.status === status || isOver(job.status)
    ? job.history
    : [...job.history, { at, event: status, by: OURSELVES, note: null }];
}
