import { describe, expect, it } from 'vitest';

import { fixture, PRICE, vm } from '../sandbox-fixture.ts';

const month = { period_type: 2, period_num: 1 };
const resources = [
  vm('vm-1', { attached: [{ id: 'disk-1', prices: { month: '2.55' } }] }),
  vm('vm-2', { prices: { month: '33.33' } }),
  vm('unpaid', { locked: 'unpaid' }),
  vm('changing', { locked: 'processing' }),
  vm('fixed', { renewable: false }),
  vm('planted', { errors: { price: 'CBC.99006006' } }),
  vm('pack-1', { package: 'p' }),
  vm('pack-2', { package: 'p' }),
];

describe('the price call', () => {
  it('prices main plus attached as text, times the number of periods', async () => {
    const { call, sandbox } = await fixture({ resources });
    const reply = await call(PRICE, {
      resource_ids: ['vm-1', 'vm-2'],
      period_type: 2,
      period_num: 3,
    });
    expect([reply.status, reply.json]).toEqual([
      200,
      {
        currency: 'USD',
        renew_inquiry_results: [
          { resource_id: 'vm-1', amount: '37.65' },
          { resource_id: 'vm-2', amount: '99.99' },
        ],
        official_website_rating_result: { official_website_amount: '137.64' },
      },
    ]);
    expect(sandbox.orders().every(({ by }) => by === 'colleague')).toBe(true);
  });

  it('lists each usable discount with the whole request after it, and marks the best', async () => {
    const { call } = await fixture({
      resources,
      discounts: [
        { id: 'contract', kind: 'contract', ratio: '0.9' },
        { id: 'partner', kind: 'partner', ratio: '0.85' },
        { id: 'promo', kind: 'promotion', ratio: '0.1' },
      ],
    });
    const reply = await call(PRICE, { resource_ids: ['vm-1'], ...month });
    expect(reply.json['optional_discount_rating_results']).toEqual([
      {
        discount_id: 'contract',
        discount_name: 'contract',
        discount_type: 605,
        amount: '11.30',
        official_website_amount: '12.55',
        discount_amount: '1.25',
        best_offer: 0,
      },
      expect.objectContaining({
        discount_id: 'partner',
        discount_type: 607,
        amount: '10.67',
        best_offer: 1,
      }),
    ]);
    expect(reply.json['renew_inquiry_results']).toEqual([{ resource_id: 'vm-1', amount: '12.55' }]);
  });

  it('can put the discounted price into the resource amounts', async () => {
    const { call } = await fixture({
      resources: [vm('vm-1', { discounts: [{ id: 'd', ratio: '0.8' }] })],
      behaviour: { priceAmount: 'discounted' },
    });
    const reply = await call(PRICE, { resource_ids: ['vm-1'], ...month });
    expect(reply.json['renew_inquiry_results']).toEqual([{ resource_id: 'vm-1', amount: '8.00' }]);
  });

  it.each([
    ['disk-1', 'CBC.30050007'],
    ['nobody', 'CBC.30050009'],
    ['unpaid', 'CBC.30050010'],
    ['changing', 'CBC.30050011'],
    ['fixed', 'CBC.30050013'],
    ['planted', 'CBC.99006006'],
  ])('lists %s with %s beside the others', async (id, code) => {
    const { call } = await fixture({ resources });
    const reply = await call(PRICE, { resource_ids: ['vm-1', id], ...month });
    expect(reply.status).toBe(200);
    expect(reply.json).not.toHaveProperty('error_code');
    expect(reply.json['renew_inquiry_results']).toEqual([{ resource_id: 'vm-1', amount: '12.55' }]);
    expect(reply.json['fail_resource_infos']).toMatchObject([
      { resource_id: id, error_code: code },
    ]);
  });

  it('lists a period that is not offered', async () => {
    const { call } = await fixture({ resources });
    const reply = await call(PRICE, { resource_ids: ['vm-2'], period_type: 3, period_num: 1 });
    expect(reply.json['fail_resource_infos']).toMatchObject([{ error_code: 'CBC.30050008' }]);
  });

  it.each([
    ['listed with code', true],
    ['whole call', false],
  ])('can answer failures as "%s", with a code under HTTP 200', async (priceFailures, priced) => {
    const { call } = await fixture({ resources, behaviour: { priceFailures } });
    const reply = await call(PRICE, { resource_ids: ['vm-1', 'unpaid'], ...month });
    expect([reply.status, reply.json['error_code']]).toEqual([200, 'CBC.30050010']);
    expect(reply.json['fail_resource_infos']).toMatchObject([{ resource_id: 'unpaid' }]);
    expect('renew_inquiry_results' in reply.json).toBe(priced);
  });

  it('refuses duplicates, 11 ids and wrong terms under HTTP 400', async () => {
    const { call } = await fixture({ resources });
    const code = async (body: object): Promise<unknown[]> => {
      const reply = await call(PRICE, body);
      return [reply.status, reply.json['error_code']];
    };
    expect(await code({ resource_ids: ['vm-1', 'vm-1'], ...month })).toEqual([400, 'CBC.30050012']);
    const eleven = Array.from({ length: 11 }, (_, n) => `vm-${n}`);
    expect(await code({ resource_ids: eleven, ...month })).toEqual([400, 'CBC.0100']);
    expect(await code({ resource_ids: ['vm-1'], period_type: 2, period_num: 12 })).toEqual([
      400,
      'CBC.0100',
    ]);
  });

  it('adds the other members of a package when related resources are asked for', async () => {
    const { call } = await fixture({ resources });
    const body = { resource_ids: ['pack-1'], ...month, include_relative_resources: true };
    const reply = await call(PRICE, body);
    expect(reply.json['renew_inquiry_results']).toMatchObject([
      { resource_id: 'pack-1' },
      { resource_id: 'pack-2' },
    ]);
  });
});
