import { beforeEach, describe, expect, test } from 'vitest';
import { finishJob } from '../../functions/finish-job/finish-job.ts';
import { writeReport } from '../../functions/finish-job/write-report.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { planChunks } from '../../shared/jobs/plan-chunks.ts';
import { writePlan } from '../../shared/store/quote-plan.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { FunctionServices } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow, part } from '../support/journal-sample.ts';
import { BROKEN_TOPIC } from '../support/notice-sample.ts';
import { quoteOf, quoteRow } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';

const PLAN = 'jobs/plan.json';
const JOB = jobOf({ status: 'finishing', planKey: PLAN, rows: 2, chunkCount: 1 });
const REVIEW = rowOutcome('needs review', asTold('Nobody knows.', 'Look.'));
const RESULTS = 'results/main/quote.job0000001.results.xlsx';

let given: FunctionServices;
let reports: ResultsReport[];
let closed: boolean;
let confirmed: boolean;

beforeEach(() => {
  given = new FunctionServices();
  reports = [];
  closed = true;
  confirmed = true;
});

const SETTLED: Partial<Journal> = {
  state: 'finished',
  rows: [
    journalRow(0, {
      outcome: rowOutcome('renewed', asTold('Paid.'), { paid: journalRow(0).approved }),
    }),
    journalRow(1, { outcome: REVIEW }),
  ],
  parts: [part(0, [0, 1])],
};

async function start(job: Partial<Job> = {}, journal: Partial<Journal> = SETTLED): Promise<void> {
  const rows = [quoteRow(0), quoteRow(1)];
  const plan = { version: 1, job: JOB.id, quote: quoteOf(rows), chunks: planChunks(rows) } as const;
  given.objects.set(PLAN, writePlan(plan));
  await given.given({ ...JOB, ...job }, [journalOf(2, journal)]);
}

async function run(message: { kind?: 'finish' | 'interim'; attempt?: number } = {}) {
  return await finishJob(
    { job: JOB.id, kind: 'finish', attempt: 0, ...message },
    {
      ...given.services(),
      settings: given.settingsOf,
      closeChunks: async () => closed,
      confirmChunks: async () => confirmed,
      putAside: async () => null,
      writeReport: writeReport(given.files, async (report) => {
        reports.push(report);
        return new Uint8Array([1]);
      }),
    },
  );
}

async function jobNow(): Promise<Job> {
  return (await given.jobs.read(JOB.id))!;
}

describe('a finishing job whose chunks are closed', () => {
  test('has its results written, then is over with its figures', async () => {
    await start();

    expect(await run()).toEqual({ kind: 'done' });
    expect(await jobNow()).toMatchObject({
      status: 'done',
      resultsKey: RESULTS,
      endedAt: given.clock.now,
      totals: { rows: 2, outcomes: { renewed: 1, 'needs review': 1 } },
    });
    expect([...given.objects.keys()]).toEqual([PLAN, RESULTS]);
  });

  test.each(['rejected', 'cancelled', 'expired'] as const)(
    'ends as %s where that was its end',
    async (ending) => {
      await start({ ending });
      await run();

      expect(await jobNow()).toMatchObject({ status: ending });
      expect(reports[0]?.status).toBe(ending);
    },
  );

  test('hands the account to the next job, which is started', async () => {
    await start();
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    await run();

    expect(await given.accounts.read('main')).toMatchObject({ active: 'second' });
    expect(given.sentChunks).toMatchObject([{ job: 'second', chunk: 0 }]);
  });

  test('is not called over when its results cannot be written', async () => {
    await start();
    given.files.write = async () => {
      throw new Error('SlowDown');
    };

    await expect(run()).rejects.toThrow('SlowDown');
    expect(await jobNow()).toMatchObject({ status: 'finishing', resultsKey: null });
    expect(await given.accounts.read('main')).toMatchObject({ active: JOB.id });
  });

  test('is not called over when a row of the plan is in no journal', async () => {
    await start({}, { ...SETTLED, rows: SETTLED.rows!.slice(0, 1) });

    await expect(run()).rejects.toThrow('row 1 of job job0000001 is in no journal');
    expect(await jobNow()).toMatchObject({ status: 'finishing' });
  });

  test('is not called over when its plan is gone', async () => {
    await start();
    given.objects.clear();

    await expect(run()).rejects.toThrow(`the plan of job ${JOB.id} is missing`);
  });
});

describe('a finishing job with orders that are not settled yet', () => {
  test.each([
    [0, 1],
    [3, 8],
    [7, 128],
  ])(
    'is looked at again after attempt %d in %d seconds, and is not over',
    async (attempt, delay) => {
      closed = false;
      await start();

      expect(await run({ attempt })).toEqual({ kind: 'done' });
      expect(given.sentFinishes).toEqual([
        { job: JOB.id, kind: 'finish', attempt: attempt + 1, delay },
      ]);
      expect([await jobNow(), reports]).toMatchObject([{ status: 'finishing' }, []]);
    },
  );

  test('is left to the tick after the last attempt', async () => {
    closed = false;
    await start();
    await run({ attempt: 8 });

    expect(given.sentFinishes).toEqual([]);
  });
});

describe('people', () => {
  test('are told of the end once, and of the start of the job that waited', async () => {
    await start();
    await given.given(jobOf({ id: 'second', status: 'waiting', noticed: 'waiting' }));
    await run();
    await run();

    expect(given.told.map(({ kind }) => kind)).toEqual(['finished', 'started']);
    expect(given.told[0]).toMatchObject({ ending: 'done', resultsKey: RESULTS });
  });

  test('are told of a suspension with its interim workbook, which is not written again for that', async () => {
    await start({ status: 'suspended', reason: asTold('No balance.') });
    const topic = given.notices;
    given.notices = BROKEN_TOPIC;
    await expect(run({ kind: 'interim' })).rejects.toThrow('topic');
    given.notices = topic;
    await run({ kind: 'interim' });

    expect(given.told.map(({ kind }) => kind)).toEqual(['suspended']);
    expect(reports).toHaveLength(1);
  });

  test('that cannot be told hold up neither the end of a job nor the next one', async () => {
    await start();
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    given.notices = BROKEN_TOPIC;

    await expect(run()).rejects.toThrow('topic');
    expect(await jobNow()).toMatchObject({ status: 'done' });
    expect(given.sentChunks).toMatchObject([{ job: 'second' }]);
  });
});

describe('a running job', () => {
  test('ends as done when every chunk is finished', async () => {
    await start({ status: 'running', finishedChunks: [0] });
    await run();

    expect(await jobNow()).toMatchObject({ status: 'done', ending: 'done' });
  });

  test('goes on while a chunk is not finished, whatever the message says', async () => {
    await start({ status: 'running', finishedChunks: [] });

    expect(await run()).toEqual({ kind: 'done' });
    expect([await jobNow(), reports]).toMatchObject([{ status: 'running' }, []]);
  });

  test('that somebody suspends in the same moment is not ended', async () => {
    await start({ status: 'running', finishedChunks: [0] });
    const move = given.jobs.move.bind(given.jobs);
    given.jobs.move = async (id, change) => {
      await move(id, { from: ['running'], to: 'suspended', at: 0 });
      return await move(id, change);
    };

    expect(await run()).toEqual({ kind: 'done' });
    expect([await jobNow(), reports]).toMatchObject([{ status: 'suspended' }, []]);
  });
});

describe('a suspended job', () => {
  const interim = { kind: 'interim' } as const;

  test('gets an interim workbook and stays suspended', async () => {
    await start({ status: 'suspended', reason: asTold('No balance.') });

    expect(await run(interim)).toEqual({ kind: 'done' });
    expect(await jobNow()).toMatchObject({ status: 'suspended', resultsKey: RESULTS });
    expect(reports[0]).toMatchObject({ status: 'suspended', reason: asTold('No balance.') });
    expect(await given.accounts.read('main')).toMatchObject({ active: JOB.id });
  });

  test('is not ended by a finish message that comes late', async () => {
    await start({ status: 'suspended' });

    expect(await run()).toEqual({ kind: 'done' });
    expect([await jobNow(), reports]).toMatchObject([{ status: 'suspended' }, []]);
  });

  test('is looked at later while a worker is still at it', async () => {
    const work = { kind: 'leased', owner: 'other', until: given.clock.now + 1 } as const;
    await start({ status: 'suspended' }, { ...SETTLED, work });
    await given.journals.create(journalOf(1, { job: JOB.id, chunk: 1 }));

    expect(await run(interim)).toEqual({ kind: 'again', seconds: 30 });
    expect(reports).toEqual([]);
  });

  test('is looked at a few times while payments are not confirmed, then written as it stands', async () => {
    confirmed = false;
    await start({ status: 'suspended' });
    await run(interim);

    expect([given.sentFinishes, reports]).toMatchObject([[{ kind: 'interim', attempt: 1 }], []]);
    await run({ ...interim, attempt: 4 });
    expect(reports).toHaveLength(1);
    expect(given.sentFinishes).toHaveLength(1);
  });
});

test.each(['planning', 'waiting'] as const)('a job that is %s is not ended', async (status) => {
  await start({ status });

  expect(await run()).toEqual({ kind: 'done' });
  expect([await jobNow(), reports]).toMatchObject([{ status }, []]);
});

test.each(['done', 'rejected', 'cancelled', 'expired'] as const)(
  'a job that is %s already is not written again, but its account is freed',
  async (status) => {
    await start({ status });

    expect(await run()).toEqual({ kind: 'done' });
    expect(reports).toEqual([]);
    expect(await given.accounts.read('main')).toMatchObject({ active: null });
  },
);

test('a message for a job that is not there is a fault', async () => {
  await expect(run()).rejects.toThrow(`job ${JOB.id} is not in the table`);
});
