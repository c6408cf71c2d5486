import { describe, expect, it } from 'vitest';
import { broken, json, type Reply } from '../../scripted-fetch.ts';
import { EXPIRY, MONTH, one, TOKEN, YEAR } from '../every-call.ts';
import { billed, opened, refused, said } from '../opened.ts';
import type { Term } from '../../../../../shared/values/term.ts';

const NO_COUPON = 'youhuiquan_promotion_option_id_for_blank';
const AT = { endpoint: 'http://127.0.0.1:8080' } as const;

/** What the calls of the Alibaba contract, sections 1.1, 2.1 and 3, send. */
const CALLS: readonly (readonly [string, string, Term, string, Record<string, string>])[] = [
  [
    'ecs/ap-southeast-1//',
    'i-1',
    YEAR,
    'RenewInstance 2014-05-26',
    { InstanceId: 'i-1', Period: '12', PeriodUnit: 'Month', ClientToken: TOKEN },
  ],
  [
    'rds/ap-southeast-1//',
    'rm-1',
    { unit: 'year', count: 3 },
    'RenewInstance 2014-08-15',
    {
      DBInstanceId: 'rm-1',
      Period: '36',
      AutoPay: 'True',
      AutoUseCoupon: 'false',
      ClientToken: TOKEN,
    },
  ],
  [
    'kvstore/ap-southeast-1//',
    'r-1',
    MONTH,
    'RenewInstance 2015-01-01',
    { InstanceId: 'r-1', Period: '1', AutoPay: 'true', CouponNo: NO_COUPON, ClientToken: TOKEN },
  ],
  [
    'dds/ap-southeast-1//',
    'dds-1',
    MONTH,
    'RenewDBInstance 2015-12-01',
    {
      DBInstanceId: 'dds-1',
      Period: '1',
      AutoPay: 'true',
      CouponNo: NO_COUPON,
      ClientToken: TOKEN,
    },
  ],
  [
    'swas/ap-southeast-1//',
    's1',
    MONTH,
    'RenewInstance 2020-06-01',
    { InstanceId: 's1', RegionId: 'ap-southeast-1', Period: '1', ClientToken: TOKEN },
  ],
  [
    'hbase/ap-southeast-1//',
    'hb-1',
    MONTH,
    'RenewInstance 2019-01-01',
    { ClusterId: 'hb-1', Duration: '1', PricingCycle: 'month' },
  ],
  [
    'bss//ddos/ddoscoo_intl',
    'd-1',
    { unit: 'year', count: 2 },
    'RenewInstance 2017-12-14',
    {
      ProductCode: 'ddos',
      ProductType: 'ddoscoo_intl',
      InstanceId: 'd-1',
      RenewPeriod: '24',
      ClientToken: TOKEN,
    },
  ],
  [
    'bss//polardb/',
    'p-1',
    MONTH,
    'RenewInstance 2017-12-14',
    { ProductCode: 'polardb', InstanceId: 'p-1', RenewPeriod: '1', ClientToken: TOKEN },
  ],
  [
    'domain///',
    'Example.com.',
    { unit: 'year', count: 3 },
    'SaveSingleTaskForCreatingOrderRenew 2018-01-29',
    {
      DomainName: 'Example.com',
      CurrentExpirationDate: `${EXPIRY}`,
      SubscriptionDuration: '3',
      UseCoupon: 'false',
      UsePromotion: 'false',
      Lang: 'en',
      UserClientIp: '127.0.0.1',
    },
  ],
];

describe('a renewal', () => {
  it.each(CALLS)('by %s sends exactly what it needs', async (sent, id, term, action, query) => {
    const adapter = opened(json({ OrderId: '211', TaskNo: 'task-1' }), AT);
    await adapter.provider.renewals.purchase(one(id, sent), term, TOKEN);
    const { action: called, ...given } = said(adapter.sent[0]!);

    expect(`${called} ${adapter.sent[0]!.headers['x-acs-version']}`).toBe(action);
    expect(given).toEqual(query);
    expect(adapter.sent[0]).toMatchObject({ method: 'POST', body: undefined });
    expect(adapter.sent[0]!.url.pathname).toBe('/');
  });

  it('of several domains is one task with numbered fields, an order for each', async () => {
    const { provider, sent } = opened(json({ TaskNo: 'task-1' }));
    const resources = ['a.com', 'B.com'].map((resourceId, index) => ({
      resourceId,
      sent: 'domain///',
      expiry: EXPIRY + index,
    }));
    const { answer, orders } = await provider.renewals.purchase(resources, YEAR, TOKEN);

    expect(answer).toEqual({ kind: 'done', value: null });
    expect(orders).toEqual(['task-1/a.com', 'task-1/b.com']);
    expect(said(sent[0]!)).toEqual({
      action: 'SaveBatchTaskForCreatingOrderRenew',
      'OrderRenewParam.1.DomainName': 'a.com',
      'OrderRenewParam.1.CurrentExpirationDate': `${EXPIRY}`,
      'OrderRenewParam.1.SubscriptionDuration': '1',
      'OrderRenewParam.2.DomainName': 'B.com',
      'OrderRenewParam.2.CurrentExpirationDate': `${EXPIRY + 1}`,
      'OrderRenewParam.2.SubscriptionDuration': '1',
      UseCoupon: 'false',
      UsePromotion: 'false',
      Lang: 'en',
      UserClientIp: '127.0.0.1',
    });
  });

  it.each<[string, readonly (readonly [string, string])[], Term]>([
    ['nothing', [], MONTH],
    [
      'two instances',
      [
        ['i-1', 'ecs/a//'],
        ['i-2', 'ecs/a//'],
      ],
      MONTH,
    ],
    [
      'a server and a domain',
      [
        ['i-1', 'ecs/a//'],
        ['a.com', 'domain///'],
      ],
      YEAR,
    ],
    ['a term that the way does not have', [['i-1', 'ecs/a//']], { unit: 'month', count: 11 }],
    ['a domain for a month', [['a.com', 'domain///']], MONTH],
    ['a way that there is not', [['i-1', 'constructor///']], MONTH],
  ])('of %s is our own mistake, and nothing is sent', async (_, given, term) => {
    const { provider, sent } = opened(json({ OrderId: '211' }));
    const resources = given.map(([resourceId, sent]) => ({ resourceId, sent, expiry: EXPIRY }));

    await expect(provider.renewals.purchase(resources, term, TOKEN)).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

describe('what a renewal was answered with', () => {
  const order = 'ecs/ap-southeast-1//';
  const task = 'domain///';

  it.each<[string, string, Reply, readonly string[], string]>([
    ['an order as text', order, json({ OrderId: '211' }), ['211'], 'done'],
    ['an order as a number', order, json({ OrderId: 211 }), ['211'], 'done'],
    ['in small letters', order, json({ orderId: '211' }), ['211'], 'done'],
    ['in data', 'bss//waf/waf', billed({ OrderId: '211' }), ['211'], 'done'],
    [
      'a long number, digit by digit',
      order,
      async () => await Promise.resolve(new Response('{"OrderId":1234567890123456789}')),
      ['1234567890123456789'],
      'done',
    ],
    ['no order', order, json({ RequestId: 'R' }), [], 'unknown'],
    [
      'an order beside a refusal',
      order,
      json({ Code: 'InvalidOwner', OrderId: '211' }, 400),
      ['211'],
      'refused',
    ],
    [
      'an order beside an unclear code',
      order,
      json({ Code: 'InternalError', Data: { OrderId: 211 } }, 500),
      ['211'],
      'unknown',
    ],
    ['an order before it breaks off', order, broken('{"OrderId":211,"Re'), ['211'], 'unknown'],
    ['a number that may go on', order, broken('{"OrderId":211'), [], 'unknown'],
    ['a task', task, json({ TaskNo: 'a-b' }), ['a-b'], 'done'],
    ['a task in small letters', task, json({ taskNo: 'a-b' }), ['a-b'], 'done'],
    ['a task of digits', task, json({ TaskNo: '777' }), ['task:777'], 'done'],
    ['a task before it breaks off', task, broken('{"TaskNo":"a-b","x'), ['a-b'], 'unknown'],
    ['no task', task, json({ RequestId: 'R' }), [], 'unknown'],
    ['a request only', 'swas/me-east-1//', json({ RequestId: 'R-1' }), ['request:R-1/x-1'], 'done'],
    ['a refused request', 'swas/me-east-1//', refused('InvalidOwner'), [], 'refused'],
    [
      'an unclear request',
      'swas/me-east-1//',
      json({ RequestId: 'R', Code: 'InternalError' }, 500),
      [],
      'unknown',
    ],
  ])('%s is read', async (_, sent, reply, orders, kind) => {
    const { provider } = opened(reply, AT);
    const id = sent === task ? 'a.com' : 'x-1';
    const given = await provider.renewals.purchase(
      one(id, sent),
      sent === task ? YEAR : MONTH,
      TOKEN,
    );

    expect(given.orders).toEqual(orders);
    expect(given.answer.kind).toBe(kind);
    expect(given.failed).toEqual([]);
  });
});
