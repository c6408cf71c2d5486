import { beforeEach, describe, expect, test } from 'vitest';
import { answerChange } from '../../functions/intake/answer-change.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { readRemovals, readUploads } from '../../shared/messages/upload-event.ts';
import { IntakeRun } from '../support/intake-run.ts';
import { jobOf } from '../support/job-sample.ts';

const KEY = 'approved/main/quote.xlsx';
const FAR = 4_000_000_000_000;

let run: IntakeRun;

beforeEach(() => {
  run = new IntakeRun();
});

async function given(more: Partial<Job>): Promise<void> {
  const job = jobOf({ validUntil: FAR, ...more });
  await run.given({ ...job, source: { ...job.source, key: KEY } });
}

async function removed(key = KEY): Promise<void> {
  run.standing = { kind: 'gone' };
  await answerChange(key, null, run.intakeServices());
}

describe('a file that is removed', () => {
  test('while its job runs is answered by a notice that says how to cancel; the job goes on', async () => {
    await given({ status: 'running' });
    await removed();

    expect(run.told).toMatchObject([{ kind: 'file changed', standing: 'gone', job: 'job0000001' }]);
    expect(run.job).toMatchObject({ status: 'running' });
  });

  test.each(['waiting', 'suspended'] as const)('while its job is %s ends it', async (status) => {
    await given({ status });
    await removed();

    expect(run.job).toMatchObject({
      status: 'finishing',
      ending: 'cancelled',
      reason: { id: 'file-withdrawn' },
    });
    expect(run.sentFinishes).toMatchObject([{ kind: 'finish' }]);
    expect(run.told).toEqual([]);
  });

  test.each(['planning', 'finishing', 'done'] as const)(
    'while its job is %s changes nothing',
    async (status) => {
      await given({ status });
      await removed();

      expect(run.job).toMatchObject({ status });
      expect([run.told, run.sentFinishes]).toEqual([[], []]);
    },
  );

  test('and is there again, or was an old version, is none that anybody is told of', async () => {
    await given({ status: 'running' });
    await answerChange(KEY, null, run.intakeServices());

    expect(run.told).toEqual([]);
  });

  test('of another name touches no job', async () => {
    await given({ status: 'waiting' });
    await removed('approved/main/other.xlsx');

    expect(run.job).toMatchObject({ status: 'waiting' });
  });

  test.each(['approved/nobody/quote.xlsx', 'results/main/quote.xlsx', 'approved//quote.xlsx'])(
    'at %s belongs to no job',
    async (key) => {
      await removed(key);

      expect(run.told).toEqual([]);
    },
  );
});

describe('a file that is replaced', () => {
  test('by an empty one, which becomes no job, is taken back all the same', async () => {
    await given({ status: 'waiting' });
    run.standing = { kind: 'replaced', at: 1000 };
    await run.deliver({ ...run.dropped(KEY), size: 0 });

    expect(run.jobs.all()).toMatchObject([{ status: 'finishing', ending: 'cancelled' }]);
  });

  test('while its job runs: the newer job waits, and people are told that both stand', async () => {
    await run.drop(KEY);
    const [first] = run.jobs.all();
    run.approvals.standing = async ({ versionId }) =>
      await Promise.resolve(
        versionId === 'v2' ? { kind: 'stands' } : { kind: 'replaced', at: 1000 },
      );
    await run.drop(KEY, 'v2');

    expect(run.told.map(({ kind }) => kind)).toEqual(['accepted', 'file changed', 'waiting']);
    expect(run.told[1]).toMatchObject({ job: first!.id, standing: 'replaced' });
  });

  test('while its job waits: only the newer one is left', async () => {
    await run.accounts.enlist('main', 'another');
    await run.drop(KEY);
    run.approvals.standing = async ({ versionId }) =>
      await Promise.resolve(
        versionId === 'v2' ? { kind: 'stands' } : { kind: 'replaced', at: 1000 },
      );
    await run.drop(KEY, 'v2');

    expect(run.jobs.all().map(({ status, reason }) => [status, reason?.id])).toEqual([
      ['finishing', 'file-replaced'],
      ['waiting', undefined],
    ]);
  });
});

function message(eventName: string): string {
  return JSON.stringify({
    Records: [
      {
        eventName,
        eventTime: '2026-11-20T08:00:00.000Z',
        s3: {
          bucket: { name: 'quotes' },
          object: { key: 'approved/main/a+quote.xlsx', versionId: 'v1' },
        },
      },
    ],
  });
}

describe('a message of the bucket', () => {
  test.each(['ObjectRemoved:Delete', 'ObjectRemoved:DeleteMarkerCreated'])(
    'of %s is a removal and no upload',
    (name) => {
      expect(readRemovals(message(name))).toEqual([{ key: 'approved/main/a quote.xlsx' }]);
      expect(readUploads(message(name))).toEqual([]);
    },
  );

  test.each(['ObjectCreated:Put', 'ObjectCreated:CompleteMultipartUpload'])(
    'of %s is an upload and no removal',
    (name) => {
      expect(readRemovals(message(name))).toEqual([]);
      expect(readUploads(message(name))).toHaveLength(1);
    },
  );

  test('of a test is neither', () => {
    const tested = JSON.stringify({ Event: 's3:TestEvent' });

    expect([readRemovals(tested), readUploads(tested)]).toEqual([[], []]);
  });
});
