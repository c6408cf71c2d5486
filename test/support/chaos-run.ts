import type { HuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import { isOver } from '../../shared/domain/job.ts';
import { violations } from './books-of-the-run.ts';
import { huaweiDeployment } from './huawei-deployment.ts';
import type { InProcess } from './in-process.ts';
import { cancel, resume } from './operator.ts';
import { quoteOf, quoteRow, worldResource } from './quote-rows.ts';
import { seeded, type Seeded } from './seeded.ts';

/** How a run under chaos ended. */
export interface ChaosEnd {
  readonly status: string;
  readonly wrong: readonly string[];
  /** A line that tells what happened, for the test's output. */
  readonly told: string;
  /** For looking closer at a seed. */
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
}

const ROWS = 6;

/**
 * One run in a world where everything may go wrong at once, by a seed: answers lost before or after
 * their effect, throttling, crashes, delays, colleagues who pay, cancel and renew, and an operator
 * who resumes and cancels. Whatever happens, the books must be right in the end.
 */
export async function chaosRun(seed: number): Promise<ChaosEnd> {
  const dice = seeded(seed);
  const colleagues = dice.chance(0.5);
  const crashes = dice.pick<number>([0, 0, 0.01, 0.03]);
  let quiet = true;
  const { app, sandbox, close } = await huaweiDeployment(
    worldOf(dice, colleagues),
    { jobValidityDays: 0.5, confirmHours: 2, discount: dice.pick(['best', 'none', 'D1']) },
    () => !quiet && dice.chance(crashes),
  );
  try {
    const meddling = dice.pick<number>([0, 0.01, 0.04]);
    sandbox.onCall(async () => {
      if (!quiet && dice.chance(meddling)) await meddle(dice, colleagues, app, sandbox);
    });
    await app.drop('main', quoteOf(rowsOf(dice)));
    quiet = false;
    for (let tries = 0; tries < 6 && !isOver(app.job.status); tries += 1) {
      await app.settle();
      if (app.job.status === 'suspended') {
        sandbox.act.topUp({ amount: '100' });
        if (tries > 3) sandbox.act.clearFaults();
        await (tries > 4 ? cancel(app) : resume(app));
      }
    }
    quiet = true;
    await app.settle();
    const words = app.report.rows.map(({ outcome }) => outcome.outcome).join(', ');
    return {
      app,
      sandbox,
      status: app.job.status,
      wrong: violations(app.report, sandbox),
      told: `seed ${seed}: ${app.job.status}; ${words}`,
    };
  } finally {
    await close();
  }
}

function rowsOf(dice: Seeded) {
  return Array.from({ length: ROWS }, (_, index) =>
    quoteRow(index, {
      approved: dice.pick(['10.00', '10.00', '9.00']),
      ...(index === ROWS - 1 ? { term: { unit: 'year', count: 1 }, approved: '100.00' } : {}),
    }),
  );
}

function worldOf(dice: Seeded, colleagues: boolean): Record<string, unknown> {
  const discounts = [{ id: 'D1', name: 'D1', ratio: '0.9' }];
  const discounted = dice.chance(0.4);
  return {
    seed: dice.below(1000),
    balance: dice.pick(['1000', '1000', '25']),
    behaviour: {
      partialRenew: dice.chance(0.5),
      ordersPerRenew: dice.pick(['one', 'one per resource', 'combined']),
      maxIdsPerRenew: dice.pick([100, 10, 3]),
      refusalStatus: dice.pick<string | number>(['documented', 200, 400, 500]),
      paySuccess: dice.pick(['200 {}', '200 empty', '204']),
      completionDelayMs: dice.pick([200, 60_000, 3_600_000, 10 * 3_600_000]),
      orderVisibilityDelayMs: dice.pick([0, 0, 90_000]),
      // A renewal by a colleague that is not shown yet is beyond any look before the payment.
      expiryVisibilityDelayMs: colleagues ? 0 : dice.pick([0, 120_000]),
      orderIdFilter: dice.pick(['works', 'nothing']),
      priceAmount: dice.pick(['list', 'discounted']),
      priceFailures: dice.pick(['listed', 'listed with code', 'whole call']),
      unpaidOrderAmount: dice.pick(['list', 'discounted', 'discounted until paid']),
    },
    resources: Array.from({ length: ROWS }, (_, index) =>
      worldResource(index, {
        ...(discounted && dice.chance(0.8) ? { discounts } : {}),
        ...(dice.chance(0.08) ? { locked: dice.pick(['unpaid', 'processing']) } : {}),
        ...(dice.chance(0.1) ? { errors: planted(dice) } : {}),
        ...(dice.chance(0.1) ? { prices: { month: '10.01', year: '100.00' } } : {}),
      }),
    ),
    faults: faultsOf(dice),
  };
}

function planted(dice: Seeded): Record<string, unknown> {
  const renew = dice.pick<unknown>([
    'CBC.99003144',
    'CBC.99003634',
    'CBC.99003016',
    { code: 'CBC.0999', status: 500, message: 'other' },
    { code: 'CBC.12345678', status: 400, message: 'new' },
  ]);
  const pay = dice.pick(['CBC.99003141', 'CBC.99003155', 'CBC.99003108', 'CBC.99008040']);
  return dice.chance(0.6) ? { renew } : { pay };
}

function faultsOf(dice: Seeded): unknown[] {
  const chance = dice.pick<number>([0, 0.05, 0.15, 0.3]);
  if (chance === 0) return [];
  const apis = ['renew', 'pay', 'cancel', 'orderDetails', 'query', 'price', 'orders'] as const;
  return apis.flatMap((api) => [
    {
      api,
      chance,
      when: dice.pick(['before', 'after']),
      what: dice.pick(['reset', { status: 502 }, 'truncated', 'malformed']),
    },
    { api, chance: chance / 2, what: 'throttle' },
  ]);
}

/** A colleague, the provider or the operator does something, if it can be done now. */
async function meddle(
  dice: Seeded,
  colleagues: boolean,
  app: InProcess,
  sandbox: HuaweiSandbox,
): Promise<void> {
  const unpaid = sandbox.orders().filter(({ status, by }) => status === 6 && by === 'renewsheet');
  const order = unpaid[dice.below(unpaid.length)]?.id ?? null;
  const resource = `r${dice.below(ROWS)}`;
  const acts: readonly [() => unknown, ...(() => unknown)[]] = [
    () => order !== null && sandbox.act.payOrder({ order }),
    () => order !== null && sandbox.act.cancelOrder({ order }),
    () => order !== null && sandbox.act.expireOrder({ order }),
    () => colleagues && sandbox.act.renewOutside({ resource, period: 'month', count: 1 }),
    () => sandbox.act.lock({ resource }),
    () => sandbox.act.reprice({ resource, month: '10.50', year: '100.00' }),
    () => sandbox.act.setBalance({ amount: '5' }),
    () => app.job.status === 'running' && cancel(app),
  ];
  try {
    await dice.pick(acts)();
  } catch {
    // The sandbox refuses what cannot be done now, such as paying an order that is paid.
  }
}
