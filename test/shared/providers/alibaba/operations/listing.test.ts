import { describe, expect, it } from 'vitest';
import { json } from '../../scripted-fetch.ts';
import { NO_FILTER, type SurveyFilter } from '../../../../../shared/survey/survey.ts';
import { EXPIRY } from '../every-call.ts';
import { billed, byAction, instance, instances, opened, said } from '../opened.ts';

const FROM = Date.UTC(2026, 10, 1);
const BEFORE = Date.UTC(2026, 11, 31);

const domains = json({
  TotalItemNum: 21,
  Data: {
    Domain: [
      {
        DomainName: 'example.com',
        ExpirationDateLong: EXPIRY,
        ExpirationDateStatus: '1',
        AutoRenewEnabled: true,
      },
    ],
  },
});

const all = billed({
  TotalCount: 301,
  InstanceList: [
    instance('i-1'),
    instance('d-1', {
      ProductCode: 'nas',
      ProductType: 'nas_intl',
      Status: 'Expired',
      RenewStatus: 'NotRenewal',
    }),
    instance('', { InstanceID: null }),
  ],
});

async function listed(filter: Partial<SurveyFilter>, from: string | null = null) {
  const adapter = opened(
    byAction({
      QueryAvailableInstances: async (request) =>
        await (said(request)['InstanceIDs'] === undefined ? all : instances(instance('i-1')))(
          request,
        ),
      QueryDomainList: domains,
      QueryDomainByDomainName: json({ DomainName: 'example.com', ExpirationDateLong: EXPIRY }),
      GetOrderDetail: billed({
        OrderList: { Order: [{ OrderId: '211', InstanceIDs: '["i-1"]' }] },
      }),
    }),
  );
  const answer = await adapter.provider.resources.due({ ...NO_FILTER, ...filter }, from);
  return { answer, calls: adapter.sent.map(said) };
}

describe('what falls due', () => {
  it('begins with instances of the window', async () => {
    const { answer, calls } = await listed({ expiresFrom: FROM, expiresBefore: BEFORE });

    expect(calls).toEqual([
      {
        action: 'QueryAvailableInstances',
        SubscriptionType: 'Subscription',
        PageNum: '1',
        PageSize: '300',
        EndTimeStart: '2026-11-01T00:00:00Z',
        EndTimeEnd: '2026-12-31T00:00:00Z',
      },
    ]);
    expect(answer).toEqual({
      kind: 'done',
      value: {
        total: null,
        next: 'instances 2',
        resources: [
          {
            resourceId: 'i-1',
            name: null,
            serviceCode: 'ecs',
            serviceName: 'Elastic Compute Service',
            region: 'ap-southeast-1',
            enterpriseProject: null,
            status: 'in use',
            expiry: EXPIRY,
            mode: 'manual',
            attached: 0,
            months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12],
          },
          {
            resourceId: 'd-1',
            name: null,
            serviceCode: 'nas',
            serviceName: null,
            region: 'ap-southeast-1',
            enterpriseProject: null,
            status: 'expired',
            expiry: EXPIRY,
            mode: 'ends at expiry',
            attached: 0,
            months: [],
          },
        ],
      },
    });
  });

  it.each([
    ['instances 2', 'domains 1'],
    ['domains 1', 'domains 2'],
    ['domains 2', null],
  ])('goes on from %s to %s', async (from, next) => {
    const { answer } = await listed({}, from);

    expect(answer).toMatchObject({ value: { next } });
  });

  it('takes a day more of domains on either side', async () => {
    const { answer, calls } = await listed(
      { expiresFrom: FROM, expiresBefore: BEFORE },
      'domains 1',
    );

    expect(calls[0]).toMatchObject({
      action: 'QueryDomainList',
      StartExpirationDate: `${FROM - 86_400_000}`,
      EndExpirationDate: `${BEFORE + 86_400_000}`,
    });
    expect(answer).toMatchObject({
      value: {
        resources: [
          {
            resourceId: 'example.com',
            serviceCode: 'domain',
            serviceName: 'Domain Names',
            status: 'in use',
            mode: 'auto-renew',
          },
        ],
      },
    });
  });

  it.each<[readonly string[], string | null, string | undefined, string | null]>([
    [['ecs'], 'QueryAvailableInstances', 'ecs', 'instances 2'],
    [['ecs', 'rds'], 'QueryAvailableInstances', undefined, 'instances 2'],
    [['domain'], 'QueryDomainList', undefined, 'domains 2'],
  ])('of the service types %j asks %s', async (serviceTypes, action, code, next) => {
    const { answer, calls } = await listed({ serviceTypes });

    expect(calls[0]!.action).toBe(action);
    expect(calls[0]!['ProductCode']).toBe(code);
    expect(answer).toMatchObject({ value: { next } });
  });

  it('of other service types leaves domains out', async () => {
    expect((await listed({ serviceTypes: ['ecs'] }, 'instances 2')).answer).toMatchObject({
      value: { next: null },
    });
    expect((await listed({ serviceTypes: ['ecs', 'domain'] }, 'instances 2')).answer).toMatchObject(
      {
        value: { next: 'domains 1' },
      },
    );
  });

  it('by ids is both, a hundred at a time', async () => {
    const ids = ['example.com', 'i-1', ...Array.from({ length: 99 }, (_, index) => `x-${index}`)];
    const { answer } = await listed({ ids });

    expect(answer).toMatchObject({
      value: { next: 'ids 100', resources: [{ resourceId: 'i-1' }, { resourceId: 'example.com' }] },
    });
    expect((await listed({ ids }, 'ids 100')).answer).toMatchObject({ value: { next: null } });
  });

  it('of an order is what its details name', async () => {
    const { answer } = await listed({ order: '211' });

    expect(answer).toMatchObject({ value: { next: null, resources: [{ resourceId: 'i-1' }] } });
  });

  it('has nothing attached to it', async () => {
    const { provider, sent } = opened(instances());

    expect(await provider.resources.attached(['i-1'])).toEqual({ kind: 'done', value: new Map() });
    expect(sent).toEqual([]);
  });
});
