import { describe, expect, it } from 'vitest';
import { opened } from '../opened.ts';
import { broken, json, raw, refusal, type Reply } from '../../scripted-fetch.ts';

const YEAR = { unit: 'year', count: 1 } as const;
const renew = async (reply: Reply, ids: readonly string[] = ['a', 'b']) =>
  await opened(reply).provider.renewals.renew(ids, YEAR);

describe('renewing', () => {
  it('sends all ids in one call with payment switched off in so many words', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `r${index}`);
    const { provider, sent } = opened(json({ order_ids: ['CS1'] }));
    expect(await provider.renewals.renew(ids, YEAR)).toEqual({
      answer: { kind: 'done', value: null },
      orders: ['CS1'],
      failed: [],
    });
    expect(sent.map(({ method, url, body }) => ({ method, path: url.pathname, body }))).toEqual([
      {
        method: 'POST',
        path: '/v2/orders/subscriptions/resources/renew',
        body: { resource_ids: ids, period_type: 3, period_num: 1, is_auto_pay: 0 },
      },
    ]);
  });

  it('sends an expire policy only where the account has one', async () => {
    const { provider, sent } = opened(json({ order_ids: ['CS1'] }), { expirePolicy: 0 });
    await provider.renewals.renew(['a'], { unit: 'month', count: 2 });
    expect(sent[0]!.body).toEqual({
      resource_ids: ['a'],
      period_type: 2,
      period_num: 2,
      is_auto_pay: 0,
      expire_policy: 0,
    });
  });

  it('throws without ids', async () => {
    await expect(renew(json({}), [])).rejects.toThrow('at least one resource id');
  });

  it('names every order once', async () => {
    expect(await renew(json({ order_ids: ['CS1', 'CS2', 'CS1', null, ''] }))).toMatchObject({
      answer: { kind: 'done' },
      orders: ['CS1', 'CS2'],
    });
  });

  it.each([
    ['a refusal', refusal('CBC.30050006', 400, { order_ids: ['CS1'] }), 'refused'],
    ['a refusal under status 200', refusal('CBC.99003100', 200, { order_ids: ['CS1'] }), 'refused'],
    ['an unlisted refusal', refusal('CBC.56565', 400, { order_ids: ['CS1'] }), 'refused'],
    ['an unclear code', refusal('CBC.0999', 500, { order_ids: ['CS1'] }), 'unknown'],
    ['a server error', json({ order_ids: ['CS1'] }, 502), 'unknown'],
    ['an answer that breaks off', broken('{"order_ids": ["CS1"'), 'unknown'],
    ['an answer that is broken JSON', raw('{"order_ids":["CS1"],,}'), 'unknown'],
    ['an answer with a single id instead of a list', json({ order_ids: 'CS1' }, 500), 'unknown'],
  ])('takes order ids from %s', async (_, reply, kind) => {
    expect(await renew(reply)).toMatchObject({ answer: { kind }, orders: ['CS1'] });
  });

  it('takes no half order id from an answer that breaks off', async () => {
    const given = await renew(broken('{"order_ids":["CS1","CS2904'));
    expect(given).toMatchObject({ answer: { kind: 'unknown' }, orders: ['CS1'] });
  });

  it('takes no key for an order id', async () => {
    const given = await renew(
      broken('{"order_ids":null,"fail_resource_infos":[{"resource_id":"a"'),
    );
    expect(given.orders).toEqual([]);
  });

  it('names resources that failed beside orders for the others', async () => {
    const given = await renew(
      json({
        order_ids: ['CS1'],
        fail_resource_infos: [
          { resource_id: 'B', error_code: 'CBC.99003144', error_msg: 'in progress' },
        ],
      }),
    );
    expect(given).toMatchObject({
      answer: { kind: 'done' },
      orders: ['CS1'],
      failed: [{ resourceId: 'b', refusal: { code: 'CBC.99003144', message: 'in progress' } }],
    });
  });

  it('names expired resources of a refusal as given up', async () => {
    const given = await renew(refusal('CBC.99003016', 400, { expired_resource_ids: ['b'] }));
    expect(given).toMatchObject({
      answer: { kind: 'refused', refusal: { code: 'CBC.99003016', remedy: 'split' } },
      orders: [],
      failed: [{ resourceId: 'b', refusal: { code: 'CBC.99003016', remedy: 'row' } }],
    });
    expect(given.failed).toHaveLength(1);
  });

  it('is done without an order when every resource is named as failed', async () => {
    const fails = ['a', 'b'].map((resource_id) => ({ resource_id, error_code: 'CBC.30010069' }));
    const given = await renew(json({ fail_resource_infos: fails }));
    expect(given).toMatchObject({ answer: { kind: 'done' }, orders: [] });
    expect(given.failed.map(({ refusal }) => refusal.remedy)).toEqual(['row', 'row']);
  });

  it.each([
    ['names no order at all', {}],
    ['names an empty list', { order_ids: [] }],
    [
      'names failures for some only',
      { fail_resource_infos: [{ resource_id: 'a', error_code: 'CBC.30010069' }] },
    ],
    [
      'is unclear about one resource',
      { order_ids: ['CS1'], fail_resource_infos: [{ resource_id: 'a', error_code: 'CBC.0999' }] },
    ],
    [
      'fails one resource without a code',
      { order_ids: ['CS1'], fail_resource_infos: [{ resource_id: 'a' }] },
    ],
    [
      'fails a resource that was not asked for',
      {
        order_ids: ['CS1'],
        fail_resource_infos: [{ resource_id: 'z', error_code: 'CBC.30010069' }],
      },
    ],
  ])('is unknown when a success %s', async (_, body) => {
    expect((await renew(json(body))).answer.kind).toBe('unknown');
  });

  it.each([
    ['an empty body', raw(null)],
    ['a text', json('ok')],
    ['a list', json([])],
  ])('is unknown when a success is %s', async (_, reply) => {
    expect((await renew(reply)).answer.kind).toBe('unknown');
  });
});
