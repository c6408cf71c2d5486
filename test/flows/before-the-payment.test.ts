import { describe, expect, test } from 'vitest';
import { moneyRun, once } from '../support/money-run.ts';
import { cancel, resume } from '../support/operator.ts';

const DAY = 86_400_000;

/** The charges that we made. */
function paidByUs({ sandbox }: Awaited<ReturnType<typeof moneyRun>>): string[] {
  return sandbox
    .ledger()
    .filter(({ through }) => through === 'pay')
    .flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId));
}

describe('a row that changes between the first look and the payment', () => {
  test('because a colleague renewed it just before our order was made is not paid again', async () => {
    // Without the begins of its periods, the order itself does not tell.
    const run = await moneyRun({ rows: 2, behaviour: { lineItemTimes: false } });
    once(run.sandbox, { api: 'renew', phase: 'before' }, () => {
      run.sandbox.act.renewOutside({ resource: 'r0' });
    });
    await run.finish();

    expect(paidByUs(run)).toEqual(['r1']);
    expect(run.words()).toEqual(['already renewed', 'renewed']);
  });

  test('is looked at once more where the look has become old while other answers were waited for', async () => {
    const run = await moneyRun({ rows: 2 });
    once(run.sandbox, { api: 'orderDiscounts', phase: 'before' }, () => {
      run.app.clock.now += 40_000;
    });
    await run.finish();

    const calls = run.sandbox.calls();
    const apis = calls.map(({ api }) => api);
    const between = calls.slice(apis.indexOf('renew'), apis.indexOf('pay'));
    // What is listed under the order shows its rows first.
    const looks = between.filter(({ api }) => api === 'query').map(({ ids }) => ids);
    expect(looks).toEqual([[expect.stringMatching(/^CS/u)], ['r0', 'r1']]);
    expect(run.words()).toEqual(['renewed', 'renewed']);
  });
});

describe('a job that changes while its order is compared', () => {
  test('since a person cancels it between two payments pays no second one', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { ordersPerRenew: 'one per resource' } });
    once(run.sandbox, { api: 'pay', phase: 'after' }, async () => {
      await cancel(run.app);
    });
    await run.finish();

    expect(run.sandbox.calls().filter(({ api }) => api === 'pay')).toHaveLength(1);
    expect(run.app.job.status).toBe('cancelled');
    expect(run.wrong()).toEqual([]);
  });

  test('since its approval ends at that moment pays nothing', async () => {
    const run = await moneyRun({ rows: 1 });
    await run.drop();
    run.app.clock.now = run.app.job.validUntil! - 5000;
    once(run.sandbox, { api: 'orderDetails', phase: 'before' }, () => {
      run.app.clock.now += 6000;
    });
    await run.app.settle();

    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.app.job.status).toBe('expired');
  });

  test('since it was suspended and resumed leaves the payment to who works for the new epoch', async () => {
    const run = await moneyRun({ rows: 1, settings: { jobValidityDays: 30 } });
    once(run.sandbox, { api: 'orderDetails', phase: 'before' }, async () => {
      const { id } = run.app.job;
      const at = run.app.clock.now;
      await run.app.jobs.move(id, { from: ['running'], to: 'suspended', at });
      await resume(run.app);
    });
    await run.drop();
    await run.app.step();
    expect(run.sandbox.ledger()).toEqual([]);

    await run.app.settle();
    expect(run.words()).toEqual(['renewed']);
    expect(run.sandbox.ledger()).toHaveLength(1);
  });
});

test('a paid row that never shows a later expiry is not called renewed', async () => {
  const run = await moneyRun({ rows: 1, behaviour: { expiryVisibilityDelayMs: 20 * DAY } });
  await run.finish();

  expect(run.words()).toEqual(['needs review']);
  expect(run.row(0).outcome.paid?.amount).toBe('10');
});
