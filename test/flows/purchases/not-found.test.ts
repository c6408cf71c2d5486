import { describe, expect, test } from 'vitest';
import { MATRIX_MS, MATRIX_SEED, runMatrix, sampled } from '../../support/matrix.ts';
import { type PurchaseScenario, runPurchases } from '../../support/purchase-run.ts';
import { BATCH, EVERYTHING } from '../../support/purchase-scenarios.ts';

const MINUTE = 60_000;

/** What the contract marks NOT FOUND, each the other way round than the sandbox has it by itself. */
const OTHERWISE: Readonly<Record<string, unknown>>[] = [
  { bssRefusal: '200' },
  { bssSuccess: '200' },
  { bssSuccess: 'no flag' },
  { ordersNeedProduct: true },
  { unknownOrder: 'empty list' },
  { pageTooLarge: 'cut', maxOrderPage: 5 },
  { pageTooLarge: 'refused', maxOrderPage: 20 },
  { orderIds: 'number' },
  { statusCasing: 'paid' },
  { balanceText: '10,000.00' },
  { completionDelayMs: 10 * MINUTE },
  { bssUnpaid: 'left unpaid' },
  { bssUnpaid: 'never made' },
  { productUnpaid: 'left unpaid' },
  { productUnpaid: 'cancelled' },
  { hbasePays: false },
  { unpaidOrder: 'does not block' },
  { tokenLifetimeMs: 0 },
  { tokenBusyMs: MINUTE },
  { tokenRepeated: 'ignored' },
  { tokenRepeated: 'refused' },
  { tokenKeepsRefusals: true },
  { monthEnd: 'spill' },
  { expiredStart: 'payment' },
  { domainCasing: 'camel' },
  { taskDetailShape: 'single object' },
  { taskDetailShape: 'bare list' },
  { taskWaitMs: 20 * MINUTE },
  { taskRetentionMs: MINUTE },
  { staleDate: 'refused at submit' },
  { staleDate: 'accepted' },
  { dateMatch: 'same day' },
  { runningTask: 'accepted' },
  { runningTask: 'refused' },
  { domainPayment: 'left unpaid' },
  { domainNoMoney: 'task fails and leaves an order' },
  { domainNoMoney: 'refused at submit' },
  { taskResult: 'order id' },
  { taskResult: '12345' },
  { failReason: 'in FailReason' },
  { successInErrorMsg: false },
  { domainDateText: 'Nov 02,2019 04:00:45' },
  { domainsAvailable: true },
  { orderInstanceIds: 'plain text' },
  { orderInstanceIds: 'absent' },
  { chargeFactor: '1.1' },
  { chargeFactor: '0.9' },
  { lag: { bssInstances: { ms: 20 * MINUTE } } },
  { lag: { bssOrders: { ms: 20 * MINUTE }, bssOrder: { ms: 20 * MINUTE } } },
  { lag: { domainInfo: { ms: 20 * MINUTE }, domainList: { ms: 20 * MINUTE } } },
  { lag: { domainTasks: { ms: 20 * MINUTE }, domainTaskDetails: { ms: 20 * MINUTE } } },
  { lag: { bssInstances: { ms: 20 * MINUTE }, bssOrders: { ms: 20 * MINUTE } } },
];

const RENEWALS = [
  'ecsRenew',
  'rdsRenew',
  'tairRenew',
  'mongodbRenew',
  'swasRenew',
  'hbaseRenew',
  'bssRenew',
  'domainRenew',
  'domainRenewBatch',
];

/** So many switches for each way in a usual run, and all where nothing goes wrong; MATRIX_ALL=1 takes all. */
const MOST = 4;

/** How the renewals of a run go wrong. */
const TROUBLES: readonly (readonly [string, readonly unknown[]])[] = [
  ['nothing goes wrong', []],
  [
    'the first answer of each renewal call is lost',
    RENEWALS.map((api) => ({ api, call: 1, when: 'after', what: 'reset' })),
  ],
  [
    'the first call of each renewal never arrives',
    RENEWALS.map((api) => ({ api, call: 1, when: 'before', what: 'reset' })),
  ],
];

const POOR: PurchaseScenario = {
  ...EVERYTHING,
  name: 'one of each product, and no money for the last ones',
  world: { ...EVERYTHING.world, balance: '55.00' },
};

describe('whatever the contract leaves open', () => {
  test.each(
    [EVERYTHING, BATCH, POOR].flatMap((scenario) =>
      TROUBLES.map(([name, faults]) => ({ name: `${scenario.name}: ${name}`, scenario, faults })),
    ),
  )(
    '$name',
    async ({ name, scenario, faults }) => {
      const all = faults.length === 0 && scenario === EVERYTHING;
      const switches = all ? OTHERWISE : sampled(OTHERWISE, MOST);
      const { failures, told } = await runMatrix(
        switches,
        async (behaviour) => await runPurchases(scenario, { behaviour, faults }),
        (behaviour) => JSON.stringify(behaviour),
      );

      process.stdout.write(
        `${name}, ${switches.length} of ${OTHERWISE.length} switches, seed ${MATRIX_SEED}: ${told}\n`,
      );
      expect(failures).toEqual([]);
    },
    MATRIX_MS,
  );
});
