import type { Audit } from '../../shared/audit/audit.ts';
import { notCounted } from '../../shared/workbook/sheet/not-counted.ts';
import type { Totals } from '../../shared/renewal/books/books.ts';
import { orderUrlOf } from '../../shared/providers/settled-settings.ts';
import { type Account, languageOf } from '../../shared/settings/account.ts';
import { addTo, totalsOf } from '../../shared/renewal/books/books.ts';
import { interimOutcome } from '../../shared/renewal/books/interim-outcome.ts';
import {
  type Ending,
  type HistoryEntry,
  isOver,
  type Job,
  OURSELVES,
  type RowsHandedBack,
} from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import type { Money } from '../../shared/values/money.ts';
import { priceNow } from '../../shared/renewal/books/price-now.ts';
import { openRows, shortage } from '../../shared/renewal/books/open-rows.ts';
import type { RowOutcome } from '../../shared/renewal/outcome.ts';
import { isShortBalance } from '../../shared/renewal/books/short-balance.ts';
import type { QuotePlan } from '../../shared/store/quote-plan.ts';
import { resultsKey, rowsKey } from '../../shared/store/keys.ts';
import type { Files } from '../../shared/ports/files.ts';
import { type HandBack, type HandedBack, notHandedBack } from './hand-back.ts';
import { reportOrders } from './report-orders.ts';
import { type PlainRow, plainRow, rowsAsText } from '../../shared/workbook/results/rows-as-text.ts';
import { reason } from '../../shared/reasons/reason.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { CSV, XLSX } from '../../shared/workbook/media-type.ts';
import type { ReportRow, ResultsReport } from '../../shared/workbook/results/results-report.ts';

/** All that a results workbook is made of. */
export interface ReportInput {
  readonly job: Job;
  readonly status: Ending | 'suspended';
  readonly account: Account;
  readonly plan: QuotePlan;
  readonly journals: readonly Journal[];
  /** Null where there was nothing to confirm, or the job goes on. */
  readonly audit: Audit | null;
  /** The moment whose state it shows (epoch milliseconds). */
  readonly at: number;
  /** Whether no files are written beside it; left out: they are. */
  readonly alone?: boolean;
}

/** What was written: where it stands and its figures; null where the plan could not be read. */
export interface WrittenReport {
  readonly totals: Totals | null;
  readonly resultsKey: string;
  /** Rows in the files beside it; left out where none were tried. */
  readonly again?: RowsHandedBack;
}

/** The two forms of a job's results. The same job always writes the same key of each. */
export interface WriteReport {
  readonly workbook: (input: ReportInput) => Promise<WrittenReport>;
  /** The rows alone, also without the plan: what can be written where a workbook cannot. */
  readonly rows: (
    input: Omit<ReportInput, 'plan' | 'audit'> & { readonly plan: QuotePlan | null },
  ) => Promise<WrittenReport>;
}

/** Makes the {@link WriteReport} of a bucket, a workbook writer and what hands rows back. */
export function writeReport(
  files: Files,
  write: (report: ResultsReport) => Promise<Uint8Array>,
  handBack: HandBack,
): WriteReport {
  return {
    workbook: async (input) => {
      const { job, plan } = input;
      const rows = reportRows(input).map(({ row, outcome, price }) => {
        if (outcome !== null) return { row, outcome, price };
        throw new Error(`row ${row.position} of job ${plan.job} is in no journal`);
      });
      const totals = totalsIn(rows, plan);
      const key = resultsKey(job.account, job.name, job.id);
      const report = reportOf(input, rows);
      // First what the results name, so that it is there for whoever reads them.
      const back =
        input.alone === true ? notHandedBack(report) : await handBack(report, job, input.account);
      await files.write(key, await write({ ...report, ...back }), XLSX);
      return { totals, resultsKey: key, again: handedBack(back) };
    },

    rows: async ({ plan, ...input }) => {
      const { job, journals, status } = input;
      const language = languageOf(input.account, job.language);
      const key = rowsKey(job.account, job.name, job.id);
      if (plan === null) {
        await files.write(key, rowsAsText(journalRows(journals, status), language), CSV);
        return { totals: null, resultsKey: key };
      }
      const rows = reportRows({ ...input, plan, audit: null }).map(({ row, outcome }) => ({
        row,
        outcome: outcome ?? rowOutcome('needs review', reason('row-in-no-journal')),
      }));
      await files.write(key, rowsAsText(rows.map(plainRow), language), CSV);
      return { totals: totalsIn(rows, plan), resultsKey: key };
    },
  };
}

function handedBack({ retry, review }: HandedBack): RowsHandedBack {
  return { retry: rowsIn(retry), review: rowsIn(review) };
}

function rowsIn(file: HandedBack['retry']): number {
  return file?.file === undefined || file.file === null ? 0 : file.rows;
}

function totalsIn(rows: readonly ReportRow[], plan: QuotePlan): Totals {
  return totalsOf(
    rows.map(({ row, outcome }) => ({ approved: row.approved, outcome })),
    plan.quote.rows.length,
  );
}

/** What the journals know by themselves; rows that the file itself decided are not among them. */
function journalRows(
  journals: readonly Journal[],
  status: ReportInput['status'],
): readonly PlainRow[] {
  return journals.flatMap((journal) =>
    journal.rows.map(({ resourceId, approved, expiry, outcome }, index) => ({
      sheet: null,
      line: null,
      resourceId,
      approved,
      expiryDay: expiry.day,
      outcome: outcome ?? interimOutcome(journal, index, status !== 'suspended'),
    })),
  );
}

/** The rows of the quote; a null outcome: neither the file nor a journal has one. */
function reportRows({
  plan,
  journals,
  status,
}: ReportInput): (Pick<ReportRow, 'row' | 'price'> & { outcome: RowOutcome | null })[] {
  const judged = new Map<number, Pick<ReportRow, 'outcome' | 'price'>>();
  for (const journal of journals) {
    for (const [index, row] of journal.rows.entries()) {
      const outcome = row.outcome ?? interimOutcome(journal, index, status !== 'suspended');
      judged.set(row.position, { outcome, price: priceNow(row, outcome) });
    }
  }
  return plan.quote.rows.map((row) => {
    const { outcome = null, price = null } = judged.get(row.position) ?? {};
    return { row, outcome: row.verdict ?? outcome, price };
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
  { job, status, account, plan, journals, audit, at }: ReportInput,
  rows: readonly ReportRow[],
): ResultsReport {
  const language = languageOf(account, job.language);
  return {
    language,
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
    tolerance: account.priceTolerance,
    expiryZone: account.expiryZone,
    orderUrl: orderUrlOf(account),
    balance: journals.find(({ balance }) => balance !== null)?.balance ?? null,
    short:
      status === 'suspended' && isShortBalance(job.reason) ? shortage(journals, job.epoch) : null,
    open: status === 'suspended' ? openRows(journals) : null,
    quoted: { rows: job.rows, approved: approvedInPlan(plan) },
    remarks: plan.quote.remarks,
    columns: plan.quote.columns,
    rows,
    loose: notCounted(plan.quote, language),
    orders: reportOrders(journals, language),
    audit,
    history: historyOf(job, status, at),
  };
}

/** The end that follows this workbook stands in it already. */
function historyOf(job: Job, status: ReportInput['status'], at: number): readonly HistoryEntry[] {
  return job.status === status || isOver(job.status)
    ? job.history
    : [...job.history, { at, event: status, by: OURSELVES, note: null }];
}
