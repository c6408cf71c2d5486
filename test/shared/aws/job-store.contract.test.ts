import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noOutcomes } from '../../../shared/renewal/outcome.ts';
import type { Job } from '../../../shared/jobs/job.ts';
import type { JobMove } from '../../../shared/ports/stores.ts';
import { jobOf } from '../../support/job-sample.ts';
import { KINDS, NOW, type Stores } from './store-contract.ts';
import { asTold, reason } from '../../../shared/reasons/reason.ts';

const TOTALS = { rows: 3, outcomes: { ...noOutcomes(), renewed: 3 }, approved: [], paid: [] };

describe.each(KINDS)('jobs %s', (_, open) => {
  let stores: Stores;
  let made = 0;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(async () => {
    await stores.close();
  });

  /** A new job in that state; returns its id. */
  async function stored(more: Parameters<typeof jobOf>[0] = {}): Promise<string> {
    made += 1;
    const { id } = await stores.jobs.create(jobOf({ id: `job${made}`, ...more }));
    return id;
  }

  test('are read as they were created', async () => {
    const job = jobOf({
      id: 'whole',
      reason: asTold('why'),
      totals: TOTALS,
      activeAt: 1,
      validUntil: 2,
    });
    await stores.jobs.create(job);

    expect(await stores.jobs.read('whole')).toEqual(job);
  });

  test('that nobody created are read as none', async () => {
    expect(await stores.jobs.read('nowhere')).toBeNull();
  });

  test('are created once: the second time gives the one that is there', async () => {
    const id = await stored({ status: 'running' });
    const again = await stores.jobs.create(jobOf({ id, droppedBy: 'somebody else' }));

    expect(again).toMatchObject({ status: 'running', droppedBy: 'finance' });
    expect(await stores.jobs.read(id)).toEqual(again);
  });

  test('have their plan pinned once: the second one is not taken', async () => {
    const id = await stored();
    const first = await stores.jobs.pinPlan(id, {
      planKey: 'a',
      rows: 5,
      chunkCount: 2,
      decidedByFile: noOutcomes(),
    });
    const second = await stores.jobs.pinPlan(id, {
      planKey: 'b',
      rows: 6,
      chunkCount: 3,
      decidedByFile: noOutcomes(),
    });

    expect(first).toMatchObject({ planKey: 'a', rows: 5, chunkCount: 2 });
    expect(first.decidedByFile).toEqual(noOutcomes());
    expect(second).toEqual(first);
    expect(await stores.jobs.read(id)).toEqual(first);
  });

  test('keep the language of their quote, whether it is planned or rejected', async () => {
    const plan = { planKey: 'a', rows: 5, chunkCount: 2, decidedByFile: noOutcomes() };
    const ids = [await stored(), await stored(), await stored()] as const;
    const [planned, told, rejected] = ids;
    const set = { reason: reason('file-gone'), sheet: 'owed', language: 'zh' } as const;
    await stores.jobs.move(rejected, { from: ['planning'], to: 'rejected', at: 1, set });

    expect((await stores.jobs.pinPlan(planned, { ...plan, language: 'zh' })).language).toBe('zh');
    expect((await stores.jobs.pinPlan(told, plan)).language).toBeUndefined();
    expect((await stores.jobs.read(rejected))?.language).toBe('zh');
  });

  test('move on from a state that allows it, with all that the move sets', async () => {
    const id = await stored({ status: 'waiting' });
    const set = { activeAt: 5, validUntil: 6, reason: asTold('why'), epoch: 2, totals: TOTALS };
    const moved = await stores.jobs.move(id, {
      from: ['waiting'],
      to: 'running',
      at: NOW,
      set,
    });

    const history: Job['history'] = [
      { at: NOW, event: 'running', by: 'renewsheet', note: asTold('why') },
    ];
    expect(moved).toEqual(jobOf({ id, status: 'running', ...set, history }));
    expect(await stores.jobs.read(id)).toEqual(moved);
  });

  test('stay where they are when their state does not allow the move', async () => {
    const id = await stored({ status: 'suspended' });

    expect(await stores.jobs.move(id, { from: ['running'], to: 'finishing', at: NOW })).toBeNull();
    expect(await stores.jobs.read(id)).toEqual(jobOf({ id, status: 'suspended' }));
  });

  test('stay where they are when a worker of an older epoch wants to move them', async () => {
    const id = await stored({ status: 'running', epoch: 2 });
    const suspend: JobMove = { from: ['running'], epoch: 1, to: 'suspended', at: NOW };

    expect(await stores.jobs.move(id, suspend)).toBeNull();
    expect(await stores.jobs.move(id, { ...suspend, epoch: 2 })).toMatchObject({
      status: 'suspended',
    });
  });

  test('that moved already are given to who repeats the move, so a lost answer does no harm', async () => {
    const id = await stored({ status: 'running' });
    const suspend: JobMove = {
      from: ['running'],
      epoch: 1,
      to: 'suspended',
      at: NOW,
      set: { reason: asTold('a') },
    };
    const first = await stores.jobs.move(id, suspend);

    expect(await stores.jobs.move(id, suspend)).toEqual(first);
  });

  test('that were resumed once are not taken for resumed again', async () => {
    const id = await stored({ status: 'running', epoch: 3 });
    const resume: JobMove = {
      from: ['suspended'],
      epoch: 1,
      to: 'running',
      at: NOW,
      set: { epoch: 2 },
    };

    expect(await stores.jobs.move(id, resume)).toBeNull();
  });

  test('that do not exist cannot be moved', async () => {
    expect(
      await stores.jobs.move('nowhere', { from: ['running'], to: 'finishing', at: NOW }),
    ).toBeNull();
  });

  test('remember what happened to them, each thing once, and who did it', async () => {
    const id = await stored({ status: 'running' });
    const suspend: JobMove = {
      from: ['running'],
      to: 'suspended',
      at: 1,
      set: { reason: asTold('a') },
    };
    await stores.jobs.move(id, suspend);
    await stores.jobs.move(id, suspend);
    await stores.jobs.note(id, { at: 2, event: 'redrive', by: 'ops', note: null });
    await stores.jobs.move(id, { from: ['suspended'], to: 'running', at: 3, by: 'ops' });

    expect((await stores.jobs.read(id))?.history).toEqual([
      { at: 1, event: 'suspended', by: 'renewsheet', note: asTold('a') },
      { at: 2, event: 'redrive', by: 'ops', note: null },
      { at: 3, event: 'running', by: 'ops', note: null },
    ]);
  });

  test('count each finished chunk once, in whatever order and however often it is told', async () => {
    const id = await stored({ status: 'running', chunkCount: 3 });
    const counts: number[] = [];
    for (const chunk of [2, 0, 2, 0, 1]) counts.push(await stores.jobs.finishChunk(id, chunk));

    expect(counts).toEqual([1, 2, 2, 2, 3]);
    const job = await stores.jobs.read(id);
    expect(job?.finishedChunks.toSorted()).toEqual([0, 1, 2]);
  });

  test('count chunks that finish at the same moment', async () => {
    const id = await stored({ status: 'running', chunkCount: 8 });
    const chunks = Array.from({ length: 8 }, (_, chunk) => chunk);
    const counts = await Promise.all(
      chunks.map(async (chunk) => await stores.jobs.finishChunk(id, chunk)),
    );

    expect(Math.max(...counts)).toBe(8);
    expect(counts.filter((count) => count === 8)).toHaveLength(1);
  });

  test('that do not exist cannot have a finished chunk', async () => {
    await expect(stores.jobs.finishChunk('nowhere', 0)).rejects.toThrow();
    expect(await stores.jobs.read('nowhere')).toBeNull();
  });

  test('take interim figures without a change of state', async () => {
    const id = await stored({ status: 'suspended' });
    const report = {
      totals: TOTALS,
      resultsKey: 'results/main/a.xlsx',
      sheet: 'workbook',
      interim: 1,
    } as const;
    expect(await stores.jobs.report({ id, status: 'suspended', epoch: 1 }, report)).toBe(true);
    expect(await stores.jobs.read(id)).toEqual(jobOf({ id, status: 'suspended', ...report }));
  });

  test('take no interim figures once they have moved on', async () => {
    const id = await stored({ status: 'running', epoch: 2 });
    const report = {
      totals: TOTALS,
      resultsKey: 'results/main/a.xlsx',
      sheet: 'workbook',
      interim: 1,
    } as const;

    for (const epoch of [1, 2]) {
      expect(await stores.jobs.report({ id, status: 'suspended', epoch }, report)).toBe(false);
    }
    expect(await stores.jobs.read(id)).toEqual(jobOf({ id, status: 'running', epoch: 2 }));
  });

  test('keep what they have where results could not be written', async () => {
    const id = await stored({ status: 'done', sheet: 'owed', resultsKey: 'old', totals: TOTALS });
    expect(await stores.jobs.report({ id, status: 'done', epoch: 1 }, { sheet: 'none' })).toBe(
      true,
    );
    expect(await stores.jobs.read(id)).toMatchObject({
      sheet: 'none',
      resultsKey: 'old',
      totals: TOTALS,
    });
  });

  test('remember the notice that people were told last', async () => {
    const id = await stored({ status: 'waiting' });
    await stores.jobs.markNoticed({ id, status: 'waiting', epoch: 1 }, 'waiting');

    expect(await stores.jobs.read(id)).toEqual(
      jobOf({ id, status: 'waiting', noticed: 'waiting' }),
    );
  });

  test.each([
    { status: 'running', epoch: 1 },
    { status: 'suspended', epoch: 2 },
  ] as const)('do not take a mark for a state they have left (%o)', async (left) => {
    const id = await stored({ status: 'suspended', noticed: 'accepted' });
    await stores.jobs.markNoticed({ id, ...left }, 'late');

    expect((await stores.jobs.read(id))?.noticed).toBe('accepted');
  });

  test('that are not there take no mark, and none is made of it', async () => {
    await stores.jobs.markNoticed({ id: 'ghost', status: 'waiting', epoch: 1 }, 'waiting');

    expect(await stores.jobs.read('ghost')).toBeNull();
  });
});
