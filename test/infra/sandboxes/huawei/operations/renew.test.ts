import { describe, expect, it } from 'vitest';

import { fixture, PRICE, QUERY, RENEW, vm } from '../sandbox-fixture.ts';

const month = { period_type: 2, period_num: 1 };

describe('renew', () => {
  it('makes one unpaid order for all ids, charges nothing and locks them', async () => {
    const { call, sandbox } = await fixture();
    const reply = await call(RENEW, { resource_ids: ['vm-1', 'vm-2'], ...month });
    expect(reply.status).toBe(200);
    const [order] = sandbox.orders();
    expect(reply.json).toEqual({ order_ids: [order?.id] });
    expect(order).toMatchObject({
      status: 6,
      type: 2,
      source: 1,
      by: 'renewsheet',
      resources: ['vm-1', 'vm-2'],
      official: '20.00',
      deadline: '2026-11-22T12:00:00Z',
    });
    expect(sandbox.ledger()).toEqual([]);
    expect(sandbox.resources().map(({ heldBy }) => heldBy)).toEqual([order?.id, order?.id, null]);
  });

  it('refuses a second renewal while the first is unpaid, and while it is in progress', async () => {
    const { call, pay, order, pass } = await fixture();
    const id = await order('vm-1');
    const again = async (): Promise<unknown> =>
      (await call(RENEW, { resource_ids: ['vm-1'], ...month })).json['error_code'];
    expect(await again()).toBe('CBC.99003100');
    await pay(id);
    expect(await again()).toBe('CBC.99003144');
    pass(200);
    expect(await again()).toBeUndefined();
  });

  it('pays by itself when asked, and a second such call buys another period', async () => {
    const { call, sandbox, pass } = await fixture();
    const body = { resource_ids: ['vm-1'], ...month, is_auto_pay: 1 };
    await call(RENEW, body);
    pass(200);
    await call(RENEW, body);
    pass(200);
    expect(sandbox.ledger()).toMatchObject([
      {
        through: 'renew',
        amount: '10.00',
        resources: [{ expiryBefore: '2026-12-01T15:59:59Z', expiryAfter: '2027-01-01T15:59:59Z' }],
      },
      {
        resources: [{ expiryBefore: '2027-01-01T15:59:59Z', expiryAfter: '2027-02-01T15:59:59Z' }],
      },
    ]);
  });

  it('keeps the order unpaid and locked when automatic payment fails', async () => {
    const { call, sandbox } = await fixture({ balance: '5.00' });
    const reply = await call(RENEW, { resource_ids: ['vm-1'], ...month, is_auto_pay: 1 });
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.30050006']);
    expect(reply.json['order_ids']).toEqual([sandbox.orders()[0]?.id]);
    expect(sandbox.orders()[0]?.status).toBe(6);
    expect(sandbox.ledger()).toEqual([]);
  });

  it('can keep the order ids of a failed automatic payment to itself', async () => {
    const { call } = await fixture({ balance: '5.00', behaviour: { orderIdsInError: false } });
    const reply = await call(RENEW, { resource_ids: ['vm-1'], ...month, is_auto_pay: 1 });
    expect(reply.json).not.toHaveProperty('order_ids');
  });

  it.each([
    ['no ids', { resource_ids: [], ...month }],
    ['11 ids', { resource_ids: Array.from({ length: 11 }, (_, n) => `vm-${n}`), ...month }],
    ['month 12', { resource_ids: ['vm-1'], period_type: 2, period_num: 12 }],
    ['year 4', { resource_ids: ['vm-1'], period_type: 3, period_num: 4 }],
    ['type 4', { resource_ids: ['vm-1'], period_type: 4, period_num: 1 }],
    ['text numbers', { resource_ids: ['vm-1'], period_type: '2', period_num: 1 }],
    ['auto pay 2', { resource_ids: ['vm-1'], ...month, is_auto_pay: 2 }],
    ['duplicates', { resource_ids: ['vm-1', 'vm-1'], ...month }],
    ['no body', undefined],
  ])('refuses %s as a parameter error', async (_name, body) => {
    const { call, sandbox } = await fixture();
    const reply = await call(RENEW, body);
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.0100']);
    expect(sandbox.orders()).toEqual([]);
  });

  it('accepts null for is_auto_pay and ignores the obsolete expire_policy', async () => {
    const { call } = await fixture();
    const more = { is_auto_pay: null, expire_policy: 1 };
    expect((await call(RENEW, { resource_ids: ['vm-1'], ...month, ...more })).status).toBe(200);
  });

  it('takes 100 ids and merges duplicates where the world says so', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => `vm-${n}`);
    const { call, sandbox } = await fixture({
      resources: ids.map((id) => vm(id)),
      behaviour: { maxIdsPerRenew: 100, duplicateIds: 'merged' },
    });
    const body = { resource_ids: [...ids.slice(0, 99), 'vm-0'], ...month };
    expect((await call(RENEW, body)).status).toBe(200);
    expect(sandbox.orders()[0]?.resources).toHaveLength(99);
  });

  it('makes one order per resource where the world says so', async () => {
    const { call, sandbox } = await fixture({ behaviour: { ordersPerRenew: 'one per resource' } });
    const reply = await call(RENEW, { resource_ids: ['vm-1', 'vm-2'], ...month });
    expect(reply.json['order_ids']).toEqual(sandbox.orders().map(({ id }) => id));
    expect(sandbox.orders().map(({ resources }) => resources)).toEqual([['vm-1'], ['vm-2']]);
  });

  it('extends attached resources with their main one, each from its own old expiry', async () => {
    const { call, sandbox, pass } = await fixture({
      resources: [
        vm('vm-1', {
          attached: [
            { id: 'disk-1', prices: { month: '2.50' }, expires: '2026-12-31T15:59:59Z' },
            { id: 'disk-2' },
          ],
        }),
      ],
    });
    await call(RENEW, { resource_ids: ['vm-1'], ...month, is_auto_pay: 1 });
    pass(200);
    expect(sandbox.resources().map(({ id, expires }) => [id, expires])).toEqual([
      ['vm-1', '2027-01-01T15:59:59Z'],
      ['disk-1', '2027-01-31T15:59:59Z'],
      ['disk-2', '2027-01-01T15:59:59Z'],
    ]);
    expect(sandbox.ledger()[0]?.resources).toMatchObject([{ resourceId: 'vm-1', amount: '12.50' }]);
  });

  it('starts from the original expiry in the grace period, and thaws a frozen resource', async () => {
    const { call, sandbox, pass } = await fixture({
      resources: [vm('vm-1', { expires: '2026-11-10T15:59:59Z' }), vm('vm-2', { status: 4 })],
    });
    expect(sandbox.resources().map(({ status }) => status)).toEqual([5, 4]);
    await call(RENEW, { resource_ids: ['vm-1', 'vm-2'], ...month, is_auto_pay: 1 });
    pass(200);
    expect(sandbox.resources()).toMatchObject([
      { expires: '2026-12-10T15:59:59Z', status: 2 },
      { expires: '2027-01-01T15:59:59Z', status: 2 },
    ]);
  });

  it('can show the later expiry with a delay', async () => {
    const { call, pass } = await fixture({ behaviour: { expiryVisibilityDelayMs: 1000 } });
    await call(RENEW, { resource_ids: ['vm-1'], ...month, is_auto_pay: 1 });
    const shown = async (): Promise<unknown> => {
      const reply = await call(QUERY, { resource_ids: ['vm-1'] });
      return (reply.json['data'] as { expire_time: string }[])[0]?.expire_time;
    };
    pass(1199);
    expect(await shown()).toBe('2026-12-01T15:59:59Z');
    pass(1);
    expect(await shown()).toBe('2027-01-01T15:59:59Z');
  });
});

describe('what renew refuses', () => {
  const bad = [
    vm('good'),
    vm('main', { attached: [{ id: 'disk' }] }),
    vm('unpaid', { locked: 'unpaid' }),
    vm('changing', { locked: 'processing' }),
    vm('monthly', { prices: { month: '1' } }),
    vm('planted', { errors: { renew: 'CBC.99003002' } }),
    vm('odd', { errors: { renew: { code: 'CBC.424242', status: 418, message: 'new' } } }),
    vm('fixed', { renewable: false }),
    vm('young', { provisioned: false }),
    vm('long', { expires: '2036-01-01T00:00:00Z' }),
    vm('dead', { expires: '40 days ago' }),
    vm('pack-1', { package: 'p' }),
    vm('pack-2', { package: 'p' }),
  ];

  it.each([
    ['disk', 'CBC.30010036'],
    ['nobody', 'CBC.99003016'],
    ['dead', 'CBC.99003016'],
    ['unpaid', 'CBC.99003100'],
    ['changing', 'CBC.99003144'],
    ['monthly', 'CBC.30010069'],
    ['planted', 'CBC.99003002'],
    ['fixed', 'CBC.99003006'],
    ['young', 'CBC.99003005'],
    ['long', 'CBC.99003154'],
    ['pack-1', 'CBC.99003634'],
  ])('refuses the whole call for %s with %s', async (id, code) => {
    const { call, sandbox } = await fixture({ resources: bad });
    const before = sandbox.orders().length;
    const reply = await call(RENEW, { resource_ids: ['good', id], period_type: 3, period_num: 1 });
    expect([reply.status, reply.json['error_code']]).toEqual([400, code]);
    expect(reply.json['expired_resource_ids']).toEqual(code.endsWith('3016') ? [id] : undefined);
    expect(sandbox.orders()).toHaveLength(before);
  });

  it('answers planted codes nobody has heard of', async () => {
    const { call } = await fixture({ resources: bad });
    const reply = await call(RENEW, { resource_ids: ['odd'], ...month });
    expect([reply.status, reply.json]).toEqual([
      418,
      { error_code: 'CBC.424242', error_msg: 'new' },
    ]);
  });

  it('names the earliest check first, and all ids that are gone', async () => {
    const { call } = await fixture({ resources: bad });
    const ids = ['unpaid', 'nobody', 'dead'];
    const reply = await call(RENEW, { resource_ids: ids, ...month });
    expect(reply.json['error_code']).toBe('CBC.99003016');
    expect(reply.json['expired_resource_ids']).toEqual(['nobody', 'dead']);
    const attached = await call(RENEW, { resource_ids: [...ids, 'disk'], ...month });
    expect(attached.json['error_code']).toBe('CBC.30010036');
  });

  it('renews a package whole and alone', async () => {
    const { call } = await fixture({ resources: bad });
    const code = async (ids: string[]): Promise<unknown> =>
      (await call(RENEW, { resource_ids: ids, ...month })).json['error_code'];
    expect(await code(['pack-1', 'pack-2', 'good'])).toBe('CBC.99003634');
    expect(await code(['pack-2', 'pack-1'])).toBeUndefined();
  });

  it('orders the good ones and lists the bad ones where partial success is on', async () => {
    const { call, sandbox } = await fixture({ resources: bad, behaviour: { partialRenew: true } });
    const reply = await call(RENEW, { resource_ids: ['good', 'unpaid', 'nobody'], ...month });
    expect(reply.status).toBe(200);
    expect(reply.json['order_ids']).toEqual([sandbox.orders().at(-1)?.id]);
    expect(sandbox.orders().at(-1)?.resources).toEqual(['good']);
    expect(reply.json['fail_resource_infos']).toMatchObject([
      { resource_id: 'nobody', error_code: 'CBC.99003016' },
      { resource_id: 'unpaid', error_code: 'CBC.99003100' },
    ]);
  });

  it('makes no order when partial success leaves nothing', async () => {
    const { call, sandbox } = await fixture({ resources: bad, behaviour: { partialRenew: true } });
    const before = sandbox.orders().length;
    const reply = await call(RENEW, { resource_ids: ['nobody'], ...month });
    expect(reply.json['order_ids']).toEqual([]);
    expect(sandbox.orders()).toHaveLength(before);
  });

  it.each([200, 400, 500])('answers refusals under HTTP %i where told so', async (status) => {
    const { call } = await fixture({ resources: bad, behaviour: { refusalStatus: status } });
    const reply = await call(RENEW, { resource_ids: ['unpaid'], ...month });
    expect([reply.status, reply.json['error_code']]).toEqual([status, 'CBC.99003100']);
  });

  it('renews nothing for a frozen account, before it looks at anything else', async () => {
    const { call, sandbox } = await fixture({ frozen: true });
    expect((await call(RENEW, {})).json['error_code']).toBe('CBC.7281');
    sandbox.act.setFrozen({ frozen: false });
    expect((await call(RENEW, { resource_ids: ['vm-1'], ...month })).status).toBe(200);
    expect((await call(PRICE, { resource_ids: ['vm-2'], ...month })).status).toBe(200);
  });
});
