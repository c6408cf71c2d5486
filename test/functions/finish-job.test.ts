import { beforeEach, describe, expect, test } from 'vitest';
import { finishJob } from '../../functions/finish-job/finish-job.ts';
import { writeReport } from '../../functions/finish-job/write-report.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { RESULTS_NOT_WRITTEN } from '../../shared/notices/alarms.ts';
import { planChunks } from '../../shared/jobs/plan-chunks.ts';
import { writePlan } from '../../shared/store/quote-plan.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { FunctionServices } from '../support/function-services.ts';
import { NOTHING_HANDED_BACK } from '../support/nothing-handed-back.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow, part } from '../support/journal-sample.ts';
import { BROKEN_TOPIC } from '../support/notice-sample.ts';
import { quoteOf, quoteRow } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';

const PLAN = 'jobs/plan.json';
const JOB = jobOf({ status: 'finishing', planKey: PLAN, rows: 2, chunkCount: 1 });
const REVIEW = rowOutcome('needs review', asTold('Nobody knows.', 'Look.'));
const RESULTS = 'results/main/quote.job0000001.results.xlsx';
const ROWS = 'results/main/quote.job0000001.results.csv';
const AUDIT = { confirmed: 1, doubts: [] };

let given: FunctionServices;
let reports: ResultsReport[];
let closed: boolean;
let confirmed: boolean;
let audits: number;
let handsBack: number;
let writeWorkbook: (report: ResultsReport) => Promise<Uint8Array>;

beforeEach(() => {
  given = new FunctionServices();
  reports = [];
  closed = true;
  confirmed = true;
  audits = 0;
  handsBack = 0;
  writeWorkbook = async (report) => {
    reports.push(report);
    return await Promise.resolve(new Uint8Array([1]));
  };
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

async function run(
  message: { kind?: 'finish' | 'interim' | 'report'; attempt?: number } = {},
  received = 1,
) {
  const { kind = 'finish', attempt = 0 } = message;
  return await finishJob(
    kind === 'report' ? { job: JOB.id, kind } : { job: JOB.id, kind, attempt },
    received,
    {
      ...given.services(),
      settings: given.settingsOf,
      closeChunks: async () => closed,
      confirmChunks: async () => confirmed,
      putAside: async () => null,
      auditJob: async () => {
        audits += 1;
        return await Promise.resolve(AUDIT);
      },
      writeReport: writeReport(
        given.files,
        async (report) => await writeWorkbook(report),
        async (...about) => {
          handsBack += 1;
          return await NOTHING_HANDED_BACK(...about);
        },
      ),
    },
  );
}

async function jobNow(): Promise<Job> {
  return (await given.jobs.read(JOB.id))!;
}

test('a job whose end has taken all the time is over, and has its results written by a run of its own', async () => {
  await start();
  given.outOfTime = true;

  expect(await run()).toEqual({ kind: 'done' });
  expect(await jobNow()).toMatchObject({ status: 'done', sheet: 'owed' });
  expect(given.sentFinishes).toEqual([{ job: JOB.id, kind: 'report', delay: 0 }]);
  given.outOfTime = false;
  await run({ kind: 'report' });

  expect(await jobNow()).toMatchObject({ status: 'done', sheet: 'workbook', resultsKey: RESULTS });
});

test('the files beside the results are tried once, and the results without them after that', async () => {
  const owed = { status: 'done', ending: 'done', sheet: 'owed' } as const;
  await start(owed);
  await run({ kind: 'report' }, 2);
  const second = handsBack;
  await run({ kind: 'report' }, 1);

  expect([second, handsBack]).toEqual([0, 1]);
  expect(await jobNow()).toMatchObject({ sheet: 'workbook', resultsKey: RESULTS });
});

describe('the audit', () => {
  test('is made for the last sheet, when the job is over', async () => {
    await start();
    await run();

    expect([audits, reports[0]?.audit]).toEqual([1, AUDIT]);
  });

  test('is not made of a job that goes on', async () => {
    await start({ status: 'suspended' });
    await run({ kind: 'interim' });

    expect([audits, reports[0]?.audit]).toEqual([0, null]);
  });
});

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

  test('has handed the account on before its workbook is begun, which may be what ends the run', async () => {
    await start();
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    const write = writeWorkbook;
    const seen: unknown[] = [];
    writeWorkbook = async (report) => {
      const [job, next] = [await jobNow(), await given.jobs.read('second')];
      seen.push(job.status, (await given.accounts.read('main')).active, next?.status);
      return await write(report);
    };
    await run();

    expect(seen).toEqual(['done', 'second', 'running']);
  });

  test('was the one before when the next cannot be started, and gets its results all the same', async () => {
    await start();
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    given.approvals.standing = async () => await Promise.reject(new Error('SlowDown'));

    await expect(run()).rejects.toThrow('SlowDown');
    expect(await jobNow()).toMatchObject({ status: 'done', sheet: 'workbook' });
  });
});

/** What may keep a workbook from being written, and so also from a later delivery. */
const OBSTACLES: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'the bucket takes nothing',
    async () => {
      await start();
      given.files.write = async () => await Promise.reject(new Error('SlowDown'));
    },
  ],
  [
    'the workbook cannot be made',
    async () => {
      await start();
      writeWorkbook = async () => await Promise.reject(new Error('out of memory'));
    },
  ],
  [
    'a row of the plan is in no journal',
    async () => {
      await start({}, { ...SETTLED, rows: SETTLED.rows!.slice(0, 1) });
    },
  ],
  [
    'its plan is gone',
    async () => {
      await start();
      given.objects.clear();
    },
  ],
];

describe('a job whose workbook cannot be written', () => {
  test.each(OBSTACLES)('is over and hands its account on: %s', async (_, obstacle) => {
    await obstacle();
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));

    expect(await run()).toEqual({ kind: 'done' });
    expect(await jobNow()).toMatchObject({ status: 'done', sheet: 'owed', totals: null });
    expect(await given.accounts.read('main')).toMatchObject({ active: 'second' });
    expect(given.sentFinishes).toEqual([{ job: JOB.id, kind: 'report', delay: 60 }]);
    expect(given.alarms).toEqual([RESULTS_NOT_WRITTEN]);
    // Told once it is known what became of the results.
    expect(given.told.map(({ job }) => job)).toEqual(['second']);
  });

  test('has its rows written as text at the third try, and people are told which', async () => {
    await OBSTACLES[1]![1]();
    await run();
    expect(await run({ kind: 'report' }, 2)).toEqual({ kind: 'again', seconds: 60 });
    expect(await run({ kind: 'report' }, 3)).toEqual({ kind: 'done' });

    expect(await jobNow()).toMatchObject({
      sheet: 'rows only',
      resultsKey: ROWS,
      totals: { rows: 2, outcomes: { renewed: 1, 'needs review': 1 } },
    });
    const text = new TextDecoder().decode(given.objects.get(ROWS));
    expect(text.split('\r\n')[1]).toMatch(/,r0,.*,renewed,/u);
    expect(text.split('\r\n')[2]).toMatch(/,r1,.*,needs review,/u);
    expect(given.told).toMatchObject([{ kind: 'finished', sheet: 'rows only', resultsKey: ROWS }]);
  });

  test('tells of a row that no journal has as not known, never as done', async () => {
    await OBSTACLES[2]![1]();
    await run();
    await run({ kind: 'report' }, 3);

    expect(await jobNow()).toMatchObject({
      totals: { outcomes: { renewed: 1, 'needs review': 1 } },
    });
  });

  test('has the rows of its journals where the plan is gone, and no figures', async () => {
    await OBSTACLES[3]![1]();
    await run();
    await run({ kind: 'report' }, 3);

    expect(await jobNow()).toMatchObject({ sheet: 'rows only', totals: null });
    expect(new TextDecoder().decode(given.objects.get(ROWS))).toMatch(/,r0,.*,renewed,/u);
  });

  test('has none after six tries, which people are told', async () => {
    await OBSTACLES[0]![1]();
    await run();
    for (let received = 1; received <= 6; received += 1) await run({ kind: 'report' }, received);

    expect(await jobNow()).toMatchObject({ status: 'done', sheet: 'none' });
    expect(given.told).toMatchObject([
      { kind: 'finished', sheet: 'none', resultsKey: null, totals: null },
    ]);
  });

  test('whose first workbook killed its run asks for it in a message of its own', async () => {
    await start({ status: 'done', ending: 'done', sheet: 'owed' });
    await run();

    expect(given.sentFinishes).toEqual([{ job: JOB.id, kind: 'report', delay: 0 }]);
    expect(reports).toEqual([]);
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

  test('whose interim workbook cannot be written gets its rows, and people hear of it', async () => {
    await start({ status: 'suspended', reason: asTold('No balance.') });
    writeWorkbook = async () => await Promise.reject(new Error('out of memory'));
    await run(interim);

    expect(await jobNow()).toMatchObject({ status: 'suspended', resultsKey: ROWS, interim: 1 });
    expect(given.told).toMatchObject([{ kind: 'suspended', sheet: 'rows only' }]);
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
