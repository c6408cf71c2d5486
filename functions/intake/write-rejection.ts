import { notCounted } from '../../shared/workbook/sheet/not-counted.ts';
import type { Account } from '../../shared/settings/account.ts';
import { totalsOf } from '../../shared/renewal/books/books.ts';
import { type Job, OURSELVES } from '../../shared/jobs/job.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import { resultsKey } from '../../shared/store/keys.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { JobStore } from '../../shared/ports/stores.ts';
import { compoundReason, type Reason } from '../../shared/reasons/reason.ts';
import { XLSX } from '../../shared/workbook/media-type.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';

/** Ends a job whose file cannot be carried out, with the reason. */
export type RejectJob = (job: Job, reason: Reason, quote: Quote | null) => Promise<void>;

/** What rejecting needs. */
export interface RejectServices {
  readonly jobs: JobStore;
  readonly files: Files;
  readonly clock: Clock;
  readonly settings: readonly Account[];
  readonly write: (report: ResultsReport) => Promise<Uint8Array>;
}

/**
 * Writes the results workbook of a rejected file, with every row that could be read as not
 * attempted, and only then says that the job is rejected.
 */
export function writeRejection(services: RejectServices): RejectJob {
  return async (job, reason, quote) => {
    const report = rejection(job, reason, quote, services);
    const key = resultsKey(job.account, job.name, job.id);
    await services.files.write(key, await services.write(report), XLSX);
    await services.jobs.move(job.id, {
      from: ['planning'],
      to: 'rejected',
      at: services.clock(),
      set: {
        reason,
        resultsKey: key,
        endedAt: services.clock(),
        totals: totalsOf(
          report.rows.map(({ row, outcome }) => ({ approved: row.approved, outcome })),
          report.rows.length,
        ),
      },
    });
  };
}

function rejection(
  job: Job,
  reason: Reason,
  quote: Quote | null,
  { clock, settings }: RejectServices,
): ResultsReport {
  const account = settings.find(({ name }) => name === job.account);
  const endedAt = clock();
  const outcome = rowOutcome('not attempted', compoundReason('file-rejected', {}, [reason]));
  return {
    job: job.id,
    file: job.source.key.split('/').at(-1) ?? job.name,
    account: job.account,
    status: 'rejected',
    reason,
    droppedAt: job.droppedAt,
    droppedBy: job.droppedBy,
    startedAt: null,
    endedAt,
    approvedBy: quote?.approvedBy ?? null,
    reference: quote?.reference ?? null,
    currency: account?.currency ?? 'USD',
    expiryZone: account?.expiryZone ?? 'UTC',
    orderUrl: account?.orderUrl ?? null,
    balance: null,
    short: null,
    quoted: null,
    remarks: quote?.remarks,
    columns: quote?.columns ?? [],
    rows: (quote?.rows ?? []).map((row) => ({ row, outcome: row.verdict ?? outcome })),
    loose: quote === null ? [] : notCounted(quote),
    orders: [],
    history: [...job.history, { at: endedAt, event: 'rejected', by: OURSELVES, note: reason }],
  };
}
