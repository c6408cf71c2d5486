import { describe, expect, it } from 'vitest';

import { CANCEL, fixture, ORDERS, PRICE, QUERY, RENEW, type Fixture } from '../sandbox-fixture.ts';

const MINUTE = 60_000;
const month = { period_type: 2, period_num: 1 };

type Row = Record<string, unknown>;

async function priced({ call }: Fixture, id: string): Promise<string> {
  const { json } = await call(PRICE, { resource_ids: [id], ...month });
  const [failed] = (json['fail_resource_infos'] ?? []) as Row[];
  return failed === undefined ? 'priced' : String(failed['error_code']);
}

async function renewed({ call }: Fixture, id: string): Promise<string> {
  const { json } = await call(RENEW, { resource_ids: [id], ...month });
  return (json['error_code'] as string | undefined) ?? 'ordered';
}

async function listed({ call }: Fixture): Promise<unknown[]> {
  const { json } = await call(ORDERS);
  return (json['order_infos'] as Row[]).map(({ status }) => status);
}

async function shown({ call }: Fixture, order: string): Promise<unknown> {
  const { json } = await call(`${ORDERS}/details/${order}`);
  return (json['order_info'] as Row | undefined)?.['status'] ?? json['error_code'];
}

async function under({ call }: Fixture, order: string): Promise<unknown[]> {
  const { json } = await call(QUERY, { order_id: order });
  return (json['data'] as Row[]).map((row) => row['resource_id']);
}

async function expiry({ call }: Fixture, id: string): Promise<unknown> {
  const { json } = await call(QUERY, { resource_ids: [id] });
  return (json['data'] as Row[])[0]?.['expire_time'];
}

/** How many orders a list shows that is behind in half of its calls, twelve times. */
async function series(seed: number): Promise<unknown[]> {
  const staleReads = { orders: { ms: MINUTE, chance: 0.5 } };
  const world = await fixture({ seed, behaviour: { staleReads } });
  await world.order('vm-1');
  const seen: unknown[] = [];
  for (let n = 0; n < 12; n += 1) seen.push((await listed(world)).length);
  return seen;
}

describe('reads that are behind', () => {
  it('are so each by itself, while the order is there and can be paid', async () => {
    const staleReads = {
      price: { ms: 10 * MINUTE },
      orders: { ms: 20 * MINUTE },
      orderIdFilter: { ms: 30 * MINUTE },
    };
    const world = await fixture({ behaviour: { staleReads, completionDelayMs: 0 } });
    const order = await world.order('vm-1');
    const looks = async (): Promise<unknown[]> => [
      await priced(world, 'vm-1'),
      await listed(world),
      await under(world, order),
      await shown(world, order),
    ];
    expect(await looks()).toEqual(['priced', [], [], 6]);
    world.pass(10 * MINUTE);
    expect(await looks()).toEqual(['CBC.30050010', [], [], 6]);
    expect((await world.pay(order)).status).toBe(200);
    world.pass(10 * MINUTE);
    expect(await looks()).toEqual(['priced', [6], [], 5]);
    world.pass(10 * MINUTE);
    expect(await looks()).toEqual(['priced', [5], ['vm-1'], 5]);
    expect(world.sandbox.ledger()).toHaveLength(1);
  });

  it('show an expiry, and what became of an order, later', async () => {
    const staleReads = { query: { ms: 5 * MINUTE }, orderDetails: { ms: 2 * MINUTE } };
    const world = await fixture({ behaviour: { staleReads, completionDelayMs: 0 } });
    const order = await world.order('vm-1');
    expect(await shown(world, order)).toBe('CBC.30000010');
    world.pass(2 * MINUTE);
    await world.pay(order);
    expect(await shown(world, order)).toBe(6);
    world.pass(2 * MINUTE);
    expect(await shown(world, order)).toBe(5);
    expect(await expiry(world, 'vm-1')).toBe('2026-12-01T15:59:59Z');
    expect(world.sandbox.resources()[0]?.expires).toBe('2027-01-01T15:59:59Z');
    world.pass(3 * MINUTE);
    expect(await expiry(world, 'vm-1')).toBe('2027-01-01T15:59:59Z');
  });

  it('contradict each other from call to call, in the same way for the same seed', async () => {
    const first = await series(3);
    expect(new Set(first)).toEqual(new Set([0, 1]));
    expect(await series(3)).toEqual(first);
    expect(await series(4)).not.toEqual(first);
  });
});

describe('locks that lag', () => {
  it('appear late to the price call, and renew refuses all the same', async () => {
    const lockShownAfterMs = { price: 30 * MINUTE };
    const world = await fixture({ behaviour: { lockShownAfterMs } });
    await world.order('vm-1');
    expect([await priced(world, 'vm-1'), await renewed(world, 'vm-1')]).toEqual([
      'priced',
      'CBC.99003100',
    ]);
    world.pass(30 * MINUTE);
    expect(await priced(world, 'vm-1')).toBe('CBC.30050010');
  });

  it('are overlooked by renew: then two orders can be paid, and two periods are bought', async () => {
    const lockShownAfterMs = { renew: MINUTE };
    const world = await fixture({ behaviour: { lockShownAfterMs, completionDelayMs: 0 } });
    const first = await world.order('vm-1');
    const second = await world.order('vm-1');
    world.pass(MINUTE);
    expect(await renewed(world, 'vm-1')).toBe('CBC.99003100');
    await world.pay(first);
    await world.pay(second);
    expect(world.sandbox.ledger().map(({ order }) => order)).toEqual([first, second]);
    expect(world.sandbox.resources()[0]).toMatchObject({
      expires: '2027-02-01T15:59:59Z',
      heldBy: null,
    });
  });

  it('stay for a while after our own cancel', async () => {
    const lockGoneAfterMs = { price: 2 * MINUTE, renew: MINUTE };
    const world = await fixture({ behaviour: { lockGoneAfterMs } });
    const order = await world.order('vm-1');
    expect((await world.call(CANCEL, { order_id: order })).status).toBe(204);
    expect(world.sandbox.resources()[0]?.heldBy).toBeNull();
    const looks = async (): Promise<string[]> => [
      await priced(world, 'vm-1'),
      await renewed(world, 'vm-1'),
    ];
    expect(await looks()).toEqual(['CBC.30050010', 'CBC.99003100']);
    world.pass(MINUTE);
    expect(await looks()).toEqual(['CBC.30050010', 'ordered']);
  });
});

describe('the filter by order', () => {
  it('fills up little by little', async () => {
    const behaviour = { orderIdFilter: 'little by little', orderIdFilterFillMs: MINUTE };
    const world = await fixture({ behaviour });
    const order = await world.order('vm-1', 'vm-2', 'vm-3');
    const seen: unknown[] = [await under(world, order)];
    for (let minute = 0; minute < 3; minute += 1) {
      world.pass(MINUTE);
      seen.push(await under(world, order));
    }
    expect(seen).toEqual([[], ['vm-1'], ['vm-1', 'vm-2'], ['vm-1', 'vm-2', 'vm-3']]);
  });
});
