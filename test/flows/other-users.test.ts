import { describe, expect, onTestFinished, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { ReservingProvider } from '../../shared/ports/provider.ts';
import type { OrderReading } from '../../shared/renewal/readings.ts';
import type { Account } from '../../shared/settings/account.ts';
import { huaweiDeployment } from '../support/huawei-deployment.ts';
import type { InProcess } from '../support/in-process.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';

/** The user whose key the account has, as the sandbox names it. */
const OWN = { iamUser: 'renewsheet' } as const;

interface Lost {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  /** Orders of others that were still unpaid and untouched when the job had ended. */
  readonly untouched: () => string[];
  readonly words: () => string[];
}

interface LostPlan {
  readonly settings?: Partial<Account>;
  readonly behaviour?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly unknown[];
  /** What somebody else does while the renew call is out, which never arrives. */
  readonly meanwhile?: (sandbox: HuaweiSandbox) => void;
  /** What the list of orders says of each, in place of what it says. */
  readonly listed?: (order: OrderReading, sandbox: HuaweiSandbox) => Partial<OrderReading>;
}

/** A job of two rows whose first renew call is lost before it does anything, carried to its end. */
async function afterLostCall(plan: LostPlan): Promise<Lost> {
  const { settings = OWN, behaviour = {}, faults = [], meanwhile, listed } = plan;
  const resources = [0, 1, 2, 3].map((index) => worldResource(index));
  const lost = { api: 'renew', call: 1, when: 'before', what: 'reset' };
  const seen: { sandbox?: HuaweiSandbox } = {};
  const provider = (opened: ReservingProvider): ReservingProvider => ({
    resources: opened.resources,
    renewals: {
      ...opened.renewals,
      renew: async (...call) => {
        const answer = await opened.renewals.renew(...call);
        if (seen.sandbox!.calls().filter(({ api }) => api === 'renew').length === 1) {
          meanwhile?.(seen.sandbox!);
        }
        return answer;
      },
      renewalOrders: async (from, to) => {
        const answer = await opened.renewals.renewalOrders(from, to);
        if (answer.kind !== 'done') return answer;
        const value = answer.value.map((order) => ({
          ...order,
          ...listed?.(order, seen.sandbox!),
        }));
        return { ...answer, value };
      },
    },
  });
  const world = { resources, behaviour, faults: [lost, ...faults] };
  const { app, sandbox, close } = await huaweiDeployment(world, settings, undefined, { provider });
  onTestFinished(close);
  seen.sandbox = sandbox;
  await app.drop('main', quoteOf([quoteRow(0), quoteRow(1)]));
  await app.settle();
  return {
    app,
    sandbox,
    untouched: () =>
      sandbox
        .orders()
        .flatMap(({ id, by, status }) => (by !== 'renewsheet' && status === 6 ? [id] : [])),
    words: () => app.report.rows.map(({ outcome }) => outcome.outcome),
  };
}

/** A colleague orders just the rows of the quote. */
function colleagueOrders(sandbox: HuaweiSandbox): void {
  sandbox.act.placeOrder({ resources: ['r0', 'r1'] });
}

/** The list says who made an order, as the order itself does. */
function listedUser({ id }: OrderReading, sandbox: HuaweiSandbox): Partial<OrderReading> {
  return { userName: sandbox.orders().find((one) => one.id === id)!.by };
}

function namedIn({ app }: Lost): (string | null)[] {
  return app.report.rows.map(({ outcome }) => outcome.order);
}

const REVIEW = ['needs review', 'needs review'];

describe('an order that another user made of the very rows of a lost call', () => {
  test('is neither paid nor cancelled, and is named to a person', async () => {
    const run = await afterLostCall({ meanwhile: colleagueOrders });

    const [order] = run.untouched();
    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.words()).toEqual(REVIEW);
    expect(namedIn(run)).toEqual([order, order]);
  });

  test('is left alone as well where the list itself says who made it', async () => {
    const run = await afterLostCall({ meanwhile: colleagueOrders, listed: listedUser });

    expect(run.untouched()).toHaveLength(1);
    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.words()).toEqual(REVIEW);
  });

  test('is not cancelled as ours where nothing is listed under it and it costs the same', async () => {
    const run = await afterLostCall({
      meanwhile: colleagueOrders,
      behaviour: { orderIdFilter: 'nothing' },
    });

    expect(run.untouched()).toHaveLength(1);
    expect(run.words()).toEqual(REVIEW);
  });

  test.each(['works', 'nothing'] as const)(
    "is nobody's to touch where it cannot be looked at (order filter: %s)",
    async (orderIdFilter) => {
      const what = { status: 400, code: 'CBC.30000010', message: 'no such order' };
      const run = await afterLostCall({
        meanwhile: colleagueOrders,
        behaviour: { orderIdFilter },
        faults: [{ api: 'orderDetails', what }],
      });

      expect(run.untouched()).toHaveLength(1);
      expect(run.sandbox.ledger()).toEqual([]);
      expect(run.words()).toEqual(REVIEW);
    },
  );
});

describe('an order that is not ours to take', () => {
  test('since the provider made it by itself is neither paid nor cancelled', async () => {
    const run = await afterLostCall({
      settings: {},
      meanwhile: (sandbox) => {
        sandbox.act.placeOrder({ resources: ['r0', 'r1'], by: 'system' });
      },
      listed: (order, sandbox) => ({
        automatic: sandbox.orders().find(({ id }) => id === order.id)!.by === 'system',
      }),
    });

    expect(run.untouched()).toHaveLength(1);
    expect(run.sandbox.ledger()).toEqual([]);
    expect(run.words()).toEqual(REVIEW);
  });

  test("since it holds resources of nobody's quote besides is not cancelled", async () => {
    const run = await afterLostCall({
      settings: {},
      meanwhile: (sandbox) => {
        sandbox.act.placeOrder({ resources: ['r0', 'r2'] });
      },
    });

    expect(run.untouched()).toHaveLength(1);
    expect(run.words()).toEqual(['needs review', 'renewed']);
  });

  test('since two cost what the call would, and neither lists its rows, is not cancelled', async () => {
    const run = await afterLostCall({
      settings: {},
      behaviour: { orderIdFilter: 'nothing' },
      meanwhile: (sandbox) => {
        colleagueOrders(sandbox);
        sandbox.act.placeOrder({ resources: ['r2', 'r3'] });
      },
    });

    expect(run.untouched()).toHaveLength(2);
    expect(run.words()).toEqual(REVIEW);
  });
});
