import { describe, expect, it } from 'vitest';

import { fixture, PAY, PAY_OLD, vm, type Fixture } from '../sandbox-fixture.ts';

const DAY = 86_400_000;
const plain = { use_coupon: 'NO', use_discount: 'NO' };

async function codeOf({ pay }: Fixture, order: string): Promise<unknown> {
  return (await pay(order)).json['error_code'];
}

describe('paying an order', () => {
  it('takes the money, writes the ledger, and completes after the delay', async () => {
    const world = await fixture({ balance: '25.00' });
    const order = await world.order('vm-1', 'vm-2');
    const reply = await world.pay(order);
    expect([reply.status, reply.text]).toEqual([200, '{}']);
    expect(world.sandbox.orders()[0]).toMatchObject({ status: 3, paidAt: '2026-11-15T12:00:00Z' });
    expect(world.sandbox.ledger()).toEqual([
      {
        order,
        resources: ['vm-1', 'vm-2'].map((resourceId) => ({
          resourceId,
          amount: '10.00',
          expiryBefore: '2026-12-01T15:59:59Z',
          expiryAfter: null,
        })),
        amount: '20.00',
        coupon: '0.00',
        currency: 'USD',
        at: '2026-11-15T12:00:00Z',
        by: 'renewsheet',
        through: 'pay',
        discount: null,
      },
    ]);
    world.pass(200);
    expect(world.sandbox.orders()[0]?.status).toBe(5);
    expect(world.sandbox.ledger()[0]?.resources[0]?.expiryAfter).toBe('2027-01-01T15:59:59Z');
    expect(world.sandbox.resources()[0]).toMatchObject({ heldBy: null });
  });

  it('happens once: 99000088 while it runs, 99003106 afterwards', async () => {
    const world = await fixture();
    const order = await world.order('vm-1');
    await world.pay(order);
    expect(await codeOf(world, order)).toBe('CBC.99000088');
    world.pass(200);
    expect(await codeOf(world, order)).toBe('CBC.99003106');
    expect(world.sandbox.ledger()).toHaveLength(1);
  });

  it.each([
    ['200 empty', 200],
    ['204', 204],
  ])('can succeed with %s', async (paySuccess, status) => {
    const world = await fixture({ behaviour: { paySuccess } });
    const reply = await world.pay(await world.order('vm-1'));
    expect([reply.status, reply.text]).toEqual([status, '']);
  });

  it('refuses what is too dear for cash and credit, and keeps the order', async () => {
    const world = await fixture({ balance: '6.00', credit: '3.99' });
    const order = await world.order('vm-1');
    expect(await codeOf(world, order)).toBe('CBC.99005003');
    world.sandbox.act.setCredit({ amount: '4.00' });
    expect((await world.pay(order)).status).toBe(200);
  });

  it('needs no balance under monthly settlement', async () => {
    const world = await fixture({ balance: '0', monthlySettlement: true });
    expect((await world.pay(await world.order('vm-1'))).status).toBe(200);
    expect(world.sandbox.ledger()[0]?.amount).toBe('10.00');
  });

  it('reaches the daily cap, stops there, and goes on after midnight in GMT+08:00', async () => {
    const world = await fixture({ dailyCap: '10.00' });
    await world.pay(await world.order('vm-1'));
    const order = await world.order('vm-2');
    expect(await codeOf(world, order)).toBe('CBC.99008056');
    world.pass(4 * 3_600_000);
    expect((await world.pay(order)).status).toBe(200);
  });

  it('comes too late after the deadline, which frees the resources', async () => {
    const world = await fixture();
    const order = await world.order('vm-1');
    world.pass(7 * DAY);
    expect(await codeOf(world, order)).toBe('CBC.99003110');
    expect(world.sandbox.orders()[0]).toMatchObject({ status: 4, endedBy: 'deadline' });
    expect(await world.order('vm-1')).not.toBe(order);
  });

  it('does not know other orders, cancelled ones, or the parts of a combined one', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'combined' } });
    const order = await world.order('vm-1', 'vm-2');
    expect(await codeOf(world, 'CS0')).toBe('CBC.30000010');
    expect(await codeOf(world, `${order}P1`)).toBe('CBC.99000089');
    world.sandbox.act.cancelOrder({ order });
    expect(await codeOf(world, order)).toBe('CBC.99003106');
  });

  it('answers a code planted on a resource of the order', async () => {
    const world = await fixture({ resources: [vm('vm-1', { errors: { pay: 'CBC.99003155' } })] });
    expect(await codeOf(world, await world.order('vm-1'))).toBe('CBC.99003155');
  });

  it.each([
    [{ use_coupon: 'NO' }],
    [{ use_coupon: 'NO', use_discount: 'YES' }],
    [{ ...plain, use_discount: 'YES', discount_infos: [] }],
    [{ ...plain, discount_infos: [{ id: 'd', type: 2 }] }],
    [{ ...plain, use_discount: true }],
  ])('refuses %j as a parameter error', async (flags) => {
    const { call, order } = await fixture();
    const reply = await call(PAY, { order_id: await order('vm-1'), ...flags });
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.0100']);
  });

  it('can ignore a list beside NO', async () => {
    const { call, order } = await fixture({ behaviour: { payListsWithNo: 'ignored' } });
    const lists = { discount_infos: [{ id: 'd', type: 2 }] };
    expect((await call(PAY, { order_id: await order('vm-1'), ...plain, ...lists })).status).toBe(
      200,
    );
  });

  it('pays the old way without use flags', async () => {
    const world = await fixture({ discounts: [{ id: 'd', ratio: '0.9' }] });
    const discount_infos = [{ id: 'd', type: 2 }];
    const order_id = await world.order('vm-1');
    expect((await world.call(PAY_OLD, { order_id, discount_infos })).status).toBe(200);
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '9.00', discount: 'd' });
  });
});

function using(id: string, type: number): object {
  return { ...plain, use_discount: 'YES', discount_infos: [{ id, type }] };
}

describe('discounts and coupons of a payment', () => {
  it('charges the price after the discount named, rounded line by line', async () => {
    const world = await fixture({
      resources: [
        vm('vm-1', { prices: { month: '3.33' }, discounts: [{ id: 'd', ratio: '0.85' }] }),
      ],
    });
    const order_id = await world.order('vm-1');
    await world.call(PAY, { order_id, ...using('d', 2) });
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '2.83', discount: 'd' });
  });

  it.each([
    ['another', 2],
    ['another', 0],
    ['d', 1],
  ])('refuses discount %s of type %i', async (id, type) => {
    const world = await fixture({ discounts: [{ id: 'd', ratio: '0.9' }] });
    const order_id = await world.order('vm-1');
    const reply = await world.call(PAY, { order_id, ...using(id, type) });
    expect(reply.json['error_code']).toBe('CBC.99003108');
    expect(world.sandbox.ledger()).toEqual([]);
  });

  it('insists on a price adjustment', async () => {
    const discounts = [{ id: 'adj', kind: 'adjustment', fixedPrice: '4.00' }];
    const world = await fixture({ discounts });
    const order = await world.order('vm-1');
    expect(await codeOf(world, order)).toBe('CBC.99003108');
    await world.call(PAY, { order_id: order, ...using('adj', 609) });
    expect(world.sandbox.ledger()[0]?.amount).toBe('4.00');
  });

  it('lets an order that shows its best price be paid at it, or not, as the world says', async () => {
    const discounts = [{ id: 'd', ratio: '0.5' }];
    for (const [unpaidOrderAmount, charged] of [
      ['discounted', '5.00'],
      ['discounted until paid', '10.00'],
    ]) {
      const world = await fixture({ discounts, behaviour: { unpaidOrderAmount } });
      const order = await world.order('vm-1');
      expect(world.sandbox.orders()[0]?.amount).toBe('5.00');
      await world.pay(order);
      expect(world.sandbox.ledger()[0]?.amount).toBe(charged);
    }
  });

  it('takes a cash coupon before the balance, once', async () => {
    const world = await fixture({ coupons: [{ id: 'c', balance: '4.00' }] });
    const coupon = {
      use_coupon: 'YES',
      use_discount: 'NO',
      coupon_infos: [{ id: 'c', type: 301 }],
    };
    await world.call(PAY, { order_id: await world.order('vm-1'), ...coupon });
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '6.00', coupon: '4.00' });
    const again = await world.call(PAY, { order_id: await world.order('vm-2'), ...coupon });
    expect(again.json['error_code']).toBe('CBC.99003112');
  });

  it('uses a stored-value card until it is empty', async () => {
    const world = await fixture({ coupons: [{ id: 'card', type: 303, balance: '14.00' }] });
    const card = {
      use_coupon: 'YES',
      use_discount: 'NO',
      coupon_infos: [{ id: 'card', type: 303 }],
    };
    for (const [id, amount] of [
      ['vm-1', '0.00'],
      ['vm-2', '6.00'],
    ] as const) {
      await world.call(PAY, { order_id: await world.order(id), ...card });
      expect(world.sandbox.ledger().at(-1)?.amount).toBe(amount);
    }
    const empty = await world.call(PAY, { order_id: await world.order('vm-3'), ...card });
    expect(empty.json['error_code']).toBe('CBC.99003112');
  });

  it('takes ten per cent off with a discount coupon', async () => {
    const world = await fixture({ coupons: [{ id: 'c', type: 300, ratio: '0.9' }] });
    const coupon = {
      use_coupon: 'YES',
      use_discount: 'NO',
      coupon_infos: [{ id: 'c', type: 300 }],
    };
    await world.call(PAY, { order_id: await world.order('vm-1'), ...coupon });
    expect(world.sandbox.ledger()[0]).toMatchObject({ amount: '9.00', coupon: '1.00' });
  });

  it('refuses a coupon that goes with no discount', async () => {
    const coupons = [{ id: 'c', balance: '4.00', withoutDiscount: true }];
    const world = await fixture({ coupons, discounts: [{ id: 'd', ratio: '0.9' }] });
    const reply = await world.call(PAY, {
      order_id: await world.order('vm-1'),
      ...using('d', 2),
      use_coupon: 'YES',
      coupon_infos: [{ id: 'c', type: 301 }],
    });
    expect(reply.json['error_code']).toBe('CBC.99003116');
  });
});
