import { describe, expect, it } from 'vitest';

import { CANCEL, fixture, ORDERS, PAY, PRICE, QUERY, RENEW, vm } from '../sandbox-fixture.ts';
import type { Fixture } from '../sandbox-fixture.ts';

const MINUTE = 60_000;
const discounts = [{ id: 'D1', ratio: '0.9' }];

type Row = Record<string, unknown>;

async function details({ call }: Fixture, order: string): Promise<{ info: Row; lines: Row[] }> {
  const { json } = await call(`${ORDERS}/details/${order}`);
  return { info: json['order_info'] as Row, lines: json['order_line_items'] as Row[] };
}

async function payWith({ call }: Fixture, order: string, discount: string): Promise<number> {
  const { status } = await call(PAY, {
    order_id: order,
    use_coupon: 'NO',
    use_discount: 'YES',
    discount_infos: [{ id: discount, type: 2 }],
  });
  return status;
}

describe('order lines', () => {
  const trueTimes = ['2026-12-01T15:59:59Z', '2027-01-01T15:59:59Z'];
  it.each<[unknown, unknown[][]]>([
    [true, [trueTimes, trueTimes]],
    [false, [[], []]],
    [
      'of the order',
      [
        ['2026-11-15T12:00:00Z', '2026-12-15T12:00:00Z'],
        ['2026-11-15T12:00:00Z', '2026-12-15T12:00:00Z'],
      ],
    ],
    ['no start', [[trueTimes[1]], [trueTimes[1]]]],
    ['first only', [trueTimes, []]],
  ])('with lineItemTimes %j', async (lineItemTimes, expected) => {
    const world = await fixture({ behaviour: { lineItemTimes } });
    const { lines } = await details(world, await world.order('vm-1', 'vm-2'));
    const times = lines.map(({ effective_time: start, expire_time: end }) =>
      [start, end].filter((time) => time !== undefined),
    );
    expect(times).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['as asked', [3, 1]],
    ['in months', [2, 12]],
    ['absent', [undefined, undefined]],
  ])('tell a year %s', async (lineItemTerm, expected) => {
    const world = await fixture({ behaviour: { lineItemTerm } });
    await world.call(RENEW, { resource_ids: ['vm-1'], period_type: 3, period_num: 1 });
    const { lines } = await details(world, world.sandbox.orders()[0]!.id);
    expect([lines[0]?.['period_type'], lines[0]?.['period_num']]).toEqual(expected);
  });
});

describe('statuses in passing', () => {
  it.each([1, 9, 42])('show %i at first, and an order that cannot be paid yet', async (status) => {
    const statusBeforePayment = { status, forMs: MINUTE, payable: false };
    const world = await fixture({ behaviour: { statusBeforePayment } });
    const order = await world.order('vm-1');
    expect((await details(world, order)).info['status']).toBe(status);
    expect((await world.pay(order)).json['error_code']).toBe('CBC.99003106');
    world.pass(MINUTE);
    expect((await details(world, order)).info['status']).toBe(6);
    expect((await world.pay(order)).status).toBe(200);
  });

  it('show an order that can be paid and cancelled all the same', async () => {
    const statusBeforePayment = { status: 1, forMs: MINUTE };
    const world = await fixture({ behaviour: { statusBeforePayment } });
    expect((await world.pay(await world.order('vm-1'))).status).toBe(200);
    const other = await world.order('vm-2');
    expect((await world.call(CANCEL, { order_id: other })).status).toBe(204);
    expect(world.sandbox.ledger()).toHaveLength(1);
  });

  it('show a paid order as something else for a while, completed or not', async () => {
    const statusAfterPayment = { status: 9, forMs: MINUTE };
    const world = await fixture({ behaviour: { statusAfterPayment } });
    const order = await world.order('vm-1');
    await world.pay(order);
    world.pass(MINUTE - 1);
    expect((await details(world, order)).info['status']).toBe(9);
    expect(world.sandbox.resources()[0]?.expires).toBe('2027-01-01T15:59:59Z');
    world.pass(1);
    expect((await details(world, order)).info['status']).toBe(5);
  });
});

describe('times', () => {
  it.each([
    ['milliseconds', '2026-12-01T15:59:59.000Z'],
    ['no seconds', '2026-12-01T15:59Z'],
    ['+08:00', '2026-12-01T23:59:59+08:00'],
    ['+0800', '2026-12-01T23:59:59+0800'],
    ['blank', '2026-12-01 15:59:59Z'],
  ])('are written with %s', async (dateSpelling, expected) => {
    const world = await fixture({ behaviour: { dateSpelling } });
    const { json } = await world.call(QUERY, { resource_ids: ['vm-1'] });
    expect((json['data'] as Row[])[0]?.['expire_time']).toBe(expected);
    const { lines } = await details(world, await world.order('vm-1'));
    expect(lines[0]?.['effective_time']).toBe(expected);
  });
});

describe('amounts', () => {
  it.each([
    ['zero', 0],
    ['absent', undefined],
    ['charged', 9],
    ['list', 10],
    ['a tenth', 0.9],
  ])('consumed_amount of a paid order is %s', async (consumedAmount, expected) => {
    const world = await fixture({ discounts, behaviour: { consumedAmount } });
    const order = await world.order('vm-1');
    await payWith(world, order, 'D1');
    const { amount_info: info } = (await details(world, order)).info;
    expect((info as Row)['consumed_amount']).toBe(expected);
    expect(world.sandbox.ledger()[0]?.amount).toBe('9.00');
  });

  it.each([
    ['as paid', 9],
    ['list', 10],
    ['after coupons', 7],
  ])('amount_after_discount of a paid order is %s', async (paidOrderAmount, expected) => {
    const coupons = [{ id: 'C1', type: 301, balance: '2.00' }];
    const world = await fixture({ discounts, coupons, behaviour: { paidOrderAmount } });
    const order = await world.order('vm-1');
    const paid = await world.call(PAY, {
      order_id: order,
      use_coupon: 'YES',
      coupon_infos: [{ id: 'C1', type: 301 }],
      use_discount: 'YES',
      discount_infos: [{ id: 'D1', type: 2 }],
    });
    expect(paid.status).toBe(200);
    expect((await details(world, order)).info['amount_after_discount']).toBe(expected);
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '7.00', coupon: '2.00' });
  });

  it.each([
    ['half up', '20.00'],
    ['up', '20.01'],
  ])('have more decimals than are charged, rounded %s', async (chargeRounding, charged) => {
    const prices = { month: '10.0012' };
    const world = await fixture({
      resources: [vm('vm-1', { prices }), vm('vm-2', { prices })],
      behaviour: { amountDecimals: 4, chargeRounding },
    });
    const ids = ['vm-1', 'vm-2'];
    const { json } = await world.call(PRICE, { resource_ids: ids, period_type: 2, period_num: 1 });
    expect(json['renew_inquiry_results']).toMatchObject([
      { amount: '10.0012' },
      { amount: '10.0012' },
    ]);
    const order = await world.order(...ids);
    expect((await details(world, order)).info['amount_after_discount']).toBe(20.0024);
    await world.pay(order);
    expect(world.sandbox.ledger()[0]?.amount).toBe(charged);
    expect(world.sandbox.account().cash).toBe(charged === '20.00' ? '9980.00' : '9979.99');
  });

  it('of a discount that was shown and accepted are not kept', async () => {
    const behaviour = { discountKept: false, unpaidOrderAmount: 'discounted' };
    const world = await fixture({ discounts, behaviour });
    const order = await world.order('vm-1');
    expect((await details(world, order)).info['amount_after_discount']).toBe(9);
    expect(await payWith(world, order, 'D1')).toBe(200);
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '10.00', discount: null });
    expect((await details(world, order)).info['amount_after_discount']).toBe(10);
  });

  it.each([
    ['reduction', 1],
    ['price after', 9],
  ])('of a discount tell the %s', async (discountFigures, expected) => {
    const world = await fixture({ discounts, behaviour: { discountFigures } });
    const order = await world.order('vm-1');
    const { json } = await world.call(`${ORDERS}/order-discounts?order_id=${order}`);
    expect(json).toMatchObject({
      discounts: [{ orders: [{ order_line_items: [{ discount_amount: expected }] }] }],
    });
  });
});

describe('refusals', () => {
  it.each([200, 400, 503])('of a call that comes too often can have status %i', async (status) => {
    const faults = [{ api: 'renew', what: 'throttle' }];
    const { call } = await fixture({ faults, behaviour: { throttleStatus: status } });
    const reply = await call(RENEW, {});
    expect([reply.status, reply.json['error_code']]).toEqual([status, 'APIG.0308']);
  });

  it.each(['CBC.0100', 'CBC.30000010'])('of cancelling an unknown order: %s', async (code) => {
    const { call } = await fixture({ behaviour: { cancelUnknown: code } });
    expect((await call(CANCEL, { order_id: 'none' })).json['error_code']).toBe(code);
  });
});
