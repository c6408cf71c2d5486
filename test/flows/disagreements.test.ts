import { describe, expect, test } from 'vitest';
import { type MoneyRun, moneyRun } from '../support/money-run.ts';

const MINUTE = 60_000;
const RENEWED = ['renewed', 'renewed', 'renewed'];

type Behaviour = Readonly<Record<string, unknown>>;

async function runWith(behaviour: Behaviour, more: object = {}): Promise<MoneyRun> {
  const run = await moneyRun({ rows: 3, behaviour, ...more });
  await run.finish();
  return run;
}

/** Each row has one period, as the sheet says. */
function expectOnce(run: MoneyRun): void {
  const charged = run.sandbox.ledger().flatMap(({ resources }) => resources);
  expect(charged.map(({ resourceId }) => resourceId).toSorted()).toEqual(['r0', 'r1', 'r2']);
  expect(run.wrong()).toEqual([]);
}

describe('a provider whose reads contradict each other has every row renewed once', () => {
  test.each<[string, Behaviour]>([
    ...['Z', 'milliseconds', 'no seconds', '+08:00', '+0800', 'blank'].map(
      (dateSpelling): [string, Behaviour] => [`dates as ${dateSpelling}`, { dateSpelling }],
    ),
    ...[1, 9, 777].flatMap((status): [string, Behaviour][] =>
      [true, false].map((payable) => [
        `an unpaid order that shows ${status} at first, ${payable ? '' : 'not '}payable`,
        { statusBeforePayment: { status, forMs: 10 * MINUTE, payable } },
      ]),
    ),
    ...[2, 9, 777].map((status): [string, Behaviour] => [
      `a paid order that shows ${status} at first`,
      { statusAfterPayment: { status, forMs: 10 * MINUTE } },
    ]),
    ...['price', 'query', 'orders', 'orderDetails', 'orderIdFilter'].map(
      (read): [string, Behaviour] => [
        `${read} of five minutes ago`,
        { staleReads: { [read]: { ms: 5 * MINUTE } } },
      ],
    ),
    ...['in months', 'absent'].map((lineItemTerm): [string, Behaviour] => [
      `the term of lines ${lineItemTerm}`,
      { lineItemTerm },
    ]),
    ['a renew call that leaves one id out', { leavesOut: 1, maxIdsPerRenew: 100 }],
    ...[429, 200, 400, 503].map((throttleStatus): [string, Behaviour] => [
      `what comes too often under ${throttleStatus}`,
      { throttleStatus },
    ]),
  ])('%s', async (_, behaviour) => {
    const faults = [{ api: 'pay', call: 1, what: 'throttle' }];
    const run = await runWith(behaviour, 'throttleStatus' in behaviour ? { faults } : {});

    expect(run.words()).toEqual(RENEWED);
    expectOnce(run);
  });
});

describe('several orders that hold the same rows', () => {
  const ways = ['two halves', 'two overlapping', 'twice', 'combined beside its parts'].flatMap(
    (ordersPerRenew) =>
      (['works', 'nothing', 'little by little'] as const).flatMap((orderIdFilter) =>
        [true, false].map((times) => [ordersPerRenew, orderIdFilter, times] as const),
      ),
  );

  test.each(ways)(
    'are never both paid: %s (order filter: %s; times in lines: %s)',
    async (ordersPerRenew, orderIdFilter, lineItemTimes) => {
      const run = await runWith({
        ordersPerRenew,
        orderIdFilter,
        lineItemTimes,
        maxIdsPerRenew: 100,
      });
      const charged = run.sandbox.ledger().flatMap(({ resources }) => resources);
      const left = run.sandbox.orders().filter(({ status }) => status !== 4 && status !== 5);
      // Of a row whose own call makes two of them, too, none can be told to be the one.
      const word = ordersPerRenew === 'two halves' ? 'renewed' : 'not renewable';

      expect(run.words()).toEqual([word, word, word]);
      expect(charged).toHaveLength(word === 'renewed' ? 3 : 0);
      expect(left).toEqual([]);
      expect(run.wrong()).toEqual([]);
    },
  );
});

describe('what was charged', () => {
  test.each([
    ['zero', 'known'],
    ['absent', 'known'],
    ['charged', 'known'],
    ['a tenth', 'not known'],
  ] as const)(
    'is told only where the figures agree: consumed is %s, it is %s',
    async (consumedAmount, is) => {
      const run = await runWith({ consumedAmount });
      const { outcome } = run.row(0);

      expect(run.words()).toEqual(RENEWED);
      expect(outcome.paid?.amount ?? 'not known').toBe(is === 'known' ? '10' : 'not known');
      expect(outcome.reason.id).toBe(is === 'known' ? 'renewed' : 'renewed-charge-not-known');
      expectOnce(run);
    },
  );

  test.each(['half up', 'up'])('is no overcharge for a cent rounded %s', async (chargeRounding) => {
    const run = await runWith(
      { amountDecimals: 4, chargeRounding },
      { resource: () => ({ prices: { month: '9.9951', year: '99.951' } }) },
    );

    expect([run.words(), run.app.job.status]).toEqual([RENEWED, 'done']);
    expectOnce(run);
  });
});

test('a paid order that never settles is not called renewed, and its job ends', async () => {
  const run = await runWith({ statusAfterPayment: { status: 777, forMs: 1000 * 3_600_000 } });

  expect(run.words()).toEqual(['needs review', 'needs review', 'needs review']);
  expect(run.app.job.status).toBe('done');
  expect(run.row(0).outcome.order).not.toBeNull();
});
