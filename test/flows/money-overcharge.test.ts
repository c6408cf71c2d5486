import { describe, expect, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import { gate } from '../support/gate.ts';
import { moneyRun, once } from '../support/money-run.ts';
import { resume, servicesOf } from '../support/operator.ts';
import { quoteRow, TWO_TERMS } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { wordsOf } from '../support/told.ts';

const HOUR = 3_600_000;

/** The first order costs twice as much from the moment in which it is paid. */
function overcharge(sandbox: HuaweiSandbox): void {
  once(sandbox, { api: 'pay', phase: 'before' }, () => {
    sandbox.act.repriceOrder({ order: sandbox.orders()[0]!.id, factor: '2' });
  });
}

describe('an overcharge', () => {
  test('suspends before the next payment though the function dies before it holds the account', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { completionDelayMs: 0 } });
    overcharge(run.sandbox);
    const hold = run.app.accounts.hold.bind(run.app.accounts);
    let died = false;
    run.app.accounts.hold = async (account, reason) => {
      if (!died) {
        died = true;
        throw new Error('died');
      }
      await hold(account, reason);
    };
    await run.finish(TWO_TERMS);

    expect(died).toBe(true);
    expect(run.app.job.status).toBe('suspended');
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('suspends before the next payment though the function dies before it suspends the job', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { completionDelayMs: 0 } });
    overcharge(run.sandbox);
    const move = run.app.jobs.move.bind(run.app.jobs);
    let died = false;
    run.app.jobs.move = async (id, change) => {
      if (change.to === 'suspended' && !died) {
        died = true;
        throw new Error('died');
      }
      return await move(id, change);
    };
    await run.finish(TWO_TERMS);

    expect(died).toBe(true);
    expect(run.app.job.status).toBe('suspended');
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('suspends before the next payment though nobody answers what the expiry is now', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { completionDelayMs: 0 } });
    overcharge(run.sandbox);
    once(run.sandbox, { api: 'pay', phase: 'after' }, () => {
      run.sandbox.act.addFault({ api: 'query', call: { from: 3, to: 11 }, what: 'reset' });
    });
    await run.finish(TWO_TERMS);

    expect(run.app.job.status).toBe('suspended');
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('that is not completed yet is in the sheet as charged, and one resume is enough', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { completionDelayMs: HOUR } });
    overcharge(run.sandbox);
    await run.finish(TWO_TERMS);
    const interim = run.row(0).outcome.paid;
    await resume(run.app);
    await run.app.settle();

    expect(interim).toMatchObject({ amount: '20' });
    expect(run.app.job).toMatchObject({ status: 'done', epoch: 2 });
    expect(run.sandbox.ledger()).toHaveLength(2);
  });

  test('holds on though a resume that comes second had read the job before', async () => {
    const run = await moneyRun({ rows: 4, world: { balance: '5' } });
    await run.finish();
    run.sandbox.act.topUp({ amount: '1000' });
    overcharge(run.sandbox);
    const { passed, open } = gate();
    const services = servicesOf(run.app);
    const late = resumeJob(run.app.job.id, 'B', {
      ...services,
      jobs: {
        ...services.jobs,
        read: async (id) => {
          const job = await services.jobs.read(id);
          await passed;
          return job;
        },
      },
    });
    await resume(run.app);
    await run.app.settle();
    open();

    expect((await late).kind).toBe('not suspended');
    expect(wordsOf((await run.app.accounts.read('main')).held)).toContain('was charged');
  });
});

describe('an overcharge of which the answer to the payment told nothing', () => {
  const EACH = { completionDelayMs: 0, ordersPerRenew: 'one per resource' } as const;

  // Turned away, for the budget, for a discount, for the order's state; and two that are read first.
  test.each([
    'CBC.99008040',
    'CBC.99003155',
    'CBC.99003112',
    'CBC.99003141',
    'CBC.99003106',
    'CBC.99005003',
  ])('suspends before the next payment though it was refused: %s', async (code) => {
    const faults = [{ api: 'pay', call: 1, when: 'after', what: { status: 400, code } }];
    const run = await moneyRun({ rows: 3, behaviour: EACH, faults });
    overcharge(run.sandbox);
    await run.finish();

    expect(run.app.job).toMatchObject({
      status: 'suspended',
      reason: { id: 'charged-above-compared' },
    });
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('suspends before the next payment though somebody else has paid one of the orders', async () => {
    const run = await moneyRun({ rows: 3, behaviour: EACH });
    once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
      run.sandbox.act.payOrder({ order: run.sandbox.orders()[2]!.id });
    });
    overcharge(run.sandbox);
    await run.finish();

    expect(run.app.job).toMatchObject({ status: 'suspended' });
    expect(run.sandbox.ledger()).toHaveLength(2);
  });
});

describe('a charge above the approval that shows only when the job ends', () => {
  test('holds the account: the next job is suspended until a person has looked and resumes it', async () => {
    const run = await moneyRun({ rows: 4, behaviour: { completionDelayMs: 120_000 } });
    await run.drop([quoteRow(0), quoteRow(1)]);
    await run.drop([quoteRow(2), quoteRow(3)]);
    const second = run.app.job.id;
    while (run.sandbox.ledger().length === 0) await run.app.step();
    await run.app.accounts.hold('main', asTold('Order CS1 was charged 30.00 USD.'));
    await run.app.settle();

    expect(await run.app.jobs.read(second)).toMatchObject({
      status: 'suspended',
      reason: asTold('Order CS1 was charged 30.00 USD.'),
    });
    expect(run.sandbox.ledger().flatMap(({ resources }) => resources)).toHaveLength(2);
    await resumeJob(second, 'ops', servicesOf(run.app));
    await run.app.settle();
    expect((await run.app.jobs.read(second))?.status).toBe('done');
    expect(await run.app.accounts.read('main')).not.toHaveProperty('held');
  });
});
