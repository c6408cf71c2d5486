import { describe, expect, test } from 'vitest';
import { moneyRun, once } from '../support/money-run.ts';
import { cancel } from '../support/operator.ts';

const MANY = { ordersPerRenew: 'one per resource', orderIdFilter: 'nothing' } as const;
/** The sandbox's id of the order that it makes as its n-th, in the first minute of a run. */
const made = (n: number): string => `CS2612010200${String(n).padStart(5, '0')}`;

describe('several orders of one renew call', () => {
  test.each(['nothing', 'works'] as const)(
    'one of them paid by somebody else before it was compared: sheet and ledger agree (order filter: %s)',
    async (orderIdFilter) => {
      const run = await moneyRun({ rows: 3, behaviour: { ...MANY, orderIdFilter } });
      once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
        run.sandbox.act.payOrder({ order: made(2) });
      });
      await run.finish();

      expect(run.wrong()).toEqual([]);
      expect(run.words()).toEqual(['renewed', 'renewed', 'renewed']);
      expect(run.sandbox.ledger()).toHaveLength(3);
    },
  );

  test('two of them paid by somebody else, whose rows nothing tells apart: the charges are shared by what they renewed', async () => {
    const run = await moneyRun({ rows: 3, behaviour: MANY });
    once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
      run.sandbox.act.payOrder({ order: made(1) });
      run.sandbox.act.payOrder({ order: made(3) });
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.sandbox.ledger()).toHaveLength(3);
  });

  test('a discount that only one of them is offered holds the row of the other alone', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { ordersPerRenew: 'one per resource' },
      settings: { discount: 'D1' },
      resource: (index) =>
        index === 0 ? { discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }] } : {},
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.words()).toEqual(['renewed', 'held: price changed']);
  });

  test('a job cancelled while one of them was paid by somebody else never calls that row not attempted', async () => {
    const run = await moneyRun({ rows: 3, behaviour: { ...MANY, completionDelayMs: 60_000 } });
    once(run.sandbox, { api: 'renew', phase: 'after' }, async () => {
      run.sandbox.act.payOrder({ order: made(2) });
      await cancel(run.app);
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.app.job.status).toBe('cancelled');
  });

  test('a job cancelled while cancelling is unclear leaves none of them behind', async () => {
    const run = await moneyRun({
      rows: 3,
      behaviour: MANY,
      faults: [{ api: 'cancel', call: 2, what: 'reset' }],
    });
    once(run.sandbox, { api: 'renew', phase: 'after' }, async () => {
      await cancel(run.app);
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.words()).toEqual(['not attempted', 'not attempted', 'not attempted']);
    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4, 4, 4]);
  });
});

describe('an answer to renew that does not tell all', () => {
  test.each(['nothing', 'works'] as const)(
    'an unclear answer that names one order of three: the others are not lost (order filter: %s)',
    async (orderIdFilter) => {
      const body = { error_code: 'CBC.0999', error_msg: 'other', order_ids: [made(1)] };
      const run = await moneyRun({
        rows: 3,
        behaviour: { ...MANY, orderIdFilter },
        faults: [{ api: 'renew', call: 1, when: 'after', what: { status: 500, body } }],
      });
      await run.finish();

      expect(run.wrong()).toEqual([]);
      expect(run.words()).not.toContain('not renewable');
    },
  );

  test.each([1, 3])(
    'a refusal although orders were made: they are settled or named (%i rows)',
    async (rows) => {
      const body = { error_code: 'CBC.99003005', error_msg: 'provisioning' };
      const run = await moneyRun({
        rows,
        faults: [{ api: 'renew', call: 1, when: 'after', what: { status: 400, body } }],
      });
      await run.finish();

      expect(run.wrong()).toEqual([]);
      expect(run.words()).not.toContain('not renewable');
    },
  );

  test('an order of another status than unpaid, paid or cancelled is given to a person, and its rows are not ordered again', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { omitFields: { orderDetails: ['status'] } },
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.words()).toEqual(['needs review', 'needs review']);
    expect(run.sandbox.ledger()).toEqual([]);
  });

  test('an order that lists a row named as failed pays nothing for that row', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { partialRenew: true },
      resource: (index) => (index === 1 ? { errors: { renew: 'CBC.99003005' } } : {}),
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.words()[0]).toBe('renewed');
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('one order paid by somebody else, whose call named a failed row, is confirmed', async () => {
    const run = await moneyRun({
      rows: 2,
      behaviour: { partialRenew: true, orderIdFilter: 'nothing' },
      resource: (index) => (index === 1 ? { errors: { renew: 'CBC.99003006' } } : {}),
    });
    once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
      run.sandbox.act.payOrder({ order: made(1) });
    });
    await run.finish();

    expect(run.wrong()).toEqual([]);
    expect(run.words()).toEqual(['renewed', 'not renewable']);
  });
});
