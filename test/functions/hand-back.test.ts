import { beforeEach, describe, expect, test } from 'vitest';
import { handBack, notHandedBack } from '../../functions/finish-job/hand-back.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { type Outcome, rowOutcome } from '../../shared/renewal/outcome.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { readQuote } from '../../shared/workbook/read/read-quote.ts';
import { FunctionServices } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import { quoteRow, testAccount } from '../support/quote-rows.ts';
import { sampleReport } from '../shared/workbook/results/results-sample.ts';

const JOB = jobOf({ id: 'job0000001', name: 'december' });
const RETRY = 'results/main/december.job0000001.retry.xlsx';
const REVIEW = 'results/main/december.job0000001.review.xlsx';
const COLUMNS = ['Resource ID', 'Expires', 'Renewal Duration', 'Approved price'];

/** The report of a job of whose rows this became. */
function reportOf(...outcomes: readonly Outcome[]): ResultsReport {
  const rows = outcomes.map((outcome, at) => {
    const cells = [`r${at}`, '2026-12-20 23:59:59', '1 month', '10'].map(
      (text) => ({ kind: 'text', text }) as const,
    );
    const row = { ...quoteRow(at, { name: null }), cells };
    return { row, outcome: rowOutcome(outcome, asTold('So it is.')) };
  });
  return { ...sampleReport(0), columns: COLUMNS, currency: 'USD', quoted: null, rows };
}

let given: FunctionServices;
let reads: typeof readQuote;

beforeEach(() => {
  given = new FunctionServices();
  reads = readQuote;
});

async function back(report: ResultsReport, job = JOB) {
  const { files, log } = given.services();
  return await handBack({
    files,
    log,
    readQuote: async (file, account) => await reads(file, account, HUAWEI),
  })(report, job, testAccount());
}

describe('beside the results of a job', () => {
  test('lie the rows worth another try, and those that wait for a person', async () => {
    const made = await back(reportOf('held: price changed', 'not attempted', 'not renewable'));

    expect(made).toEqual({
      retry: { file: 'december.job0000001.retry.xlsx', rows: 2, asked: 1 },
      review: { file: 'december.job0000001.review.xlsx', rows: 1, asked: 1 },
    });
    expect([...given.objects.keys()]).toEqual([RETRY, REVIEW]);
  });

  test('lies nothing where every row is renewed', async () => {
    const made = await back(reportOf('already renewed', 'not approved'));

    expect(made).toEqual({ retry: null, review: null });
    expect(given.objects.size).toBe(0);
  });

  test('no row is left standing that has been settled since', async () => {
    const job = { ...JOB, again: { retry: 0, review: 1 } };
    await back(reportOf('needs review'));
    const before = given.objects.get(REVIEW);
    const made = await back(reportOf('already renewed'), job);

    expect(made).toEqual({ retry: null, review: null });
    expect(given.objects.get(REVIEW)).not.toEqual(before);
    const read = await readQuote(
      { name: 'review.xlsx', bytes: given.objects.get(REVIEW)! },
      testAccount(),
      HUAWEI,
    );
    expect(read.kind).toBe('rejected');
  });

  test('a file that would be read as anything else is missing, named so, and raises an alarm', async () => {
    reads = async () =>
      await Promise.resolve({ kind: 'rejected', reason: asTold('No.'), quote: null });
    const made = await back(reportOf('not attempted'));

    expect(made).toEqual({ retry: { file: null, rows: 1, asked: 0 }, review: null });
    expect(given.objects.size).toBe(0);
    expect(given.alarms).toHaveLength(1);
  });

  test('the files that were not tried are named as missing', () => {
    expect(notHandedBack(reportOf('not attempted', 'renewed', 'invalid'))).toEqual({
      retry: { file: null, rows: 1, asked: 0 },
      review: { file: null, rows: 1, asked: 1 },
    });
  });
});
