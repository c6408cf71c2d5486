import { orderUrlOf } from '../../shared/providers/settled-settings.ts';
import { notCounted } from '../../shared/workbook/sheet/not-counted.ts';
import { type Account, languageOf } from '../../shared/settings/account.ts';
import { totalsOf } from '../../shared/renewal/books/books.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { tellNotWritten } from '../../shared/jobs/results-not-written.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import { resultsKey, rowsKey } from '../../shared/store/keys.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JobStore, StoredReport } from '../../shared/ports/stores.ts';
import { asTold, compoundReason, type Reason } from '../../shared/reasons/reason.ts';
import { CSV, XLSX } from '../../shared/workbook/media-type.ts';
import { languageOfHeadings } from '../../shared/workbook/read/quote-language.ts';
import { plainRow, rowsAsText } from '../../shared/workbook/results/rows-as-text.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';

/** Ends a job whose file cannot be carried out, with the reason; again for one that ended so, its results only. */
export type RejectJob = (
  job: Job,
  reason: Reason,
  quote: Quote | null,
  seen?: SeenOfFile,
) => Promise<void>;

/** How the columns of a file were read, and its first rows where it is refused for them. */
export type SeenOfFile = Pick<ResultsReport, 'told' | 'sight'>;

/** What rejecting needs. */
export interface RejectServices {
  readonly jobs: JobStore;
  readonly files: Files;
  readonly clock: Clock;
  readonly settings: readonly Account[];
  readonly log: Log;
  readonly write: (report: ResultsReport) => Promise<Uint8Array>;
}

/**
 * Says that the job is rejected, and then writes the results of its file, with every row that could
 * be read as not attempted: a workbook, else the rows alone, else nothing; people are told all the
 * same (money rule 12).
 */
export function writeRejection(services: RejectServices): RejectJob {
  return async (job, reason, quote, seen = {}) => {
    const now = services.clock();
    const language = languageOfHeadings(headingsOf(quote, seen));
    const ended = { reason, endedAt: now, sheet: 'owed' } as const;
    const set = language === null ? ended : { ...ended, language };
    const rejected = await services.jobs.move(job.id, {
      from: ['planning'],
      to: 'rejected',
      at: now,
      set,
    });
    // Cancelled meanwhile.
    if (rejected === null) return;
    const report = { ...rejection(rejected, quote, services), ...seen };
    await services.jobs.report(rejected, {
      ...(await writeSheet(rejected, report, services)),
      totals: totalsOf(
        report.rows.map(({ row, outcome }) => ({ approved: row.approved, outcome })),
        report.rows.length,
      ),
    });
  };
}

/** The headings of a file, as far as anything was read of it. */
function headingsOf(quote: Quote | null, { told = [], sight }: SeenOfFile): readonly string[] {
  if (quote !== null) return quote.columns;
  const line = sight?.lines.find((each) => each.line === sight.headings);
  return line?.cells ?? told.map(({ heading }) => heading);
}

type Written = Pick<StoredReport, 'sheet' | 'resultsKey'>;

async function writeSheet(
  job: Job,
  report: ResultsReport,
  { files, write, log }: RejectServices,
): Promise<Written> {
  const { id, account, name } = job;
  try {
    const resultsAt = resultsKey(account, name, id);
    await files.write(resultsAt, await write(report), XLSX);
    return { sheet: 'workbook', resultsKey: resultsAt };
  } catch (error) {
    tellNotWritten(job, 'workbook', error, log);
  }
  if (report.rows.length === 0) return { sheet: 'none' };
  try {
    const rowsAt = rowsKey(account, name, id);
    await files.write(rowsAt, rowsAsText(report.rows.map(plainRow), report.language), CSV);
    return { sheet: 'rows only', resultsKey: rowsAt };
  } catch (error) {
    tellNotWritten(job, 'rows only', error, log);
    return { sheet: 'none' };
  }
}

function rejection(job: Job, quote: Quote | null, { settings }: RejectServices): ResultsReport {
  const account = settings.find(({ name }) => name === job.account);
  const reason = job.reason ?? asTold('');
  const language = languageOf(account, job.language);
  const outcome = rowOutcome('not attempted', compoundReason('file-rejected', {}, [reason]));
  return {
    language,
    job: job.id,
    file: job.source.key.split('/').at(-1) ?? job.name,
    account: job.account,
    status: 'rejected',
    reason,
    droppedAt: job.droppedAt,
    droppedBy: job.droppedBy,
    startedAt: null,
    endedAt: job.endedAt,
    approvedBy: quote?.approvedBy ?? null,
    reference: quote?.reference ?? null,
    currency: account?.currency ?? 'USD',
    expiryZone: account?.expiryZone ?? 'UTC',
    orderUrl: account === undefined ? null : orderUrlOf(account),
    balance: null,
    short: null,
    quoted: null,
    remarks: quote?.remarks,
    columns: quote?.columns ?? [],
    rows: (quote?.rows ?? []).map((row) => ({ row, outcome: row.verdict ?? outcome })),
    loose: quote === null ? [] : notCounted(quote, language),
    orders: [],
    history: job.history,
  };
}
