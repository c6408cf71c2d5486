import { cancel } from './operator.ts';
import { once } from './money-run.ts';
import { quoteOf, quoteRow, worldResource } from './quote-rows.ts';
import type { Scenario, Stage } from './scenario.ts';

function resources(
  count: number,
  more: (index: number) => Readonly<Record<string, unknown>> = () => ({}),
): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => worldResource(index, more(index)));
}

/** Everything goes well. */
export const UNDISTURBED: Scenario = {
  name: 'an undisturbed run',
  rows: 4,
  provable: true,
  world: { resources: resources(4) },
};

/** Rows that drop out, on the ladder from a hundred ids to ten. */
export const LADDER: Scenario = {
  name: 'a run with a dearer row, a locked one and ten ids a call',
  rows: 14,
  provable: true,
  world: {
    behaviour: { maxIdsPerRenew: 10 },
    resources: resources(14, (index) => ({
      ...(index === 3 ? { prices: { month: '10.50' } } : {}),
      ...(index === 5 ? { locked: 'unpaid' } : {}),
    })),
  },
};

/** Several orders of one call. */
export const ORDER_EACH: Scenario = {
  name: 'a run with one order per resource',
  rows: 4,
  provable: true,
  world: { behaviour: { ordersPerRenew: 'one per resource' }, resources: resources(4) },
};

/** Orders that nothing maps to rows: after a lost answer they can only be named. */
export const OBSCURE: Scenario = {
  name: 'a run with discounts, orders that nothing maps to rows, and a busy row',
  rows: 3,
  provable: false,
  world: {
    behaviour: {
      ordersPerRenew: 'one per resource',
      orderIdFilter: 'nothing',
      partialRenew: true,
      unpaidOrderAmount: 'discounted until paid',
    },
    resources: resources(3, (index) => ({
      discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }],
      ...(index === 1 ? { errors: { renew: 'CBC.99003144' } } : {}),
    })),
  },
};

/** The prices rise between the price call and the order, so that an order must be cancelled. */
export const DEAR_ORDER: Scenario = {
  name: 'a run whose prices rise before the order is made',
  rows: 4,
  provable: true,
  world: {
    resources: resources(4),
    faults: [
      { api: 'renew', call: 1, what: { act: 'reprice', with: { resource: 'r1', month: '12.00' } } },
    ],
  },
};

/** Money for some rows only: the job is suspended, topped up and resumed, twice. */
export const SHORT_BALANCE: Scenario = {
  name: 'a run suspended twice on a short balance and resumed',
  rows: 4,
  provable: true,
  engineRate: 0.2,
  world: {
    balance: '15',
    behaviour: { ordersPerRenew: 'one per resource' },
    resources: resources(4),
  },
};

/** Cancelled while the first of several orders is being paid. */
export const CANCELLED: Scenario = {
  name: 'a run cancelled in the middle of its payments',
  rows: 4,
  provable: false,
  engineRate: 0.2,
  world: { behaviour: { ordersPerRenew: 'one per resource' }, resources: resources(4) },
  play: async (stage) => {
    once(stage.sandbox, { api: 'pay', phase: 'before' }, async () => {
      await stage.operate(cancel);
    });
    await dropRows(stage, [0, 1, 2, 3]);
  },
};

/** Its orders are not shown before the approval has run out. */
export const EXPIRES: Scenario = {
  name: 'a run that expires with unpaid orders',
  rows: 3,
  provable: false,
  settings: { jobValidityDays: 0.007 },
  world: {
    behaviour: { ordersPerRenew: 'one per resource', orderVisibilityDelayMs: 15 * 60_000 },
    resources: resources(3),
  },
};

/**
 * Several orders, and a resource of the account that nobody asked for. Orders do not show from when
 * on they renew, so that only the deciding look tells that a colleague was faster.
 */
export const COLLEAGUES: Scenario = {
  name: 'a run beside colleagues',
  rows: 4,
  provable: false,
  world: {
    behaviour: { ordersPerRenew: 'one per resource', lineItemTimes: false },
    resources: resources(5),
  },
};

/**
 * An answer is lost and no order was made, while a colleague's order of other rows, for another term,
 * costs what the call would: 30.00 for three months of one row, or for a month of three. The provider
 * does not tell the rows of an order.
 */
export const SAME_AMOUNT: Scenario = {
  name: "a run beside a colleague's order of the same amount",
  rows: 1,
  provable: false,
  world: {
    behaviour: { orderIdFilter: 'nothing' },
    resources: resources(3),
    faults: [
      {
        api: 'renew',
        call: 1,
        what: { act: 'placeOrder', with: { resources: ['r0', 'r1', 'r2'] } },
      },
      { api: 'renew', call: 1, what: 'reset' },
    ],
  },
  play: async ({ app }) => {
    const term = { unit: 'month', count: 3 } as const;
    await app.drop('main', quoteOf([quoteRow(0, { term, approved: '30.00' })]));
  },
};

/** Two quotes with a row in common, dropped one after the other. */
export const IN_LINE: Scenario = {
  name: 'two jobs in line on one account, with a row in common',
  rows: 2,
  provable: true,
  world: { resources: resources(3) },
  play: async (stage) => {
    await dropRows(stage, [0, 1]);
    await dropRows(stage, [1, 2], 'second.xlsx');
  },
};

/** Every expiry of the file is a day off: it is rejected before anything is ordered. */
export const REJECTED: Scenario = {
  name: 'a run that finds the whole file in another time zone',
  rows: 4,
  provable: true,
  world: { resources: resources(4, () => ({ expires: '2026-12-19T15:59:59Z' })) },
};

/** The tick alone keeps it going: the first messages of both queues never arrive. */
export const LOST_MESSAGES: Scenario = {
  name: 'a run whose first messages are lost, with a slow provider',
  rows: 2,
  provable: true,
  world: { behaviour: { completionDelayMs: 30 * 60_000 }, resources: resources(2) },
  misdelivery: { kind: 'lost', chunks: 1, finish: 1 },
};

/** Three chunks, one for each term; each is begun while the one before it is paid. */
export const CHAIN: Scenario = {
  name: 'a run of chunks that are begun early',
  rows: 3,
  provable: true,
  world: { resources: resources(3) },
  play: async ({ app }) => {
    const terms = [
      ['10.00', { unit: 'month', count: 1 }],
      ['20.00', { unit: 'month', count: 2 }],
      ['100.00', { unit: 'year', count: 1 }],
    ] as const;
    const rows = terms.map(([approved, term], position) => quoteRow(position, { approved, term }));
    await app.drop('main', quoteOf(rows));
  },
};

async function dropRows(
  { app }: Stage,
  rows: readonly number[],
  file = 'quote.xlsx',
): Promise<void> {
  const quote = quoteOf(rows.map((row, position) => ({ ...quoteRow(row), position })));
  await app.drop('main', quote, file);
}
