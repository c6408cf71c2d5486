import { describe, expect, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { settleRows } from '../../shared/jobs/settle-rows.ts';
import { huaweiDeployment } from '../support/huawei-deployment.ts';
import { gate } from '../support/gate.ts';
import { moneyRun } from '../support/money-run.ts';
import { resume, servicesOf } from '../support/operator.ts';
import { quoteOf, quoteRow, TWO_TERMS, worldResource } from '../support/quote-rows.ts';
import { told } from '../support/told.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';

const HOUR = 3_600_000;
/** All unpaid orders are cancelled. */
function undo(sandbox: HuaweiSandbox): void {
  for (const { id, status } of sandbox.orders()) {
    if (status === 6) sandbox.act.cancelOrder({ order: id });
  }
}

describe('a run whose journal cannot be written', () => {
  test('ends only after its last payment was answered, so that none is sent when it is thawed', async () => {
    const { passed, open } = gate();
    let asked = 0;
    let answered = 0;
    const { app, close } = await huaweiDeployment(
      {
        behaviour: { ordersPerRenew: 'one per resource' },
        resources: [0, 1, 2].map((index) => worldResource(index)),
      },
      {},
      undefined,
      {
        provider: ({ resources, renewals }) => ({
          resources,
          renewals: {
            ...renewals,
            pay: async (order, discount) => {
              asked += 1;
              if (asked > 1) await passed;
              const answer = await renewals.pay(order, discount);
              answered += 1;
              return answer;
            },
          },
        }),
      },
    );
    const save = app.journals.save.bind(app.journals);
    app.journals.save = async (journal) => {
      // The write of the first answer fails, while the other payments wait for their turn.
      if (answered === 1 && app.faults.length === 0) {
        setImmediate(open);
        throw new Error('the table does not answer');
      }
      return await save(journal);
    };
    await app.drop('main', quoteOf([0, 1, 2].map((index) => quoteRow(index))));
    // Of an earlier chunk, so that no first payment goes alone.
    await app.jobs.finishChunk(app.job.id, 99, ['1 months, no discount, USD']);
    while (app.faults.length === 0) await app.step();

    expect([asked, answered]).toEqual([3, 3]);
    await close();
  });
});

describe('discounts that cannot be asked for or read', () => {
  const one = {
    rows: 1,
    resource: () => ({ discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }] }),
  };
  const cheap = [quoteRow(0, { approved: '9.00' })];

  test.each(['list', 'discounted', 'discounted until paid'] as const)(
    'are never counted on when asking is refused (an unpaid order shows: %s)',
    async (unpaidOrderAmount) => {
      const run = await moneyRun({
        ...one,
        behaviour: { unpaidOrderAmount },
        faults: [
          { api: 'orderDiscounts', what: { status: 400, code: 'CBC.12345', message: 'odd' } },
        ],
      });
      await run.finish(cheap);

      expect(run.sandbox.ledger()).toEqual([]);
      expect(run.wrong()).toEqual([]);
    },
  );

  test.each(['list', 'discounted', 'discounted until paid'] as const)(
    'are never counted on when their effect cannot be read (an unpaid order shows: %s)',
    async (unpaidOrderAmount) => {
      const run = await moneyRun({
        ...one,
        behaviour: { unpaidOrderAmount, omitFields: { orderDiscounts: ['discount_mode'] } },
      });
      await run.finish(cheap);

      expect(run.sandbox.ledger()).toEqual([]);
      expect(run.wrong()).toEqual([]);
    },
  );
});

describe('an order that somebody cancels', () => {
  test.each([
    ['before it is judged', 'renew', 'after'],
    ['before it is paid', 'pay', 'before'],
  ])(
    "%s is a message: its rows are not ordered again, and are at last a person's",
    async (_, at, when) => {
      const run = await moneyRun({ rows: 2 });
      run.sandbox.onCall(({ api, phase }) => {
        if (api === at && phase === when) undo(run.sandbox);
      });
      await run.finish();

      expect(run.words()).toEqual(['needs review', 'needs review']);
      expect(run.sandbox.orders()).toHaveLength(1);
      expect(run.wrong()).toEqual([]);
    },
  );
});

describe('workbooks that are written at the same time', () => {
  test('leave the last one of a job that is resumed and ends while its interim one is written', async () => {
    const run = await moneyRun({ rows: 4, world: { balance: '5' } });
    await run.drop();
    const { passed, open } = gate();
    const begun = gate();
    const list = run.app.journals.list.bind(run.app.journals);
    const seen = { reads: 0 };
    run.app.journals.list = async (job) => {
      const read = await list(job);
      if (run.app.job.status !== 'suspended') return read;
      seen.reads += 1;
      // After the looks for paid orders and for leases: the reading that the sheet is made of.
      if (seen.reads === 3) {
        begun.open();
        await passed;
      }
      return read;
    };
    void (async () => {
      while (seen.reads < 3) await run.app.step();
    })();
    await begun.passed;
    run.sandbox.act.topUp({ amount: '100' });
    await resume(run.app);
    while (run.app.job.status !== 'done') await run.app.step();
    open();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    await run.app.settle();

    expect(run.app.job.totals?.outcomes.renewed).toBe(4);
    expect(run.app.report.status).toBe('done');
    expect(run.wrong()).toEqual([]);
  });
});

describe('settling a row that an order of the job was charged for', () => {
  test('as not paid is refused, and as paid does not call it renewed by somebody else', async () => {
    const run = await moneyRun({ rows: 3, behaviour: { completionDelayMs: 9 * 24 * HOUR } });
    await run.finish();
    const settle = async (as: 'not paid' | 'paid') =>
      await settleRows(
        run.app.job.id,
        { resource: 'r0', as, by: 'Ada' },
        {
          ...servicesOf(run.app),
          idKey: HUAWEI.idKey,
        },
      );

    expect((await settle('not paid')).kind).toBe('charged');
    expect((await settle('paid')).kind).toBe('settled');
    await run.app.settle();
    expect(run.row(0).outcome).toMatchObject({ outcome: 'needs review', paid: { amount: '10' } });
    expect(told(run.row(0).outcome).reason).toBe('Checked by Ada: it is paid.');
    expect(run.wrong()).toEqual([]);
  });
});

describe('chunks side by side', () => {
  test('of which one cannot be closed are closed and confirmed, the others', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { completionDelayMs: 600_000 } });
    const save = run.app.journals.save.bind(run.app.journals);
    run.app.journals.save = async (journal) => {
      const poisoned =
        journal.chunk === 0 && journal.state === 'finished' && journal.work.kind === 'leased';
      if (poisoned) throw new Error('poison');
      return await save(journal);
    };
    await run.drop(TWO_TERMS);
    const end = run.app.clock.now + 24 * HOUR;
    while (run.app.clock.now < end) await run.app.step();
    const [, other] = await run.app.journals.list(run.app.job.id);

    expect(other!.rows[0]!.outcome?.outcome).toBe('renewed');
  });

  test('of which one waits do not hide that the message of another one was lost', async () => {
    const run = await moneyRun({ rows: 2, behaviour: { orderVisibilityDelayMs: 48 * HOUR } });
    await run.drop(TWO_TERMS);
    const lost = run.app.queues.waiting.find(({ body }) => 'chunk' in body && body.chunk === 1);
    run.app.queues.remove(lost!);
    const begun = run.app.clock.now;
    while (!run.sandbox.calls().some(({ ids }) => ids.includes('r1'))) await run.app.step();

    expect(run.app.clock.now - begun).toBeLessThan(HOUR);
  });
});

test('an account that allows one call a second is paid for, too', async () => {
  const rows = 60;
  const { app, sandbox, close } = await huaweiDeployment(
    {
      behaviour: { ordersPerRenew: 'one per resource' },
      resources: Array.from({ length: rows }, (_, index) => worldResource(index)),
    },
    {},
    undefined,
    { engineRate: 1, functionSeconds: 120 },
  );
  const next = new Map<string, number>();
  sandbox.onCall(({ api, phase }) => {
    if (phase !== 'before') return;
    const turn = Math.max(next.get(api) ?? 0, app.clock.now - 1000) + 1000;
    next.set(api, turn);
    app.clock.now = Math.max(app.clock.now, turn);
  });
  await app.drop('main', quoteOf(Array.from({ length: rows }, (_, index) => quoteRow(index))));
  const end = app.clock.now + 2 * HOUR;
  while (app.job.status !== 'done' && app.clock.now < end) await app.step();

  expect(sandbox.ledger()).toHaveLength(rows);
  await close();
});
