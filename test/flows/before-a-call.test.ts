import { expect, test } from 'vitest';
import { LeaseLost } from '../../shared/engine/journal-keeper.ts';
import type { ReservingProvider } from '../../shared/ports/provider.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { moneyRun, type MoneyRun, once } from '../support/money-run.ts';

interface Seen {
  readonly call: string;
  /** In the stored journal, at the moment of the call. */
  readonly attempts: readonly string[];
  readonly orders: readonly string[];
}

/** Notes for each call that changes something what the stored journal said when it was made. */
async function watched(faults: readonly Readonly<Record<string, unknown>>[] = []) {
  const seen: Seen[] = [];
  const own: { run?: MoneyRun } = {};
  const note = async (call: string): Promise<void> => {
    const { jobs, journals } = own.run!.app;
    const stored = await journals.list(jobs.all()[0]!.id);
    const parts = stored.flatMap((journal: Journal) => journal.parts);
    seen.push({
      call,
      attempts: parts.map(({ attempt }) => attempt.kind),
      orders: parts.flatMap(({ orders }) => orders.map(({ state }) => state.kind)),
    });
  };
  const provider = ({ resources, renewals }: ReservingProvider): ReservingProvider => ({
    resources,
    renewals: {
      ...renewals,
      renew: async (...call) => {
        await note('renew');
        return await renewals.renew(...call);
      },
      pay: async (...call) => {
        await note('pay');
        return await renewals.pay(...call);
      },
      cancel: async (...call) => {
        await note('cancel');
        return await renewals.cancel(...call);
      },
    },
  });
  const run = await moneyRun({ rows: 2, faults, between: { provider } });
  own.run = run;
  return { run, seen };
}

test('a renewal, a payment and a cancel go out only once their intent is stored', async () => {
  const { run, seen } = await watched();
  // The first order is too dear, is cancelled and made anew.
  once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
    run.sandbox.act.repriceOrder({ order: run.sandbox.orders()[0]!.id, factor: '2' });
  });
  await run.finish();

  expect(seen).toEqual([
    { call: 'renew', attempts: ['intended'], orders: [] },
    { call: 'cancel', attempts: ['accepted'], orders: ['cancelling'] },
    // Each row alone next: that the order was dear for nothing says that it may hold something else.
    { call: 'renew', attempts: ['accepted', 'intended'], orders: ['cancelled'] },
    { call: 'pay', attempts: ['accepted', 'accepted'], orders: ['cancelled', 'paying'] },
  ]);
  expect(run.words()).toEqual(['renewed', 'renewed']);
});

test('nothing goes out any more once somebody else has written the journal', async () => {
  const run = await moneyRun({ rows: 2 });
  const { journals } = run.app;
  const save = journals.save.bind(journals);
  journals.save = async (journal) => {
    const intends = journal.parts.some(({ attempt }) => attempt.kind === 'intended');
    return intends && run.app.faults.length === 0 ? 'lost' : await save(journal);
  };
  await run.drop();
  await run.app.step();

  expect(run.app.faults).toEqual([expect.any(LeaseLost)]);
  expect(run.sandbox.calls().filter(({ api }) => api === 'renew')).toEqual([]);
});
