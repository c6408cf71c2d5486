import { describe, expect, test } from 'vitest';
import { quoteRow } from '../support/quote-rows.ts';
import { adoptByAmount, readNoCharge } from '../support/careless-doubles.ts';
import { paidUnread } from '../support/first-payment.ts';
import { resume } from '../support/operator.ts';
import { type MoneyRun, moneyRun } from '../support/money-run.ts';
import { runScenario } from '../support/run-scenario.ts';
import { SAME_AMOUNT } from '../support/scenarios.ts';
import type { Between } from '../support/huawei-deployment.ts';

/** Approved within the discount, which is shown and accepted, while the list price is charged. */
async function discountDropped(between: Between = {}): Promise<MoneyRun> {
  const run = await moneyRun({
    rows: 4,
    behaviour: { ordersPerRenew: 'one per resource', discountKept: false },
    resource: () => ({ discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }] }),
    between,
  });
  await run.finish([0, 1, 2, 3].map((row) => quoteRow(row, { approved: '9.50' })));
  return run;
}

describe("a colleague's order of the same amount, after a lost answer", () => {
  test('is left alone by the honest engine', async () => {
    const { wrong, calls } = await runScenario(SAME_AMOUNT);
    expect(wrong).toEqual([]);
    expect(calls.filter(({ api }) => api === 'pay' || api === 'cancel')).toEqual([]);
  });

  test('is paid by an engine that adopts by amount, which is caught', async () => {
    const { wrong } = await runScenario(SAME_AMOUNT, { provider: adoptByAmount });
    process.stdout.write(`an engine that adopts by amount: ${wrong[0] ?? 'not caught'}\n`);
    expect(wrong).not.toEqual([]);
  });
});

describe('a discount that is shown, accepted and not kept', () => {
  test('costs one order more than was approved, and the account is held', async () => {
    const { sandbox, app } = await discountDropped();
    expect([sandbox.ledger().length, app.job.status]).toEqual([1, 'suspended']);
  });

  test('costs one order more each time that a person resumes all the same', async () => {
    const { sandbox, app } = await discountDropped();
    const paid: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      await resume(app, app.job);
      await app.settle();
      paid.push(sandbox.ledger().length);
    }

    expect(paid).toEqual([2, 3, 4]);
    expect(paidUnread(sandbox)).toEqual([]);
  });

  test('costs an engine that pays before the first charge is read every order', async () => {
    const { sandbox, wrong } = await discountDropped({ provider: readNoCharge });
    process.stdout.write(`an engine that reads no charge: ${wrong()[0] ?? 'not caught'}\n`);
    expect(sandbox.ledger().length).toBeGreaterThan(1);
    expect(wrong()).not.toEqual([]);
  });
});
