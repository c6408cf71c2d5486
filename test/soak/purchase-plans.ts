import fc from 'fast-check';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import type { AlibabaSandbox } from '../../infra/sandboxes/alibaba/sandbox.ts';
import {
  domainRow,
  instanceRow,
  type PurchaseEnd,
  type PurchaseScenario,
  type PurchaseTrouble,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../support/purchase-run.ts';
import { CALL_MS, CLOCK_MS } from '../../shared/renewal/rules/whose-order.ts';
import { quoteOf } from '../support/quote-rows.ts';

/**
 * One random run with a provider that pays at once, as plain data: what there is to renew, what the
 * contract leaves open, and all that goes wrong, each at a counted moment.
 */
export interface PurchasePlan {
  readonly products: readonly string[];
  readonly domains: number;
  readonly batch: boolean;
  readonly balance: string;
  readonly behaviour: Readonly<Record<string, unknown>>;
  readonly faults: readonly { readonly api: string; readonly call: number; readonly how: number }[];
  /** Port calls, counted from the begin, at which the process dies. */
  readonly deaths: readonly number[];
  readonly acts: readonly { readonly moment: number; readonly act: ActName; readonly on: number }[];
  /** Resources that are another than they should be. */
  readonly odd: readonly { readonly on: number; readonly what: OddName }[];
  /** Whether prices a little above the approval are paid. */
  readonly tolerant: boolean;
  /** Deliveries, counted from the begin, before which the next message comes twice. */
  readonly twice: readonly number[];
  /** The same file is dropped again after that many hours. */
  readonly again: number | null;
}

const PRODUCTS = ['ecs', 'rds', 'tair', 'mongodb', 'swas', 'hbase', 'ddos'] as const;
const APIS = [
  'ecsRenew',
  'rdsRenew',
  'tairRenew',
  'mongodbRenew',
  'swasRenew',
  'hbaseRenew',
  'bssRenew',
  'domainRenew',
  'domainRenewBatch',
  'bssInstances',
  'bssOrders',
  'bssOrder',
  'ecsPrice',
  'rdsPrice',
  'domainTaskDetails',
  'domainTasks',
  'domainInfo',
  'domainList',
  'bssCancel',
] as const;
const HOW = [
  { when: 'after', what: 'reset' },
  { when: 'after', what: 'truncated' },
  { when: 'after', what: { status: 500, code: 'InternalError' } },
  { when: 'before', what: 'reset' },
  { when: 'before', what: 'throttle' },
  { when: 'before', what: { status: 503, code: 'ServiceUnavailable' } },
  { when: 'before', what: { status: 400, code: 'SYSTEM.CONCURRENT_OPERATE' } },
  { when: 'before', what: { status: 400, code: 'Some.NewCode' } },
  { when: 'after', what: { status: 400, code: 'SYSTEM.CONCURRENT_OPERATE' } },
  { when: 'after', what: { status: 403, code: 'OrderStatus.UnPaid' } },
  { when: 'before', what: { status: 403, code: 'OrderStatus.UnPaid' } },
] as const;

/** What is odd about a resource: its world, beside what it has anyway. */
const ODD = {
  expired: {},
  premium: { premium: true },
  discount: { discount: '0.9' },
  task: { errors: { task: 'The registry refused it.' } },
  renew: { errors: { renew: { status: 403, code: 'IncorrectInstanceStatus' } } },
  pay: { errors: { pay: { status: 400, code: 'InsufficientBalance' } } },
  price: { errors: { price: { status: 400, code: 'InvalidInstanceId.NotFound' } } },
} as const;
type OddName = keyof typeof ODD;

const ACTS = ['renew', 'order', 'reprice', 'no means', 'means', 'release'] as const;
type ActName = (typeof ACTS)[number];

const MINUTE = 60_000;
const lagged = fc.record({ ms: fc.constantFrom(0, MINUTE, 5 * MINUTE, 20 * MINUTE) });

const behaviours = fc.record(
  {
    bssRefusal: fc.constantFrom('http status', '200'),
    unknownOrder: fc.constantFrom('refused', 'empty list'),
    orderIds: fc.constantFrom('text', 'number'),
    bssUnpaid: fc.constantFrom('cancelled', 'left unpaid', 'never made'),
    productUnpaid: fc.constantFrom('cancelled', 'left unpaid', 'never made'),
    orderIdInRefusal: fc.boolean(),
    hbasePays: fc.boolean(),
    unpaidOrder: fc.constantFrom('blocks', 'does not block'),
    tokenRepeated: fc.constantFrom('same answer', 'ignored', 'refused'),
    completionDelayMs: fc.constantFrom(0, MINUTE, 10 * MINUTE),
    staleDate: fc.constantFrom('task fails', 'refused at submit', 'accepted'),
    dateMatch: fc.constantFrom('exact', 'same day'),
    taskWaitMs: fc.constantFrom(500, MINUTE, 20 * MINUTE),
    domainCasing: fc.constantFrom('Pascal', 'camel'),
    taskDetailShape: fc.constantFrom('list', 'single object', 'bare list'),
    domainNoMoney: fc.constantFrom(
      'task fails',
      'task fails and leaves an order',
      'refused at submit',
    ),
    failReason: fc.constantFrom('in ErrorMsg', 'in FailReason', 'in both'),
    lag: fc.record(
      {
        bssInstances: lagged,
        bssOrders: lagged,
        bssOrder: lagged,
        domainTaskDetails: lagged,
        domainTasks: lagged,
        domainInfo: lagged,
        domainList: lagged,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** Plans; they shrink towards one quiet row. */
export function purchasePlans(): fc.Arbitrary<PurchasePlan> {
  return fc.noBias(
    fc.record({
      products: fc.array(fc.constantFrom(...PRODUCTS), { minLength: 1, maxLength: 5 }),
      domains: fc.nat({ max: 3 }),
      batch: fc.boolean(),
      balance: fc.constantFrom('100000.00', '100000.00', '35.00', '12.00'),
      behaviour: behaviours,
      faults: fc.array(
        fc.record({
          api: fc.constantFrom(...APIS),
          call: fc.integer({ min: 1, max: 4 }),
          how: fc.nat({ max: HOW.length - 1 }),
        }),
        { maxLength: 3 },
      ),
      deaths: fc.array(fc.nat({ max: 200 }), { maxLength: 2 }),
      acts: fc.array(
        fc.record({
          moment: fc.integer({ min: 1, max: 40 }),
          act: fc.constantFrom(...ACTS),
          on: fc.nat({ max: 7 }),
        }),
        { maxLength: 2 },
      ),
      odd: fc.array(
        fc.record({
          on: fc.nat({ max: 7 }),
          what: fc.constantFrom(...(Object.keys(ODD) as OddName[])),
        }),
        { maxLength: 2 },
      ),
      tolerant: fc.boolean(),
      twice: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
      again: fc.option(fc.constantFrom(0, 1, 30), { freq: 2 }),
    }),
  );
}

/** Carries a plan out. */
export async function randomPurchases(plan: PurchasePlan): Promise<PurchaseEnd> {
  const ids = plan.products.map((product, at) => `${product}-${at}`);
  const names = Array.from({ length: plan.domains }, (_, at) => `d${at}.com`);
  const all = [...ids, ...names];
  const odd = new Map(plan.odd.map(({ on, what }) => [all[on % all.length]!, what]));
  const rows = [
    ...ids.map((id, at) => instanceRow(at, id, expiryOf(odd.get(id)))),
    ...names.map((name, at) => domainRow(ids.length + at, name, expiryOf(odd.get(name)))),
  ];
  const quote = quoteOf(rows);
  const { again } = plan;
  const scenario: PurchaseScenario = {
    name: 'a random run',
    rows,
    settings: {
      domainTasks: plan.batch ? 'batch' : 'single',
      ...(plan.tolerant ? { priceTolerance: { percent: 10, absolute: '1' } } : {}),
    },
    world: {
      balance: plan.balance,
      instances: ids.map((id, at) => {
        const { premium: _, ...more } = worldOf(odd.get(id));
        return worldInstance(id, plan.products[at]!, more);
      }),
      domains: names.map((name) => worldDomain(name, worldOf(odd.get(name)))),
      behaviour: plan.behaviour,
      faults: plan.faults.map(({ api, call, how }) => ({ api, call, ...HOW[how] })),
    },
    play: async ({ app }) => {
      await app.drop('main', quote);
      for (let step = 0; step <= Math.max(-1, ...plan.twice); step += 1) {
        const next = plan.twice.includes(step) ? app.queues.next() : null;
        if (next !== null) app.queues.duplicate(next);
        await app.step();
      }
      if (again === null) return;
      const until = app.clock.now + again * 3_600_000;
      while (app.clock.now < until && app.nextAt < until) await app.step();
      await app.drop('main', quote, 'again.xlsx');
    },
  };
  return await runPurchases(scenario, troubleOf(plan, all));
}

/** Ten days ago, while an instance can still be renewed, and a domain at its usual price. */
const EXPIRED = '2026-11-20';
const EXPIRED_WORLD: object = { expires: `${EXPIRED}T15:59:59Z` };

function expiryOf(odd: OddName | undefined): Partial<QuoteRow> {
  return odd === 'expired' ? { expiry: { day: EXPIRED, time: '23:59:59' } } : {};
}

function worldOf(odd: OddName | undefined): { readonly premium?: boolean } & object {
  if (odd === undefined) return {};
  return odd === 'expired' ? EXPIRED_WORLD : ODD[odd];
}

function troubleOf(
  { deaths, acts, behaviour }: PurchasePlan,
  resources: readonly string[],
): PurchaseTrouble {
  const isHidden = hidesExpiries(behaviour);
  let passed = -1;
  return {
    crashAt: () => deaths.includes((passed += 1)),
    before: ({ sandbox }) => {
      let calls = 0;
      sandbox.onCall(({ phase, api }) => {
        if (phase !== 'before') return;
        calls += 1;
        for (const { moment, act, on } of acts) {
          if (moment !== calls) continue;
          const resource = resources[on % resources.length]!;
          const unseen = isHidden || !LOOKS.has(api) || isBeingRenewed(sandbox, resource);
          if (act === 'renew' && unseen) continue;
          play(sandbox, act, resource);
        }
      });
    },
  };
}

/**
 * Whoever renews by hand between our last look and our call, or while expiries and orders show it late,
 * cannot be seen by anybody: with this provider nothing holds the resource (money rule 4).
 */
const LOOKS: ReadonlySet<string> = new Set(['bssInstances', 'domainInfo', 'domainList']);

/** As little can whoever renews at the time of a call of ours that gets no clear answer. */
function isBeingRenewed(sandbox: AlibabaSandbox, resource: string): boolean {
  const calls = sandbox.calls();
  const now = calls.at(-1)?.at ?? 0;
  return calls.some(
    ({ api, at, ids }) =>
      ids.includes(resource) &&
      (TASKS.has(api) || (api.endsWith('Renew') && now - at <= CALL_MS + CLOCK_MS)),
  );
}

/** What makes a task that is carried out whenever its turn comes. */
const TASKS: ReadonlySet<string> = new Set(['domainRenew', 'domainRenewBatch']);

function hidesExpiries({ lag = {} }: PurchasePlan['behaviour']): boolean {
  return Object.entries(lag as Record<string, { readonly ms: number } | undefined>).some(
    ([api, late]) => LOOKS.has(api) && (late?.ms ?? 0) > 0,
  );
}

function play({ act }: AlibabaSandbox, name: ActName, resource: string): void {
  try {
    switch (name) {
      case 'renew':
        act.renewOutside({ resource, count: 1 });
        break;
      case 'order':
        act.placeOrder({ resource, count: 1 });
        break;
      case 'reprice':
        act.reprice({ resource, price: '11.00' });
        break;
      case 'no means':
        act.setPayment({ payment: 'none' });
        break;
      case 'means':
        act.setPayment({ payment: 'balance' });
        break;
      case 'release':
        act.deleteResource({ resource });
        break;
    }
  } catch {
    // The sandbox refuses what cannot be done now.
  }
}
