import { intake } from '../../functions/intake/intake.ts';
import type { IntakeServices } from '../../functions/intake/intake-services.ts';
import { writeRejection } from '../../functions/intake/write-rejection.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { QuoteReading } from '../../shared/jobs/quote.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { Mortal } from './crashing.ts';
import { FunctionServices } from './function-services.ts';
import { quoteOf, quoteRow, testAccount } from './quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';

/** A quote of three rows: two to renew, for a month and for a year, and an invalid one. */
export const QUOTE: QuoteReading = {
  kind: 'quote',
  quote: quoteOf([
    quoteRow(0),
    quoteRow(1, { verdict: rowOutcome('invalid', asTold('No price.', 'Add one.')) }),
    quoteRow(2, { term: { unit: 'year', count: 1 } }),
  ]),
};

/** Intake alone: files are dropped, read as `reading` says, and all that comes of it is kept. */
export class IntakeRun extends FunctionServices {
  readonly reports: ResultsReport[] = [];
  readonly readAs: { readonly name: string; readonly account: string }[] = [];
  reading: QuoteReading = QUOTE;

  constructor(settings: readonly Account[] = [testAccount()]) {
    super(settings);
  }

  /** The event of a file that is in the bucket. */
  dropped(key: string, versionId = 'v1'): Upload {
    this.objects.set(key, new Uint8Array([1]));
    return {
      source: { bucket: 'quotes', key, versionId, eTag: 'e', sequencer: 's' },
      droppedAt: 1000,
      droppedBy: 'finance',
    };
  }

  /** Drops a file and delivers its event once. */
  async drop(key: string, versionId?: string): Promise<void> {
    await this.deliver(this.dropped(key, versionId));
  }

  /** Delivers an event, to a process that may die. */
  async deliver(upload: Upload, mortal = new Mortal(() => false), received = 1): Promise<void> {
    await mortal.run(async () => await intake(upload, received, this.intakeServices(mortal)));
  }

  /** The job that came of it; throws when there is none or another one. */
  get job(): Job {
    const [job, ...others] = this.jobs.all();
    if (job === undefined || others.length > 0) throw new Error('there is not exactly one job');
    return job;
  }

  /** What intake works with. */
  intakeServices(mortal = new Mortal(() => false)): IntakeServices {
    const all = this.services();
    const jobs = mortal.wrap('jobs', all.jobs);
    const files = mortal.wrap('files', all.files);
    const write = async (report: ResultsReport): Promise<Uint8Array> => {
      this.reports.push(report);
      return new Uint8Array();
    };
    const { clock, settings, log } = { ...all, settings: this.settings };
    return {
      ...all,
      jobs,
      files,
      settings,
      journals: mortal.wrap('journals', all.journals),
      accounts: mortal.wrap('accounts', all.accounts),
      dispatch: mortal.wrap('dispatch', all.dispatch),
      approvals: mortal.wrap('approvals', all.approvals),
      notices: mortal.wrap('notices', all.notices),
      hash: (bytes) => `hash-of-${bytes.length}`,
      readQuote: async ({ name }, account) => {
        this.readAs.push({ name, account: account.name });
        return this.reading;
      },
      reject: writeRejection({ jobs, files, clock, settings, log, write }),
    };
  }
}
