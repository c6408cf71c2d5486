import { describe, expect, it } from 'vitest';

import { BALANCES, fixture, ORDERS, PRICE, RENEW, vm } from '../sandbox-fixture.ts';

const month = { period_type: 2, period_num: 1 };

describe('what others do meanwhile', () => {
  it('a top-up lets a refused order be paid', async () => {
    const world = await fixture({ balance: '0' });
    const order = await world.order('vm-1');
    expect((await world.pay(order)).json['error_code']).toBe('CBC.99005003');
    world.sandbox.act.topUp({ amount: '10.00' });
    expect((await world.pay(order)).status).toBe(200);
  });

  it("a colleague's unpaid order locks a resource until it is unlocked", async () => {
    const { call, sandbox } = await fixture();
    const { order } = sandbox.act.lock({ resource: 'vm-1' });
    const details = await call(`${ORDERS}/details/${order}`);
    expect(details.json['order_info']).toMatchObject({ user_name: 'colleague', status: 6 });
    const body = { resource_ids: ['vm-1'], ...month };
    expect((await call(RENEW, body)).json['error_code']).toBe('CBC.99003100');
    sandbox.act.unlock({ resource: 'vm-1' });
    expect((await call(RENEW, body)).status).toBe(200);
  });

  it('a colleague places and pays an order over the console', async () => {
    const { sandbox, pass } = await fixture();
    const { order } = sandbox.act.placeOrder({
      resources: ['vm-1', 'vm-2'],
      period: 'year',
      by: 'anna',
    });
    sandbox.act.payOrder({ order });
    pass(200);
    expect(sandbox.ledger()).toMatchObject([{ by: 'anna', through: 'console', amount: '200.00' }]);
    expect(sandbox.resources()[1]?.expires).toBe('2027-12-01T15:59:59Z');
  });

  it('a renewal outside moves the expiry at once, and is refused on a held resource', async () => {
    const { sandbox, order } = await fixture();
    sandbox.act.renewOutside({ resource: 'vm-1', count: 2 });
    expect(sandbox.resources()[0]).toMatchObject({ expires: '2027-02-01T15:59:59Z', heldBy: null });
    expect(sandbox.orders()[0]?.status).toBe(5);
    await order('vm-2');
    expect(() => sandbox.act.renewOutside({ resource: 'vm-2' })).toThrow('held by another order');
  });

  it('auto-renewal cancels an unpaid order and is an order of the system', async () => {
    const { sandbox, order } = await fixture();
    const ours = await order('vm-1');
    sandbox.act.autoRenew({ resource: 'vm-1' });
    expect(sandbox.orders()).toMatchObject([
      { id: ours, status: 4, endedBy: 'auto-renewal' },
      { source: 8, by: 'system', status: 5 },
    ]);
    expect(sandbox.ledger()).toMatchObject([{ through: 'auto-renewal' }]);
  });

  it('new list prices reach new orders only', async () => {
    const { call, sandbox, order } = await fixture();
    await order('vm-1');
    sandbox.act.reprice({ resource: 'vm-1', month: '11.00' });
    sandbox.act.reprice({ resource: 'vm-2', month: '11.00' });
    expect(sandbox.orders()[0]?.amount).toBe('10.00');
    const reply = await call(PRICE, { resource_ids: ['vm-2'], ...month });
    expect(reply.json['renew_inquiry_results']).toEqual([{ resource_id: 'vm-2', amount: '11.00' }]);
  });

  it('an unpaid order can be repriced under our hands', async () => {
    const world = await fixture();
    const order = await world.order('vm-1');
    world.sandbox.act.repriceOrder({ order, factor: '1.5' });
    await world.pay(order);
    expect(world.sandbox.ledger()[0]?.amount).toBe('15.00');
  });

  it('orders expire and complete on demand', async () => {
    const world = await fixture({ behaviour: { completionDelayMs: 999_999_999 } });
    const dead = await world.order('vm-1');
    world.sandbox.act.expireOrder({ order: dead });
    const slow = await world.order('vm-2');
    await world.pay(slow);
    world.sandbox.act.completeOrder({ order: slow });
    expect(world.sandbox.orders()).toMatchObject([{ endedBy: 'deadline' }, { status: 5 }]);
    expect(() => world.sandbox.act.completeOrder({ order: dead })).toThrow('has status 4');
  });

  it('resources come, go and start to fail', async () => {
    const { call, sandbox } = await fixture();
    const code = async (id: string): Promise<unknown> =>
      (await call(RENEW, { resource_ids: [id], ...month })).json['error_code'];
    sandbox.act.addResource({
      resource: { id: 'vm-9', expires: 'in 9 days', prices: { month: '1.00' } },
    });
    expect(await code('vm-9')).toBeUndefined();
    sandbox.act.deleteResource({ resource: 'vm-1' });
    expect(await code('vm-1')).toBe('CBC.99003016');
    sandbox.act.setErrors({ resource: 'vm-2', errors: { renew: 'CBC.99003124' } });
    expect(await code('vm-2')).toBe('CBC.99003124');
    sandbox.act.setErrors({ resource: 'vm-2', errors: {} });
    expect(await code('vm-2')).toBeUndefined();
  });

  it('discounts and switches change, and nothing they do not name', async () => {
    const { call, sandbox } = await fixture({ behaviour: { completionDelayMs: 5 } });
    sandbox.act.setDiscounts({ resource: 'vm-1', discounts: [{ id: 'd', ratio: '0.5' }] });
    sandbox.act.setBehaviour({ priceAmount: 'discounted' });
    sandbox.act.setBehaviour({ maxIdsPerRenew: 100 });
    const reply = await call(PRICE, { resource_ids: ['vm-1'], ...month });
    expect(reply.json['renew_inquiry_results']).toEqual([{ resource_id: 'vm-1', amount: '5.00' }]);
  });

  it('an act with wrong input says so and changes nothing', async () => {
    const { sandbox } = await fixture();
    expect(() => sandbox.act.topUp({ amount: 'lots' })).toThrow('decimal text');
    expect(() => sandbox.act.lock({ resource: 'nobody' })).toThrow('no main resource');
    expect(sandbox.orders()).toEqual([]);
  });
});

describe('the door over HTTP', () => {
  it('shows ledger, orders, resources and calls, and plays acts', async () => {
    const { sandbox, call, pay, order } = await fixture({ resources: [vm('vm-1')] });
    await pay(await order('vm-1'));
    const got = async (name: string): Promise<unknown> =>
      await (await fetch(`${sandbox.url}/_sandbox/${name}`)).json();
    expect(await got('ledger')).toEqual(sandbox.ledger());
    expect(await got('orders')).toEqual(sandbox.orders());
    expect(await got('resources')).toEqual(sandbox.resources());
    expect(await got('calls')).toMatchObject([{ api: 'renew' }, { api: 'pay' }]);
    const play = async (name: string, body: string): Promise<Response> =>
      await fetch(`${sandbox.url}/_sandbox/act/${name}`, { method: 'POST', body });
    expect((await play('topUp', '{"amount":"5.00"}')).status).toBe(200);
    expect((await call(BALANCES)).json).toMatchObject({ account_balances: [{ amount: 9995 }] });
    expect((await play('topUp', '{"amount":5}')).status).toBe(400);
    expect((await play('refuseKey', '')).status).toBe(200);
    expect((await play('steal', '{}')).status).toBe(404);
    expect((await fetch(`${sandbox.url}/_sandbox/nothing`)).status).toBe(404);
  });
});
