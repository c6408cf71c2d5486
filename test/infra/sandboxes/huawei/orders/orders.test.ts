import { describe, expect, it } from 'vitest';

import { CANCEL, fixture, ORDERS, vm, type Fixture } from '../sandbox-fixture.ts';

const DETAILS = `${ORDERS}/details`;
const DAY = 86_400_000;

type Row = Record<string, unknown>;

async function listed({ call }: Fixture, query: string): Promise<unknown[]> {
  const reply = await call(`${ORDERS}?${query}`);
  return (reply.json['order_infos'] as Row[]).map((row) => row['order_id']);
}

describe('the order list', () => {
  it('shows numbers as numbers and times as UTC text', async () => {
    const world = await fixture();
    const order = await world.order('vm-1', 'vm-2');
    await world.pay(order);
    const reply = await world.call(ORDERS);
    expect(reply.json).toMatchObject({
      total_count: 1,
      order_infos: [
        {
          order_id: order,
          source_type: 1,
          status: 3,
          order_type: 2,
          amount_after_discount: 20,
          official_amount: 20,
          measure_id: 1,
          create_time: '2026-11-15T12:00:00Z',
          payment_time: '2026-11-15T12:00:00Z',
          currency: 'USD',
        },
      ],
    });
    expect((reply.json['order_infos'] as Row[])[0]).not.toHaveProperty('sub_order_infos');
    expect((reply.json['order_infos'] as Row[])[0]).not.toHaveProperty('user_name');
  });

  it('filters, sorts and pages', async () => {
    const world = await fixture();
    const first = await world.order('vm-1');
    world.pass(DAY);
    const second = await world.order('vm-2');
    await world.pay(second);
    const { order: change } = world.sandbox.act.lock({ resource: 'vm-3', kind: 'processing' });
    expect(await listed(world, '')).toEqual([change, second, first]);
    expect(await listed(world, 'order_by=createTime')).toEqual([first, second, change]);
    expect(await listed(world, 'order_type=2&order_by=-createTime')).toEqual([second, first]);
    expect(await listed(world, 'status=6')).toEqual([first]);
    expect(await listed(world, `order_id=${second}`)).toEqual([second]);
    expect(await listed(world, 'create_time_begin=2026-11-16T00:00:00Z&order_type=2')).toEqual([
      second,
    ]);
    expect(await listed(world, 'payment_time_end=2026-11-17T00:00:00Z')).toEqual([second]);
    expect(await listed(world, 'offset=1&limit=1')).toEqual([second]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'offset=-1',
    'status=7',
    'order_by=payTime',
    'create_time_begin=2026-01-01',
    'create_time_begin=2025-01-01T00:00:00Z&create_time_end=2026-06-01T00:00:00Z',
  ])('refuses %s', async (query) => {
    const { call } = await fixture();
    const reply = await call(`${ORDERS}?${query}`);
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.0100']);
  });

  it('shows a new order with a delay, but can pay and cancel it at once', async () => {
    const world = await fixture({ behaviour: { orderVisibilityDelayMs: 5000 } });
    const order = await world.order('vm-1');
    expect(await listed(world, '')).toEqual([]);
    expect((await world.call(`${DETAILS}/${order}`)).json['error_code']).toBe('CBC.30000010');
    expect((await world.pay(order)).status).toBe(200);
    world.pass(5000);
    expect(await listed(world, '')).toEqual([order]);
  });
});

describe('order details', () => {
  it('name creator and deadline, and page line items that never name a resource', async () => {
    const world = await fixture({
      resources: [vm('vm-1', { attached: [{ id: 'disk-1', prices: { month: '2.00' } }] })],
    });
    const order = await world.order('vm-1');
    const reply = await world.call(`${DETAILS}/${order}`);
    expect(reply.json).toMatchObject({
      order_info: {
        order_id: order,
        user_name: 'renewsheet',
        pending_payment_end_time: '2026-11-22T12:00:00Z',
      },
      total_count: 2,
      order_line_items: [
        {
          period_type: 2,
          period_num: 1,
          effective_time: '2026-12-01T15:59:59Z',
          expire_time: '2027-01-01T15:59:59Z',
          amount_after_discount: 10,
        },
        { amount_after_discount: 2, service_type_code: 'hws.service.type.ebs' },
      ],
    });
    expect(reply.text).not.toMatch(/vm-1|disk-1/u);
    const second = await world.call(`${DETAILS}/${order}?offset=1&limit=1`);
    expect(second.json).toMatchObject({ order_line_items: [{ amount_after_discount: 2 }] });
  });

  it('have no deadline once paid, and can come without item times', async () => {
    const world = await fixture({ behaviour: { lineItemTimes: false } });
    const order = await world.order('vm-1');
    await world.pay(order);
    const reply = await world.call(`${DETAILS}/${order}`);
    expect(reply.text).not.toMatch(/pending_payment_end_time|effective_time/u);
  });

  it('tell the discount an order was paid with', async () => {
    const world = await fixture({ discounts: [{ id: 'd', ratio: '0.9' }] });
    const order = await world.order('vm-1');
    world.sandbox.act.payOrder({ order });
    const reply = await world.call(`${DETAILS}/${order}`);
    expect(reply.json['order_info']).toMatchObject({
      amount_after_discount: 9,
      official_amount: 10,
      amount_info: { discounts: [{ discount_type: '2', discount_amount: 1 }] },
    });
  });

  it('of an unknown order do not exist', async () => {
    const { call } = await fixture();
    const reply = await call(`${DETAILS}/CS0`);
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.30000010']);
  });
});

describe('a combined order', () => {
  it('has one part order per resource, with amounts that add up', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'combined' } });
    const order = await world.order('vm-1', 'vm-2');
    const list = await world.call(ORDERS);
    expect(list.json['order_infos']).toMatchObject([
      {
        order_id: order,
        amount_after_discount: 20,
        sub_order_infos: [
          { order_id: `${order}P1`, amount_after_discount: 10 },
          { order_id: `${order}P2`, amount_after_discount: 10 },
        ],
      },
    ]);
    const details = await world.call(`${DETAILS}/${order}`);
    expect(details.json['order_line_items']).toMatchObject([
      { order_id: `${order}P1` },
      { order_id: `${order}P2` },
    ]);
    const part = await world.call(`${DETAILS}/${order}P2`);
    expect(part.json).toMatchObject({ total_count: 1, order_info: { amount_after_discount: 10 } });
  });

  it('is paid and cancelled whole', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'combined' } });
    const order = await world.order('vm-1', 'vm-2');
    const part = await world.call(CANCEL, { order_id: `${order}P1` });
    expect(part.json['error_code']).toBe('CBC.99000089');
    await world.pay(order);
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '20.00' });
  });
});

describe('cancelling', () => {
  it('ends an unpaid order with 204 and frees its resources', async () => {
    const world = await fixture();
    const order = await world.order('vm-1');
    const reply = await world.call(CANCEL, { order_id: order });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(world.sandbox.orders()[0]).toMatchObject({ status: 4, endedBy: 'cancel' });
    expect(await world.order('vm-1')).not.toBe(order);
  });

  it('is refused for paid, cancelled and unknown orders', async () => {
    const world = await fixture();
    const order = await world.order('vm-1');
    await world.pay(order);
    const code = async (order_id: unknown): Promise<unknown> =>
      (await world.call(CANCEL, { order_id })).json['error_code'];
    expect(await code(order)).toBe('CBC.99005010');
    const other = await world.order('vm-2');
    await world.call(CANCEL, { order_id: other });
    expect(await code(other)).toBe('CBC.99005010');
    expect(await code('CS0')).toBe('CBC.0100');
    expect(await code(7)).toBe('CBC.0100');
  });
});

describe('order discounts and coupons', () => {
  it('lists what each discount takes off each line, by its mode', async () => {
    const world = await fixture({
      discounts: [
        { id: 'ratio', kind: 'contract', ratio: '0.9' },
        { id: 'price', kind: 'partner', fixedPrice: '7.00' },
        { id: 'off', kind: 'promotion', reduction: '2.50' },
      ],
    });
    const order = await world.order('vm-1');
    const reply = await world.call(`${ORDERS}/order-discounts?order_id=${order}`);
    const item = { order_line_item_ids: [`${order}-000001`] };
    const orders = (line: object): object => ({
      orders: [{ order_id: order, order_line_items: [{ ...item, ...line }] }],
    });
    expect(reply.json).toMatchObject({
      discounts: [
        {
          discount_id: 'ratio',
          discount_value: '0.9',
          discount_type: 1,
          ...orders({ discount_mode: 0, discount_amount: 1, discount_ratio: 0.9 }),
        },
        {
          discount_id: 'price',
          discount_value: '',
          discount_type: 3,
          ...orders({ discount_mode: 1, discount_amount: 3 }),
        },
        {
          discount_id: 'off',
          discount_value: '2.50',
          discount_type: 0,
          ...orders({ discount_mode: 2, discount_amount: 2.5 }),
        },
      ],
    });
    await world.pay(order);
    const paid = await world.call(`${ORDERS}/order-discounts?order_id=${order}`);
    expect(paid.json).toEqual({ discounts: [] });
  });

  it('lists usable coupons, or has no such call where the world says so', async () => {
    const coupons = [
      { id: 'c', balance: '4.00' },
      { id: 'old', expires: '2 days ago' },
    ];
    const world = await fixture({ coupons });
    const path = `${ORDERS}/order-coupons?order_id=${await world.order('vm-1')}`;
    expect((await world.call(path)).json).toMatchObject({
      count: 1,
      user_coupons: [{ coupon_id: 'c', coupon_type: 301, balance: 4, status: 2 }],
    });
    world.sandbox.act.setBehaviour({ couponApi: false });
    expect((await world.call(path)).status).toBe(404);
  });

  it.each(['order-discounts', 'order-coupons'])('%s wants an order it can see', async (name) => {
    const { call } = await fixture();
    expect((await call(`${ORDERS}/${name}`)).json['error_code']).toBe('CBC.0100');
    expect((await call(`${ORDERS}/${name}?order_id=CS0`)).json['error_code']).toBe('CBC.30000010');
  });
});
