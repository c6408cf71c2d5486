import { describe, expect, test } from 'vitest';
import { redriveJob } from '../../shared/jobs/redrive-job.ts';
import type { InProcess } from '../support/in-process.ts';
import { moneyRun } from '../support/money-run.ts';
import { servicesOf } from '../support/operator.ts';
import { told } from '../support/told.ts';

/** Every run dies at the journal of this chunk. */
function poison(app: InProcess, chunk: number): { calls: number; heal: () => void } {
  const save = app.journals.save.bind(app.journals);
  const seen = {
    calls: 0,
    heal: () => {
      app.journals.save = save;
    },
  };
  app.journals.save = async (journal) => {
    const owned = journal.work.kind === 'leased' && journal.claims === 0;
    if (journal.chunk === chunk && journal.state === 'open' && owned) {
      seen.calls += 1;
      throw new Error('poison');
    }
    return await save(journal);
  };
  return seen;
}

describe('a chunk at which every run ends before anything has come a step on', () => {
  /** Functions that have no time left as soon as they begin. */
  const NO_TIME = { functionSeconds: 30 } as const;

  test('is put aside after some hours, not continued until its approval ends', async () => {
    const run = await moneyRun({ rows: 2, between: NO_TIME });
    await run.finish();
    const { job } = run.app;

    expect(job.status).toBe('done');
    expect(run.words()).toEqual(['not attempted', 'not attempted']);
    expect(run.row(0).outcome.reason.id).toBe('put-aside');
    expect(job.endedAt! - job.activeAt!).toBeLessThan(6 * 3_600_000);
    expect(run.app.warnings.map(({ message }) => message)).toEqual([
      'chunk fails each time, left alone for an hour',
      'chunk fails each time, left alone for an hour',
      'chunk fails each time, put aside',
    ]);
  });
});

describe('a chunk at which every run fails', () => {
  test('rests twice, is then put aside with its orders cancelled, and the job ends', async () => {
    const run = await moneyRun({ rows: 150 });
    const seen = poison(run.app, 0);
    await run.finish();
    const words = run.words();

    expect(run.app.job.status).toBe('done');
    expect(words.slice(0, 100).every((word) => word === 'not attempted')).toBe(true);
    expect(words.slice(100).every((word) => word === 'renewed')).toBe(true);
    expect(told(run.row(0).outcome).reason).toContain('failed again and again');
    expect(seen.calls).toBe(6);
    expect(run.wrong()).toEqual([]);
  });

  test('does not hold up the chunks after it', async () => {
    const run = await moneyRun({ rows: 150 });
    poison(run.app, 0);
    await run.drop();
    const begun = run.app.clock.now;
    while (run.sandbox.ledger().length === 0) await run.app.step();

    expect(run.app.clock.now - begun).toBeLessThan(60 * 60_000);
  });

  test('is taken up again at once when it is redriven', async () => {
    const run = await moneyRun({ rows: 2 });
    const seen = poison(run.app, 0);
    await run.drop();
    while (run.app.warnings.length === 0) await run.app.step();
    seen.heal();
    const end = await redriveJob(run.app.job.id, 'ops', servicesOf(run.app));
    const redriven = run.app.clock.now;
    await run.app.settle();

    expect(end).toMatchObject({ kind: 'sent', chunks: 1 });
    expect(run.app.job.status).toBe('done');
    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.app.job.endedAt! - redriven).toBeLessThan(10 * 60_000);
    expect(run.app.job.history.map(({ event }) => event)).toContain('redrive');
    expect(run.wrong()).toEqual([]);
  });
});
