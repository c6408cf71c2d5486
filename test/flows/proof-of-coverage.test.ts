import { describe, expect, test } from 'vitest';
import type { ReservingProvider, RenewAnswer } from '../../shared/ports/provider.ts';
import { reason } from '../../shared/reasons/reason.ts';
import type { Term } from '../../shared/values/term.ts';
import { type MoneyRun, moneyRun, once } from '../support/money-run.ts';
import { cancel } from '../support/operator.ts';
import { quoteRow } from '../support/quote-rows.ts';

type Renew = (ids: readonly string[], term: Term) => Promise<RenewAnswer>;

/** A provider that does something else at the first renew call than was asked for. */
function atFirstCall(
  otherwise: (renew: Renew) => Renew,
): (provider: ReservingProvider) => ReservingProvider {
  const calls = { made: 0 };
  return ({ resources, renewals }) => ({
    resources,
    renewals: {
      ...renewals,
      renew: async (ids, term) => {
        calls.made += 1;
        if (calls.made > 1) return await renewals.renew(ids, term);
        return await otherwise(async (...call) => await renewals.renew(...call))(ids, term);
      },
    },
  });
}

function paidFor({ sandbox }: MoneyRun): string[] {
  return sandbox.ledger().flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId));
}

describe('a provider that orders something else than was asked for, and does not say so', () => {
  test('fewer rows: what was left out is ordered by itself, and nothing of it is lost', async () => {
    const provider = atFirstCall(
      (renew) => async (ids, term) => await renew(ids.slice(0, -1), term),
    );
    const run = await moneyRun({ rows: 3, between: { provider } });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'renewed', 'renewed']);
    expect(paidFor(run).toSorted()).toEqual(['r0', 'r1', 'r2']);
    expect(run.wrong()).toEqual([]);
  });

  test('a resource that nobody approved: the order is not paid, though it costs no more than approved', async () => {
    const provider = atFirstCall((renew) => async (ids, term) => await renew([...ids, 'r2'], term));
    const run = await moneyRun({ rows: 3, between: { provider } });
    await run.finish([0, 1].map((index) => quoteRow(index, { approved: '15.00' })));

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(paidFor(run).toSorted()).toEqual(['r0', 'r1']);
  });

  test('a row that it names as failed: the order is not paid for that row', async () => {
    const refusal = {
      code: 'CBC.99003005',
      message: 'no',
      remedy: 'row',
      reason: reason('attached-to-another'),
    } as const;
    const provider = atFirstCall((renew) => async (ids, term) => ({
      ...(await renew(ids, term)),
      failed: [{ resourceId: 'r1', refusal }],
    }));
    const run = await moneyRun({ rows: 2, between: { provider } });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'not renewable']);
    expect(paidFor(run)).toEqual(['r0']);
  });
});

describe('a cancel', () => {
  test('that is accepted and does nothing sets no row free', async () => {
    const calls = { made: 0 };
    const run = await moneyRun({
      rows: 2,
      between: {
        provider: ({ resources, renewals }) => ({
          resources,
          renewals: {
            ...renewals,
            cancel: async (order) => {
              calls.made += 1;
              if (calls.made === 1) return { kind: 'done', value: null };
              return await renewals.cancel(order);
            },
          },
        }),
      },
    });
    const unpaidAtRenew: number[] = [];
    run.sandbox.onCall(({ api, phase, number }) => {
      if (api !== 'renew') return;
      const unpaid = run.sandbox.orders().filter(({ status }) => status === 6);
      if (phase === 'before') unpaidAtRenew.push(unpaid.length);
      else if (number === 1) run.sandbox.act.repriceOrder({ order: unpaid[0]!.id, factor: '2' });
    });
    await run.finish();

    expect(unpaidAtRenew).toEqual([0, 0]);
    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });
});

describe('the end of a job', () => {
  test('waits for an order that is not shown yet, and cancels it', async () => {
    const run = await moneyRun({ rows: 1, behaviour: { orderVisibilityDelayMs: 10 * 60_000 } });
    await run.drop();
    await run.app.step();
    await cancel(run.app);
    await run.app.settle();

    expect(run.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(run.words()).toEqual(['not attempted']);
    expect(run.wrong()).toEqual([]);
  });

  test('gives no figure for a payment that nobody could see any more', async () => {
    const run = await moneyRun({
      rows: 1,
      behaviour: { completionDelayMs: 60_000 },
      settings: { jobValidityDays: 1, confirmHours: 1 },
    });
    once(run.sandbox, { api: 'pay', phase: 'after' }, () => {
      run.sandbox.act.addFault({ api: 'any', what: 'reset' });
    });
    await run.finish();

    expect(run.words()).toEqual(['needs review']);
    expect(run.row(0).outcome.paid).toBeNull();
  });
});
