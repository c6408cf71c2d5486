import { describe, expect, test } from 'vitest';
import { money } from '../../shared/values/money.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import { type CheckPlan, type CheckRun, runCheck } from '../support/check-run.ts';
import { EVERY_STATE, journalOf, journalRow, order, part } from '../support/journal-sample.ts';
import { memoryAccounts, memoryJournals, memoryOrders } from '../support/memory-stores.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';
import { runFlow } from './run-flow.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { told, wordsOf } from '../support/told.ts';

const YEAR = { unit: 'year', count: 1 } as const;
const NOT_APPROVED = rowOutcome('not approved', asTold('The sheet does not say yes.', 'Say yes.'));

/** A world in which every second row or so is different, and the quote that fits it. */
const WORLD = {
  resources: [
    worldResource(0),
    worldResource(1, { prices: { month: '12.00', year: '100.00' } }),
    worldResource(2, { expires: '2027-01-20T15:59:59Z' }),
    worldResource(3, { renewable: false }),
    worldResource(4, { locked: 'unpaid' }),
    worldResource(5, { expires: '2026-12-22T15:59:59Z' }),
    worldResource(6, { prices: { month: '8.00', year: '100.00' } }),
    worldResource(7, { expirePolicy: 3, expires: '2026-12-04T15:59:59Z' }),
  ],
};
const ROWS: readonly QuoteRow[] = [
  ...Array.from({ length: 7 }, (_, position) => quoteRow(position)),
  quoteRow(7, { expiry: { day: '2026-12-04', time: null } }),
  quoteRow(8),
  quoteRow(9, { verdict: NOT_APPROVED, resourceId: 'r0x' }),
];
const EXPECTED = [
  'renewed',
  'held: price changed',
  'already renewed',
  'not renewable',
  'not renewable',
  'invalid',
  'renewed',
  'not renewable',
  'not renewable',
  'not approved',
] as const;

async function check(
  rows: readonly QuoteRow[],
  resources: readonly unknown[] = rows.map((_, position) => worldResource(position)),
  plan: CheckPlan & { readonly world?: Readonly<Record<string, unknown>> } = {},
): Promise<CheckRun> {
  return await runCheck({ resources, ...plan.world }, quoteOf(rows), plan);
}

function words({ report }: CheckRun): readonly string[] {
  return report.rows.map(({ outcome }) => outcome.outcome);
}

describe('a dry run', () => {
  test('expects of each row what a job then makes of it', async () => {
    const run = await runCheck(WORLD, quoteOf(ROWS));
    const job = await runFlow(WORLD, { rows: ROWS });

    expect(words(run)).toEqual(EXPECTED);
    expect(words(run)).toEqual(job.words);
    for (const [index, { outcome }] of run.report.rows.entries()) {
      const real = job.outcomes[index]!;
      if (outcome.outcome === 'renewed' || outcome.outcome === 'not approved') continue;
      expect(told(outcome)).toMatchObject({
        reason: real.reason,
        advice: real.advice,
        code: real.code,
      });
    }
  });

  test('orders nothing and pays nothing: ledger and orders stay as they were', async () => {
    let before: unknown = null;
    const prepare: CheckPlan['prepare'] = (huawei) => {
      before = huawei.orders();
    };
    const { sandbox } = await runCheck(WORLD, quoteOf(ROWS), { prepare });

    expect(sandbox.ledger()).toEqual([]);
    expect(sandbox.orders()).toEqual(before);
    expect(new Set(sandbox.calls().map(({ api }) => api))).toEqual(
      new Set(['query', 'price', 'balances']),
    );
  });

  test('says what the rows to be renewed cost today and what the balance falls short of it', async () => {
    const { report, answer } = await runCheck({ ...WORLD, balance: '17.50' }, quoteOf(ROWS));

    expect(report.money).toEqual({
      needed: money('18', 'USD'),
      balance: money('17.5', 'USD'),
      missing: money('0.5', 'USD'),
    });
    expect(answer).toMatchObject({ state: 'would run', rows: 10, missing: money('0.5', 'USD') });
  });

  test('says of a row that is not approved what a yes would lead to', async () => {
    const rows = [
      quoteRow(0, { verdict: NOT_APPROVED }),
      quoteRow(1, { verdict: NOT_APPROVED, approved: '9.00' }),
    ];
    const { report } = await check(rows);

    expect(report.rows.map(({ outcome }) => told(outcome).reason)).toEqual([
      'The sheet does not say yes. With a yes it would be renewed.',
      'The sheet does not say yes. With a yes it would be held. It would cost 10.00 USD for 1 month now; 9.00 USD was approved.',
    ]);
    expect(report.money.needed).toEqual(money('0', 'USD'));
  });

  test('tells the own price of a row, not its share of a discount that only its neighbour has', async () => {
    const discounts = [{ id: 'd1', name: 'd1', ratio: '0.8' }];
    const rows = [quoteRow(0, { approved: '8.00' }), quoteRow(1)];
    const run = await check(rows, [worldResource(0, { discounts }), worldResource(1)]);

    expect(words(run)).toEqual(['renewed', 'renewed']);
    expect(run.report.rows.map(({ price }) => price?.amount)).toEqual(['8', '10']);
    expect(run.fresh).toBeNull();
  });

  test('goes on where it was when its time is over, without asking for the same rows twice', async () => {
    const rows = Array.from({ length: 350 }, (_, position) => quoteRow(position));
    const whole = await check(rows);
    const pieces = await check(rows, undefined, { pieces: 1 });

    expect(pieces.runs).toBe(4);
    expect(words(pieces)).toEqual(words(whole));
    expect(pieces.sandbox.calls()).toHaveLength(whole.sandbox.calls().length);
  });

  test('writes under results, exports and its own folder of the machine only', async () => {
    const { written } = await runCheck(WORLD, quoteOf(ROWS));

    expect(written.map((key) => key.replace(/[a-z0-9]{10}/u, '<id>'))).toEqual([
      'jobs/checks/<id>/piece.0.json',
      'jobs/checks/<id>/piece.1.json',
      'exports/main/quote-repriced.xlsx',
      'jobs/checks/<id>/answer.json',
      'results/main/quote.<id>.check.xlsx',
    ]);
  });
});

describe('a changed term', () => {
  const rows = [quoteRow(0, { term: YEAR }), quoteRow(1)];

  test('is priced as it stands now, and the reason of the row names the price for it', async () => {
    const { report } = await check(rows);

    expect(told(report.rows[0]!.outcome)).toMatchObject({
      outcome: 'held: price changed',
      reason: 'It would cost 100.00 USD for 1 year now; 10.00 USD was approved.',
    });
    expect(report.rows[0]!.price).toEqual(money('100', 'USD'));
  });

  test('makes a fresh quote with the price for it, ready to be approved', async () => {
    const { fresh, report } = await check(rows);

    expect(report.reprice).toBe('exports/main/quote-repriced.xlsx');
    expect(fresh?.rows).toMatchObject([
      { resourceId: 'r0', term: YEAR, price: { kind: 'priced', price: money('100', 'USD') } },
      { resourceId: 'r1', price: { kind: 'priced', price: money('10', 'USD') } },
    ]);
  });

  test('needs no price in the file: a row without one is priced, too', async () => {
    const verdict = rowOutcome('invalid', asTold('The price is missing.', 'Fill it in.'));
    const { fresh, report } = await check([
      { ...quoteRow(0, { term: YEAR, verdict }), approved: null },
    ]);

    expect(report.rows[0]).toMatchObject({ outcome: verdict, price: money('100', 'USD') });
    expect(fresh?.rows).toMatchObject([{ price: { price: money('100', 'USD') } }]);
  });

  test('no fresh quote is made while every price in the file is still today’s', async () => {
    const { fresh, report } = await check([quoteRow(0), quoteRow(1)]);

    expect(fresh).toBeNull();
    expect(report.reprice).toBeNull();
  });

  test('dropped as approved it is held, with the price for the new term in the reason', async () => {
    const job = await runFlow({ resources: [worldResource(0)] }, { rows: [rows[0]!] });

    expect(job.outcomes[0]).toMatchObject({
      outcome: 'held: price changed',
      reason: 'It would cost 100.00 USD for 1 year now; 10.00 USD was approved.',
    });
    expect(job.sandbox.ledger()).toEqual([]);
  });
});

describe('a file that would not be carried out', () => {
  test('for its own sake is told with the sentence that intake would give', async () => {
    const reason = asTold('There is no column with resource ids.');
    const { report, answer } = await check([quoteRow(0)], undefined, {
      reading: { reason, quote: quoteOf([quoteRow(0)]) },
    });

    expect(report).toMatchObject({ state: 'would be rejected', reason });
    expect(answer?.outcomes['not attempted']).toBe(1);
  });

  test('for an account problem says so and looks no further', async () => {
    const { report, sandbox } = await check([quoteRow(0)], undefined, {
      prepare: (huawei) => {
        huawei.act.refuseKey();
      },
    });

    expect(report.state).toBe('would be suspended');
    expect(report.reason).not.toBeNull();
    expect(report.rows.map(({ outcome }) => outcome.outcome)).toEqual(['not attempted']);
    expect(sandbox.calls()).toHaveLength(1);
  });

  test('for dates in another zone is rejected as a job would be', async () => {
    const rows = Array.from({ length: 5 }, (_, position) =>
      quoteRow(position, { expiry: { day: '2026-12-19', time: '23:59:59' } }),
    );
    const { report } = await check(rows);

    expect(report.state).toBe('would be rejected');
    expect(wordsOf(report.reason)).toContain('expiryZone');
  });

  test('in a folder of no account names the accounts there are', async () => {
    const { report } = await check([quoteRow(0)], undefined, { folder: 'check/other/q.xlsx' });

    expect(report).toMatchObject({ state: 'would be rejected', account: 'other' });
    expect(wordsOf(report.reason)).toContain('one of main');
  });
});

describe('a provider that does not answer', () => {
  const silent = {
    world: { faults: [{ api: 'query', what: { status: 502, code: 'APIGW.0201' } }] },
  };

  test('is asked again later', async () => {
    const { end, answer } = await check([quoteRow(0)], undefined, silent);

    expect(end).toEqual({ kind: 'again', seconds: 30 });
    expect(answer).toBeNull();
  });

  test('does not leave people waiting for ever', async () => {
    const { report } = await check([quoteRow(0)], undefined, { ...silent, lastTry: true });

    expect(report).toMatchObject({ state: 'not known' });
    expect(report.rows.map(({ outcome }) => outcome.outcome)).toEqual(['not attempted']);
  });
});

test('a row that a job has paid for is already renewed, and the memory is only read', async () => {
  const [journals, memory] = [memoryJournals(), memoryOrders()];
  const outcome = rowOutcome('renewed', asTold('Paid.'), { order: 'o1' });
  const paid = { ...order('o1', EVERY_STATE.completed), rows: [0] };
  const rows = [journalRow(0, { outcome }), journalRow(1)];
  await journals.create(journalOf(2, { job: 'before', rows, parts: [part(0, [0], [paid])] }));
  const day = '2026-12-20';
  const keys = ['r0', 'r1'].map((key) => ({ key, day }));
  await memory.enter({ site: 'huawei@here', job: 'before', chunk: 0 }, keys, 0);
  const writes = memory.writes();
  const quoted = [0, 1, 2].map((index) => quoteRow(index));
  const settings = { site: 'here' };
  const run = await check(quoted, undefined, { journals, memory, settings });

  expect(words(run)).toEqual(['already renewed', 'needs review', 'renewed']);
  expect(run.report.rows.slice(0, 2).map((row) => told(row.outcome).reason)).toEqual([
    'Job before has paid for this very renewal with order o1 of 1970-01-01; a console that still shows the old expiry is late.',
    'Job before has this very renewal in hand and may pay for it at any moment.',
  ]);
  expect(memory.writes()).toBe(writes);
});

test('a row that an earlier job may have paid for would need review, and an open job is named', async () => {
  const accounts = memoryAccounts();
  await accounts.enlist('main', 'abcdefghjk');
  accounts.leave('main', [
    { resourceId: 'R0', expiryDay: '2026-12-20', job: 'zzzzzzzzzz', at: Date.now() },
  ]);
  const run = await check([quoteRow(0), quoteRow(1)], undefined, { accounts });

  expect(words(run)).toEqual(['needs review', 'renewed']);
  expect(run.report.remarks.map(wordsOf).join(' ')).toContain(
    'Job abcdefghjk of this account is not over',
  );
});
