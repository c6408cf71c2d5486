import { describe, expect, it } from 'vitest';

import { fixture, ORDERS, QUERY, RENEW } from '../sandbox-fixture.ts';

const body = { resource_ids: ['vm-1'], period_type: 2, period_num: 1 };

describe('somebody at the same desk', () => {
  it.each(['colleague', 'renewsheet'])(
    'cancels our order and buys another term as %s',
    async (by) => {
      const world = await fixture();
      const ours = await world.order('vm-1');
      const { order } = world.sandbox.act.takeOver({ resource: 'vm-1', period: 'year', by });
      expect(world.sandbox.orders()).toMatchObject([
        { id: ours, status: 4, endedBy: 'cancel', through: 'api', by: 'renewsheet' },
        { id: order, status: 3, through: 'console', by, periodType: 3 },
      ]);
      expect(world.sandbox.ledger()).toMatchObject([
        { order, amount: '100.00', through: 'console' },
      ]);
      const { json } = await world.call(`${ORDERS}/details/${order}`);
      expect(json['order_info']).toMatchObject({ user_name: by, source_type: 1 });
      expect((await world.pay(ours)).json['error_code']).toBe('CBC.99003106');
      world.pass(1000);
      expect(world.sandbox.resources()[0]?.expires).toBe('2027-12-01T15:59:59Z');
    },
  );

  it('leaves the new order unpaid, or comes before anything was ordered', async () => {
    const { sandbox } = await fixture();
    const { order } = sandbox.act.takeOver({ resource: 'vm-1', pays: false });
    expect(sandbox.orders()).toMatchObject([{ id: order, status: 6, by: 'colleague' }]);
    expect(sandbox.ledger()).toEqual([]);
  });

  it('is refused what is being processed', async () => {
    const { sandbox } = await fixture();
    sandbox.act.lock({ resource: 'vm-1', kind: 'processing' });
    expect(() => sandbox.act.takeOver({ resource: 'vm-1' })).toThrow(/is held/u);
  });

  it('acts in the middle of a call, as a fault says', async () => {
    const what = { act: 'takeOver', with: { resource: 'vm-1' } };
    const world = await fixture({ faults: [{ api: 'pay', when: 'before', what }] });
    const ours = await world.order('vm-1');
    expect((await world.pay(ours)).json['error_code']).toBe('CBC.99003106');
    expect(world.sandbox.ledger()).toMatchObject([{ through: 'console', by: 'colleague' }]);
  });
});

describe('a line with a will of its own', () => {
  it('sends renew on twice and hands out that the row is held', async () => {
    const faults = [{ api: 'renew', when: 'after', what: 'repeated' }];
    const { call, sandbox } = await fixture({ faults });
    expect((await call(RENEW, body)).json['error_code']).toBe('CBC.99003100');
    expect(sandbox.orders()).toHaveLength(1);
  });

  it('pays once although pay is sent on twice', async () => {
    const faults = [{ api: 'pay', when: 'after', what: 'repeated' }];
    const world = await fixture({ faults });
    expect((await world.pay(await world.order('vm-1'))).json['error_code']).toBe('CBC.99000088');
    expect(world.sandbox.ledger()).toHaveLength(1);
  });

  it('refuses to say that a call is repeated before it was made', async () => {
    await expect(fixture({ faults: [{ api: 'pay', what: 'repeated' }] })).rejects.toThrow(/after/u);
  });

  it('is silent or broken for one id only', async () => {
    const faults = [{ api: 'any', naming: 'vm-2', what: { status: 502 } }];
    const { call } = await fixture({ faults });
    const ask = async (...ids: string[]): Promise<number> =>
      (await call(QUERY, { resource_ids: ids })).status;
    expect([await ask('vm-1'), await ask('vm-1', 'vm-2'), await ask('vm-3')]).toEqual([
      200, 502, 200,
    ]);
  });

  it('is so for the second order that was made, by whatever call', async () => {
    const faults = [{ api: 'any', naming: 'order 2', what: { status: 502 } }];
    const world = await fixture({ faults });
    const orders = [await world.order('vm-1'), await world.order('vm-2')];
    const looks = orders.map(async (id) => (await world.call(`${ORDERS}/details/${id}`)).status);
    expect(await Promise.all(looks)).toEqual([200, 502]);
    expect((await world.pay(orders[1]!)).status).toBe(502);
    expect((await world.pay(orders[0]!)).status).toBe(200);
  });

  it('says paid although nothing happened, or refuses although it was charged', async () => {
    const faults = [
      { api: 'pay', call: 1, when: 'before', what: { status: 200, body: {} } },
      { api: 'pay', call: 2, when: 'after', what: { status: 400, code: 'CBC.99005003' } },
    ];
    const world = await fixture({ faults });
    const order = await world.order('vm-1');
    expect([(await world.pay(order)).status, world.sandbox.ledger().length]).toEqual([200, 0]);
    expect([(await world.pay(order)).status, world.sandbox.ledger().length]).toEqual([400, 1]);
  });

  it.each<[string, number, RegExp]>([
    ['html', 502, /^<html>/u],
    ['bom', 200, /order_ids/u],
    ['gzipped', 200, /order_ids/u],
  ])('answers with %s after the effect', async (what, status, text) => {
    const { call, sandbox } = await fixture({ faults: [{ api: 'renew', when: 'after', what }] });
    const reply = await call(RENEW, body);
    expect([reply.status, text.test(reply.text)]).toEqual([status, true]);
    expect(sandbox.orders()).toHaveLength(1);
  });

  it('lets an answer trickle', async () => {
    const faults = [{ api: 'renew', when: 'after', what: { trickle: 50 } }];
    const { call, sandbox } = await fixture({ faults });
    const began = performance.now();
    const { json } = await call(RENEW, body);
    expect(performance.now() - began).toBeGreaterThanOrEqual(40);
    expect(json['order_ids']).toEqual([sandbox.orders()[0]?.id]);
  });
});
