import { describe, expect, it } from 'vitest';
import { json, type Reply } from '../../scripted-fetch.ts';
import { billed, byAction, instance, instances, opened, refused, said } from '../opened.ts';

const order = (more: Readonly<Record<string, unknown>> = {}) => ({
  OrderId: '211',
  OrderType: 'Renew',
  PaymentStatus: 'Paid',
  CreateTime: '2026-08-01T00:00:00Z',
  PaymentTime: '2026-08-01T00:00:02Z',
  Currency: 'USD',
  PretaxAmount: '10.00',
  PretaxGrossAmount: '12.00',
  ...more,
});

const details = (...items: readonly unknown[]): Reply => billed({ OrderList: { Order: items } });
const NO_TASKS = json({ TotalItemNum: 0, Data: { TaskInfo: [] } });

const read = async (reply: Reply) => await opened(reply).provider.renewals.order('211');

const parts = (state: string) =>
  details(
    order({ SubOrderId: '1' }),
    order({ SubOrderId: '2', PretaxAmount: '2.5', PaymentStatus: state }),
  );

describe('an order', () => {
  it.each([
    ['Paid', 'completed'],
    ['paid', 'completed'],
    ['Unpaid', 'unpaid'],
    ['UNPAID', 'unpaid'],
    ['Cancelled', 'cancelled'],
    ['Refunded', 'other'],
    [null, 'other'],
  ])('that is %s reads %s', async (PaymentStatus, state) => {
    expect(await read(details(order({ PaymentStatus })))).toMatchObject({ value: { state } });
  });

  it('tells what it cost, when, for whom and for how long', async () => {
    const reply = details(
      order({
        Operator: 'renewer',
        UsageStartTime: '2026-12-20T16:00:00Z',
        UsageEndTime: '2027-01-20T16:00:00Z',
      }),
    );

    expect(await read(reply)).toEqual({
      kind: 'done',
      value: {
        id: '211',
        state: 'completed',
        amount: { amount: '10', currency: 'USD' },
        list: { amount: '12', currency: 'USD' },
        charged: { amount: '10', currency: 'USD' },
        most: { amount: '10', currency: 'USD' },
        term: { unit: 'month', count: 1 },
        createdAt: Date.UTC(2026, 7, 1),
        paidAt: Date.UTC(2026, 7, 1, 0, 0, 2),
        deadline: null,
        userName: 'renewer',
        automatic: false,
        starts: [Date.UTC(2026, 11, 20, 16)],
      },
    });
  });

  it.each<[string, Record<string, unknown>, string | null, string]>([
    ['of a number', { PretaxAmount: 10.1 }, '10.1', '10.1'],
    ['with tax that adds up', { AfterTaxAmount: '10.60', Tax: '0.60' }, '10', '10'],
    ['with tax that does not', { AfterTaxAmount: '15.60', Tax: '0.60' }, null, '15'],
    ['with half of it', { AfterTaxAmount: '15.60' }, '10', '10'],
    ['that is not shown', { PretaxAmount: null }, null, '0'],
  ])('tells a charge %s: %#', async (_, more, charged, most) => {
    expect(await read(details(order(more)))).toMatchObject({
      value: {
        charged: charged === null ? null : { amount: charged },
        most: { amount: most },
      },
    });
  });

  it.each<[string, unknown, unknown]>([
    ['tells tax beside it', '0.60', { amount: '0.6', currency: 'USD' }],
    ['tells no tax that is none', '0.00', undefined],
    ['tells no tax that is not shown', null, undefined],
  ])('%s', async (_, Tax, tax) => {
    const answer = await read(details(order({ Tax })));

    expect(answer.kind === 'done' && answer.value?.tax).toEqual(tax);
  });

  it('of several parts is their sum, and in their common state', async () => {
    expect(await read(parts('Paid'))).toMatchObject({
      value: { state: 'completed', charged: { amount: '12.5' } },
    });
    expect(await read(parts('Unpaid'))).toMatchObject({ value: { state: 'other' } });
  });

  it.each<[string, Reply]>([
    ['an empty list', details()],
    ['no list', billed({ OrderList: null })],
    ['a code that says so', refused('ResourceNotExists')],
    ['a code of its own that says so', refused('Order.NotExist')],
  ])('that is answered with %s is not shown', async (_, reply) => {
    expect(await read(reply)).toEqual({ kind: 'done', value: null });
  });

  it('in another currency is refused, and another order than asked for is unknown', async () => {
    expect(await read(details(order({ Currency: 'CNY' })))).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'suspend', reason: { id: 'other-currency' } },
    });
    expect(await read(details(order({ OrderId: '999' })))).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['one month', '2026-01-31T16:00:00Z', '2026-02-28T16:00:00Z', { unit: 'month', count: 1 }],
    ['a day off', '2026-01-31T16:00:00Z', '2026-03-01T16:00:00Z', { unit: 'month', count: 1 }],
    ['a year', '2026-03-01T00:00:00Z', '2027-03-01T00:00:00Z', { unit: 'year', count: 1 }],
    ['eleven months', '2026-03-31T00:00:00Z', '2027-02-28T00:00:00Z', { unit: 'month', count: 11 }],
    ['no term', '2026-03-01T00:00:00Z', '2026-03-15T00:00:00Z', null],
  ])('has a term of %s', async (_, UsageStartTime, UsageEndTime, term) => {
    expect(await read(details(order({ UsageStartTime, UsageEndTime })))).toMatchObject({
      value: { term },
    });
  });

  it.each<[unknown, readonly string[]]>([
    ['["i-1","i-2"]', ['i-1', 'i-2']],
    ['[]', []],
    ['i-1, i-2', ['i-1', 'i-2']],
    [null, []],
  ])('whose instances are %j has these resources', async (InstanceIDs, ids) => {
    const { provider } = opened(details(order({ InstanceIDs })));
    const read = await provider.renewals.resourcesOfOrder('211');

    expect(read.kind === 'done' && read.value.map(({ resourceId }) => resourceId)).toEqual(ids);
  });

  it('is cancelled by its number', async () => {
    const { provider, sent } = opened(billed(null));

    expect(await provider.renewals.cancel('211')).toEqual({ kind: 'done', value: null });
    expect(said(sent[0]!)).toEqual({ action: 'CancelOrder', OrderId: '211' });
  });

  it('that cannot be cancelled is read for what became of it', async () => {
    const { provider } = opened(refused('ResourceStatusError'));

    expect(await provider.renewals.cancel('211')).toMatchObject({
      refusal: { remedy: 'read order' },
    });
  });
});

const list = (...pages: readonly (readonly unknown[])[]): Reply => {
  const total = pages.flat().length;
  return byAction({
    QueryTaskList: NO_TASKS,
    QueryOrders: async (sent) =>
      await billed({
        TotalCount: total,
        OrderList: { Order: pages[Number(said(sent)['PageNum']) - 1] ?? [] },
      })(sent),
  });
};

describe('the list of orders', () => {
  const FROM = Date.UTC(2026, 7, 1, 0, 0, 0, 400);
  const TO = FROM + 60_000;
  it('is asked for with its range, or only the last hour would come', async () => {
    const { provider, sent } = opened(list());
    await provider.renewals.renewalOrders(FROM, TO);

    expect(sent.map(said).find(({ action }) => action === 'QueryOrders')).toEqual({
      action: 'QueryOrders',
      OrderType: 'Renew',
      SubscriptionType: 'Subscription',
      CreateTimeStart: '2026-08-01T00:00:00Z',
      CreateTimeEnd: '2026-08-01T00:01:01Z',
      PageNum: '1',
      PageSize: '100',
    });
  });

  it('of unpaid ones is asked for as such, and tasks are not: none is', async () => {
    const { provider, sent } = opened(list([order({ OrderId: '1', PaymentStatus: 'Unpaid' })]));

    expect(await provider.renewals.renewalOrders(FROM, TO, 'unpaid')).toMatchObject({
      value: [{ id: '1', state: 'unpaid' }],
    });
    expect(sent.map(said)).toMatchObject([{ action: 'QueryOrders', PaymentStatus: 'Unpaid' }]);
  });

  it('has smaller pages where large ones are rejected, and from then on', async () => {
    const { provider, sent } = opened(
      byAction({
        QueryTaskList: NO_TASKS,
        QueryOrders: async (request) =>
          await (
            said(request)['PageSize'] === '20'
              ? billed({ TotalCount: 1, OrderList: { Order: [order({ OrderId: '1' })] } })
              : refused('InvalidParameter')
          )(request),
      }),
    );
    for (let times = 0; times < 2; times += 1) {
      expect(await provider.renewals.renewalOrders(FROM, TO)).toMatchObject({
        value: [{ id: '1' }],
      });
    }

    expect(
      sent.map(said).flatMap(({ PageSize, action }) => (action === 'QueryOrders' ? PageSize : [])),
    ).toEqual(['100', '20', '20']);
  });

  it('is read to its end, newest first', async () => {
    const { provider } = opened(
      list(
        [order({ OrderId: '1', CreateTime: '2026-08-01T00:00:05Z' })],
        [order({ OrderId: '2', CreateTime: '2026-08-01T00:00:09Z' })],
      ),
    );
    const read = await provider.renewals.renewalOrders(FROM, TO);

    expect(read.kind === 'done' && read.value.map(({ id }) => id)).toEqual(['2', '1']);
  });

  it.each<[string, readonly unknown[]]>([
    ['an order without its number', [order({ OrderId: null })]],
    ['no list', ['what']],
  ])('with %s is unknown', async (_, page) => {
    const { provider } = opened(list(page));

    expect(await provider.renewals.renewalOrders(FROM, TO)).toMatchObject({ kind: 'unknown' });
  });

  it('leaves out what is no renewal', async () => {
    const { provider } = opened(list([order({ OrderType: 'Upgrade' }), order({ OrderId: '2' })]));

    expect(await provider.renewals.renewalOrders(FROM, TO)).toMatchObject({ value: [{ id: '2' }] });
  });

  it('is unknown where either half of it is', async () => {
    const { provider } = opened(
      byAction({ QueryTaskList: refused('InternalError', 500), QueryOrders: billed({}) }),
    );

    expect(await provider.renewals.renewalOrders(FROM, TO)).toMatchObject({ kind: 'unknown' });
  });

  it('is asked for product by product where a list of all is rejected', async () => {
    const { provider, sent } = opened(
      byAction({
        QueryTaskList: NO_TASKS,
        QueryAvailableInstances: instances(
          instance('i-1'),
          instance('i-2'),
          instance('d-1', { ProductCode: 'ddos' }),
        ),
        QueryOrders: async (request) => {
          const code = said(request)['ProductCode'];
          if (code === undefined) return await refused('MissingProductCode')(request);
          const one = order({ OrderId: code === 'ecs' ? '1' : '2' });
          return await billed({ TotalCount: 1, OrderList: { Order: [one] } })(request);
        },
      }),
    );
    const read = await provider.renewals.renewalOrders(FROM, TO);

    expect(read.kind === 'done' && read.value.map(({ id }) => id)).toEqual(['1', '2']);
    expect(sent.map(said).flatMap(({ ProductCode }) => ProductCode ?? [])).toEqual(['ecs', 'ddos']);
  });

  it.each([
    ['is refused where it is rejected of each product too', instances(instance('i-1')), 'refused'],
    ['is empty where there is no product', instances(), 'done'],
  ])('%s', async (_, some, kind) => {
    const { provider } = opened(
      byAction({
        QueryTaskList: NO_TASKS,
        QueryAvailableInstances: some,
        QueryOrders: refused('MissingProductCode'),
      }),
    );

    expect((await provider.renewals.renewalOrders(FROM, TO)).kind).toBe(kind);
  });
});

describe('what lies under an order', () => {
  it.each([
    ['Paid', 1],
    ['Unpaid', 2],
  ])('that is %s is asked for %i times when it is wanted twice', async (PaymentStatus, times) => {
    const lines = [order({ OrderId: '211', PaymentStatus, InstanceIDs: '["i-1"]' })];
    const { provider, sent } = opened(billed({ OrderList: { Order: lines } }));
    for (let count = 0; count < 2; count += 1) {
      expect(await provider.renewals.resourcesOfOrder('211')).toMatchObject({
        value: [{ resourceId: 'i-1' }],
      });
    }

    expect(sent).toHaveLength(times);
  });
});
