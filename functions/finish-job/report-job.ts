import type { Account } from '../../shared/settings/account.ts';
import type { Job, Sheet } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { tellNotWritten } from '../../shared/jobs/results-not-written.ts';
import { type QuotePlan, readPlan } from '../../shared/store/quote-plan.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { JournalStore, StoredReport } from '../../shared/ports/stores.ts';
import type { AuditJob } from './audit-job.ts';
import type { ReportInput, WriteReport, WrittenReport } from './write-report.ts';

/** What writing a job's results needs. */
export interface ReportServices {
  readonly journals: JournalStore;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: (account: string) => Account;
  readonly writeReport: WriteReport;
  readonly auditJob: AuditJob;
}

/** What a job's results came to, and the journals they show. */
export interface JobReport {
  readonly written: StoredReport;
  readonly journals: readonly Journal[];
}

/** What is tried, the best first; `none` is to give up, and always succeeds. */
export type SheetForm = Exclude<Sheet, 'owed' | 'not begun'>;

/** The same, and a workbook without the files that lie beside it. */
export type TriedForm = SheetForm | 'workbook alone';

function sheetOf(form: TriedForm): SheetForm {
  return form === 'workbook alone' ? 'workbook' : form;
}

/**
 * Writes a job's results as its journals stand now, in the first of these forms that can be written.
 * What fails raises an alarm and moves nothing: the state of the job was stored before (money rule
 * 12). Null: none of the forms could be written; it may be tried again.
 */
export async function reportJob(
  job: Job,
  status: ReportInput['status'],
  forms: readonly TriedForm[],
  services: ReportServices,
): Promise<JobReport | null> {
  const journals = await services.journals.list(job.id);
  for (const form of forms) {
    if (form === 'none') return { written: { sheet: form }, journals };
    try {
      const { totals, ...made } = await write(form, job, status, journals, services);
      const figures = totals === null ? {} : { totals };
      return { written: { sheet: sheetOf(form), ...made, ...figures }, journals };
    } catch (error) {
      tellNotWritten(job, sheetOf(form), error, services.log);
    }
  }
  return null;
}

async function write(
  form: Exclude<TriedForm, 'none'>,
  job: Job,
  status: ReportInput['status'],
  journals: readonly Journal[],
  { files, clock, settings, writeReport, auditJob }: ReportServices,
): Promise<WrittenReport> {
  const account = settings(job.account);
  const input = { job, status, account, journals, at: clock() };
  switch (form) {
    case 'workbook':
    case 'workbook alone': {
      const plan = await readPinnedPlan(job, files);
      // One that goes on has nothing final to confirm.
      const audit = status === 'suspended' ? null : await auditJob(job, account, journals);
      return await writeReport.workbook({
        ...input,
        plan,
        audit,
        alone: form === 'workbook alone',
      });
    }
    case 'rows only':
      // Without its plan the journals still say what became of each row that was worked on.
      return await writeReport.rows({
        ...input,
        plan: await readPinnedPlan(job, files).catch(() => null),
      });
  }
}

async function readPinnedPlan(job: Job, files: Files): Promise<QuotePlan> {
  const bytes = job.planKey === null ? null : await files.read(job.planKey);
  if (bytes === null) throw new Error(`the plan of job ${job.id} is missing`);
  return readPlan(bytes);
}
