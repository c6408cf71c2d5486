import { describe, expect, test } from 'vitest';
import { writeReport } from '../../functions/finish-job/write-report.ts';
import { writeRejection } from '../../functions/intake/write-rejection.ts';
import type { HistoryEntry, Job } from '../../shared/jobs/job.ts';
import { planChunks } from '../../shared/jobs/plan-chunks.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { FunctionServices } from '../support/function-services.ts';
import { NOTHING_HANDED_BACK } from '../support/nothing-handed-back.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow } from '../support/journal-sample.ts';
import { quoteOf, quoteRow, testAccount } from '../support/quote-rows.ts';
import type { JournalRow } from '../../shared/renewal/journal.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { money } from '../../shared/values/money.ts';
import { asTold } from '../../shared/reasons/reason.ts';

const AT = 50_000;
const PLANNED: HistoryEntry = { at: 2000, event: 'planning', by: 'finance', note: null };

function entry(event: HistoryEntry['event'], at: number): HistoryEntry {
  return { at, event, by: 'renewsheet', note: null };
}

async function reportOf(
  status: 'done' | 'cancelled' | 'suspended',
  job: Partial<Job>,
  row: Partial<JournalRow> = {},
): Promise<ResultsReport> {
  const given = new FunctionServices();
  const reports: ResultsReport[] = [];
  const rows = [quoteRow(0)];
  const whole = jobOf({ rows: 1, chunkCount: 1, ...job });
  const write = async (report: ResultsReport): Promise<Uint8Array> => {
    reports.push(report);
    return await Promise.resolve(new Uint8Array([1]));
  };
  await writeReport(given.files, write, NOTHING_HANDED_BACK).workbook({
    job: whole,
    status,
    account: testAccount(),
    plan: { version: 1, job: whole.id, quote: quoteOf(rows), chunks: planChunks(rows) },
    journals: [journalOf(1, { rows: [journalRow(0, row)] })],
    audit: null,
    at: AT,
  });
  return reports[0]!;
}

function usd(amount: string | null) {
  return amount === null ? null : money(amount, 'USD');
}

describe('what a row costs now, in the results', () => {
  test.each([
    ['held: price changed', '11', '11'],
    ['held: price changed', '10', null],
    ['held: price changed', null, null],
    ['not renewable', '11', null],
  ] as const)('of a row that is %s and was priced at %s: %s', async (outcome, price, shown) => {
    const report = await reportOf(
      'done',
      {},
      {
        approved: money('10', 'USD'),
        price: usd(price),
        outcome: rowOutcome(outcome, asTold('Because.')),
      },
    );

    expect(report.rows[0]?.price).toEqual(usd(shown));
  });

  test('and what is open, only while the job goes on', async () => {
    const open = await reportOf('suspended', { status: 'suspended' });
    const over = await reportOf('done', {});

    expect(open.open?.rows).toBe(1);
    expect(over.open).toBeNull();
  });
});

describe('the history in the results', () => {
  test('of a job that is about to end has its end already', async () => {
    const history = [PLANNED, entry('finishing', 40_000)];
    const report = await reportOf('cancelled', { status: 'finishing', history });

    expect(report.history).toEqual([...history, entry('cancelled', AT)]);
    expect(report.endedAt).toBe(AT);
  });

  test('of a job that is over ends where it did, however late the results are written anew', async () => {
    const settled = { at: 49_000, event: 'settle', by: 'ops', note: asTold('r0: paid') } as const;
    const history = [PLANNED, entry('done', 41_000), settled];
    const report = await reportOf('done', { status: 'done', endedAt: 41_000, history });

    expect(report.history).toEqual(history);
    expect(report.endedAt).toBe(41_000);
  });

  test('of a suspended job is what happened until then', async () => {
    const history = [PLANNED, entry('suspended', 41_000)];
    const report = await reportOf('suspended', { status: 'suspended', history });

    expect(report.history).toEqual(history);
    expect(report.endedAt).toBe(AT);
  });

  test('of a rejected file says why', async () => {
    const given = new FunctionServices();
    const job = jobOf({ history: [PLANNED] });
    await given.given(job, []);
    const reports: ResultsReport[] = [];
    const reject = writeRejection({
      ...given.services(),
      settings: given.settings,
      write: async (report) => {
        reports.push(report);
        return await Promise.resolve(new Uint8Array([1]));
      },
    });
    await reject(job, asTold('Too many rows.'), null);
    const [report] = reports;

    expect(report!.history).toEqual([
      PLANNED,
      { at: report!.endedAt, event: 'rejected', by: 'renewsheet', note: asTold('Too many rows.') },
    ]);
  });
});
