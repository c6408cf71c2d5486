import { describe, expect, test } from 'vitest';
import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { InProcess } from '../support/in-process.ts';
import { quoteOf } from '../support/quote-rows.ts';
import { type Flow, resources, rowsFor, runFlow } from './run-flow.ts';

/** How many ids each renew call named, in the order of the calls. */
function sizes(flow: Flow): number[] {
  return flow.calls('renew').map(({ ids }) => ids.length);
}

function counted(numbers: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

async function learnt(app: InProcess): Promise<number> {
  return (await app.accounts.read('main')).rung;
}

/** Ids of renew calls that follow another renew of theirs without a look and a price in between. */
function resubmittedBlindly(calls: readonly HuaweiCall[]): string[] {
  const seen = new Map<string, Set<string>>();
  const blind: string[] = [];
  for (const { api, ids } of calls) {
    for (const id of ids) {
      const since = seen.get(id);
      if (api !== 'renew') since?.add(api);
      else {
        if (since !== undefined && !(since.has('query') && since.has('price'))) blind.push(id);
        seen.set(id, new Set());
      }
    }
  }
  return blind;
}

const WHOLE = { behaviour: { maxIdsPerRenew: 100 } } as const;
const TEN = { behaviour: { maxIdsPerRenew: 10 } } as const;

function oneBad(count: number, bad: number, code = 'CBC.99003004'): Record<string, unknown>[] {
  return resources(count, (at) => (at === bad ? { errors: { renew: code } } : {}));
}

describe('the ladder', () => {
  test('prices all ids before the first renew call', async () => {
    const flow = await runFlow({ resources: resources(25), ...WHOLE });
    const calls = flow.calls().map(({ api }) => api);

    expect(calls.lastIndexOf('price')).toBeLessThan(calls.indexOf('renew'));
    expect(sizes(flow)).toEqual([25]);
  });

  test('goes from a hundred to ten to one around a bad id, with a price and a look each time', async () => {
    const flow = await runFlow({ resources: oneBad(100, 37), ...WHOLE });

    expect(counted(sizes(flow))).toEqual({ 100: 1, 10: 10, 1: 10 });
    expect(resubmittedBlindly(flow.calls())).toEqual([]);
    expect(flow.words.filter((word) => word === 'renewed')).toHaveLength(99);
    expect(flow.words[37]).toBe('not renewable');
    expect(flow.wrong).toEqual([]);
  });

  test('looks again first: what was renewed by hand after the refusal is not ordered', async () => {
    const flow = await runFlow(
      { resources: oneBad(3, 1), ...WHOLE },
      {
        prepare: (sandbox) => {
          sandbox.onCall(({ api, phase, number }) => {
            if (api === 'renew' && phase === 'after' && number === 1) {
              sandbox.act.renewOutside({ resource: 'r2' });
            }
          });
        },
      },
    );

    expect(flow.words).toEqual(['renewed', 'not renewable', 'already renewed']);
    expect(
      flow
        .calls('renew')
        .slice(1)
        .map(({ ids }) => ids),
    ).toEqual([['r0'], ['r1']]);
  });
});

describe('ids per call', () => {
  test('ten are learnt when all that priced are refused at a hundred and accepted at ten', async () => {
    const flow = await runFlow({ resources: resources(230), ...TEN });

    expect(await learnt(flow.app)).toBe(10);
    expect(sizes(flow)).toEqual([100, ...Array.from({ length: 23 }, () => 10)]);
    expect(flow.words.every((word) => word === 'renewed')).toBe(true);
    expect(flow.wrong).toEqual([]);
  });

  test('a later job of the account begins with ten', async () => {
    const flow = await runFlow(
      { resources: resources(30), ...TEN },
      {
        rows: rowsFor(30).slice(0, 15),
        afterwards: async (_, app) => {
          const rest = rowsFor(30)
            .slice(15)
            .map((row, position) => ({ ...row, position }));
          await app.drop('main', quoteOf(rest));
          await app.settle();
        },
      },
    );

    expect(sizes(flow)).toEqual([15, 10, 5, 10, 5]);
    expect(flow.words).toHaveLength(15);
  });

  test('a bad id hides the limit of ten until a chunk without one shows it', async () => {
    const flow = await runFlow({ resources: oneBad(230, 5), ...TEN });

    expect(await learnt(flow.app)).toBe(10);
    expect(counted(sizes(flow))).toEqual({ 100: 2, 10: 23, 1: 10 });
    expect(flow.words.filter((word) => word === 'renewed')).toHaveLength(229);
    expect(flow.wrong).toEqual([]);
  });
});

describe('ids that the answer names', () => {
  test('in the list of CBC.99003016 are taken out, and the others go again together', async () => {
    const gone = new Set([3, 17]);
    const flow = await runFlow({
      resources: resources(20, (at) => (gone.has(at) ? { errors: { renew: 'CBC.99003016' } } : {})),
      ...WHOLE,
    });

    expect(sizes(flow)).toEqual([20, 18]);
    expect(resubmittedBlindly(flow.calls())).toEqual([]);
    expect([3, 17].map((at) => flow.outcomes[at])).toMatchObject([
      { outcome: 'not renewable', code: 'CBC.99003016' },
      { outcome: 'not renewable', code: 'CBC.99003016' },
    ]);
    expect(flow.words.filter((word) => word === 'renewed')).toHaveLength(18);
    expect(flow.wrong).toEqual([]);
  });

  test('are looked for on the ladder where CBC.99003016 comes without its list', async () => {
    const flow = await runFlow({
      resources: resources(3),
      faults: [
        { api: 'renew', call: 1, what: { code: 'CBC.99003016' } },
        { api: 'renew', call: 3, what: { code: 'CBC.99003016' } },
      ],
    });

    expect(sizes(flow)).toEqual([3, 1, 1, 1]);
    expect(flow.words.toSorted()).toEqual(['not renewable', 'renewed', 'renewed']);
    expect(flow.wrong).toEqual([]);
  });

  test.each([
    ['works', 'one'],
    ['nothing', 'one'],
    ['works', 'one per resource'],
    ['nothing', 'one per resource'],
    ['works', 'combined'],
  ] as const)(
    'beside orders of the others keep those orders (order filter: %s; orders: %s)',
    async (orderIdFilter, ordersPerRenew) => {
      const flow = await runFlow({
        resources: oneBad(6, 2, 'CBC.99003005'),
        behaviour: { partialRenew: true, maxIdsPerRenew: 100, orderIdFilter, ordersPerRenew },
      });

      expect(flow.outcomes[2]).toMatchObject({ outcome: 'not renewable', code: 'CBC.99003005' });
      expect(flow.words.filter((word) => word === 'renewed')).toHaveLength(5);
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('a refusal of the whole call', () => {
  test('for a part of a package gives up its members, with the advice to renew it whole', async () => {
    const flow = await runFlow({
      resources: resources(5, (at) => (at < 2 ? { package: 'bundle' } : {})),
      ...WHOLE,
    });

    expect(flow.words.slice(0, 2)).toEqual(['not renewable', 'not renewable']);
    expect(flow.outcomes[0]).toMatchObject({ code: 'CBC.99003634' });
    expect(flow.outcomes[0]!.advice).toBe('Renew the whole package together in the console.');
    expect(flow.words.slice(2)).toEqual(['renewed', 'renewed', 'renewed']);
    expect(flow.wrong).toEqual([]);
  });
});
