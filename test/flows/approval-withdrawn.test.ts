import { describe, expect, test } from 'vitest';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import { servicesOf } from '../support/operator.ts';
import { moneyRun, type MoneyRun } from '../support/money-run.ts';
import { quoteOf, quoteRow } from '../support/quote-rows.ts';

/** How the file of every job is no longer as it was dropped. */
const CHANGES = [
  [{ kind: 'gone' }, 'file-withdrawn'],
  [{ kind: 'replaced', at: Date.UTC(2026, 10, 20) }, 'file-replaced'],
] as const;

const KEY = 'approved/main/quote.xlsx';

/** A job that is suspended for its balance, its unpaid order made. */
async function suspended(): Promise<MoneyRun> {
  const run = await moneyRun({ rows: 4, world: { balance: '5' } });
  await run.finish();
  expect(run.app.job.status).toBe('suspended');
  return run;
}

describe('the approval is the object that stands there now', () => {
  test.each(CHANGES)('a waiting job whose file is %o pays nothing', async (change, id) => {
    const run = await suspended();
    await run.app.drop('main', quoteOf([quoteRow(0)]), 'second.xlsx');
    run.app.changed.set('approved/main/second.xlsx', change);
    run.sandbox.act.topUp({ amount: '1000' });
    await resumeJob(run.app.jobs.all()[0]!.id, 'ops', servicesOf(run.app));
    await run.app.settle();
    const [first, second] = run.app.jobs.all();

    expect(first).toMatchObject({ status: 'done' });
    expect(second).toMatchObject({
      status: 'cancelled',
      reason: { id },
      totals: { outcomes: { 'not attempted': 1 }, paid: [] },
      sheet: 'workbook',
    });
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(await run.app.accounts.read('main')).toMatchObject({ active: null, waiting: [] });
  });

  test.each(CHANGES)(
    'a suspended job whose file is %o is not resumed, and its unpaid order is cancelled',
    async (change, id) => {
      const run = await suspended();
      run.app.changed.set(KEY, change);
      run.sandbox.act.topUp({ amount: '1000' });
      const end = await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
      await run.app.settle();

      expect(end).toMatchObject({ kind: 'withdrawn', reason: { id } });
      expect(run.app.job).toMatchObject({ status: 'cancelled', reason: { id } });
      expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
      expect(run.words()).toEqual(Array.from({ length: 4 }, () => 'not attempted'));
      expect(run.wrong()).toEqual([]);
      expect(run.app.notices.at(-1)).toMatchObject({ kind: 'finished', ending: 'cancelled' });
    },
  );

  test('one that resumes by itself is looked at, too', async () => {
    const run = await moneyRun({
      rows: 4,
      world: { balance: '5' },
      settings: { resumeEveryHours: 4 },
    });
    await run.finish();
    run.app.changed.set(KEY, { kind: 'gone' });
    run.sandbox.act.topUp({ amount: '1000' });
    while (run.app.job.status === 'suspended') await run.app.step();
    await run.app.settle();

    expect(run.app.job).toMatchObject({ status: 'cancelled', epoch: 1 });
    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
  });
});
