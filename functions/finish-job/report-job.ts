import type { Totals } from '../../shared/renewal/books/books.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { type QuotePlan, readPlan } from '../../shared/store/quote-plan.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';
import type { ReportInput, WriteReport } from './write-report.ts';

/** What writing a job's results workbook needs. */
export interface ReportServices {
  readonly journals: JournalStore;
  readonly files: Files;
  readonly clock: Clock;
  readonly settings: (account: string) => Account;
  readonly writeReport: WriteReport;
}

/** A workbook that was written, and the journals it shows. */
export interface JobReport {
  readonly written: { readonly totals: Totals; readonly resultsKey: string };
  readonly journals: readonly Journal[];
}

/** Writes a job's results workbook as its journals stand now. */
export async function reportJob(
  job: Job,
  status: ReportInput['status'],
  services: ReportServices,
): Promise<JobReport> {
  const { files, clock, settings } = services;
  const journals = await services.journals.list(job.id);
  const written = await services.writeReport({
    job,
    status,
    account: settings(job.account),
    plan: await readPinnedPlan(job, files),
    journals,
    at: clock(),
  });
  return { written, journals };
}

async function readPinnedPlan(job: Job, files: Files): Promise<QuotePlan> {
  const bytes = job.planKey === null ? null : await files.read(job.planKey);
  if (bytes === null) throw new Error(`the plan of job ${job.id} is missing`);
  return readPlan(bytes);
}
