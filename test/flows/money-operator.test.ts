import { describe, expect, test } from 'vitest';
import { cancelJob } from '../../shared/jobs/cancel-job.ts';
import { redriveJob } from '../../shared/jobs/redrive-job.ts';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import { moneyRun, once } from '../support/money-run.ts';
import { servicesOf } from '../support/operator.ts';
import { quoteRow } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { wordsOf } from '../support/told.ts';

const SHORT = { rows: 4, world: { balance: '5' } } as const;
const RENEWED = ['renewed', 'renewed', 'renewed', 'renewed'];

describe('resuming a suspended job', () => {
  test('pays the order that was made before once there is money, and nothing twice', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    const [order] = run.sandbox.orders();
    run.sandbox.act.topUp({ amount: '100' });
    const end = await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
    await run.app.settle();

    expect(end).toMatchObject({ kind: 'resumed', job: { epoch: 2, reason: null } });
    expect(run.words()).toEqual(RENEWED);
    expect(run.sandbox.orders().map(({ id }) => id)).toEqual([order!.id]);
    expect(run.wrong()).toEqual([]);
  });

  test('while the balance is still short suspends again without harm, any number of times', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    for (let times = 0; times < 5; times += 1) {
      await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
      await run.app.settle();

      expect(run.app.job).toMatchObject({ status: 'suspended', epoch: times + 2 });
      expect(run.wrong()).toEqual([]);
    }
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(run.sandbox.ledger()).toEqual([]);
  });

  test('leaves rows to a person whose order somebody has cancelled meanwhile', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    run.sandbox.act.cancelOrder({ order: run.sandbox.orders()[0]!.id });
    run.sandbox.act.topUp({ amount: '100' });
    await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
    await run.app.settle();

    expect(new Set(run.words())).toEqual(new Set(['needs review']));
    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(run.wrong()).toEqual([]);
  });

  test('does not pay an order that has become dearer meanwhile', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    run.sandbox.act.repriceOrder({ order: run.sandbox.orders()[0]!.id, factor: '1.1' });
    run.sandbox.act.topUp({ amount: '100' });
    await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
    await run.app.settle();

    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4, 5]);
    expect(run.words()).toEqual(RENEWED);
    expect(run.wrong()).toEqual([]);
  });

  test('leaves messages of the run before unread, however late they come', async () => {
    const run = await moneyRun(SHORT);
    await run.drop();
    const old = [...run.app.queues.waiting].map(({ body }) => body);
    await run.app.settle();
    run.sandbox.act.topUp({ amount: '100' });
    await resumeJob(run.app.job.id, 'ops', servicesOf(run.app));
    await run.app.settle();
    await run.app.queues.dispatch.chunks(
      old.flatMap((body) => ('turn' in body ? [{ ...body, turn: 77 }] : [])),
    );
    await run.app.settle();

    expect(run.sandbox.ledger()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  });

  test('is refused with one word, and changes nothing, where there is nothing to resume', async () => {
    const run = await moneyRun({ rows: 1 });
    await run.finish();
    const before = run.app.job;

    expect(await resumeJob('nowhere', 'ops', servicesOf(run.app))).toEqual({ kind: 'unknown job' });
    expect(await resumeJob(before.id, 'ops', servicesOf(run.app))).toMatchObject({
      kind: 'not suspended',
    });
    expect(run.app.job).toEqual(before);
  });

  test('is refused once the approval is over, and the job ends as expired', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    run.app.clock.now += 4 * 86_400_000;

    expect(await resumeJob(run.app.job.id, 'ops', servicesOf(run.app))).toMatchObject({
      kind: 'approval over',
    });
    await run.app.tick();
    await run.app.settle();
    expect(run.app.job.status).toBe('expired');
    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(run.wrong()).toEqual([]);
  });
});

describe('an account that wants suspended jobs tried again by themselves', () => {
  const every = { ...SHORT, settings: { resumeEveryHours: 4 } } as const;

  test('has them resumed after so many hours, again and again, until there is money', async () => {
    const run = await moneyRun(every);
    await run.finish();
    const first = run.app.clock.now;
    while (run.app.job.epoch < 3) await run.app.step();
    const third = run.app.clock.now;
    run.sandbox.act.topUp({ amount: '100' });
    while (run.app.job.status !== 'done') await run.app.step();

    expect((third - first) / 3_600_000).toBeCloseTo(8, 0);
    expect(run.words()).toEqual(RENEWED);
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  });

  test('has nothing resumed while a wrong charge was not looked at', async () => {
    const run = await moneyRun(every);
    await run.finish();
    await run.app.accounts.hold('main', asTold('Order CS1 was charged 30.00 USD.'));
    const until = run.app.clock.now + 24 * 3_600_000;
    while (run.app.clock.now < until) await run.app.step();

    expect(run.app.job).toMatchObject({ status: 'suspended', epoch: 1 });
  });
});

describe('cancelling a job', () => {
  test('that is suspended cancels its unpaid orders and ends it with every row accounted for', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    const end = await cancelJob(run.app.job.id, 'Ada', servicesOf(run.app));
    await run.app.settle();

    expect(end.kind).toBe('cancelling');
    expect(run.app.job.status).toBe('cancelled');
    expect(wordsOf(run.app.job.reason)).toBe('Cancelled by Ada.');
    expect(run.words()).toEqual(RENEWED.map(() => 'not attempted'));
    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(run.wrong()).toEqual([]);
  });

  test('between its order and its payment keeps the payment from being made', async () => {
    const run = await moneyRun({ rows: 4 });
    once(run.sandbox, { api: 'orderDetails', phase: 'after' }, async () => {
      await cancelJob(run.app.job.id, 'Ada', servicesOf(run.app));
    });
    await run.finish();

    expect(run.app.job.status).toBe('cancelled');
    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.wrong()).toEqual([]);
  });

  test('that waits for another one ends it at once, and the other goes on', async () => {
    const run = await moneyRun({ rows: 4 });
    await run.drop([quoteRow(0), quoteRow(1)]);
    const first = run.app.job.id;
    await run.drop([quoteRow(2), quoteRow(3)]);
    const second = run.app.job.id;
    await cancelJob(second, 'Ada', servicesOf(run.app));
    await run.app.settle();

    expect((await run.app.jobs.read(first))?.status).toBe('done');
    expect((await run.app.jobs.read(second))?.status).toBe('cancelled');
    expect(await run.app.accounts.read('main')).toMatchObject({ active: null, waiting: [] });
    expect(run.sandbox.ledger().flatMap(({ resources }) => resources)).toHaveLength(2);
  });

  test('that is over, unknown or ending is told so, and changes nothing', async () => {
    const run = await moneyRun({ rows: 1 });
    await run.finish();
    const before = run.app.job;

    expect(await cancelJob('nowhere', 'Ada', servicesOf(run.app))).toEqual({ kind: 'unknown job' });
    expect(await cancelJob(before.id, 'Ada', servicesOf(run.app))).toMatchObject({ kind: 'over' });
    expect(run.app.job).toEqual(before);
  });

  test('is in its history with who did it and when', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    await cancelJob(run.app.job.id, 'Ada', servicesOf(run.app));
    await run.app.settle();
    const { history } = run.app.job;

    expect(history.map(({ event, by }) => `${event} by ${by}`)).toEqual([
      'planning by finance',
      'waiting by renewsheet',
      'running by renewsheet',
      'suspended by renewsheet',
      'finishing by Ada',
      'cancelled by renewsheet',
    ]);
    expect(history.map(({ at }) => at)).toEqual(
      history.map(({ at }) => at).toSorted((a, b) => a - b),
    );
  });
});

describe('redriving', () => {
  test('any number of times while the job runs well does no harm', async () => {
    const run = await moneyRun({ rows: 4 });
    let redriven = 0;
    run.sandbox.onCall(async () => {
      if (redriven === 20) return;
      redriven += 1;
      await redriveJob(run.app.job.id, 'ops', servicesOf(run.app));
    });
    await run.finish();

    expect(redriven).toBe(20);
    expect(run.words()).toEqual(RENEWED);
    expect(run.sandbox.ledger()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  });

  test('is refused for a job that is over, suspended or unknown', async () => {
    const run = await moneyRun(SHORT);
    await run.finish();
    const { id } = run.app.job;

    expect(await redriveJob('nowhere', 'ops', servicesOf(run.app))).toEqual({
      kind: 'unknown job',
    });
    expect(await redriveJob(id, 'ops', servicesOf(run.app))).toMatchObject({ kind: 'not running' });
    await cancelJob(id, 'ops', servicesOf(run.app));
    await run.app.settle();
    expect(await redriveJob(id, 'ops', servicesOf(run.app))).toMatchObject({ kind: 'over' });
  });
});
