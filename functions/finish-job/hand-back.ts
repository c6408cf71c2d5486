import type { Job, RowsHandedBack } from '../../shared/jobs/job.ts';
import type { QuoteReading } from '../../shared/jobs/quote.ts';
import { tellNotWritten } from '../../shared/jobs/results-not-written.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Account } from '../../shared/settings/account.ts';
import { retryKey, reviewKey } from '../../shared/store/keys.ts';
import type { AgainRow } from '../../shared/workbook/again/again-row.ts';
import { retryRows, reviewRows } from '../../shared/workbook/again/which-rows.ts';
import { writeNothingLeft } from '../../shared/workbook/again/write-nothing-left.ts';
import { writeRetry } from '../../shared/workbook/again/write-retry.ts';
import { writeReview } from '../../shared/workbook/again/write-review.ts';
import { XLSX } from '../../shared/workbook/media-type.ts';
import { knownNames } from '../../shared/workbook/read/heading-key.ts';
import type {
  HandedBackFile,
  ResultsReport,
} from '../../shared/workbook/results/results-report.ts';

/** The files beside a job's results, as the results name them; null: there is nothing to hand back. */
export type HandedBack = Required<Pick<ResultsReport, 'retry' | 'review'>>;

/** Writes the files of rows that lie beside a job's results. */
export type HandBack = (report: ResultsReport, job: Job, account: Account) => Promise<HandedBack>;

/** What handing rows back needs. */
export interface HandBackServices {
  readonly files: Files;
  readonly log: Log;
  readonly readQuote: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    account: Account,
  ) => Promise<QuoteReading>;
}

function fileOf(rows: readonly AgainRow[], file: string | null): HandedBackFile {
  return { file, rows: rows.length, asked: rows.filter(({ approved }) => !approved).length };
}

function missing(rows: readonly AgainRow[]): HandedBackFile | null {
  return rows.length === 0 ? null : fileOf(rows, null);
}

/** What results say that are written without the files beside them: that these are missing. */
export function notHandedBack(report: ResultsReport): HandedBack {
  return { retry: missing(retryRows(report)), review: missing(reviewRows(report)) };
}

/**
 * Makes the {@link HandBack} of a bucket. A file that cannot be written raises an alarm, is named as
 * missing by the results, and keeps nothing else from being written (money rule 12).
 */
export function handBack({ files, log, readQuote }: HandBackServices): HandBack {
  return async (report, job, account) => {
    const known = knownNames(account.headings);
    const read = async (bytes: Uint8Array): Promise<QuoteReading> =>
      await readQuote({ name: 'handed-back.xlsx', bytes }, account);
    const write = async (
      form: keyof RowsHandedBack,
      key: string,
      rows: readonly AgainRow[],
      make: () => Promise<Uint8Array>,
    ): Promise<HandedBackFile | null> => {
      // One that stands there from before must not be dropped any more.
      const isStale = rows.length === 0 && (job.again?.[form] ?? 0) > 0;
      if (rows.length === 0 && !isStale) return null;
      try {
        await files.write(key, isStale ? await writeNothingLeft(report) : await make(), XLSX);
        return isStale ? null : fileOf(rows, key.split('/').at(-1) ?? key);
      } catch (error) {
        tellNotWritten(job, form, error, log);
        return fileOf(rows, null);
      }
    };
    const [retry, review] = [retryRows(report), reviewRows(report)];
    const where = [job.account, job.name, job.id] as const;
    return {
      retry: await write(
        'retry',
        retryKey(...where),
        retry,
        async () => await writeRetry(report, retry, known, read),
      ),
      review: await write(
        'review',
        reviewKey(...where),
        review,
        async () => await writeReview(report, review, known, read),
      ),
    };
  };
}
