import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import { describe, expect, test } from 'vitest';
import { type Settlement } from '../../shared/messages/operate-event.ts';
import { settleRows } from '../../shared/jobs/settle-rows.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { type MoneyRun, moneyRun, once } from '../support/money-run.ts';
import { cancel, servicesOf } from '../support/operator.ts';
import { quoteOf, quoteRow } from '../support/quote-rows.ts';
import { told } from '../support/told.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const UUID = '5a3e001c-0b1d-4f62-9c00-7d20e1a47919';
/** Another name of ours for the account of the provider that `main` is. */
const TWIN = 'twin';

/** The outcomes' words of a job's last report. */
function wordsOf({ app }: MoneyRun, { id }: Job): string[] {
  const report = app.reports.findLast(({ job }) => job === id);
  return report?.rows.map(({ outcome }) => outcome.outcome) ?? [];
}

/** Drops and works until all jobs are over; the job. */
async function dropped(
  { app }: MoneyRun,
  rows: readonly QuoteRow[],
  account = 'main',
): Promise<Job> {
  await app.drop(account, quoteOf(rows));
  const { id } = app.job;
  await app.settle();
  return (await app.jobs.read(id))!;
}

async function settled({ app }: MoneyRun, { id }: Job, as: Settlement): Promise<void> {
  const end = await settleRows(
    id,
    { resource: 'r0', as, by: 'Ada' },
    { ...servicesOf(app), idKey: HUAWEI.idKey },
  );
  expect(end.kind).toBe('settled');
  await app.settle();
}

describe('what a job has renewed', () => {
  test.each([['main'], [TWIN]])(
    'is already renewed for a file of %s, though the provider still shows the old expiry',
    async (name) => {
      const rows = [0, 1, 2].map((index) => quoteRow(index));
      const run = await moneyRun({ rows: 3, between: { names: [TWIN] } });
      const first = await dropped(run, rows);
      const order = run.row(0).outcome.order!;
      for (const row of rows) {
        run.sandbox.act.setExpiry({ resource: row.resourceId!, expires: '2026-12-20T15:59:59Z' });
      }
      const again = await dropped(run, rows, name);

      expect(wordsOf(run, first)).toEqual(['renewed', 'renewed', 'renewed']);
      expect(wordsOf(run, again)).toEqual(Array.from(rows, () => 'already renewed'));
      expect(told(run.row(0).outcome).reason).toBe(
        `Job ${first.id} has paid for this very renewal with order ${order} of 2026-12-01; a console that still shows the old expiry is late.`,
      );
      expect(run.sandbox.ledger()).toHaveLength(1);
    },
  );

  test('is renewed again for its next expiry day', async () => {
    const run = await moneyRun({ rows: 1 });
    await dropped(run, [quoteRow(0)]);
    const next = quoteRow(0, { expiry: { day: '2027-01-20', time: '23:59:59' } });

    expect(wordsOf(run, await dropped(run, [next]))).toEqual(['renewed']);
    expect(run.sandbox.ledger()).toHaveLength(2);
  });
});

describe('what a job left unproved', () => {
  test('is blocked without end, however its id is written', async () => {
    const run = await moneyRun({
      rows: 1,
      behaviour: { completionDelayMs: 400 * DAY },
      resource: () => ({ id: UUID, expires: '2027-11-20T15:59:59Z' }),
    });
    const expiry = { day: '2027-11-20', time: null };
    const first = await dropped(run, [quoteRow(0, { resourceId: UUID, expiry })]);
    expect(wordsOf(run, first)).toEqual(['needs review']);
    run.app.clock.now += 60 * DAY;

    for (const resourceId of [UUID, UUID.replaceAll('-', '').toUpperCase()]) {
      const again = await dropped(run, [quoteRow(0, { resourceId, expiry })]);

      expect(wordsOf(run, again)).toEqual(['needs review']);
      expect(told(run.row(0).outcome).reason).toContain(first.id);
    }
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('is free once a person has settled it as not paid, whoever found it blocked meanwhile', async () => {
    const run = await moneyRun({
      rows: 1,
      behaviour: { orderVisibilityDelayMs: 60 * DAY },
      settings: { jobValidityDays: 1, confirmHours: 1 },
    });
    const first = await dropped(run, [quoteRow(0)]);
    const blocked = await dropped(run, [quoteRow(0)]);
    expect([wordsOf(run, first), wordsOf(run, blocked)]).toEqual([
      ['needs review'],
      ['needs review'],
    ]);
    run.sandbox.act.setBehaviour({ orderVisibilityDelayMs: 0 });
    await settled(run, first, 'not paid');

    expect(wordsOf(run, await dropped(run, [quoteRow(0)]))).toEqual(['renewed']);
    expect(run.sandbox.ledger()).toHaveLength(1);
  });

  test('stays paid once a person has settled it as paid', async () => {
    const run = await moneyRun({
      rows: 1,
      behaviour: { orderVisibilityDelayMs: 60 * DAY },
      settings: { jobValidityDays: 1, confirmHours: 1 },
    });
    const first = await dropped(run, [quoteRow(0)]);
    await settled(run, first, 'paid');

    expect(wordsOf(run, await dropped(run, [quoteRow(0)]))).toEqual(['already renewed']);
    expect(run.sandbox.ledger()).toEqual([]);
  });
});

describe('two names of ours for one account of the provider', () => {
  test('at the same moment: the second one waits, and finds renewed what the first one paid', async () => {
    const rows = [quoteRow(0), quoteRow(1)];
    const run = await moneyRun({ rows: 2, between: { names: [TWIN] } });
    await run.app.drop('main', quoteOf(rows));
    const first = run.app.job;
    await run.app.drop(TWIN, quoteOf(rows));
    const second = run.app.job;
    // In the middle of the first one's renew call the whole run of the other one goes by.
    once(run.sandbox, { api: 'renew', phase: 'before' }, async () => await run.app.step());
    await run.app.settle();

    expect(wordsOf(run, first)).toEqual(['renewed', 'renewed']);
    expect(wordsOf(run, second)).toEqual(['already renewed', 'already renewed']);
    expect(run.sandbox.ledger()).toHaveLength(1);
    expect(run.sandbox.calls().filter(({ api }) => api === 'renew')).toHaveLength(1);
  });

  test('of which the first one does not go on: the second one gives the rows to a person', async () => {
    const rows = [quoteRow(0)];
    const run = await moneyRun({ rows: 2, world: { balance: '5' }, between: { names: [TWIN] } });
    await run.app.drop('main', quoteOf(rows));
    const first = run.app.job;
    await run.app.settle();
    const began = run.app.clock.now;
    const second = await dropped(run, [...rows, quoteRow(1, { approved: '1.00' })], TWIN);

    expect(wordsOf(run, second)).toEqual(['needs review', 'held: price changed']);
    expect(told(run.row(0).outcome).reason).toContain(first.id);
    expect(run.app.clock.now - began).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(run.app.clock.now - began).toBeLessThan(60 * MINUTE);
    expect(run.sandbox.ledger()).toEqual([]);

    // What only found the row in hand is no reason to block it.
    await cancel(run.app, first);
    await run.app.settle();
    run.sandbox.act.topUp({ amount: '100' });

    expect(wordsOf(run, await dropped(run, rows, TWIN))).toEqual(['renewed']);
  });
});
