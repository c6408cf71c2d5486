import { expect, test } from 'vitest';
import { quoteRow } from '../support/quote-rows.ts';
import { moneyRun } from '../support/money-run.ts';

const OWN = { iamUser: 'renewsheet' } as const;
/** The call takes effect, and its answer is lost. */
const LOST = { api: 'renew', call: 1, when: 'after', what: 'reset' } as const;

test.each([{ settings: {} }, { settings: OWN }])(
  'an order whose answer was lost is found and paid, and no other is made ($settings)',
  async ({ settings }) => {
    const run = await moneyRun({ rows: 2, settings, faults: [LOST] });
    await run.finish();

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  },
);

test('an order whose answer was lost is waited for while the provider does not show it', async () => {
  const run = await moneyRun({
    rows: 2,
    behaviour: { orderVisibilityDelayMs: 10 * 60_000 },
    faults: [LOST],
  });
  await run.finish();

  expect(run.words()).toEqual(['renewed', 'renewed']);
  expect(run.sandbox.orders()).toHaveLength(1);
});

test("another user's order of the very rows of a lost call is neither paid nor cancelled, and is named", async () => {
  const placed = { act: 'placeOrder', with: { resources: ['r0', 'r1'] } };
  const run = await moneyRun({
    rows: 2,
    settings: OWN,
    faults: [
      { api: 'renew', call: 1, what: placed },
      { ...LOST, when: 'before' },
    ],
  });
  await run.finish();

  const [order, ...more] = run.sandbox.orders();
  expect(more).toEqual([]);
  expect(order).toMatchObject({ by: 'colleague', status: 6 });
  expect(run.words()).toEqual(['needs review', 'needs review']);
  expect([run.row(0).outcome.order, run.row(1).outcome.order]).toEqual([order!.id, order!.id]);
});

test('an order that locks a row since a clear refusal is named, never paid or cancelled', async () => {
  const run = await moneyRun({
    rows: 1,
    faults: [{ api: 'renew', call: 1, what: { status: 400, code: 'CBC.99003004' } }],
  });
  run.sandbox.onCall(({ api, phase }) => {
    const refused = run.sandbox.calls().some((call) => call.api === 'renew');
    if (api !== 'query' || phase !== 'before' || !refused) return;
    if (run.sandbox.orders().length === 0) run.sandbox.act.placeOrder({ resources: ['r0'] });
  });
  await run.finish();

  const [order] = run.sandbox.orders();
  expect(order).toMatchObject({ by: 'colleague', status: 6 });
  expect(run.words()).toEqual(['needs review']);
  expect(run.row(0).outcome.order).toBe(order!.id);
});

test('an unpaid order of another chunk of the job is never taken for the lost one', async () => {
  const run = await moneyRun({
    rows: 2,
    settings: OWN,
    behaviour: { orderIdFilter: 'nothing' },
    resource: () => ({ prices: { month: '10.00', year: '10.00' } }),
    faults: [
      { ...LOST, when: 'before' },
      // It stays unpaid for minutes, while the first one is looked for again and again.
      { api: 'pay', call: { from: 1, to: 8 }, when: 'before', what: 'reset' },
    ],
  });
  run.sandbox.onCall(({ api, phase }) => {
    // As soon as the other chunk is looked at, the first call being lost.
    const lost = run.sandbox.calls().some((call) => call.api === 'renew');
    if (api !== 'query' || phase !== 'before' || !lost) return;
    if (run.sandbox.orders().length === 0) run.sandbox.act.lock({ resource: 'r0' });
  });
  await run.finish([quoteRow(0), quoteRow(1, { term: { unit: 'year', count: 1 } })]);

  expect(run.sandbox.calls().filter(({ api }) => api === 'cancel')).toEqual([]);
  expect(run.words()).toEqual(['needs review', 'renewed']);
});

const YEARS = [0, 1].map((at) =>
  quoteRow(at, { term: { unit: 'year', count: 1 }, approved: '100' }),
);

test.each([
  ['for a month, of another user', { resources: ['r0', 'r1'], by: 'colleague' }],
  ['for a month, of our own user', { resources: ['r0', 'r1'], by: 'renewsheet' }],
  [
    'of one row more, of our own user',
    { resources: ['r0', 'r1', 'r2'], by: 'renewsheet', period: 'year' },
  ],
  ['of other rows that cost as much', { resources: ['r2', 'r3'], by: 'colleague', period: 'year' }],
  [
    'of other rows that cost as much, of our own user',
    { resources: ['r2', 'r3'], by: 'renewsheet', period: 'year' },
  ],
])('after a lost call an order %s is neither paid nor cancelled', async (_, placed) => {
  for (const settings of [{}, OWN]) {
    const run = await moneyRun({
      rows: 4,
      settings,
      resource: () => ({ prices: { month: '100', year: '100' } }),
      faults: [
        { api: 'renew', call: 1, what: { act: 'placeOrder', with: placed } },
        { ...LOST, when: 'before' },
      ],
    });
    await run.finish(YEARS);
    const [theirs] = run.sandbox.orders();

    expect([theirs!.by, theirs!.status]).toEqual([placed.by, 6]);
    expect(run.wrong()).toEqual([]);
  }
});

test('an order of a call that was sent twice, which the list shows late, is named before the job closes', async () => {
  const run = await moneyRun({
    rows: 1,
    settings: OWN,
    behaviour: {
      completionDelayMs: 5 * 60_000,
      lockShownAfterMs: { price: 0, renew: 60_000 },
      staleReads: { orders: { ms: 2 * 60_000, chance: 1 } },
    },
    faults: [{ api: 'renew', call: 1, when: 'after', what: 'repeated' }],
  });
  await run.finish();

  const [unnamed] = run.sandbox.orders().filter(({ status }) => status === 6);
  expect(run.words()).toEqual(['renewed']);
  expect(run.row(0).outcome.reason).toEqual({
    id: 'renewed-beside-unpaid-order',
    values: { order: unnamed!.id },
  });
  expect(run.wrong()).toEqual([]);
});

test('the last list of a job that gets no answer holds up its end for half an hour', async () => {
  const calm = await moneyRun({ rows: 1 });
  await calm.finish();
  const last = calm.sandbox.calls().filter(({ api }) => api === 'orders').length;
  const silent = { api: 'orders', call: { from: last }, what: { status: 502 } } as const;
  const run = await moneyRun({ rows: 1, faults: [silent] });
  await run.finish();

  const [calmly, later] = [calm, run].map(({ app }) => app.job.endedAt! - app.job.createdAt);
  expect(run.words()).toEqual(['renewed']);
  expect(later! - calmly!).toBeGreaterThan(25 * 60_000);
  expect(later! - calmly!).toBeLessThan(45 * 60_000);
});
