import { describe, expect, it } from 'vitest';

import { fixture, QUERY, vm, type Fixture } from '../sandbox-fixture.ts';

const resources = [
  vm('vm-1', {
    name: 'web',
    attached: [{ id: 'disk-1', name: 'web disk' }],
    expirePolicy: 3,
    project: { id: 'ep', name: 'Shop' },
  }),
  vm('vm-2', { expires: '2026-11-10T15:59:59Z', service: 'hws.service.type.ebs' }),
  vm('vm-3', { status: 4, purchaseOrder: 'CS1' }),
  vm('young', { provisioned: false }),
  vm('dead', { expires: '2026-01-01T00:00:00Z' }),
];

async function idsFound({ call }: Fixture, query: object): Promise<unknown[]> {
  const reply = await call(QUERY, query);
  return (reply.json['data'] as { resource_id: string }[]).map((one) => one.resource_id);
}

describe('the resource query', () => {
  it('shows every documented field of a main and an attached resource', async () => {
    const { call } = await fixture({ resources });
    const reply = await call(QUERY, { resource_ids: ['vm-1'] });
    expect(reply.json['total_count']).toBe(2);
    expect(reply.json['data']).toMatchObject([
      {
        resource_id: 'vm-1',
        resource_name: 'web',
        region_code: 'ap-southeast-1',
        service_type_code: 'hws.service.type.ec2',
        is_main_resource: 1,
        status: 2,
        effective_time: '2025-11-15T15:59:59Z',
        expire_time: '2026-12-01T15:59:59Z',
        expire_policy: 3,
        enterprise_project: { id: 'ep', name: 'Shop' },
      },
      { resource_id: 'disk-1', parent_resource_id: 'vm-1', is_main_resource: 0 },
    ]);
    expect((reply.json['data'] as object[])[0]).not.toHaveProperty('parent_resource_id');
  });

  it('lists what is there for an empty body: provisioned and not yet gone', async () => {
    expect(await idsFound(await fixture({ resources }), {})).toEqual([
      'vm-1',
      'disk-1',
      'vm-2',
      'vm-3',
    ]);
  });

  it.each([
    [{ resource_ids: ['vm-2', 'vm-1', 'nobody'] }, ['vm-2', 'vm-1', 'disk-1']],
    [{ resource_ids: ['vm-1'], only_main_resource: 1 }, ['vm-1']],
    [{ resource_ids: ['disk-1'], only_main_resource: 1 }, ['disk-1']],
    [{ only_main_resource: 1 }, ['vm-1', 'vm-2', 'vm-3']],
    [{ status_list: [4, 5] }, ['vm-2', 'vm-3']],
    [{ service_type_code: 'hws.service.type.ebs' }, ['disk-1', 'vm-2']],
    [{ expire_time_end: '2026-11-30T00:00:00Z' }, ['vm-2']],
    [{ expire_time_begin: '2026-11-30T00:00:00Z', only_main_resource: 1 }, ['vm-1', 'vm-3']],
    [{ order_id: 'CS1' }, ['vm-3']],
    [{ order_id: null, resource_ids: null, limit: null, offset: 3 }, ['vm-3']],
  ])('finds by %j', async (query, ids) => {
    expect(await idsFound(await fixture({ resources }), query)).toEqual(ids);
  });

  it.each([
    [{ resource_ids: Array.from({ length: 51 }, (_, n) => `r${n}`) }],
    [{ service_type_code: '' }],
    [{ limit: 0 }],
    [{ limit: '10' }],
    [{ limit: 501 }],
    [{ expire_time_begin: '2026-11-30' }],
  ])('refuses %j', async (query) => {
    const { call } = await fixture({ resources });
    const reply = await call(QUERY, query);
    expect([reply.status, reply.json['error_code']]).toEqual([400, 'CBC.0100']);
  });

  it('pages by record, attached ones included, ten by default', async () => {
    const many = Array.from({ length: 7 }, (_, n) =>
      vm(`vm-${n}`, { attached: [{ id: `d-${n}` }] }),
    );
    const world = await fixture({ resources: many });
    const reply = await world.call(QUERY, { resource_ids: many.map(({ id }) => id) });
    expect([reply.json['total_count'], (reply.json['data'] as []).length]).toEqual([14, 10]);
    expect(await idsFound(world, { offset: 10 })).toEqual(['vm-5', 'd-5', 'vm-6', 'd-6']);
    expect(await idsFound(world, { offset: 1, limit: 2 })).toEqual(['d-0', 'vm-1']);
  });

  it('can cap a large limit silently instead of refusing it', async () => {
    const behaviour = { maxQueryLimit: 2, overQueryLimit: 'capped' };
    expect(await idsFound(await fixture({ resources, behaviour }), { limit: 100 })).toEqual([
      'vm-1',
      'disk-1',
    ]);
  });

  it('finds resources by a renewal order, or does not, as the world says', async () => {
    const works = await fixture({ resources });
    expect(await idsFound(works, { order_id: await works.order('vm-1') })).toEqual([
      'vm-1',
      'disk-1',
    ]);
    const silent = await fixture({ resources, behaviour: { orderIdFilter: 'nothing' } });
    expect(await idsFound(silent, { order_id: await silent.order('vm-1') })).toEqual([]);
  });

  it('refuses a query that names a resource with a planted code, and no other', async () => {
    const planted = [vm('bad', { errors: { query: 'CBC.0100' } }), ...resources];
    const { call } = await fixture({ resources: planted });
    const named = await call(QUERY, { resource_ids: ['vm-1', 'bad'] });
    expect([named.status, named.json['error_code']]).toEqual([400, 'CBC.0100']);
    expect((await call(QUERY, { resource_ids: ['vm-1'] })).status).toBe(200);
    expect((await call(QUERY, {})).status).toBe(200);
  });

  it('leaves out optional fields where the world says so', async () => {
    const behaviour = { omitFields: { query: ['expire_policy', 'is_main_resource'] } };
    const { call } = await fixture({ resources, behaviour });
    const reply = await call(QUERY, { resource_ids: ['vm-1'] });
    expect(reply.text).not.toMatch(/expire_policy|is_main_resource/u);
    expect(reply.text).toContain('expire_time');
  });
});
