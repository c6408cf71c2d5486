import { describe, expect, it } from 'vitest';

import { domain, fixture, instance } from '../sandbox-fixture.ts';
import type { Reply } from '../../frame/reply.ts';

const BSS = { ProductCode: 'polardb', InstanceId: 'pc-1', RenewPeriod: 1 };
const HOUR = 3_600_000;

type Listed = Record<string, unknown>[];

/** The data of an answer of the billing API. */
function dataOf({ json }: Reply): Record<string, unknown> {
  return json['Data'] as Record<string, unknown>;
}

function ordersOf(reply: Reply): Listed {
  return (dataOf(reply)['OrderList'] as { Order: Listed }).Order;
}

function instancesOf(reply: Reply): Listed {
  return dataOf(reply)['InstanceList'] as Listed;
}

/** How many orders each of twelve calls shows of the one there is, where half of them lag. */
async function ordersShown(): Promise<number[]> {
  const lag = { bssOrders: { ms: 60_000, chance: 0.5 } };
  const { call, sandbox } = await fixture({ seed: 3, behaviour: { lag } });
  sandbox.act.placeOrder({ resource: 'i-1' });
  const counts: number[] = [];
  for (let n = 0; n < 12; n += 1) counts.push(ordersOf(await call('bssOrders')).length);
  return counts;
}

describe("the billing API's RenewInstance", () => {
  it('makes an order and pays it', async () => {
    const { call, sandbox, expiry } = await fixture();
    const reply = await call('bssRenew', { ...BSS, ProductType: 'polardb_sub_intl' });
    expect(reply.json).toMatchObject({
      Code: 'Success',
      Success: true,
      Data: { OrderId: sandbox.orders()[0]?.id },
    });
    expect(sandbox.orders()).toMatchObject([{ status: 'Paid', through: 'api' }]);
    expect(expiry('pc-1')).toBe('2027-01-01T15:59:59Z');
  });

  it.each([
    [{ ProductCode: 'ecs', InstanceId: 'i-1' }, 'ResourceStatusError'],
    [{ ProductCode: 'rds', InstanceId: 'rm-1' }, 'ResourceStatusError'],
    [{ ProductCode: 'tair', InstanceId: 'r-1' }, 'ResourceStatusError'],
    [{ InstanceId: 'pc-9' }, 'ResourceNotExists'],
    [{ ProductCode: 'ddos' }, 'ResourceNotExists'],
    [{ ProductType: 'polardb_sub' }, 'ResourceNotExists'],
    [{ RenewPeriod: 10 }, 'InvalidParameter'],
    [{ RenewPeriod: '' }, 'InvalidParameter'],
    [{ InstanceId: '' }, 'InvalidParameter'],
  ])('refuses %j with %s, and nothing is ordered', async (more, code) => {
    const { call, sandbox } = await fixture();
    expect(await call('bssRenew', { ...BSS, ...more })).toMatchObject({
      status: 400,
      json: { Code: code, Success: false },
    });
    expect(sandbox.orders()).toEqual([]);
  });

  it('refuses with 200 and Success false where the world says so', async () => {
    const { call } = await fixture({ behaviour: { bssRefusal: '200' } });
    const reply = await call('bssRenew', { ...BSS, InstanceId: 'pc-9' });
    expect([reply.status, reply.json['Success'], reply.json['Code']]).toEqual([
      200,
      false,
      'ResourceNotExists',
    ]);
  });

  it.each([
    ['cancelled', ['Cancelled'], true],
    ['left unpaid', ['Unpaid'], true],
    ['never made', [], false],
  ])('has an order that cannot be paid %s', async (bssUnpaid, statuses, isNamed) => {
    const behaviour = { bssUnpaid, orderIdInRefusal: true };
    const { call, sandbox } = await fixture({ balance: '0', behaviour });
    const reply = await call('bssRenew', BSS);
    expect([reply.json['Code'], reply.json['Data'] !== undefined]).toEqual([
      'InsufficientBalance',
      isNamed,
    ]);
    expect(sandbox.orders().map(({ status }) => status)).toEqual(statuses);
  });

  it('is blocked by an unpaid order, unless the world does not mind', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.placeOrder({ resource: 'pc-1' });
    expect((await call('bssRenew', BSS)).json['Code']).toBe('Order.InstHasUnpaidOrder');
    sandbox.act.setBehaviour({ unpaidOrder: 'does not block' });
    expect((await call('bssRenew', BSS)).status).toBe(200);
    expect(sandbox.orders().map(({ status }) => status)).toEqual(['Unpaid', 'Paid']);
  });

  it.each([
    ['Success', { Code: 'Success', Success: true }],
    ['200', { Code: '200', Success: true }],
    ['no flag', { Code: 'Success' }],
  ])('says that it went well as %s', async (bssSuccess, told) => {
    const { call } = await fixture({ behaviour: { bssSuccess } });
    const { Data: _, Message: __, RequestId: ___, ...said } = (await call('bssRenew', BSS)).json;
    expect(said).toEqual(told);
  });

  it('gives its order ids as numbers where the world says so', async () => {
    const { call } = await fixture({ behaviour: { orderIds: 'number' } });
    expect(dataOf(await call('bssRenew', BSS))).toEqual({ OrderId: 226_111_512_000_001 });
  });
});

describe('a caller of the other site', () => {
  it('is told that it does not apply', async () => {
    const { call } = await fixture({ behaviour: { bssSite: 'not applicable' } });
    for (const api of ['bssBalance', 'bssInstances', 'bssOrders', 'bssRenew'] as const) {
      expect((await call(api, BSS)).json['Code']).toBe('NotApplicable');
    }
  });

  it('or sees empty lists', async () => {
    const { call, sandbox } = await fixture({ behaviour: { bssSite: 'empty lists' } });
    sandbox.act.placeOrder({ resource: 'pc-1' });
    expect(instancesOf(await call('bssInstances'))).toEqual([]);
    expect(ordersOf(await call('bssOrders'))).toEqual([]);
  });
});

describe('the available instances', () => {
  it('tell an instance with its true codes and its end in UTC', async () => {
    const { call } = await fixture();
    expect(instancesOf(await call('bssInstances', { InstanceIDs: 'ddos-1' }))).toMatchObject([
      {
        InstanceID: 'ddos-1',
        ProductCode: 'ddos',
        ProductType: 'ddoscoo_intl',
        SubscriptionType: 'Subscription',
        Region: 'ap-southeast-1',
        Status: 'Normal',
        EndTime: '2026-12-01T15:59:59Z',
        RenewStatus: 'ManualRenewal',
      },
    ]);
  });

  it.each([
    [{ InstanceIDs: 'i-1, rm-1,i-9' }, ['i-1', 'rm-1']],
    [{ ProductCode: 'rds' }, ['rm-1']],
    [{ ProductCode: 'rds', Region: 'cn-hangzhou' }, []],
    [{ ProductCode: 'polardb', ProductType: 'polardb_sub_intl' }, ['pc-1']],
    [{ RenewStatus: 'AutoRenewal' }, ['x-auto']],
    [{ EndTimeEnd: '2026-11-20T00:00:00Z' }, ['x-soon']],
    [{ EndTimeStart: '2026-11-20T00:00:00Z', EndTimeEnd: '2026-11-30T00:00:00Z' }, []],
    [{ SubscriptionType: 'PayAsYouGo' }, ['x-payg']],
    [{ PageSize: 2, PageNum: 2 }, ['pc-1', 'x-auto']],
  ])('are filtered and paged by %j', async (asked, ids) => {
    const { call } = await fixture({
      instances: [
        instance('i-1'),
        instance('rm-1', 'rds'),
        instance('pc-1', 'polardb'),
        instance('x-auto', 'x', { renewStatus: 'AutoRenewal' }),
        instance('x-soon', 'x', { expires: 'in 2 days' }),
        instance('x-payg', 'x', { subscriptionType: 'PayAsYouGo' }),
        instance('x-gone', 'x', { expires: '31 days ago' }),
      ],
    });
    const listed = instancesOf(await call('bssInstances', asked));
    expect(listed.map(({ InstanceID }) => InstanceID)).toEqual(ids);
  });

  it.each([
    [{ Region: 'ap-southeast-1' }, 'MissingParameter'],
    [{ PageSize: 301 }, 'InvalidParameter'],
    [
      { InstanceIDs: Array.from({ length: 101 }, (_, n) => `i-${n}`).join(',') },
      'InvalidParameter',
    ],
    [{ EndTimeStart: '2026-12-01' }, 'InvalidParameter'],
  ])('refuse %j', async (asked, code) => {
    const { call } = await fixture();
    expect((await call('bssInstances', asked)).json['Code']).toBe(code);
  });

  it('cut a page that is too large where the world does not refuse it', async () => {
    const { call } = await fixture({ behaviour: { pageTooLarge: 'cut' } });
    expect(dataOf(await call('bssInstances', { PageSize: 1000 }))).toMatchObject({
      PageSize: 300,
      TotalCount: 9,
    });
  });

  it('say of each how near its end it is', async () => {
    const expires = ['in 16 days', 'in 14 days', '2 days ago'];
    const { call } = await fixture({
      instances: expires.map((at, n) => instance(`i-${n}`, 'ecs', { expires: at })),
    });
    const listed = instancesOf(await call('bssInstances'));
    expect(listed.map(({ Status }) => Status)).toEqual(['Normal', 'WaitForExpire', 'Expired']);
  });

  it('show domains by their instance ids where the world has it so', async () => {
    const { call } = await fixture({
      instances: [],
      domains: [domain('one.com', { instanceId: 'S1' })],
      behaviour: { domainsAvailable: true },
    });
    expect(instancesOf(await call('bssInstances'))).toMatchObject([
      { InstanceID: 'S1', ProductCode: 'domain' },
    ]);
  });

  it('hide what the world hides, though it is there', async () => {
    const { call, sandbox } = await fixture({ behaviour: { hiddenFromLists: ['pc-1'] } });
    expect(instancesOf(await call('bssInstances', { InstanceIDs: 'pc-1' }))).toEqual([]);
    await call('bssRenew', BSS);
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('show a new end late, each read by itself', async () => {
    const behaviour = { lag: { bssInstances: { ms: 60_000 } } };
    const { call, pass } = await fixture({ behaviour });
    await call('ecsRenew', { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month' });
    const ends = async (): Promise<unknown[]> => {
      const listed = instancesOf(await call('bssInstances', { InstanceIDs: 'i-1' }));
      const region = { RegionId: 'ap-southeast-1', InstanceIds: '["i-1"]' };
      const { Instances } = (await call('ecsInstances', region)).json as {
        Instances: { Instance: Listed };
      };
      return [listed[0]?.['EndTime'], Instances.Instance[0]?.['ExpiredTime']];
    };
    expect(await ends()).toEqual(['2026-12-01T15:59:59Z', '2027-01-01T15:59Z']);
    pass(60_000);
    expect(await ends()).toEqual(['2027-01-01T15:59:59Z', '2027-01-01T15:59Z']);
  });
});

describe('the instances of ECS', () => {
  it.each([
    ['no seconds', '2026-12-01T15:59Z'],
    ['seconds', '2026-12-01T15:59:59Z'],
  ])('tell their expiry with %s', async (ecsExpiredTime, text) => {
    const { call } = await fixture({ behaviour: { ecsExpiredTime } });
    const asked = { RegionId: 'ap-southeast-1', InstanceIds: '["i-2","i-9"]' };
    const { json } = await call('ecsInstances', asked);
    expect(json).toMatchObject({ TotalCount: 1, Instances: { Instance: [{ ExpiredTime: text }] } });
  });

  it('are of one region alone, and of no other product', async () => {
    const { call } = await fixture();
    expect((await call('ecsInstances', { RegionId: 'ap-southeast-1' })).json['TotalCount']).toBe(2);
    expect((await call('ecsInstances', { RegionId: 'cn-hangzhou' })).json['TotalCount']).toBe(0);
    expect((await call('ecsInstances')).json['Code']).toBe('MissingRegionId');
    expect((await call('ecsInstances', { RegionId: 'x', InstanceIds: 'i-1' })).json['Code']).toBe(
      'InvalidInstanceIds',
    );
  });
});

describe('the orders', () => {
  it('are of the last hour without a range, newest first, and name no instance', async () => {
    const { call, pass, sandbox } = await fixture();
    const old = sandbox.act.placeOrder({ resource: 'pc-1' }).order;
    pass(HOUR + 1000);
    await call('bssRenew', { ...BSS, ProductCode: 'ddos', InstanceId: 'ddos-1' });
    sandbox.act.placeOrder({ resource: 'i-1' });
    const recent = await call('bssOrders');
    expect(ordersOf(recent).map(({ ProductCode }) => ProductCode)).toEqual(['ecs', 'ddos']);
    expect(recent.text).not.toContain('ddos-1');
    const all = await call('bssOrders', { CreateTimeStart: '2026-11-15T11:00:00Z' });
    expect(ordersOf(all).at(-1)?.['OrderId']).toBe(old);
    expect(ordersOf(all)).toHaveLength(3);
  });

  it.each([
    [{ PaymentStatus: 'Unpaid' }, ['i-1']],
    [{ PaymentStatus: 'Paid' }, ['pc-1']],
    [{ PaymentStatus: 'Cancelled' }, ['i-2']],
    [{ ProductCode: 'ecs' }, ['i-2', 'i-1']],
    [{ OrderType: 'New' }, []],
    [{ SubscriptionType: 'PayAsYouGo' }, []],
    [{ PageSize: 1, PageNum: 2 }, ['i-1']],
    [{ CreateTimeEnd: '2026-11-15T11:59:59Z' }, []],
    [
      { CreateTimeStart: '2026-11-15T12:00:00Z', CreateTimeEnd: '2026-11-15T12:00:00Z' },
      ['i-2', 'i-1', 'pc-1'],
    ],
  ])('are filtered by %j', async (asked, resources) => {
    const { call, sandbox } = await fixture();
    await call('bssRenew', BSS);
    sandbox.act.placeOrder({ resource: 'i-1' });
    sandbox.act.cancelOrder(sandbox.act.placeOrder({ resource: 'i-2' }));
    const byId = new Map(sandbox.orders().map((order) => [order.id, order.resources[0]]));
    const listed = ordersOf(await call('bssOrders', asked));
    expect(listed.map(({ OrderId }) => byId.get(OrderId as string))).toEqual(resources);
  });

  it('need product and subscription where the world goes by the older page', async () => {
    const { call } = await fixture({ behaviour: { ordersNeedProduct: true, maxOrderPage: 50 } });
    expect((await call('bssOrders')).json['Code']).toBe('MissingParameter');
    const asked = { ProductCode: 'ecs', SubscriptionType: 'Subscription' };
    expect((await call('bssOrders', asked)).status).toBe(200);
    expect((await call('bssOrders', { ...asked, PageSize: 51 })).json['Code']).toBe(
      'InvalidParameter',
    );
  });

  it('tell list price, discount and tax apart', async () => {
    const { call } = await fixture({
      instances: [instance('pc-1', 'polardb', { discount: '0.9' })],
      taxRate: '0.1',
    });
    await call('bssRenew', BSS);
    expect(ordersOf(await call('bssOrders'))).toMatchObject([
      {
        PaymentStatus: 'Paid',
        PaymentTime: '2026-11-15T12:00:00Z',
        Currency: 'USD',
        PretaxGrossAmount: '10.00',
        PretaxAmount: '9.00',
        Tax: '0.90',
        AfterTaxAmount: '9.90',
      },
    ]);
  });

  it('show themselves and their payment late', async () => {
    const behaviour = { lag: { bssOrders: { ms: 60_000 }, bssOrder: { ms: 120_000 } } };
    const { call, pass, sandbox } = await fixture({ behaviour });
    const { order } = sandbox.act.placeOrder({ resource: 'i-1' });
    pass(30_000);
    sandbox.act.payOrder({ order });
    const seen = async (): Promise<unknown[]> => {
      const [listed] = ordersOf(await call('bssOrders'));
      const detail = await call('bssOrder', { OrderId: order });
      const one = detail.status === 200 ? ordersOf(detail)[0]?.['PaymentStatus'] : 'unknown';
      return [listed?.['PaymentStatus'], one];
    };
    expect(await seen()).toEqual([undefined, 'unknown']);
    pass(30_000);
    expect(await seen()).toEqual(['Unpaid', 'unknown']);
    pass(30_000);
    expect(await seen()).toEqual(['Paid', 'unknown']);
    pass(60_000);
    expect(await seen()).toEqual(['Paid', 'Paid']);
  });

  it('show that they were cancelled late, too', async () => {
    const { call, pass, sandbox } = await fixture({
      behaviour: { lag: { bssOrders: { ms: 60_000 } } },
    });
    const made = sandbox.act.placeOrder({ resource: 'i-1' });
    pass(60_000);
    sandbox.act.cancelOrder(made);
    const status = async (): Promise<unknown> =>
      ordersOf(await call('bssOrders'))[0]?.['PaymentStatus'];
    expect(await status()).toBe('Unpaid');
    pass(60_000);
    expect(await status()).toBe('Cancelled');
  });

  it('lag in a share of the calls, and in the same ones for the same seed', async () => {
    const first = await ordersShown();
    expect(new Set(first)).toEqual(new Set([0, 1]));
    expect(await ordersShown()).toEqual(first);
  });

  it.each([
    ['json text', '["i-1"]'],
    ['plain text', 'i-1'],
    ['absent', undefined],
  ])('name the instance in their detail as %s', async (orderInstanceIds, told) => {
    const { call, sandbox } = await fixture({ behaviour: { orderInstanceIds } });
    const { order } = sandbox.act.placeOrder({ resource: 'i-1', by: 'jane' });
    const [detail] = ordersOf(await call('bssOrder', { OrderId: order }));
    expect(detail).toMatchObject({
      Operator: 'jane',
      UsageStartTime: '2026-12-01T15:59:59Z',
      UsageEndTime: '2027-01-01T15:59:59Z',
    });
    expect(detail?.['InstanceIDs']).toBe(told);
  });

  it('write their status in either casing', async () => {
    const { call, sandbox } = await fixture({ behaviour: { statusCasing: 'paid' } });
    sandbox.act.placeOrder({ resource: 'i-1' });
    expect(ordersOf(await call('bssOrders'))[0]?.['PaymentStatus']).toBe('unpaid');
  });

  it('that are not there are refused or come back empty', async () => {
    const { call, sandbox } = await fixture();
    expect((await call('bssOrder', { OrderId: '1' })).json['Code']).toBe('InvalidParameter');
    sandbox.act.setBehaviour({ unknownOrder: 'empty list' });
    expect(ordersOf(await call('bssOrder', { OrderId: '1' }))).toEqual([]);
  });

  it('are cancelled while they are unpaid, and only then', async () => {
    const { call, sandbox } = await fixture();
    const { order } = sandbox.act.placeOrder({ resource: 'i-1' });
    expect((await call('bssCancel', { OrderId: order })).json['Success']).toBe(true);
    expect(sandbox.orders()).toMatchObject([{ status: 'Cancelled' }]);
    expect((await call('bssCancel', { OrderId: order })).json['Code']).toBe('ResourceStatusError');
    expect((await call('bssCancel', { OrderId: '1' })).json['Code']).toBe('ResourceNotExists');
    expect((await call('bssCancel')).json['Code']).toBe('MissingParameter');
    await call('bssRenew', BSS);
    const paid = sandbox.orders()[1]?.id ?? '';
    expect((await call('bssCancel', { OrderId: paid })).json['Code']).toBe('ResourceStatusError');
  });
});

describe('the account', () => {
  it.each([
    ['10000.00', '12345.00', '0.00'],
    ['10,000.00', '12,345.00', '0.00'],
  ])('tells its balance like %s', async (balanceText, text, none) => {
    const { call } = await fixture({ balance: '12000', credit: '345', behaviour: { balanceText } });
    expect(dataOf(await call('bssBalance'))).toMatchObject({
      AvailableAmount: text,
      MybankCreditAmount: none,
      Currency: 'USD',
    });
  });

  it('lists its products, each pair of codes once', async () => {
    const { call } = await fixture({
      instances: [instance('i-1'), instance('i-2'), instance('pc-1', 'polardb')],
      domains: [],
    });
    expect(dataOf(await call('bssProducts', { PageNum: 1 }))).toMatchObject({
      TotalCount: 2,
      ProductList: { Product: [{ ProductCode: 'ecs' }, { ProductType: 'polardb_sub_intl' }] },
    });
    expect((await call('bssProducts')).json['Code']).toBe('MissingParameter');
  });
});
