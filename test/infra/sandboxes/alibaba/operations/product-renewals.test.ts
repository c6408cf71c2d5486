import { describe, expect, it } from 'vitest';

import { fixture, instance } from '../sandbox-fixture.ts';

const ECS = { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month' };
const RDS = { DBInstanceId: 'rm-1', Period: 1 };
const LATER = '2027-01-01T15:59:59Z';
const BEFORE = '2026-12-01T15:59:59Z';

describe("a product's own renewal", () => {
  it.each([
    ['ecsRenew', ECS, { OrderId: '226111512000001' }],
    ['rdsRenew', { ...RDS, AutoPay: 'True' }, { OrderId: 226_111_512_000_001 }],
    ['tairRenew', { InstanceId: 'r-1', Period: 1 }, { OrderId: '226111512000001', EndTime: LATER }],
    ['mongodbRenew', { DBInstanceId: 'dds-1', Period: 1 }, { OrderId: '226111512000001' }],
    ['swasRenew', { InstanceId: 'swas-1', RegionId: 'x', Period: 1 }, {}],
    [
      'hbaseRenew',
      { ClusterId: 'hb-1', Duration: 1, PricingCycle: 'month' },
      { OrderId: 226_111_512_000_001 },
    ],
  ] as const)('by %s is ordered, paid, and told in its way', async (api, parameters, told) => {
    const { call, sandbox, expiry } = await fixture();
    const reply = await call(api, parameters);
    const { RequestId: _, ...body } = reply.json;
    expect([reply.status, body]).toEqual([200, told]);
    const [id = ''] = sandbox.ledger().map(({ resources }) => resources[0]?.resourceId);
    expect(expiry(id)).toBe(LATER);
    expect(sandbox.ledger()).toMatchObject([
      { amount: '10.00', through: 'renew', by: 'renewsheet' },
    ]);
  });

  it('of RDS leaves an unpaid order unless AutoPay is True, and then there is one', async () => {
    const { call, sandbox, expiry } = await fixture();
    expect((await call('rdsRenew', RDS)).status).toBe(200);
    expect(sandbox.orders()).toMatchObject([{ status: 'Unpaid', resources: ['rm-1'] }]);
    expect(await call('rdsRenew', { ...RDS, AutoPay: 'True' })).toMatchObject({
      status: 403,
      json: { Code: 'OrderStatus.UnPaid' },
    });
    expect([sandbox.ledger(), expiry('rm-1')]).toEqual([[], BEFORE]);
  });

  it.each([
    ['ecsRenew', { ...ECS, InstanceId: 'i-9' }, 404, 'InvalidInstanceId.NotFound'],
    ['ecsRenew', { ...ECS, InstanceId: 'rm-1' }, 404, 'InvalidInstanceId.NotFound'],
    ['ecsRenew', { ...ECS, Period: 10 }, 400, 'InvalidPeriod'],
    ['ecsRenew', { ...ECS, Period: 24 }, 400, 'InvalidPeriod'],
    ['ecsRenew', { ...ECS, PeriodUnit: 'Year' }, 400, 'InvalidPeriodUnit.ValueNotSupported'],
    ['ecsRenew', { InstanceId: 'i-1', PeriodUnit: 'Month' }, 400, 'MissingPeriod'],
    ['ecsRenew', { ...ECS, InstanceId: 'i-old' }, 404, 'InvalidInstanceId.NotFound'],
    ['ecsRenew', { ...ECS, InstanceId: 'i-payg' }, 403, 'ChargeTypeViolation'],
    ['ecsRenew', { ...ECS, InstanceId: 'i-new' }, 403, 'IncorrectInstanceStatus'],
    ['ecsRenew', { ...ECS, InstanceId: 'i-bad' }, 418, 'InstanceLockedForSecurity'],
    [
      'ecsRenew',
      { ...ECS, ClientToken: 'x'.repeat(65) },
      400,
      'InvalidClientToken.ValueNotSupported',
    ],
    ['rdsRenew', { ...RDS, AutoPay: 'yes' }, 400, 'InvalidAutoPay'],
    ['rdsRenew', { ...RDS, DBInstanceId: 'i-1' }, 404, 'InvalidDBInstanceId.NotFound'],
    ['swasRenew', { InstanceId: 'swas-1', RegionId: 'x', Period: 2 }, 400, 'InvalidPeriod'],
    ['hbaseRenew', { ClusterId: 'hb-1', Duration: 1 }, 400, 'MissingPricingCycle'],
  ] as const)('by %s of %j is refused with %i %s', async (api, parameters, status, code) => {
    const { call, sandbox } = await fixture({
      instances: [
        instance('i-1'),
        instance('rm-1', 'rds'),
        instance('swas-1', 'swas'),
        instance('hb-1', 'hbase'),
        instance('i-old', 'ecs', { expires: '31 days ago' }),
        instance('i-payg', 'ecs', { subscriptionType: 'PayAsYouGo' }),
        instance('i-new', 'ecs', { status: 'Creating' }),
        instance('i-bad', 'ecs', {
          errors: { renew: { code: 'InstanceLockedForSecurity', status: 418 } },
        }),
      ],
    });
    expect(await call(api, parameters)).toMatchObject({ status, json: { Code: code } });
    expect(sandbox.orders()).toEqual([]);
  });

  it.each([
    ['exact', 404, []],
    ['any', 200, ['i-1']],
  ])('knows ids by their letters: %s', async (idCase, status, listed) => {
    const { call, sandbox } = await fixture({ behaviour: { idCase } });
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'I-1' })).status).toBe(status);
    const region = { RegionId: 'ap-southeast-1', InstanceIds: '["I-1", "i-9"]' };
    const { text } = await call('ecsInstances', region);
    expect([...text.matchAll(/"InstanceId":"([^"]+)"/gu)].map(([, id]) => id)).toEqual(listed);
    expect(sandbox.ledger()).toHaveLength(listed.length);
  });

  it('is refused while the order before it is under way', async () => {
    const { call, pass, expiry, sandbox } = await fixture({
      behaviour: { completionDelayMs: 5000 },
    });
    await call('ecsRenew', ECS);
    expect([expiry('i-1'), sandbox.ledger()[0]?.resources[0]?.expiryAfter]).toEqual([BEFORE, null]);
    expect((await call('ecsRenew', ECS)).json['Code']).toBe('LastOrderProcessing');
    pass(5000);
    expect(expiry('i-1')).toBe(LATER);
    expect((await call('ecsRenew', ECS)).status).toBe(200);
    expect(sandbox.ledger()).toHaveLength(2);
  });

  it('is refused as a whole while the account is blocked', async () => {
    const { call, sandbox } = await fixture({ blocked: 'Forbidden.RiskControl' });
    expect(await call('ecsRenew', ECS)).toMatchObject({
      status: 403,
      json: { Code: 'Forbidden.RiskControl' },
    });
    sandbox.act.setBlocked({ code: null });
    expect((await call('ecsRenew', ECS)).status).toBe(200);
  });

  it('switches auto-renewal on where AutoRenew asks for it', async () => {
    const { call } = await fixture();
    await call('tairRenew', { InstanceId: 'r-1', Period: 1, AutoRenew: 'true' });
    const reply = await call('bssInstances', { InstanceIDs: 'r-1' });
    expect(reply.text).toContain('"RenewStatus":"AutoRenewal"');
  });

  it('of HBase may leave its order unpaid', async () => {
    const { call, sandbox } = await fixture({ behaviour: { hbasePays: false } });
    await call('hbaseRenew', { ClusterId: 'hb-1', Duration: 1, PricingCycle: 'month' });
    expect(sandbox.orders()).toMatchObject([{ status: 'Unpaid' }]);
  });
});

describe('money that does not suffice', () => {
  it.each([
    ['never made', [], undefined],
    ['cancelled', ['Cancelled'], '226111512000001'],
    ['left unpaid', ['Unpaid'], '226111512000001'],
  ])('leaves an order %s, which the refusal may name', async (productUnpaid, statuses, named) => {
    const behaviour = { productUnpaid, orderIdInRefusal: true, noMoneyCode: 'Pay.LowFunds' };
    const { call, sandbox } = await fixture({ balance: '9.99', behaviour });
    const reply = await call('ecsRenew', ECS);
    expect([reply.status, reply.json['Code'], reply.json['OrderId']]).toEqual([
      400,
      'Pay.LowFunds',
      named,
    ]);
    expect(sandbox.orders().map(({ status }) => status)).toEqual(statuses);
    expect([sandbox.ledger(), sandbox.account().cash]).toEqual([[], '9.99']);
  });

  it('is not named by default', async () => {
    const { call } = await fixture({ balance: '0', behaviour: { productUnpaid: 'left unpaid' } });
    expect((await call('ecsRenew', ECS)).json['OrderId']).toBeUndefined();
  });

  it.each([
    ['balance', '5.00', 200, undefined],
    ['card', '0', 200, undefined],
    ['declined card', '0', 400, 'PAY.USER_DECLINED'],
    ['none', '0', 400, 'InvalidPaymentMethod.Missing'],
  ])('with %s and a credit of %s is answered with %i %s', async (payment, credit, status, code) => {
    const { call, sandbox } = await fixture({ balance: '5.00', credit, payment });
    const reply = await call('ecsRenew', ECS);
    expect([reply.status, reply.json['Code']]).toEqual([status, code]);
    expect(sandbox.ledger()).toHaveLength(status === 200 ? 1 : 0);
  });

  it('is helped by a voucher that nobody asked for, and the charge is the smaller for it', async () => {
    const { call, sandbox } = await fixture({ balance: '7.00', voucher: '4.00' });
    expect((await call('ecsRenew', ECS)).status).toBe(200);
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'i-2' })).status).toBe(400);
    expect(sandbox.ledger()).toMatchObject([
      { amount: '6.00', coupon: '4.00', resources: [{ amount: '10.00' }] },
    ]);
    expect(sandbox.account().cash).toBe('1.00');
  });

  it('runs out in the middle, and comes back with a top-up', async () => {
    const { call, sandbox } = await fixture({ balance: '15.00' });
    expect((await call('ecsRenew', ECS)).status).toBe(200);
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'i-2' })).status).toBe(400);
    sandbox.act.topUp({ amount: '5.00' });
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'i-2' })).status).toBe(200);
    expect(sandbox.account().cash).toBe('0.00');
  });
});

describe('where and how long a renewal runs', () => {
  it.each([
    ['2027-01-31T15:59:59Z', 'clamp', 1, '2027-02-28T15:59:59Z'],
    ['2027-01-31T15:59:59Z', 'spill', 1, '2027-03-03T15:59:59Z'],
    ['2026-12-01T15:59:59Z', 'clamp', 12, '2027-12-01T15:59:59Z'],
  ])('from %s, %s, %i months is %s', async (expires, monthEnd, Period, after) => {
    const { call, expiry } = await fixture({
      instances: [instance('i-1', 'ecs', { expires })],
      behaviour: { monthEnd },
    });
    await call('ecsRenew', { ...ECS, Period });
    expect(expiry('i-1')).toBe(after);
  });

  it.each([
    ['old expiry', '2026-12-10T15:59:59Z'],
    ['payment', '2026-12-15T12:00:00Z'],
  ])('of what has expired begins at its %s', async (expiredStart, after) => {
    const { call, expiry } = await fixture({
      instances: [instance('i-1', 'ecs', { expires: '2026-11-10T15:59:59Z' })],
      behaviour: { expiredStart },
    });
    await call('ecsRenew', ECS);
    expect(expiry('i-1')).toBe(after);
  });
});

describe('what a renewal costs', () => {
  it('is the price after the discount, and the tax on it', async () => {
    const { call, sandbox } = await fixture({
      instances: [instance('i-1', 'ecs', { price: '33.33', discount: '0.9' })],
      taxRate: '0.09',
    });
    await call('ecsRenew', { ...ECS, Period: 3 });
    expect(sandbox.orders()).toMatchObject([{ gross: '99.99', pretax: '89.99', amount: '98.09' }]);
    expect(sandbox.ledger()).toMatchObject([{ amount: '98.09' }]);
  });

  it('is told beforehand by the price call, which creates nothing', async () => {
    const { call, sandbox } = await fixture({
      instances: [
        instance('i-1', 'ecs', { discount: '0.8' }),
        instance('rm-1', 'rds'),
        instance('dds-1', 'mongodb'),
      ],
    });
    const ecs = { RegionId: 'x', ResourceId: 'i-1', ResourceType: 'instance', Period: 2 };
    expect((await call('ecsPrice', ecs)).json['PriceInfo']).toMatchObject({
      Price: { Currency: 'USD', OriginalPrice: 20, DiscountPrice: 4, TradePrice: 16 },
    });
    const db = { TimeType: 'Year', UsedTime: 1 };
    expect(
      (await call('rdsPrice', { DBInstanceId: 'rm-1', ...db })).json['PriceInfo'],
    ).toMatchObject({ TradePrice: 120 });
    const { json } = await call('mongodbPrice', { DBInstanceId: 'dds-1' });
    expect(json['Order']).toEqual({
      Currency: 'USD',
      OriginalAmount: 10,
      DiscountAmount: 0,
      TradeAmount: 10,
    });
    sandbox.act.setBehaviour({ mongodbPrice: 'PriceInfo' });
    expect((await call('mongodbPrice', { DBInstanceId: 'dds-1' })).json['PriceInfo']).toMatchObject(
      { TradePrice: 10 },
    );
    expect(sandbox.orders()).toEqual([]);
  });

  it.each([
    [{ ResourceId: 'i-9' }, 404, 'InvalidInstanceId.NotFound'],
    [{ ResourceId: 'i-2' }, 400, 'InvalidX'],
    [{ Period: 10 }, 400, 'InvalidPeriod'],
    [{ ResourceType: 'disk' }, 400, 'InvalidResourceType'],
  ])('is not told of %j', async (more, status, code) => {
    const { call } = await fixture({
      instances: [instance('i-1'), instance('i-2', 'ecs', { errors: { price: 'InvalidX' } })],
    });
    const ecs = { RegionId: 'x', ResourceId: 'i-1', ResourceType: 'instance', Period: 1, ...more };
    expect(await call('ecsPrice', ecs)).toMatchObject({ status, json: { Code: code } });
  });

  it('may be another than was told', async () => {
    const { call, sandbox } = await fixture({ behaviour: { chargeFactor: '1.1' } });
    const ecs = { RegionId: 'x', ResourceId: 'i-1', ResourceType: 'instance', Period: 1 };
    expect((await call('ecsPrice', ecs)).text).toContain('"TradePrice":10}');
    await call('ecsRenew', ECS);
    expect(sandbox.ledger()).toMatchObject([{ amount: '11.00' }]);
  });
});
