import { beforeEach, describe, expect, test } from 'vitest';
import { tick } from '../../functions/tick/tick.ts';
import type { Job, JobStatus } from '../../shared/jobs/job.ts';
import { FunctionServices } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow } from '../support/journal-sample.ts';
import { noOutcomes, rowOutcome } from '../../shared/renewal/outcome.ts';
import { asTold, reason } from '../../shared/reasons/reason.ts';
import { AGE_OF_WORK } from '../../shared/notices/alarms.ts';
import { unanswered } from '../support/facts-sample.ts';
import { BROKEN_TOPIC } from '../support/notice-sample.ts';
import { testAccount } from '../support/quote-rows.ts';
import { wordsOf } from '../support/told.ts';

const MINUTE = 60_000;
const FAR = 4_000_000_000_000;

let given: FunctionServices;

beforeEach(() => {
  given = new FunctionServices([testAccount(), testAccount({ name: 'other' })]);
});

/** A job that was active ten minutes ago. */
function recently(more: Partial<Job> = {}): Job {
  const activeAt = given.clock.now - 10 * MINUTE;
  return jobOf({ status: 'running', chunkCount: 2, activeAt, validUntil: FAR, ...more });
}

async function run(): Promise<void> {
  await tick({
    ...given.services(),
    accountNames: given.settings.map(({ name }) => name),
    resumeEveryHours: (name) => given.settingsOf(name).resumeEveryHours,
  });
}

/** A job that ended three hours ago. */
function over(more: Partial<Job>): Job {
  const endedAt = given.clock.now - 3 * 60 * MINUTE;
  return jobOf({ status: 'done', planKey: 'p', endedAt, ...more });
}

async function jobNow(id = jobOf().id): Promise<Job> {
  return (await given.jobs.read(id))!;
}

function sent(): string[] {
  return given.sentChunks.map(({ job, chunk, epoch }) => `${job} ${chunk} ${epoch}`);
}

describe('without a job', () => {
  test('nothing happens', async () => {
    await run();

    expect([given.sentChunks, given.sentFinishes, given.jobs.all()]).toEqual([[], [], []]);
  });

  test('nor when the line names a job that is not there', async () => {
    await given.accounts.enlist('main', 'ghost');
    await run();

    expect(await given.accounts.read('main')).toMatchObject({ active: 'ghost' });
  });
});

describe('a job that waits and is first in line', () => {
  test('is started with its validity, and its chunks are sent', async () => {
    await given.given(jobOf({ status: 'waiting', chunkCount: 2 }));
    await run();

    expect(await jobNow()).toMatchObject({
      status: 'running',
      activeAt: given.clock.now,
      validUntil: given.clock.now + 3 * 86_400_000,
    });
    expect(sent()).toEqual(['job0000001 0 1', 'job0000001 1 1']);
  });

  test('goes straight to the finish when it has no chunk', async () => {
    await given.given(jobOf({ status: 'waiting', chunkCount: 0 }));
    await run();

    expect(given.sentFinishes).toMatchObject([{ job: 'job0000001', kind: 'finish' }]);
  });

  test('is not started while another one is active', async () => {
    await given.given(recently({ id: 'first' }));
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    await run();

    expect(await jobNow('second')).toMatchObject({ status: 'waiting' });
  });

  test('is started beside the running job of another account', async () => {
    await given.given(recently({ id: 'first' }));
    await given.given(jobOf({ id: 'second', account: 'other', status: 'waiting', chunkCount: 1 }));
    await run();

    expect(sent()).toEqual(['second 0 1']);
  });
});

describe('a job whose turn has come', () => {
  test.each([
    [{ kind: 'gone' }, 'file-withdrawn'],
    [{ kind: 'replaced', at: Date.UTC(2026, 10, 20, 8) }, 'file-replaced'],
  ] as const)('ends as cancelled when its file is %o', async (standing, id) => {
    await given.given(jobOf({ status: 'waiting', chunkCount: 1 }));
    given.standing = standing;
    await run();

    expect(await jobNow()).toMatchObject({
      status: 'finishing',
      ending: 'cancelled',
      activeAt: null,
      reason: { id },
    });
    expect(sent()).toEqual([]);
    expect(given.sentFinishes).toMatchObject([{ job: 'job0000001', kind: 'finish' }]);
  });

  test('is suspended when its file may not be looked at: nothing is paid unseen', async () => {
    await given.given(jobOf({ status: 'waiting', chunkCount: 1 }));
    given.standing = { kind: 'unreadable', code: 'AccessDenied' };
    await run();

    expect(await jobNow()).toMatchObject({
      status: 'suspended',
      reason: { id: 'approval-not-visible', values: { refusal: 'AccessDenied' } },
    });
    expect(sent()).toEqual([]);
  });

  test('that was begun before goes on whatever its file is now', async () => {
    await given.given(recently());
    given.standing = { kind: 'gone' };
    await run();

    expect(await jobNow()).toMatchObject({ status: 'running' });
  });
});

describe('a job that is over', () => {
  test('is asked for its results when nobody writes them any more', async () => {
    await given.jobs.create(over({ sheet: 'owed' }));
    await run();

    expect(given.sentFinishes).toEqual([{ job: 'job0000001', kind: 'report', delay: 0 }]);
    expect(given.told).toEqual([]);
  });

  test('is left to whoever writes them', async () => {
    await given.jobs.create(over({ sheet: 'owed', endedAt: given.clock.now - MINUTE }));
    await run();

    expect(given.sentFinishes).toEqual([]);
  });

  test('is told of once, though it stands in no line any more', async () => {
    await given.jobs.create(over({ sheet: 'workbook' }));
    await run();
    await run();

    expect(given.told.map(({ kind }) => kind)).toEqual(['finished']);
  });

  test('of the release before is left as it is', async () => {
    await given.jobs.create(over({}));
    await run();

    expect(given.told).toEqual([]);
  });
});

describe('a running job', () => {
  test('is left alone while something was written lately', async () => {
    await given.given(recently(), [journalOf(1, { savedAt: given.clock.now - 14 * MINUTE })]);
    await run();

    expect(sent()).toEqual([]);
  });

  test('has its unfinished chunks sent again once it was quiet for long', async () => {
    await given.given(recently({ activeAt: 0, finishedChunks: [0], chunkCount: 3, epoch: 4 }), [
      journalOf(1, { savedAt: given.clock.now - 16 * MINUTE }),
    ]);
    await run();

    expect(sent()).toEqual(['job0000001 1 4', 'job0000001 2 4']);
    expect(given.warnings).toHaveLength(1);
  });

  test('is finished once it was quiet for long and every chunk is: the message was lost', async () => {
    await given.given(recently({ activeAt: 0, finishedChunks: [1, 0] }));
    await run();

    expect(given.sentFinishes).toMatchObject([{ kind: 'finish', attempt: 0 }]);
  });

  test('is not disturbed while a worker holds a lease, however long it has written nothing', async () => {
    const work = { kind: 'leased', owner: 'me', until: given.clock.now + 1 } as const;
    await given.given(recently({ activeAt: 0 }), [journalOf(1, { work })]);
    await run();

    expect(sent()).toEqual([]);
  });

  test('has exactly the open chunks sent that had to wait until now', async () => {
    const { now } = given.clock;
    const savedAt = now - MINUTE;
    await given.given(recently({ chunkCount: 5 }), [
      journalOf(1, { chunk: 0, savedAt, work: { kind: 'backing off', until: now } }),
      journalOf(1, { chunk: 1, savedAt, work: { kind: 'backing off', until: now + 1 } }),
      journalOf(1, { chunk: 2, savedAt, work: { kind: 'idle' } }),
      journalOf(1, {
        chunk: 3,
        savedAt,
        work: { kind: 'backing off', until: now },
        state: 'sealed',
      }),
      journalOf(1, {
        chunk: 4,
        savedAt,
        work: { kind: 'backing off', until: now },
        state: 'finished',
      }),
    ]);
    await run();

    expect(sent()).toEqual(['job0000001 0 1']);
  });

  test('has a waiting chunk sent with an id of its own after each write, or it would be swallowed', async () => {
    const { now } = given.clock;
    const waiting = journalOf(1, { savedAt: now, work: { kind: 'backing off', until: now } });
    await given.given(recently({ chunkCount: 1 }), [waiting]);
    await run();
    await given.journals.save({ ...waiting, version: 1, nonce: 'a' });
    await run();
    const turns = given.sentChunks.map(({ turn }) => turn);

    expect(new Set(turns).size).toBe(2);
    expect(Math.min(...turns)).toBeGreaterThan(1000);
  });
});

describe('a job past its validity', () => {
  test.each(['running', 'suspended'] as const)('that is %s ends as expired', async (status) => {
    await given.given(recently({ status, validUntil: given.clock.now, activeAt: 0 }));
    await run();

    expect(await jobNow()).toMatchObject({ status: 'finishing', ending: 'expired' });
    expect(wordsOf((await jobNow()).reason)).toContain('valid');
    expect(given.sentFinishes).toMatchObject([{ kind: 'finish' }]);
    expect(sent()).toEqual([]);
  });

  test('is not ended a moment too early', async () => {
    const validUntil = given.clock.now + 1;
    await given.given(recently({ status: 'suspended', interim: 1, validUntil }));
    await run();

    expect(await jobNow()).toMatchObject({ status: 'suspended', ending: null });
    expect(given.sentFinishes).toEqual([]);
  });
});

test('a suspended job that is valid is left to people: nothing is sent', async () => {
  await given.given(recently({ status: 'suspended', activeAt: 0, interim: 1 }));
  await run();

  expect([given.sentChunks, given.sentFinishes]).toEqual([[], []]);
});

test('a suspended job whose interim workbook nobody asked for gets one', async () => {
  await given.given(recently({ status: 'suspended', epoch: 2, interim: 1 }));
  await run();

  expect(given.sentFinishes).toMatchObject([{ job: 'job0000001', kind: 'interim', attempt: 0 }]);
});

describe('people', () => {
  test('are told what nobody told them, once', async () => {
    await given.given(recently({ status: 'suspended', interim: 1 }));
    await run();
    await run();

    expect(given.told.map(({ kind }) => kind)).toEqual(['suspended']);
  });

  test('are told of one account while the topic fails for another, and the fault is seen', async () => {
    await given.given(recently({ id: 'first' }));
    await given.given(jobOf({ id: 'second', account: 'other', status: 'waiting', chunkCount: 1 }));
    const topic = given.notices;
    given.notices = {
      send: async (notice) => {
        await (notice.job === 'first' ? BROKEN_TOPIC : topic).send(notice);
      },
    };

    await expect(run()).rejects.toThrow('topic');
    expect(given.told).toMatchObject([{ job: 'second', kind: 'accepted' }]);
    expect(sent()).toEqual(['second 0 1']);
  });
});

test('a finishing job is looked at again, by a message that sends no further ones', async () => {
  await given.given(recently({ status: 'finishing', ending: 'done' }));
  await run();

  expect(given.sentFinishes).toEqual([{ job: 'job0000001', kind: 'finish', attempt: 8, delay: 0 }]);
});

test.each(['done', 'rejected', 'cancelled', 'expired'] satisfies JobStatus[])(
  'a job that is %s hands its account to the next one, which is started',
  async (status) => {
    await given.given(recently({ id: 'first', status }));
    await given.given(jobOf({ id: 'second', status: 'waiting', chunkCount: 1 }));
    await run();

    expect(await given.accounts.read('main')).toMatchObject({ active: 'second', waiting: [] });
    expect(await jobNow('second')).toMatchObject({ status: 'running' });
    expect(sent()).toEqual(['second 0 1']);
  },
);

test('every state of a job may be ticked twice without a second effect on the job', async () => {
  const states: JobStatus[] = ['waiting', 'running', 'suspended', 'finishing', 'done'];
  for (const status of states) {
    given = new FunctionServices();
    await given.given(recently({ status, chunkCount: 1 }));
    await run();
    const once = await jobNow();
    await run();

    expect(await jobNow()).toEqual(once);
  }
});

/** What people were told in these runs of the tick, one after the other. */
async function told(...later: readonly number[]): Promise<string[]> {
  for (const one of later) {
    given.clock.now += one;
    await run();
  }
  return given.told.map(({ kind }) => kind);
}

describe('reminders', () => {
  const HOUR = 60 * MINUTE;
  const review = rowOutcome('needs review', asTold('Nobody knows.', 'Look.'));
  const over = { status: 'done', ending: 'done', chunkCount: 1, rows: 2 } as const;
  const totals = {
    rows: 2,
    outcomes: { ...noOutcomes(), 'needs review': 1 },
    approved: [],
    paid: [],
  };

  test('an approval that is about to end is told of once, and again for the last chance', async () => {
    const validUntil = given.clock.now + 30 * HOUR;
    await given.given(
      recently({ status: 'suspended', interim: 1, noticed: 'suspended#1', validUntil }),
      [journalOf(2)],
    );

    expect(await told(0, HOUR)).toEqual([]);
    expect(await told(6 * HOUR, 5 * MINUTE, HOUR)).toEqual(['approval ends']);
    expect(await told(18 * HOUR, 5 * MINUTE)).toEqual(['approval ends', 'approval ends']);
    expect(given.told[0]).toMatchObject({ open: { rows: 2 }, status: 'suspended', validUntil });
  });

  test('a job that comes no step on is told of after a quarter of an hour, once', async () => {
    const silences = [unanswered('resources', { rows: [0], said: 'timeout' })];
    const until = given.clock.now + 40 * HOUR;
    await given.given(
      recently({
        activeAt: given.clock.now,
        validUntil: until,
        noticed: 'accepted',
        chunkCount: 1,
      }),
      [
        journalOf(2, {
          work: { kind: 'backing off', until },
          movedAt: given.clock.now,
          silences,
        }),
      ],
    );

    expect(await told(14 * MINUTE)).toEqual([]);
    expect(await told(MINUTE, 5 * MINUTE, HOUR)).toEqual(['no progress']);
    expect(given.told[0]).toMatchObject({
      status: 'running',
      open: { rows: 2 },
      wait: { kind: 'an answer', resources: 1, said: 'timeout', until },
    });
  });

  test('rows that nobody settles are told of once a day, for a week', async () => {
    const endedAt = given.clock.now;
    const rows = [journalRow(0, { outcome: review }), journalRow(1)];
    await given.jobs.create(jobOf({ ...over, endedAt, totals, noticed: 'done' }));
    await given.journals.create(journalOf(2, { state: 'finished', rows }));

    expect(await told(23 * HOUR)).toEqual([]);
    expect(await told(HOUR, 5 * MINUTE, 23 * HOUR)).toEqual(['rows unsettled']);
    expect(await told(HOUR)).toHaveLength(2);
    expect(await told(...Array.from({ length: 20 }, () => 24 * HOUR))).toHaveLength(7);
    expect(given.told[0]).toMatchObject({ unsettled: 1 });
  });

  test('rows that a person has settled are no longer told of', async () => {
    const checked = rowOutcome('needs review', reason('checked-paid', { by: 'Ada' }));
    const rows = [journalRow(0, { outcome: checked }), journalRow(1)];
    await given.jobs.create(jobOf({ ...over, endedAt: given.clock.now, totals, noticed: 'done' }));
    await given.journals.create(journalOf(2, { state: 'finished', rows }));

    expect(await told(25 * HOUR, 25 * HOUR)).toEqual([]);
  });

  test('what could not be told is told by the next tick', async () => {
    const rows = [journalRow(0, { outcome: review })];
    await given.jobs.create(jobOf({ ...over, endedAt: given.clock.now, totals, noticed: 'done' }));
    await given.journals.create(journalOf(1, { state: 'finished', rows }));
    const topic = given.notices;
    given.notices = BROKEN_TOPIC;
    given.clock.now += 25 * HOUR;
    await expect(run()).rejects.toThrow('topic');
    given.notices = topic;

    expect(await told(5 * MINUTE)).toEqual(['rows unsettled']);
  });
});

function ages(): unknown[] {
  return given.logged.flatMap(([, fields]) =>
    fields !== null && typeof fields === 'object' && 'metric' in fields ? [fields] : [],
  );
}

describe('the age of the oldest work', () => {
  test('is nothing where nothing is to be done, or a person is waited for', async () => {
    await run();
    await given.given(recently({ status: 'suspended', interim: 1, noticed: 'suspended#1' }), [
      journalOf(2),
    ]);
    given.clock.now += 60 * MINUTE;
    await run();

    expect(ages()).toEqual([
      { metric: AGE_OF_WORK, minutes: 0 },
      { metric: AGE_OF_WORK, minutes: 0 },
    ]);
  });

  test('counts from when anything of the job last came on, whatever the queues hold', async () => {
    const movedAt = given.clock.now;
    const work = { kind: 'backing off', until: FAR } as const;
    await given.given(recently({ noticed: 'accepted' }), [
      journalOf(2, { work, movedAt, savedAt: movedAt + 20 * MINUTE }),
      journalOf(2, { chunk: 1, work, movedAt: movedAt - 50 * MINUTE }),
    ]);
    given.clock.now += 21 * MINUTE;
    await run();

    expect(ages()).toEqual([
      { metric: AGE_OF_WORK, minutes: 21, job: jobOf().id, account: 'main' },
    ]);
  });
});
