import { beforeEach, describe, expect, test } from 'vitest';
import { renewChunk } from '../../functions/renew-chunk/renew-chunk.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { dueAt } from '../../shared/renewal/states/chunk-state.ts';
import { FunctionServices, LEASE_SECONDS, providerSaying } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow } from '../support/journal-sample.ts';
import { reason } from '../../shared/reasons/reason.ts';
import { TestClock } from '../support/test-clock.ts';
import { testAccount } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { wordsOf } from '../support/told.ts';

const JOB = jobOf({ status: 'running', epoch: 2, chunkCount: 2, validUntil: 4_000_000_000_000 });
const MESSAGE = { job: JOB.id, account: 'main', chunk: 0, epoch: 2, turn: 0 };
const RENEWED = rowOutcome('renewed', reason('renewed'));
const SILENT = { kind: 'unknown', detail: 'timeout' };

let given: FunctionServices;

beforeEach(() => {
  given = new FunctionServices();
});

async function start(job: Partial<Job> = {}, journal: Partial<Journal> = {}): Promise<void> {
  await given.given({ ...JOB, ...job }, [
    journalOf(1, journal),
    journalOf(1, { chunk: 1, version: 1 }),
  ]);
}

async function run(message = MESSAGE, received = 1) {
  const services = { ...given.services(), settings: given.settingsOf, workOn: given.workOn };
  return await renewChunk(message, received, services);
}

async function journal(): Promise<Journal> {
  return (await given.journals.read(JOB.id, 0))!;
}

async function status(): Promise<string | undefined> {
  return (await given.jobs.read(JOB.id))?.status;
}

describe('a message is done with unread, and nothing is asked or written', () => {
  test.each([1, 3])('when it is of epoch %d and the job of epoch 2', async (epoch) => {
    await start();

    expect(await run({ ...MESSAGE, epoch })).toEqual({ kind: 'done' });
    expect(given.journals.writes()).toBe(0);
  });

  test.each([
    'planning',
    'waiting',
    'suspended',
    'finishing',
    'done',
    'rejected',
    'cancelled',
    'expired',
  ] as const)('when its job is %s', async (status) => {
    await start({ status });

    expect(await run()).toEqual({ kind: 'done' });
    expect([given.journals.writes(), given.sentFinishes]).toEqual([0, []]);
  });

  test('when there is no such job', async () => {
    expect(await run()).toEqual({ kind: 'done' });
  });
});

test.each([
  [[0], 1],
  [[0], 2],
  [[0, 1], 1],
])(
  'the message of a chunk that is counted, as %j are, is done with unread at its receive %d',
  async (finishedChunks, received) => {
    await start({ finishedChunks }, { state: 'finished' });

    expect(await run(MESSAGE, received)).toEqual({ kind: 'done' });
    expect([given.journals.writes(), given.sentFinishes]).toEqual([0, []]);
  },
);

describe('a chunk that somebody else works on', () => {
  test('makes the message come back after the lease, and is not touched', async () => {
    const until = given.clock.now + 100_500;
    await start({}, { work: { kind: 'leased', owner: 'other', until } });

    expect(await run()).toEqual({ kind: 'again', seconds: 101 });
    expect(given.journals.writes()).toBe(0);
    expect(await journal()).toMatchObject({ work: { kind: 'leased', owner: 'other', until } });
  });

  test.each([
    [1, 1],
    [1001, 2],
    [86_400_000, 900],
  ])('whose lease has %d ms left is seen again in %d seconds', async (left, seconds) => {
    await start({}, { work: { kind: 'leased', owner: 'other', until: given.clock.now + left } });

    expect(await run()).toEqual({ kind: 'again', seconds });
  });

  test('is taken over once the lease is over', async () => {
    given.provider = providerSaying(SILENT);
    await start({}, { work: { kind: 'leased', owner: 'other', until: given.clock.now } });
    await run();

    expect(await journal()).toMatchObject({
      work: { kind: 'backing off', until: given.clock.now + 30_000 },
    });
  });

  test('makes the message come back after a whole lease when it was lost in the same moment', async () => {
    await start();
    given.journals.save = async () => 'lost';

    expect(await run()).toEqual({ kind: 'again', seconds: LEASE_SECONDS });
  });
});

test('a chunk without a journal is a fault: the message comes back and goes to the dead letters', async () => {
  await given.given(JOB);

  await expect(run()).rejects.toThrow(`chunk 0 of job ${JOB.id} has no journal`);
});

describe('a job whose validity is over', () => {
  test('ends as expired, and its chunk is not begun', async () => {
    await start({ validUntil: given.clock.now });

    expect(await run()).toEqual({ kind: 'done' });
    expect(await given.jobs.read(JOB.id)).toMatchObject({ status: 'finishing', ending: 'expired' });
    expect(given.sentFinishes).toMatchObject([{ job: JOB.id, kind: 'finish', delay: 0 }]);
    expect(given.journals.writes()).toBe(0);
  });
});

describe('a chunk with nothing left to do', () => {
  const settled = { rows: [journalRow(0, { outcome: RENEWED })], balance: journalRow(0).approved };

  test('is finished, given back and counted', async () => {
    await start({}, settled);

    expect(await run()).toEqual({ kind: 'done' });
    expect(await journal()).toMatchObject({ state: 'finished', work: { kind: 'idle' } });
    expect(await given.jobs.read(JOB.id)).toMatchObject({ finishedChunks: [0] });
    expect(given.sentFinishes).toEqual([]);
  });

  test('sends the finish message when it is the last one', async () => {
    await start({ finishedChunks: [1] }, settled);
    await run();

    expect(given.sentFinishes).toEqual([{ job: JOB.id, kind: 'finish', attempt: 0, delay: 0 }]);
  });

  test('is counted once more, and finished once more, when the first time died in between', async () => {
    await start({ finishedChunks: [1] }, { ...settled, state: 'finished' });
    await run();
    await run(MESSAGE, 2);

    expect(await given.jobs.read(JOB.id)).toMatchObject({ finishedChunks: [1, 0] });
    expect(given.sentFinishes).toHaveLength(2);
  });
});

test('a chunk that was put aside is counted, in case who did it died before, and left as it is', async () => {
  await start({}, { state: 'sealed' });

  expect(await run()).toEqual({ kind: 'done' });
  expect(await journal()).toMatchObject({ state: 'sealed', work: { kind: 'idle' } });
  expect(await given.jobs.read(JOB.id)).toMatchObject({ finishedChunks: [0] });
});

describe('a provider that does not answer', () => {
  test('makes the message come back in half a minute, and the journal says so too', async () => {
    given.provider = providerSaying(SILENT);
    await start();

    expect(await run()).toEqual({ kind: 'again', seconds: 30 });
    expect(await journal()).toMatchObject({
      work: { kind: 'backing off', until: given.clock.now + 30_000 },
    });
    expect(await status()).toBe('running');
  });

  test('leaves it to the tick after the sixth time, so that other chunks get their turn', async () => {
    given.provider = providerSaying(SILENT);
    await start();

    expect(await run(MESSAGE, 6)).toEqual({ kind: 'done' });
    expect(dueAt((await journal()).work)).not.toBeNull();
  });
});

const SILENT_SINCE = new TestClock().now - 45 * 60_000;
const UNANSWERED: Partial<Journal> = {
  movedAt: SILENT_SINCE,
  silences: [
    {
      question: 'resources',
      rows: [0],
      since: SILENT_SINCE,
      tries: 9,
      heard: null,
      said: 'timeout',
    },
  ],
};

describe('a provider that has answered nothing for three quarters of an hour', () => {
  test('suspends the job, and says since when and what came in place of an answer', async () => {
    given.provider = providerSaying(SILENT);
    await start({}, UNANSWERED);

    expect(await run()).toEqual({ kind: 'done' });
    expect(await given.jobs.read(JOB.id)).toMatchObject({
      status: 'suspended',
      reason: { id: 'provider-silent', values: { said: 'timeout' } },
    });
    expect(await journal()).toMatchObject({ work: { kind: 'idle' } });
  });

  test('is asked on where the account says so', async () => {
    given = new FunctionServices([testAccount({ whenSilent: 'continue' })]);
    given.provider = providerSaying(SILENT);
    await start({}, UNANSWERED);

    expect(await run()).toMatchObject({ kind: 'again' });
    expect(await status()).toBe('running');
  });

  test('but answers about a row of another chunk, is only silent about this one', async () => {
    const { resources, renewals } = providerSaying(SILENT);
    given.provider = {
      renewals,
      resources: new Proxy(resources, {
        get: (desk, key) =>
          key === 'resources'
            ? async ([id]: readonly string[]) =>
                id === 'r9' ? { kind: 'done', value: [] } : SILENT
            : Reflect.get(desk, key),
      }),
    };
    await given.given(JOB, [
      journalOf(1, UNANSWERED),
      journalOf(0, { chunk: 1, rows: [journalRow(9)] }),
    ]);

    expect(await run()).toMatchObject({ kind: 'again' });
    expect(await status()).toBe('running');
    expect((await journal()).silences).toMatchObject([
      { question: 'resources', rows: [0], heard: given.clock.now },
    ]);
  });
});

describe('a provider that refuses the whole account', () => {
  const refusal = {
    code: 'CBC.0151',
    message: 'Access denied',
    remedy: 'suspend',
    reason: asTold('The key may not renew.', 'Allow it, then resume.'),
  };

  test('suspends the job with the reason, and asks for the interim workbook', async () => {
    given.provider = providerSaying({ kind: 'refused', refusal });
    await start();

    expect(await run()).toEqual({ kind: 'done' });
    const job = await given.jobs.read(JOB.id);
    expect(job?.status).toBe('suspended');
    expect(wordsOf(job?.reason)).toBe('The key may not renew. Allow it, then resume. (CBC.0151)');
    expect(given.sentFinishes).toEqual([{ job: JOB.id, kind: 'interim', attempt: 0, delay: 0 }]);
    expect(await journal()).toMatchObject({ state: 'open', work: { kind: 'idle' } });
  });

  test('does not suspend a job that was resumed meanwhile', async () => {
    given.provider = providerSaying({ kind: 'refused', refusal });
    await start();
    const read = given.jobs.read.bind(given.jobs);
    given.jobs.read = async (id) => {
      const job = await read(id);
      given.jobs.read = read;
      await given.jobs.move(id, { from: ['running'], to: 'suspended', at: 0 });
      await given.jobs.move(id, { from: ['suspended'], to: 'running', at: 0, set: { epoch: 3 } });
      return job;
    };
    await run();

    expect(await status()).toBe('running');
    expect(given.sentFinishes).toEqual([]);
  });
});

describe('a function that runs out of time', () => {
  test('sends itself a continuation of another deduplication id before the message is done with', async () => {
    given.outOfTime = true;
    await start({}, { balance: journalRow(0).approved });

    expect(await run()).toEqual({ kind: 'done' });
    expect(given.sentChunks).toEqual([{ ...MESSAGE, turn: 1 }]);
    expect(await journal()).toMatchObject({ work: { kind: 'idle' }, continuations: 1 });
  });

  test('never sends the same continuation twice', async () => {
    given.outOfTime = true;
    await start({}, { balance: journalRow(0).approved });
    await run();
    await run(given.sentChunks[0]);

    expect(given.sentChunks.map(({ turn }) => turn)).toEqual([1, 2]);
  });
});

describe('a fault in the work', () => {
  test('leaves the message to come back, and the lease to run out', async () => {
    await start();

    await expect(run()).rejects.toThrow('the provider was asked');
    expect(await run()).toEqual({ kind: 'again', seconds: LEASE_SECONDS });
    expect(await status()).toBe('running');
  });

  test('that comes again each time leaves the chunk alone, so that it does not hold up the others', async () => {
    await start();
    const ends: string[] = [];
    for (let received = 1; received <= 6 && ends.at(-1) !== 'done'; received += 1) {
      const end = await run(MESSAGE, received).catch(() => ({ kind: 'fault' }));
      ends.push(end.kind);
      given.clock.now += LEASE_SECONDS * 1000;
    }

    expect(ends).toContain('fault');
    expect(ends.at(-1)).toBe('done');
    expect(dueAt((await journal()).work)).toBeGreaterThan(given.clock.now);
    expect(await status()).toBe('running');
  });
});
