import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChunkName, RenewalKey } from '../../../shared/ports/order-memory.ts';
import { KINDS, type Stores } from './store-contract.ts';

const AT = 1000;

function chunk(job: string, number = 0, site = 'huawei'): ChunkName {
  return { site, job, chunk: number };
}

/** Rows of a test's own, so that tests do not meet. */
function rows(test: string, day: string, ...ids: string[]): RenewalKey[] {
  return ids.map((id) => ({ key: `${test}${id}`, day }));
}

describe.each(KINDS)('the memory of orders %s', (_, open) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(async () => {
    await stores.close();
  });

  test('tells nothing to the first, and the first to the second', async () => {
    const { memory } = stores;
    const first = await memory.enter(chunk('a'), rows('two', '2026-01-10', '1', '2', '3'), AT);
    const second = await memory.enter(chunk('b'), rows('two', '2026-01-10', '2', '3', '4'), 2 * AT);

    expect(first.earlier).toEqual([]);
    expect(second.earlier).toEqual([{ job: 'a', chunk: 0, keys: ['two2', 'two3'] }]);
    expect(second.since).toBe(2 * AT);
  });

  test('keeps the order and the time of entering, however often a chunk enters', async () => {
    const { memory } = stores;
    const own = rows('again', '2026-02-10', '1');
    await memory.enter(chunk('a'), own, AT);
    await memory.enter(chunk('b'), own, 2 * AT);

    expect(await memory.enter(chunk('a'), own, 3 * AT)).toMatchObject({ earlier: [] });
    expect(await memory.enter(chunk('b'), own, 3 * AT)).toEqual({
      since: 2 * AT,
      earlier: [{ job: 'a', chunk: 0, keys: ['again1'] }],
    });
  });

  test('puts chunks that come at the same moment in one order: each is told of those before it', async () => {
    const { memory } = stores;
    const own = rows('race', '2026-03-10', '1');
    const jobs = ['a', 'b', 'c', 'd', 'e', 'f'];
    const told = await Promise.all(
      jobs.map(async (job) => await memory.enter(chunk(job), own, AT)),
    );

    expect(told.map(({ earlier }) => earlier.length).toSorted((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  test('leaves out the chunks of the same job, of other rows, months and sites', async () => {
    const { memory } = stores;
    const own = rows('apart', '2026-04-10', '1');
    await memory.enter(chunk('a', 0), own, AT);
    await memory.enter(chunk('b', 0, 'another'), own, AT);
    await memory.enter(chunk('c'), rows('apart', '2026-04-10', '2'), AT);
    await memory.enter(chunk('d'), rows('apart', '2026-05-10', '1'), AT);

    expect(await memory.enter(chunk('a', 1), own, AT)).toMatchObject({ earlier: [] });
  });

  test('knows a chunk of several months once, with all of its rows', async () => {
    const { memory } = stores;
    const own = [...rows('long', '2026-06-30', '1'), ...rows('long', '2026-07-01', '2')];
    await memory.enter(chunk('a'), own, AT);

    expect((await memory.enter(chunk('b'), own, AT)).earlier).toEqual([
      { job: 'a', chunk: 0, keys: ['long1', 'long2'] },
    ]);
  });

  test('can be asked without entering', async () => {
    const { memory } = stores;
    const own = rows('asked', '2026-08-10', '1');
    expect(await memory.find('huawei', own)).toEqual([]);
    await memory.enter(chunk('a', 7), own, AT);

    expect(await memory.find('huawei', own)).toEqual([{ job: 'a', chunk: 7, keys: ['asked1'] }]);
  });
});
