import { describe, expect, test } from 'vitest';
import { moneyRun, once } from '../support/money-run.ts';
import { resume } from '../support/operator.ts';
import { quoteRow } from '../support/quote-rows.ts';

describe('a charge above what was compared', () => {
  const dear = { rows: 2, behaviour: { completionDelayMs: 3_600_000 } } as const;
  const terms = [
    quoteRow(0),
    quoteRow(1, { term: { unit: 'year', count: 1 }, approved: '100.00' }),
  ];

  test('suspends the job before the next chunk is paid, completed or not', async () => {
    const run = await moneyRun(dear);
    once(run.sandbox, { api: 'pay', phase: 'before' }, () => {
      const [order] = run.sandbox.orders();
      run.sandbox.act.repriceOrder({ order: order!.id, factor: '2' });
    });
    await run.finish(terms);

    expect(run.app.job.status).toBe('suspended');
    expect(run.app.warnings).toContainEqual(
      expect.objectContaining({ alarm: 'charged above approval' }),
    );
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('suspends the job also while another order of the chunk must wait', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { ordersPerRenew: 'one per resource' },
      faults: [{ api: 'pay', call: 2, when: 'after', what: 'reset' }],
    });
    once(run.sandbox, { api: 'pay', phase: 'before' }, () => {
      for (const { id } of run.sandbox.orders()) {
        run.sandbox.act.repriceOrder({ order: id, factor: '2' });
      }
    });
    await run.finish();

    expect(run.app.job.status).toBe('suspended');
  });
});

describe('a payment', () => {
  test('that is accepted and never completed carries its amount in the final sheet', async () => {
    const run = await moneyRun({ rows: 3, behaviour: { completionDelayMs: 9 * 86_400_000 } });
    await run.finish();

    expect(run.words()).toEqual(['needs review', 'needs review', 'needs review']);
    expect(run.wrong()).toEqual([]);
    expect(run.app.report.rows.map(({ outcome }) => outcome.paid?.amount)).toEqual([
      '10',
      '10',
      '10',
    ]);
  });

  test('whose expiry is never shown later for one row renews the others', async () => {
    const run = await moneyRun({ rows: 3 });
    once(run.sandbox, { api: 'pay', phase: 'after' }, () => {
      run.app.clock.now += 1000;
      run.sandbox.orders();
      run.sandbox.act.setExpiry({ resource: 'r1', expires: '2026-12-20T15:59:59Z' });
    });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'needs review', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });

  test('that is answered by nothing twice is not made a second time while the order is being paid', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { completionDelayMs: 600_000 },
      faults: [{ api: 'pay', call: 1, when: 'after', what: 'reset' }],
    });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
    expect(run.sandbox.calls().filter(({ api }) => api === 'pay')).toHaveLength(1);
  });

  test('that the provider turns away for being too frequent is not repeated at once', async () => {
    const run = await moneyRun({
      rows: 2,
      faults: [
        {
          api: 'pay',
          call: { from: 1, to: 3 },
          what: { status: 400, code: 'CBC.99008040', message: 'too frequent' },
        },
      ],
    });
    const at: number[] = [];
    run.sandbox.onCall(({ api, phase }) => {
      if (api === 'orderDiscounts' && phase === 'before') at.push(run.app.clock.now);
    });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(new Set(at.map((one) => Math.floor(one / 25_000))).size).toBe(at.length);
  });

  test('is not made for a row that auto-renewal will take by the time the job is resumed', async () => {
    const run = await moneyRun({
      rows: 1,
      resource: () => ({ expirePolicy: 3, expires: '2026-12-10T15:59:59Z' }),
      world: { balance: '0' },
    });
    await run.drop([quoteRow(0, { expiry: { day: '2026-12-10', time: null } })]);
    await run.app.settle();
    expect(run.app.job.status).toBe('suspended');

    run.sandbox.act.topUp({ amount: '100' });
    run.app.clock.now += 2.9 * 86_400_000;
    await resume(run.app);
    await run.app.settle();
    expect(run.words()).toEqual(['not renewable']);
    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.wrong()).toEqual([]);
  });
});
