import { isOver } from '../../shared/jobs/job.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { Mortal } from '../support/crashing.ts';
import { IntakeRun } from '../support/intake-run.ts';
import { BROKEN_TOPIC } from '../support/notice-sample.ts';
import { asTold } from '../../shared/reasons/reason.ts';

let run: IntakeRun;

beforeEach(() => {
  run = new IntakeRun();
});

describe('an event that comes again', () => {
  const key = 'approved/main/quote.xlsx';

  test('is the same job, whose file is not read a second time', async () => {
    await run.drop(key);
    const once = run.job;
    await run.drop(key);

    expect(run.job).toEqual(once);
    expect(run.readAs).toHaveLength(1);
  });

  test('of another version of the file is another job', async () => {
    await run.drop(key);
    await run.drop(key, 'v2');

    expect(run.jobs.all().map(({ status }) => status)).toEqual(['running', 'waiting']);
  });

  test('goes on with the pinned plan, also when the file would now be read in another way', async () => {
    const dying = new Mortal(({ call }) => call === 'journals.create');
    await expect(run.deliver(run.dropped(key), dying)).rejects.toThrow('crashed');
    const { planKey } = run.job;
    run.reading = { kind: 'rejected', reason: asTold('Changed my mind.'), quote: null };
    await run.drop(key);

    expect(run.job).toMatchObject({ status: 'running', planKey, chunkCount: 2 });
    expect(run.readAs).toHaveLength(1);
  });

  test.each(['suspended', 'finishing', 'done', 'cancelled', 'expired'] as const)(
    'changes nothing about a job that is %s',
    async (status) => {
      await run.drop(key);
      const { id } = run.job;
      const over = isOver(status);
      await run.jobs.move(id, { from: ['running'], to: over ? 'finishing' : status, at: 0 });
      if (over) await run.jobs.move(id, { from: ['finishing'], to: status, at: 0 });
      run.sentChunks.length = 0;
      await run.drop(key);

      expect(run.job).toMatchObject({ status });
      expect(run.sentChunks).toEqual([]);
    },
  );
});

/** Drops a file and dies at one point of the first delivery; returns what became of it. */
async function dieAt(at: number): Promise<{ passed: number; ended: unknown }> {
  run = new IntakeRun();
  let passed = 0;
  const mortal = new Mortal(() => {
    passed += 1;
    return passed - 1 === at;
  });
  const upload = run.dropped('approved/main/quote.xlsx');
  await run.deliver(upload, mortal).catch(() => undefined);
  if (at >= 0) await run.deliver(upload);
  const { job } = run;
  const ended = {
    job,
    journals: await run.journals.list(job.id),
    line: await run.accounts.read('main'),
    sent: new Set(run.sentChunks.map(({ chunk, turn }) => `${chunk} ${turn}`)),
  };
  return { passed, ended };
}

test('wherever it dies between two steps, the event that comes back ends in the same job', async () => {
  const undisturbed = await dieAt(-1);

  expect(undisturbed.passed).toBeGreaterThan(15);
  for (let at = 0; at < undisturbed.passed; at += 1) {
    expect((await dieAt(at)).ended).toEqual(undisturbed.ended);
  }
});

function kinds({ told }: IntakeRun): string[] {
  return told.map(({ kind }) => kind);
}

describe('telling people', () => {
  const key = 'approved/main/quote.xlsx';
  test('happens once for each file, however often its event comes', async () => {
    await run.drop(key);
    await run.drop(key);
    await run.drop(key, 'v2');
    await run.drop(key, 'v2');

    expect(kinds(run)).toEqual(['accepted', 'waiting']);
    expect(run.told[0]).toMatchObject({ rows: 3, toRenew: { rows: 2 } });
  });

  test('of a rejected file says why and where its workbook is', async () => {
    run.reading = { kind: 'rejected', reason: asTold('It has no price.'), quote: null };
    await run.drop(key);

    expect(run.told).toMatchObject([
      { kind: 'rejected', reason: asTold('It has no price.'), resultsKey: run.job.resultsKey },
    ]);
  });

  test('that fails keeps no job from running, and is made up for when the event comes back', async () => {
    const topic = run.notices;
    run.notices = BROKEN_TOPIC;
    await expect(run.drop(key)).rejects.toThrow('topic');
    expect(run.job).toMatchObject({ status: 'running' });
    expect(run.sentChunks).toHaveLength(2);
    run.notices = topic;
    await run.drop(key);

    expect(kinds(run)).toEqual(['accepted']);
  });
});
