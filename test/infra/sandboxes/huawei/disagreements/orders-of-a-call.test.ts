import { describe, expect, it } from 'vitest';

import { CANCEL, fixture, PRICE, RENEW, vm, type Fixture } from '../sandbox-fixture.ts';

const month = { period_type: 2, period_num: 1 };
const IDS = ['vm-1', 'vm-2', 'vm-3'];
const JANUARY = '2027-01-01T15:59:59Z';
const FEBRUARY = '2027-02-01T15:59:59Z';

async function ordered({ call, sandbox }: Fixture, ids = IDS): Promise<(readonly string[])[]> {
  const { json } = await call(RENEW, { resource_ids: ids, ...month });
  const orders = sandbox.orders();
  return (json['order_ids'] as string[]).map(
    (id) => orders.find((order) => order.id === id)?.resources ?? [],
  );
}

async function payAll({ pay, sandbox, pass }: Fixture): Promise<string[]> {
  for (const { id } of sandbox.orders()) await pay(id);
  pass(1000);
  return sandbox.resources().map(({ expires }) => expires);
}

describe('several orders of one call', () => {
  it('are two halves, each paid by itself', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'two halves' } });
    expect(await ordered(world)).toEqual([['vm-1', 'vm-2'], ['vm-3']]);
    expect(await payAll(world)).toEqual([JANUARY, JANUARY, JANUARY]);
    expect(world.sandbox.ledger().map(({ amount }) => amount)).toEqual(['20.00', '10.00']);
  });

  it('overlap in a row, which is charged and renewed twice when both are paid', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'two overlapping' } });
    expect(await ordered(world)).toEqual([
      ['vm-1', 'vm-2'],
      ['vm-2', 'vm-3'],
    ]);
    expect(await payAll(world)).toEqual([JANUARY, FEBRUARY, JANUARY]);
  });

  it('are the whole twice', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'twice' } });
    expect(await ordered(world)).toEqual([IDS, IDS]);
    expect(await payAll(world)).toEqual([FEBRUARY, FEBRUARY, FEBRUARY]);
    expect(world.sandbox.ledger().map(({ amount }) => amount)).toEqual(['30.00', '30.00']);
  });

  it('are a combined one beside its parts', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'combined beside its parts' } });
    expect(await ordered(world)).toEqual([IDS, ['vm-1'], ['vm-2'], ['vm-3']]);
    expect(await payAll(world)).toEqual([FEBRUARY, FEBRUARY, FEBRUARY]);
  });

  it('hold a row until the last of them has ended', async () => {
    const world = await fixture({ behaviour: { ordersPerRenew: 'twice' } });
    await ordered(world, ['vm-1']);
    const [first, second] = world.sandbox.orders().map(({ id }) => id);
    await world.call(CANCEL, { order_id: second });
    expect(world.sandbox.resources()[0]?.heldBy).toBe(first);
    const again = await world.call(RENEW, { resource_ids: ['vm-1'], ...month });
    expect(again.json['error_code']).toBe('CBC.99003100');
    await world.call(CANCEL, { order_id: first });
    expect(world.sandbox.resources()[0]?.heldBy).toBeNull();
  });
});

describe('an order of others than were asked for', () => {
  const resources = [vm('vm-1', { renewedWith: ['vm-3'] }), vm('vm-2'), vm('vm-3')];

  it('has and charges a related resource, of which the price call says nothing', async () => {
    const world = await fixture({ resources });
    const asked = await world.call(PRICE, { resource_ids: ['vm-1'], ...month });
    expect(asked.json['official_website_rating_result']).toEqual({
      official_website_amount: '10.00',
    });
    expect(await ordered(world, ['vm-1'])).toEqual([['vm-1', 'vm-3']]);
    await payAll(world);
    expect(world.sandbox.ledger()).toMatchObject([
      { amount: '20.00', resources: [{ resourceId: 'vm-1' }, { resourceId: 'vm-3' }] },
    ]);
  });

  it('is told of by a price call that asks for what belongs together', async () => {
    const { call } = await fixture({ resources });
    const { json } = await call(PRICE, {
      resource_ids: ['vm-1'],
      include_relative_resources: true,
      ...month,
    });
    expect(json['renew_inquiry_results']).toMatchObject([
      { resource_id: 'vm-1' },
      { resource_id: 'vm-3' },
    ]);
  });

  it('leaves that resource alone while another order holds it', async () => {
    const world = await fixture({ resources });
    await world.order('vm-3');
    expect(await ordered(world, ['vm-1'])).toEqual([['vm-1']]);
  });

  it('lacks some of the ids without a word, but never all', async () => {
    const world = await fixture({ behaviour: { leavesOut: 2 } });
    expect(await ordered(world)).toEqual([['vm-1']]);
    expect(await ordered(world, ['vm-2'])).toEqual([['vm-2']]);
  });

  it('lacks the ids that cannot be renewed without a word', async () => {
    const world = await fixture({
      resources: [vm('vm-1'), vm('vm-2', { renewable: false }), vm('vm-3')],
      behaviour: { partialRenew: 'without a word' },
    });
    const { status, json } = await world.call(RENEW, { resource_ids: IDS, ...month });
    expect([status, Object.keys(json)]).toEqual([200, ['order_ids']]);
    expect(world.sandbox.orders()[0]?.resources).toEqual(['vm-1', 'vm-3']);
  });

  it('takes ids in any spelling, and shows its own', async () => {
    const resources = [vm('ab-12-cd')];
    const strict = await fixture({ resources });
    expect((await strict.call(RENEW, { resource_ids: ['AB12CD'], ...month })).status).toBe(400);
    const world = await fixture({ resources, behaviour: { idSpellings: 'any' } });
    expect(await ordered(world, ['AB12CD'])).toEqual([['ab-12-cd']]);
  });
});
