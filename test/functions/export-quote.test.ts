import { describe, expect, test } from 'vitest';
import { exported, exportSettings, idsOf, leftOutOf } from '../support/exported.ts';
import { testAccount, worldResource } from '../support/quote-rows.ts';
import { SurveyRun } from '../support/survey-run.ts';
import { atSandbox } from '../support/survey-sandbox.ts';

describe('a scheduled export', () => {
  test('has what falls due within its days, soonest first, at today’s price, attached ones counted', async () => {
    await atSandbox(
      {
        balance: '25.00',
        resources: [
          worldResource(1, { expires: '2026-12-31T15:59:59Z' }),
          worldResource(2, { attached: [{ id: 'disk', prices: { month: '2.50' } }, { id: 'ip' }] }),
          worldResource(3, { expires: '2026-12-31T16:00:00Z' }),
          worldResource(4, {
            expires: '2026-11-28T15:59:59Z',
            project: { id: 'p1', name: 'Shop' },
          }),
        ],
      },
      exportSettings(),
      async ({ run, sandbox }) => {
        await run.ask('main');
        await run.settle();
        const { survey, part } = run.file;

        expect([...run.files.keys()]).toEqual(['exports/main/2026-12-01-due-30d.xlsx']);
        expect(part).toMatchObject({ number: 1, of: 1 });
        expect(idsOf(survey)).toEqual(['r4', 'r2', 'r1']);
        expect(survey.rows).toMatchObject([
          { status: 'expired', enterpriseProject: { id: 'p1', name: 'Shop' }, attached: 0 },
          {
            status: 'in use',
            mode: 'manual',
            attached: 2,
            price: { kind: 'priced', price: { amount: '12.5', currency: 'USD' } },
          },
          { term: { unit: 'month', count: 1 } },
        ]);
        expect(survey.balance).toEqual({ amount: '25', currency: 'USD' });
        expect(run.told).toMatchObject([
          {
            kind: 'export ready',
            by: null,
            rows: 3,
            total: { amount: '32.5' },
            missing: { amount: '7.5' },
            keys: ['exports/main/2026-12-01-due-30d.xlsx'],
          },
        ]);
        expect(sandbox.orders()).toEqual([]);
        expect(new Set(sandbox.calls().map(({ api }) => api))).toEqual(
          new Set(['query', 'price', 'balances']),
        );
      },
    );
  });

  test('that fires twice, also hours later on the same day, makes one file', async () => {
    await atSandbox(
      { resources: [worldResource(1)] },
      exportSettings(),
      async ({ run, sandbox }) => {
        await run.ask('main');
        await run.ask('main');
        await run.settle();
        const calls = sandbox.calls().length;
        run.clock.now += 6 * 3_600_000;
        await run.ask('main');
        await run.settle();

        expect(run.writes.get('exports/main/2026-12-01-due-30d.xlsx')).toBe(1);
        expect(run.told).toHaveLength(1);
        expect(sandbox.calls()).toHaveLength(calls);

        run.clock.now += 24 * 3_600_000;
        await run.ask('main');
        await run.settle();
        expect([...run.files.keys()].at(-1)).toBe('exports/main/2026-12-02-due-30d.xlsx');
      },
    );
  });

  test('looks at what is urgent only where it is set so', async () => {
    const survey = await exported(
      [
        worldResource(1, { expires: '2026-12-16T15:59:59Z' }),
        worldResource(2, { expires: '2026-12-16T16:00:00Z' }),
        worldResource(3, { expires: '2026-11-20T00:00:00Z' }),
      ],
      { due: 'urgent' },
    );
    expect(idsOf(survey)).toEqual(['r3', 'r1']);
    expect(survey.question.what).toBe('urgent');
  });

  test('is empty, not missing, when nothing falls due', async () => {
    expect((await exported([])).rows).toEqual([]);
  });
});

describe('an export that is asked for', () => {
  test('by ids means exactly these, whatever the settings filter, and names those that are not there', async () => {
    const survey = await exported(
      [
        worldResource(1, { expires: '2027-12-01T00:00:00Z', expirePolicy: 3 }),
        worldResource(2),
        worldResource(3, { attached: [{ id: 'disk' }] }),
      ],
      {},
      async ({ run }) => await run.ask('main', { ids: ['r3', 'r1', 'gone', 'disk'] }, 'finance'),
    );
    expect(idsOf(survey)).toEqual(['disk', 'r3', 'r1']);
    expect(survey.rows[0]!.price).toMatchObject({ kind: 'not renewable', code: 'CBC.30050007' });
    expect(leftOutOf(survey)).toEqual({ gone: 'not found' });
  });

  test('for another term is priced for that term', async () => {
    const survey = await exported([worldResource(1)], {}, async ({ run }) => {
      await run.ask('main', { term: { unit: 'year', count: 2 } }, 'finance');
    });
    expect(survey.rows[0]).toMatchObject({ price: { price: { amount: '200' } } });
  });

  test('twice is made twice, beside what finance has already begun to fill in', async () => {
    await atSandbox({ resources: [worldResource(1)] }, exportSettings(), async ({ run }) => {
      await run.ask('main', {}, 'finance');
      await run.settle();
      run.clock.now += 1000;
      await run.ask('main', {}, 'finance');
      await run.settle();

      expect(run.files.size).toBe(2);
      for (const key of run.files.keys()) {
        expect(key).toMatch(/^exports\/main\/2026-12-01-due-30d\.[\da-z]{10}\.xlsx$/u);
      }
    });
  });

  test('by its order has what stands under it', async () => {
    const survey = await exported(
      [worldResource(1, { purchaseOrder: 'CS9' }), worldResource(2)],
      {},
      async ({ run }) => await run.ask('main', { order: 'CS9' }, 'finance'),
    );
    expect(idsOf(survey)).toEqual(['r1']);
  });

  test('of an account that is none is told, and breaks nothing', async () => {
    const run = new SurveyRun({
      accounts: [testAccount()],
      desk: () => {
        throw new Error('no desk');
      },
    });
    await run.ask('other', {}, 'finance');
    await run.settle();
    expect(run.told).toMatchObject([
      { kind: 'export failed', reason: 'there is no account "other" in the settings.' },
    ]);
  });
});

test('where a discount holds for some of a call only, each row has its own price', async () => {
  const survey = await exported([
    worldResource(1, { discounts: [{ id: 'd', ratio: '0.5' }] }),
    worldResource(2),
  ]);
  expect(survey.rows.map(({ price }) => price)).toMatchObject([
    { list: { amount: '10' }, price: { amount: '5' }, discount: { amount: '5' } },
    { list: { amount: '10' }, price: { amount: '10' }, discount: { amount: '0' } },
  ]);
});

describe('more than one file', () => {
  test('is written above the rows of one, each under its number, told of once', async () => {
    await atSandbox(
      { resources: Array.from({ length: 5 }, (_, index) => worldResource(index)) },
      { ...exportSettings(), maxRows: 2 },
      async ({ run }) => {
        await run.ask('main');
        await run.settle();
        expect([...run.files.keys()]).toEqual([
          'exports/main/2026-12-01-due-30d.part-1-of-3.xlsx',
          'exports/main/2026-12-01-due-30d.part-2-of-3.xlsx',
          'exports/main/2026-12-01-due-30d.part-3-of-3.xlsx',
        ]);
        expect([...run.files.values()].map(({ part }) => part.rows.length)).toEqual([2, 2, 1]);
        expect(run.told).toMatchObject([{ keys: [...run.files.keys()] }]);
      },
    );
  });
});

describe('a survey that meets trouble', () => {
  test('without the permission to look is told with what to do, and is not tried for ever', async () => {
    await atSandbox(
      {
        resources: [worldResource(1)],
        faults: [{ api: 'query', what: { status: 403, code: 'CBC.0151' } }],
      },
      exportSettings(),
      async ({ run }) => {
        await run.ask('main');
        await run.settle();
        expect(run.files.size).toBe(0);
        expect(run.told).toMatchObject([
          {
            kind: 'export failed',
            reason: expect.stringContaining('CBC.0151') as string,
            advice: expect.stringContaining('then ask for the export again') as string,
          },
        ]);
      },
    );
  });

  test('without usable keys is tried again for a while, then told', async () => {
    const begin = new SurveyRun({
      accounts: [testAccount()],
      desk: () => {
        throw new Error('The secret renewsheet/main must be JSON.');
      },
    });
    const start = begin.clock.now;
    await begin.ask('main');
    await begin.settle();
    expect(begin.told).toMatchObject([
      {
        kind: 'export failed',
        reason: expect.stringContaining('The secret renewsheet/main') as string,
      },
    ]);
    expect(begin.dead).toEqual([]);
    expect(begin.clock.now - start).toBeGreaterThan(40 * 60_000);
  });

  test('goes on where a busy provider held it up, without listing twice', async () => {
    await atSandbox(
      {
        resources: Array.from({ length: 30 }, (_, index) => worldResource(index)),
        faults: [{ api: 'price', call: { from: 2, to: 20 }, what: 'throttle' }],
      },
      exportSettings(),
      async ({ run, sandbox }) => {
        await run.ask('main');
        await run.settle();
        expect(idsOf(run.file.survey)).toHaveLength(30);
        const listings = sandbox
          .calls()
          .filter(({ api, body }) => api === 'query' && !JSON.stringify(body).includes('ids'));
        expect(listings).toHaveLength(1);
        expect(run.warnings).toContain('export goes on later');
      },
    );
  });
});
