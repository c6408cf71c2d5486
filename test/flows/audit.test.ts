import { expect, test } from 'vitest';
import { quoteRow } from '../support/quote-rows.ts';
import { type MoneyRun, type MoneyWorld, moneyRun } from '../support/money-run.ts';

async function audited(world: MoneyWorld): Promise<MoneyRun> {
  return await moneyRun({ ...world, between: { ...world.between, audits: true } });
}

/** What the last sheet confirms, and the doubts by id. */
function toldBy({ app: { report } }: MoneyRun): readonly [number, readonly string[]] {
  const { confirmed, doubts } = report.audit!;
  return [confirmed, doubts.map(({ resourceId, why }) => `${resourceId} ${why.id}`)];
}

test('a final sheet is confirmed row by row, with a call for the orders and one for 50 rows', async () => {
  const run = await audited({ rows: 120 });
  await run.finish();

  expect(toldBy(run)).toEqual([120, []]);
  expect(
    run.sandbox
      .calls()
      .slice(-4)
      .map(({ api }) => api)
      .toSorted(),
  ).toEqual(['orders', 'query', 'query', 'query']);
});

test('a sheet that has renewed nothing has nothing to confirm', async () => {
  const run = await audited({ rows: 1 });
  await run.finish([quoteRow(0, { approved: '1.00' })]);

  expect(run.words()).toEqual(['held: price changed']);
  expect(run.app.report.audit).toBeNull();
});

test('what somebody renews once more is not confirmed as one renewal', async () => {
  const run = await audited({ rows: 3 });
  await run.drop();
  // Once the job is over, and before its sheet is written.
  const off = run.sandbox.onCall(({ phase }) => {
    if (phase !== 'before' || run.app.job.status !== 'done') return;
    off();
    run.sandbox.act.renewOutside({ resource: 'r1' });
  });
  await run.app.settle();

  expect(run.words()).toEqual(['renewed', 'renewed', 'renewed']);
  expect(toldBy(run)).toEqual([2, ['r1 audit-expiry-late']]);
});

test('a provider that does not answer after the end keeps no sheet from being written', async () => {
  const run = await audited({
    rows: 3,
    between: {
      line: (_, send) => async (url, init) => {
        const isOver = run.app.job.status === 'done';
        if (isOver) throw new DOMException('no answer came in time', 'TimeoutError');
        return await send(url, init);
      },
    },
  });
  await run.finish();

  expect(run.words()).toEqual(['renewed', 'renewed', 'renewed']);
  expect(toldBy(run)).toEqual([0, ['r0 audit-not-read', 'r1 audit-not-read', 'r2 audit-not-read']]);
});
