import { describe, expect, it } from 'vitest';
import { ANYTHING } from '../every-call.ts';
import { opened } from '../opened.ts';
import { json, type Sent } from '../../scripted-fetch.ts';

const MAIN = {
  resource_id: 'vm-1',
  resource_name: 'shop',
  is_main_resource: 1,
  region_code: 'ap-southeast-1',
  service_type_code: 'hws.service.type.ec2',
  service_type_name: 'Elastic Cloud Server',
  status: 5,
  expire_time: '2026-12-01T15:59:59Z',
  expire_policy: 3,
  enterprise_project: { id: 'p1', name: 'Shop' },
};

function disk(id: string, parent: string) {
  return { resource_id: id, is_main_resource: 0, parent_resource_id: parent };
}

function page(total: number, ...data: readonly unknown[]) {
  return json({ total_count: total, data });
}

function bodies(sent: readonly Sent[]): unknown[] {
  return sent.map(({ body }) => body);
}

describe('listing what falls due', () => {
  it('asks for main resources only, in pages of fifty, and without empty conditions', async () => {
    const { provider, sent } = opened(page(1, MAIN));
    await provider.resources.due(ANYTHING, null);
    await provider.resources.due({ ...ANYTHING, serviceTypes: ['a', 'b'] }, '50');
    expect(bodies(sent)).toEqual([
      { only_main_resource: 1, offset: 0, limit: 50 },
      { only_main_resource: 1, offset: 50, limit: 50 },
    ]);
  });

  it('asks for every condition that the provider knows', async () => {
    const { provider, sent } = opened(page(1, MAIN));
    await provider.resources.due(
      {
        expiresFrom: Date.UTC(2026, 10, 1),
        expiresBefore: Date.UTC(2026, 11, 31, 16),
        ids: null,
        order: 'CS1',
        statuses: ['in use', 'expired', 'frozen', 'closed'],
        serviceTypes: ['hws.service.type.ec2'],
      },
      null,
    );
    expect(bodies(sent)).toEqual([
      {
        only_main_resource: 1,
        offset: 0,
        limit: 50,
        expire_time_begin: '2026-11-01T00:00:00Z',
        expire_time_end: '2026-12-31T16:00:00Z',
        order_id: 'CS1',
        status_list: [2, 5, 4, 3],
        service_type_code: 'hws.service.type.ec2',
      },
    ]);
  });

  it('reads all that a survey needs, and leaves out what is not said', async () => {
    const { provider } = opened(page(3, MAIN, { resource_id: 'vm-2' }, { resource_name: 'no id' }));
    expect(await provider.resources.due(ANYTHING, null)).toEqual({
      kind: 'done',
      value: {
        total: 3,
        next: null,
        resources: [
          {
            resourceId: 'vm-1',
            name: 'shop',
            serviceCode: 'hws.service.type.ec2',
            serviceName: 'Elastic Cloud Server',
            region: 'ap-southeast-1',
            enterpriseProject: { id: 'p1', name: 'Shop' },
            status: 'expired',
            expiry: Date.UTC(2026, 11, 1, 15, 59, 59),
            mode: 'auto-renew',
            attached: 0,
          },
          {
            resourceId: 'vm-2',
            name: null,
            serviceCode: null,
            serviceName: null,
            region: null,
            enterpriseProject: null,
            status: null,
            expiry: null,
            mode: null,
            attached: 0,
          },
        ],
      },
    });
  });

  it.each([
    [0, 'manual'],
    [1, 'to pay-per-use'],
    [2, 'ends at expiry'],
    [3, 'auto-renew'],
    [4, 'manual'],
    [5, 'manual'],
    [9, null],
  ])('calls expire_policy %i %s', async (policy, mode) => {
    const { provider } = opened(page(1, { ...MAIN, expire_policy: policy }));
    expect(await provider.resources.due(ANYTHING, null)).toMatchObject({
      value: { resources: [{ mode }] },
    });
  });

  it('goes on where records, not pages, were left, also after a short page', async () => {
    const { provider } = opened(page(7, MAIN, MAIN));
    expect(await provider.resources.due(ANYTHING, '3')).toMatchObject({ value: { next: '5' } });
    expect(await provider.resources.due(ANYTHING, '5')).toMatchObject({ value: { next: null } });
  });

  it('ends at an empty page, whatever the total says', async () => {
    const { provider } = opened(page(7));
    expect(await provider.resources.due(ANYTHING, '3')).toMatchObject({ value: { next: null } });
  });

  it('leaves out attached resources that come all the same', async () => {
    const { provider } = opened(page(2, MAIN, disk('disk', 'vm-1')));
    expect(await provider.resources.due(ANYTHING, null)).toMatchObject({
      value: { resources: [{ resourceId: 'vm-1' }] },
    });
  });

  it('by ids asks for fifty at a time and tells them by the spelling that was asked', async () => {
    const ids = Array.from({ length: 51 }, (_, index) => `VM-${index}`);
    const { provider, sent } = opened(page(1, MAIN));
    const first = await provider.resources.due({ ...ANYTHING, ids }, null);
    const second = await provider.resources.due({ ...ANYTHING, ids }, '50');
    expect(first).toMatchObject({ value: { next: '50', resources: [{ resourceId: 'VM-1' }] } });
    expect(second).toMatchObject({ value: { next: null, resources: [] } });
    expect(bodies(sent)).toMatchObject([
      { resource_ids: ids.slice(0, 50), only_main_resource: 1 },
      { resource_ids: ids.slice(50), only_main_resource: 1 },
    ]);
  });

  it('by no ids at all asks nothing: an empty request would list the whole account', async () => {
    const { provider, sent } = opened(page(1, MAIN));
    expect(await provider.resources.due({ ...ANYTHING, ids: [] }, null)).toEqual({
      kind: 'done',
      value: { resources: [], total: null, next: null },
    });
    expect(sent).toEqual([]);
  });
});

describe('counting what is attached', () => {
  it('counts by the main resource, over all pages, and leaves out what has none', async () => {
    const { provider, sent } = opened([
      page(5, MAIN, disk('d1', 'vm-1')),
      page(5, disk('d2', 'vm-1'), disk('d3', 'vm-3'), { ...MAIN, resource_id: 'vm-2' }),
    ]);
    const answer = await provider.resources.attached(['vm-1', 'vm-2', 'VM-3']);
    expect(answer).toEqual({
      kind: 'done',
      value: new Map([
        ['vm-1', 2],
        ['VM-3', 1],
      ]),
    });
    expect(bodies(sent)).toMatchObject([
      { only_main_resource: 0, offset: 0, limit: 50 },
      { only_main_resource: 0, offset: 2, limit: 50 },
    ]);
  });

  it('asks for fifty ids at a time', async () => {
    const { provider, sent } = opened(page(0));
    await provider.resources.attached(Array.from({ length: 120 }, (_, index) => `vm-${index}`));
    expect(sent).toHaveLength(3);
  });
});
