import { describe, expect, test } from 'vitest';
import { moneyRun, once } from '../support/money-run.ts';
import { cancel } from '../support/operator.ts';
import { quoteRow } from '../support/quote-rows.ts';

const DAY = 86_400_000;
const SHORT = { jobValidityDays: 1, confirmHours: 1 } as const;

describe('every job ends', () => {
  test('and one that was suspended for days is not given up at the first look that gets no answer', async () => {
    const run = await moneyRun({
      rows: 1,
      settings: SHORT,
      faults: [{ api: 'pay', call: 1, when: 'after', what: 'reset' }],
    });
    once(run.sandbox, { api: 'pay', phase: 'after' }, () => {
      run.sandbox.act.refuseKey();
    });
    await run.finish();
    expect(run.app.job.status).toBe('suspended');

    run.app.clock.now += 5 * 3_600_000;
    run.sandbox.act.acceptKey();
    const reads = run.sandbox.calls().filter(({ api }) => api === 'orderDetails').length;
    const call = { from: reads + 1, to: reads + 4 };
    run.sandbox.act.addFault({ api: 'orderDetails', call, what: { status: 502 } });
    await cancel(run.app);
    await run.app.settle();

    const silent = run.sandbox.calls().filter(({ faults }) => faults.length > 0);
    expect(silent.map(({ api }) => api)).toContain('orderDetails');
    expect(run.words()).toEqual(['renewed']);
    expect(run.wrong()).toEqual([]);
  });

  test('when no order of it is ever shown', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { orderVisibilityDelayMs: 60 * DAY },
      settings: SHORT,
    });
    await run.finish();

    expect(run.app.job.status).toBe('expired');
    expect(run.words()).toEqual(['needs review', 'needs review']);
    expect(run.wrong()).toEqual([]);
  });

  test('when the key is withdrawn for good while it is being cancelled', async () => {
    const run = await moneyRun({ rows: 2, settings: SHORT });
    once(run.sandbox, { api: 'renew', phase: 'after' }, async () => {
      await cancel(run.app);
      run.sandbox.act.refuseKey();
    });
    await run.finish();

    expect(run.app.job.status).toBe('cancelled');
    expect(run.words()).toEqual(['needs review', 'needs review']);
    expect(run.wrong()).toEqual([]);
  });

  test('when cancelling never gets a clear answer: every order is named', async () => {
    const run = await moneyRun({
      rows: 3,
      behaviour: { ordersPerRenew: 'one per resource', orderIdFilter: 'nothing' },
      faults: [{ api: 'cancel', what: { status: 502 } }],
      settings: { jobValidityDays: 0.1, confirmHours: 1 },
    });
    await run.finish();

    expect(run.words()).toEqual(['needs review', 'needs review', 'needs review']);
    expect(run.wrong()).toEqual([]);
  });

  test('when the account may not cancel orders: once it was waited for, they are named', async () => {
    const HOURS = 2;
    const run = await moneyRun({
      rows: 2,
      faults: [{ api: 'cancel', what: { status: 403, code: 'CBC.0151', message: 'no access' } }],
      settings: { jobValidityDays: 3, confirmHours: HOURS },
    });
    once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
      run.sandbox.act.repriceOrder({ order: run.sandbox.orders().at(-1)!.id, factor: '1.1' });
    });
    await run.drop();
    await run.app.settle();
    expect(run.app.job.status).toBe('suspended');
    const asked = run.app.clock.now;
    await cancel(run.app);
    await run.app.settle();

    expect(run.app.job.status).toBe('cancelled');
    expect(run.words()).toEqual(['needs review', 'needs review']);
    expect(run.app.job.endedAt! - asked).toBeLessThan((HOURS + 1) * 3_600_000);
    expect(run.wrong()).toEqual([]);
  });

  test('when a payment stays unclear, and what could be cancelled is cancelled', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { ordersPerRenew: 'one per resource' },
      faults: [
        { api: 'pay', call: 1, when: 'after', what: 'reset' },
        { api: 'pay', call: 2, what: { status: 400, code: 'CBC.99005003', message: 'balance' } },
        { api: 'orderDetails', call: { from: 4 }, chance: 0.4, what: 'reset' },
      ],
    });
    await run.drop();
    await run.app.settle();
    await cancel(run.app);
    await run.app.settle();

    expect(run.app.job.status).toBe('cancelled');
    expect(run.wrong()).toEqual([]);
    expect(run.words()).toContain('not attempted');
  });

  test('when a chunk fails each time it is worked on, and the chunks behind it are worked on', async () => {
    const run = await moneyRun({ rows: 2, settings: { jobValidityDays: 1 } });
    const accounts = { ...run.app.accounts };
    run.app.accounts.read = async (account) => {
      const line = await accounts.read(account);
      const [message] = run.app.queues.waiting;
      const poisoned =
        message?.queue === 'chunks' && (message.body as { chunk: number }).chunk === 0;
      if (poisoned && message.received > 0) throw new Error('poison');
      return line;
    };
    await run.finish([
      quoteRow(0),
      quoteRow(1, { term: { unit: 'year', count: 1 }, approved: '100.00' }),
    ]);

    expect(run.words()).toEqual(['not attempted', 'renewed']);
    expect(run.app.queues.dead).toEqual([]);
    expect(run.wrong()).toEqual([]);
  });
});

describe('nothing grows or spins', () => {
  test('while renew calls get no clear answer, and a bad id does not take the others with it', async () => {
    const run = await moneyRun({
      rows: 12,
      behaviour: { maxIdsPerRenew: 100 },
      resource: (index) =>
        index === 5
          ? { errors: { renew: { code: 'CBC.0999', status: 500, message: 'other' } } }
          : {},
    });
    await run.finish();

    const words = run.words();
    expect(words[5]).toBe('needs review');
    expect(words.filter((word) => word === 'renewed')).toHaveLength(11);
    expect(run.wrong()).toEqual([]);
  });

  test('while the provider turns renew calls away for hours', async () => {
    const run = await moneyRun({ rows: 2, faults: [{ api: 'renew', what: 'throttle' }] });
    await run.drop();
    const end = run.app.clock.now + 2 * 3_600_000;
    const off = run.sandbox.onCall(() => {
      if (run.app.clock.now > end) run.sandbox.act.clearFaults();
    });
    await run.app.settle();
    off();

    const [journal] = await run.app.journals.list(run.app.job.id);
    expect(journal?.parts).toHaveLength(1);
    expect(run.words()).toEqual(['renewed', 'renewed']);
    const calls = run.sandbox.calls().filter(({ api }) => api === 'renew');
    expect(calls.length).toBeLessThan(500);
  });

  test('while cancelling is turned away, and no row is given to a person for it', async () => {
    const run = await moneyRun({
      rows: 2,
      faults: [{ api: 'cancel', call: { from: 1, to: 14 }, what: 'throttle' }],
    });
    once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
      run.sandbox.act.repriceOrder({ order: run.sandbox.orders()[0]!.id, factor: '3' });
    });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });
});

describe('a resource that is busy', () => {
  test.each([1, 3])(
    'is ordered once more later, and only then given up (%i rows)',
    async (rows) => {
      const run = await moneyRun({
        rows,
        resource: (index) => (index === 0 ? { errors: { renew: 'CBC.99003144' } } : {}),
      });
      run.sandbox.onCall(({ api, phase, ids }) => {
        if (api === 'renew' && phase === 'after' && ids.length === 1 && ids[0] === 'r0') {
          run.sandbox.act.setErrors({ resource: 'r0', errors: {} });
        }
      });
      await run.finish();

      expect(run.words()).toEqual(Array.from({ length: rows }, () => 'renewed'));
      expect(run.wrong()).toEqual([]);
    },
  );
});

describe('a file with a wrong time zone', () => {
  test('is not rejected any more once another chunk of it has paid', async () => {
    const rows = [0, 1, 2].map((index) =>
      quoteRow(index, { expiry: { day: '2026-12-19', time: null } }),
    );
    const later = quoteRow(3, { term: { unit: 'year', count: 1 }, approved: '100.00' });
    const run = await moneyRun({
      rows: 4,
      faults: [{ api: 'query', call: { from: 1, to: 9 }, what: 'reset' }],
    });
    await run.finish([...rows, later]);

    expect(run.sandbox.ledger()).toHaveLength(1);
    expect(run.app.job.status).toBe('done');
    expect(run.words()).toEqual(['invalid', 'invalid', 'invalid', 'renewed']);
  });
});
