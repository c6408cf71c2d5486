import { afterEach, describe, expect, it, vi } from 'vitest';
import { opened } from '../opened.ts';
import { json, refusal, type Reply } from '../../scripted-fetch.ts';

const ids = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `r${index + from}`);

const record = (id: string) => ({
  resource_id: id,
  resource_name: `name of ${id}`,
  is_main_resource: 1,
  expire_time: '2026-09-01T15:59:59Z',
  expire_policy: 0,
});

interface Query {
  readonly resource_ids?: readonly string[];
  readonly order_id?: string;
  readonly offset: number;
  readonly limit: number;
}

/** A provider that has these resources and shows at most so many a page. */
function shows(all: readonly string[], most: number, total: (offset: number) => unknown): Reply {
  return async (sent) => {
    const { resource_ids: asked, offset, limit } = sent.body as Query;
    const found = asked === undefined ? all : all.filter((id) => asked.includes(id));
    const data = found.slice(offset, offset + Math.min(limit, most)).map(record);
    return await json({ total_count: total(offset), data })(sent);
  };
}

describe('asking for resources', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('sends at most 50 ids, main resources only, and says how many records it wants', async () => {
    const { provider, sent } = opened(shows(ids(100), 50, () => 50));
    const answer = await provider.resources.resources(ids(100));
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(
      Array.from({ length: 2 }, () => 'POST /v2/orders/suscriptions/resources/query'),
    );
    expect(sent.map(({ body }) => body)).toEqual([
      { resource_ids: ids(50), only_main_resource: 1, offset: 0, limit: 50 },
      { resource_ids: ids(50, 50), only_main_resource: 1, offset: 0, limit: 50 },
    ]);
    expect(answer.kind === 'done' && answer.value.map(({ resourceId }) => resourceId)).toEqual(
      ids(100),
    );
  });

  it('reads every field', async () => {
    const { provider } = opened(
      json({
        total_count: 2,
        data: [
          { ...record('a'), expire_policy: 3, customer_id: 'ignored' },
          { ...record('b'), is_main_resource: 0, parent_resource_id: 'a' },
        ],
      }),
    );
    expect(await provider.resources.resources(['a', 'b'])).toEqual({
      kind: 'done',
      value: [
        {
          resourceId: 'a',
          name: 'name of a',
          main: true,
          parent: null,
          expiry: Date.UTC(2026, 8, 1, 15, 59, 59),
          autoRenew: true,
        },
        {
          resourceId: 'b',
          name: 'name of b',
          main: false,
          parent: 'a',
          expiry: Date.UTC(2026, 8, 1, 15, 59, 59),
          autoRenew: false,
        },
      ],
    });
  });

  it('survives records with nothing but an id, and records without one', async () => {
    const data = [{ resource_id: 'a' }, {}, { resource_id: 'b', parent_resource_id: 'a' }];
    const { provider } = opened(json({ total_count: 3, data }));
    expect(await provider.resources.resources(['a', 'b'])).toMatchObject({
      value: [
        { resourceId: 'a', name: null, main: true, expiry: null, autoRenew: false },
        { resourceId: 'b', main: false, parent: 'a' },
      ],
    });
  });

  it.each([
    ['2026-09-01T15:59:59Z', Date.UTC(2026, 8, 1, 15, 59, 59)],
    ['2026-09-01T15:59:59.000Z', Date.UTC(2026, 8, 1, 15, 59, 59)],
    ['2026-09-01T15:59:59', Date.UTC(2026, 8, 1, 15, 59, 59)],
    ['2026-09-01 15:59:59', Date.UTC(2026, 8, 1, 15, 59, 59)],
    ['2026-09-01T23:59:59+08:00', Date.UTC(2026, 8, 1, 15, 59, 59)],
    ['tomorrow', null],
    ['2026-13-01T00:00:00Z', null],
    [null, null],
  ])('reads the time %s as UTC, wherever it runs', async (time, expiry) => {
    vi.stubEnv('TZ', 'America/New_York');
    const { provider } = opened(
      json({ total_count: 1, data: [{ ...record('a'), expire_time: time }] }),
    );
    expect(await provider.resources.resources(['a'])).toMatchObject({ value: [{ expiry }] });
  });

  it.each([
    ['pages shorter than asked for', 10, () => 45, 5],
    ['a total that is left out', 10, () => undefined, 6],
    ['a total that grows', 10, (offset: number) => 40 + offset, 6],
    ['a total that is too large', 10, () => 99, 6],
  ])('reads to the end with %s', async (_, most, total, calls) => {
    const { provider, sent } = opened(shows(ids(45), most, total));
    const answer = await provider.resources.resources(ids(45));
    expect(answer.kind === 'done' && answer.value).toHaveLength(45);
    expect(sent).toHaveLength(calls);
    expect(sent.map(({ body }) => (body as Query).offset)).toEqual(
      [0, 10, 20, 30, 40, 45].slice(0, calls),
    );
  });

  it('shows a record once that slips onto the next page', async () => {
    const { provider } = opened([
      json({ total_count: 3, data: ['a', 'b'].map(record) }),
      json({ total_count: 4, data: ['b', 'c'].map(record) }),
    ]);
    const answer = await provider.resources.resources(['a', 'b', 'c']);
    expect(answer.kind === 'done' && answer.value.map(({ resourceId }) => resourceId)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('leaves it unknown when the same page comes again and again', async () => {
    const { provider, sent } = opened(json({ total_count: 99, data: [record('a')] }));
    expect((await provider.resources.resources(['a', 'b'])).kind).toBe('unknown');
    expect(sent).toHaveLength(4);
  });

  it('spells ids as they were asked for, whatever case and dashes the answer uses', async () => {
    const dashed = '96308D5E-FD78-41B9-A4DA-C673D84D0E14';
    const plain = '96308d5efd7841b9a4dac673d84d0e14';
    const { provider } = opened(json({ total_count: 1, data: [record(plain)] }));
    expect(await provider.resources.resources([dashed, 'x'])).toMatchObject({
      value: [{ resourceId: dashed }],
    });
  });

  it('never takes one of two look-alike ids for the other', async () => {
    const { provider } = opened(json({ total_count: 2, data: [record('A-1'), record('A1')] }));
    const answer = await provider.resources.resources(['a-1', 'A-1', 'a1']);
    expect(answer.kind === 'done' && answer.value.map(({ resourceId }) => resourceId)).toEqual([
      'A-1',
    ]);
  });

  it('passes over resources that were not asked for', async () => {
    const { provider } = opened(json({ total_count: 2, data: [record('a'), record('z')] }));
    expect(await provider.resources.resources(['a'])).toMatchObject({
      value: [{ resourceId: 'a' }],
    });
  });

  it('asks nothing without ids, for that would list the whole account', async () => {
    const { provider, sent } = opened(json({}));
    expect(await provider.resources.resources([])).toEqual({ kind: 'done', value: [] });
    expect(sent).toEqual([]);
  });

  it('is refused as a whole when one call is', async () => {
    const { provider } = opened([json({ total_count: 0, data: [] }), refusal('CBC.0100')]);
    expect(await provider.resources.resources(ids(60))).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'split' },
    });
  });
});

describe('asking for the resources of an order', () => {
  it('filters by the order and reads every page', async () => {
    const { provider, sent } = opened(shows(ids(70), 50, () => 70));
    const answer = await provider.renewals.resourcesOfOrder('CS1');
    expect(answer.kind === 'done' && answer.value).toHaveLength(70);
    expect(sent.map(({ body }) => body)).toEqual([
      { order_id: 'CS1', only_main_resource: 1, offset: 0, limit: 50 },
      { order_id: 'CS1', only_main_resource: 1, offset: 50, limit: 50 },
    ]);
  });

  it('is an empty list where the filter finds nothing', async () => {
    const { provider } = opened(json({ total_count: 0 }));
    expect(await provider.renewals.resourcesOfOrder('CS1')).toEqual({ kind: 'done', value: [] });
  });
});
