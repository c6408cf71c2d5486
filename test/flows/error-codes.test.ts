import { describe, expect, test } from 'vitest';
import { ACCOUNT_ERRORS } from '../../shared/providers/huawei/errors/account-errors.ts';
import { CALL_REJECTED, ORDER_ERRORS } from '../../shared/providers/huawei/errors/order-errors.ts';
import { RESOURCE_ERRORS } from '../../shared/providers/huawei/errors/resource-errors.ts';
import {
  ACCOUNT_REFUSED,
  CALL_REJECTED_AT_PAY,
  CANCEL_ASKS_TO_READ,
  MADE_AGAIN,
  NO_OWN_BALANCE,
  PAY_ASKS_TO_READ,
  PAY_ENDS_AN_ORDER,
  PRICE_REFUSES_A_CALL,
  PRICE_REFUSES_A_ROW,
  RENEW_REFUSES_A_ROW,
} from './error-codes.ts';
import { type Flow, resources, runFlow } from './run-flow.ts';
import { wordsOf } from '../support/told.ts';

const RENEWED = ['renewed', 'renewed', 'renewed'];
/** The contract gives the same codes under 200, 400 and 500: cases take them in turn. */
const STATUSES = [400, 200, 500] as const;
/** Codes of a resource that is only busy for now. */
const BUSY: ReadonlySet<string> = new Set(['CBC.99003002', 'CBC.99003005', 'CBC.99003144']);
/** Under 500 a code that nobody knows says nothing at all. */
const UNKNOWN = 'CBC.77777777';

function planted(code: string, turn: number): Record<string, unknown> {
  const status = code === UNKNOWN ? 400 : STATUSES[turn % STATUSES.length];
  return { errors: { renew: { code, status } } };
}

function numbered<T extends readonly unknown[]>(cases: readonly T[]): (readonly [...T, number])[] {
  return cases.map((one, index) => [...one, index] as const);
}

function said(flow: Flow, position: number): string {
  const { reason, advice } = flow.outcomes[position]!;
  return `${reason} ${advice}`;
}

/** Each order covers one resource, so that a refused payment is about one row. */
const ORDER_PER_RESOURCE = { behaviour: { ordersPerRenew: 'one per resource' } } as const;

/** An unpaid order already holds the resource. */
const HELD = 'CBC.99003100';

describe('a code that renew answers for one resource', () => {
  test.each(numbered(RENEW_REFUSES_A_ROW))(
    '%s stops that row among others only, with code, reason and advice: %s',
    async (code, says, index) => {
      const flow = await runFlow({
        resources: resources(3, (at) => (at === 1 ? planted(code, index) : {})),
      });

      expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
      expect(flow.outcomes[1]).toMatchObject({ code, paid: null });
      expect(said(flow, 1)).toContain(says);
      expect(flow.outcomes[1]!.advice).toMatch(/^[A-Z].*\.$/u);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(numbered(RENEW_REFUSES_A_ROW))(
    '%s makes nothing when the row is alone: %s',
    async (code, says, index) => {
      const flow = await runFlow({ resources: resources(1, () => planted(code, index + 1)) });

      expect(flow.words).toEqual(['not renewable']);
      expect(flow.outcomes[0]!.code).toBe(code);
      expect(said(flow, 0)).toContain(says);
      // One that an order is said to hold is looked for, and tried once more.
      expect(flow.calls('renew')).toHaveLength(BUSY.has(code) || code === HELD ? 2 : 1);
      expect(flow.sandbox.orders()).toEqual([]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each([...BUSY])('%s is tried once more, by when the resource may be free', async (code) => {
    const flow = await runFlow({
      resources: resources(1),
      faults: [{ api: 'renew', call: 1, what: { code } }],
    });

    expect(flow.words).toEqual(['renewed']);
    expect(flow.calls('renew')).toHaveLength(2);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a code that the resource query answers', () => {
  test.each([
    ['CBC.0100', 'Check the resource ID'],
    ['CBC.0101', 'Check the resource ID'],
    [UNKNOWN, 'unexpected code (CBC.77777777'],
  ])('%s for one id of many stops that row only: %s', async (code, says) => {
    const flow = await runFlow({
      resources: resources(9, (at) => (at === 4 ? { errors: { query: code } } : {})),
    });

    expect(flow.outcomes[4]).toMatchObject({ outcome: 'not renewable', code });
    expect(said(flow, 4)).toContain(says);
    expect(flow.words.filter((word) => word === 'renewed')).toHaveLength(8);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a code that the price call answers', () => {
  const WAYS = ['listed', 'listed with code', 'whole call'] as const;

  test.each(numbered(PRICE_REFUSES_A_ROW))(
    '%s for one resource stops that row only, before anything is ordered for it: %s',
    async (code, says, index) => {
      const flow = await runFlow({
        resources: resources(3, (at) => (at === 1 ? { errors: { price: code } } : {})),
        behaviour: { priceFailures: WAYS[index % 3] },
      });

      expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
      expect(flow.outcomes[1]).toMatchObject({ code, paid: null, order: null });
      expect(said(flow, 1)).toContain(says);
      expect(flow.calls('renew').flatMap(({ ids }) => ids)).toEqual(['r0', 'r2']);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(PRICE_REFUSES_A_CALL)(
    '%s for the whole call is settled by asking id by id',
    async (code) => {
      const flow = await runFlow({
        resources: resources(3),
        faults: [{ api: 'price', call: 1, what: { code } }],
      });

      expect(flow.words).toEqual(RENEWED);
      expect(flow.calls('price').map(({ ids }) => ids.length)).toEqual([3, 1, 1, 1]);
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('a resource that the price call calls busy', () => {
  const busy = {
    resources: resources(3, (at) => (at === 1 ? { errors: { price: 'CBC.30050011' } } : {})),
  };

  test('is asked for once more later, while the others go on, and then given up', async () => {
    const flow = await runFlow(busy);
    const asked = flow.calls('price').filter(({ ids }) => ids.includes('r1'));

    expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
    expect(asked).toHaveLength(2);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(30_000);
    expect(flow.sandbox.orders()).toHaveLength(1);
  });

  test('is renewed when it is not busy any more by then', async () => {
    let asked = 0;
    const flow = await runFlow(busy, {
      prepare: (sandbox) => {
        sandbox.onCall(({ api }) => {
          if (api === 'price' && (asked += 1) === 2) {
            sandbox.act.setErrors({ resource: 'r1', errors: {} });
          }
        });
      },
    });

    expect(flow.words).toEqual(RENEWED);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a code that pay answers', () => {
  test.each(PAY_ENDS_AN_ORDER)(
    '%s cancels that order unpaid and says why (%s): %s',
    async (code, says, outcome) => {
      const flow = await runFlow({
        ...ORDER_PER_RESOURCE,
        resources: resources(3, (at) => (at === 1 ? { errors: { pay: code } } : {})),
      });

      expect(flow.words).toEqual(['renewed', outcome, 'renewed']);
      expect(said(flow, 1)).toContain(says);
      expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([5, 4, 5]);
      expect(flow.outcomes[1]).toMatchObject({ code, order: flow.sandbox.orders()[1]!.id });
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(PAY_ASKS_TO_READ)(
    '%s again and again for an order that reads unpaid is paid no third time but cancelled',
    async (code) => {
      const flow = await runFlow({
        ...ORDER_PER_RESOURCE,
        resources: resources(3, (at) => (at === 1 ? { errors: { pay: code } } : {})),
      });
      const order = flow.sandbox.orders()[1]!.id;

      expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
      expect(flow.outcomes[1]).toMatchObject({ code, order });
      expect(flow.calls('pay').filter(({ ids }) => ids.includes(order))).toHaveLength(2);
      expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([5, 4, 5]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(PAY_ASKS_TO_READ)(
    '%s is settled by reading the order, and the order is paid once',
    async (code) => {
      const flow = await runFlow({
        resources: resources(3),
        faults: [{ api: 'pay', call: 1, what: { code } }],
      });

      expect(flow.words).toEqual(RENEWED);
      expect(flow.sandbox.orders()).toHaveLength(1);
      const calls = flow.calls().map(({ api }) => api);
      const [first, second] = [calls.indexOf('pay'), calls.lastIndexOf('pay')];
      expect(calls.slice(first, second)).toContain('orderDetails');
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(CALL_REJECTED_AT_PAY)('%s suspends the job and keeps the order', async (code) => {
    const flow = await runFlow({
      resources: resources(3),
      faults: [{ api: 'pay', call: 1, what: { code } }],
    });

    expect(flow.app.job.status).toBe('suspended');
    expect(wordsOf(flow.app.report.reason)).toContain(code);
    expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([6]);
  });

  test('that no table lists suspends the job and keeps the order', async () => {
    const flow = await runFlow({
      resources: resources(3),
      faults: [{ api: 'pay', what: { code: UNKNOWN } }],
    });

    expect(flow.app.job.status).toBe('suspended');
    expect(wordsOf(flow.app.report.reason)).toContain('unexpected code (CBC.77777777');
    expect(flow.calls('pay')).toHaveLength(1);
    expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([6]);
  });
});

describe('a code that cancel answers', () => {
  /** The order of the second row has to be cancelled. */
  const doomed = {
    ...ORDER_PER_RESOURCE,
    resources: resources(3, (at) => (at === 1 ? { errors: { pay: 'CBC.99003141' } } : {})),
  };

  test.each(CANCEL_ASKS_TO_READ)(
    '%s of an order that stays unpaid gives that row to a person and names the order',
    async (code) => {
      const flow = await runFlow({ ...doomed, faults: [{ api: 'cancel', what: { code } }] });

      expect(flow.words).toEqual(['renewed', 'needs review', 'renewed']);
      expect(said(flow, 1)).toContain(flow.sandbox.orders()[1]!.id);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('CBC.99005010 of an order that somebody has cancelled is found out by reading it', async () => {
    const flow = await runFlow(doomed, {
      prepare: (sandbox) => {
        sandbox.onCall(({ api, phase, ids }) => {
          if (api === 'cancel' && phase === 'before') {
            sandbox.act.cancelOrder({ order: ids[0]! });
          }
        });
      },
    });

    expect(flow.calls('cancel').map(({ code }) => code)).toEqual(['CBC.99005010']);
    // Who cancelled it is at work on the row.
    expect(flow.words).toEqual(['renewed', 'needs review', 'renewed']);
    expect(flow.wrong).toEqual([]);
  });
});

test('every code of the error tables is run through the whole flow, here or beside', () => {
  const run = new Set<string>([
    ...[...RENEW_REFUSES_A_ROW, ...PRICE_REFUSES_A_ROW, ...ACCOUNT_REFUSED].map(([code]) => code),
    ...PAY_ENDS_AN_ORDER.map(([code]) => code),
    ...PRICE_REFUSES_A_CALL,
    ...PAY_ASKS_TO_READ,
    ...CANCEL_ASKS_TO_READ,
    ...CALL_REJECTED_AT_PAY,
    ...MADE_AGAIN,
    NO_OWN_BALANCE,
  ]);
  const listed = [...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, ...ORDER_ERRORS, ...CALL_REJECTED];

  expect(listed.flatMap(({ codes }) => codes).filter((code) => !run.has(code))).toEqual([]);
});
