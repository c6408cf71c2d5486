import { describe, expect, it } from 'vitest';

import { EXPIRY, fixture } from './sandbox-fixture.ts';

const ECS = { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month', ClientToken: 't' };
const ONE = { DomainName: 'one.com', CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };

describe('planted faults', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ])(
    'break the connection %s the effect, and the token tells what happened',
    async (when, paid) => {
      const faults = [{ api: 'ecsRenew', call: 1, when, what: 'reset' }];
      const { call, sandbox } = await fixture({ faults });
      await expect(call('ecsRenew', ECS)).rejects.toThrow();
      expect(sandbox.ledger()).toHaveLength(paid);
      expect((await call('ecsRenew', ECS)).json['OrderId']).toBe(sandbox.orders()[0]?.id);
      expect(sandbox.ledger()).toHaveLength(1);
    },
  );

  it.each([
    ['an empty body', { status: 200 }, 200, ''],
    ['503', { status: 503, code: 'ServiceUnavailable' }, 503, '"Code":"ServiceUnavailable"'],
    ['500', { status: 500, code: 'InternalError' }, 500, '"Code":"InternalError"'],
    [
      'an error in XML',
      {
        status: 400,
        text: '<Error><Code>Throttling</Code></Error>',
        headers: { 'content-type': 'text/xml;charset=utf-8', 'x-acs-retry-after': '1500' },
      },
      400,
      '<Error><Code>Throttling</Code></Error>',
    ],
  ])('answer with %s after the effect', async (_, what, status, text) => {
    const faults = [{ api: 'ecsRenew', when: 'after', what }];
    const { call, sandbox } = await fixture({ faults });
    const reply = await call('ecsRenew', ECS);
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(text) as string]);
    expect(reply.headers.get('x-acs-retry-after')).toBe(text.startsWith('<') ? '1500' : null);
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('leave the order beside an error where they are told to', async () => {
    const what = { status: 500, code: 'InternalError', keepBody: true };
    const { call } = await fixture({ faults: [{ api: 'ecsRenew', when: 'after', what }] });
    expect((await call('ecsRenew', ECS)).json).toMatchObject({
      Code: 'InternalError',
      OrderId: '226111512000001',
    });
  });

  it('throttle without any effect', async () => {
    const behaviour = { retryAfter: 1000 };
    const { call, sandbox } = await fixture({
      faults: [{ api: 'domainRenew', what: 'throttle' }],
      behaviour,
    });
    const reply = await call('domainRenew', ONE);
    expect([reply.status, reply.json['Code'], reply.headers.get('x-acs-retry-after')]).toEqual([
      400,
      'Throttling.User',
      '1000',
    ]);
    expect(sandbox.account().tasks).toEqual([]);
  });

  it.each([
    [{ naming: 'one.com' }, [true, false]],
    [{ naming: 'two.com' }, [false, true]],
    [{ call: 2 }, [false, true]],
  ])('hit the calls they mean: %j', async (meant, hit) => {
    const faults = [{ api: 'domainRenew', ...meant, what: { status: 418 } }];
    const { call } = await fixture({ faults });
    const first = await call('domainRenew', ONE);
    const second = await call('domainRenew', { ...ONE, DomainName: 'two.com' });
    expect([first, second].map(({ status }) => status === 418)).toEqual(hit);
  });

  it.each([
    ['bssInstances', { InstanceIDs: 'i-1,i-2' }, ['i-1', 'i-2']],
    ['ecsInstances', { RegionId: 'x', InstanceIds: '["i-1"]' }, ['i-1']],
    ['ecsInstances', { RegionId: 'x', InstanceIds: 'i-1]' }, ['i-1]']],
    ['ecsInstances', { RegionId: 'x', InstanceIds: '[i-1' }, []],
    ['rdsRenew', { DBInstanceId: 'rm-1', Period: 1 }, ['rm-1']],
    ['domainRenewBatch', { 'OrderRenewParam.1.DomainName': 'one.com' }, ['one.com']],
    ['domainTaskDetails', { TaskNo: 'no', DomainName: '' }, ['no']],
    ['bssOrder', { OrderId: '7' }, ['7']],
  ] as const)('are told the ids that %s of %j names', async (api, parameters, ids) => {
    const { call, sandbox } = await fixture();
    await call(api, parameters);
    expect(sandbox.calls()[0]?.ids).toEqual(ids);
  });

  it('let somebody act in between, and an order be meant before it exists', async () => {
    const act = { act: 'payOrder', with: { order: '226111512000001' } };
    const faults = [{ api: 'bssCancel', naming: 'order 1', what: act }];
    const { call, sandbox } = await fixture({ faults });
    const { order } = sandbox.act.placeOrder({ resource: 'i-1' });
    expect((await call('bssCancel', { OrderId: order })).json['Code']).toBe('ResourceStatusError');
    expect(sandbox.ledger()).toMatchObject([{ through: 'console', by: 'colleague' }]);
  });

  it('leave out fields of an API, at any depth', async () => {
    const omitFields = { domainInfo: ['ExpirationDateLong'], bssInstances: ['EndTime'] };
    const { call } = await fixture({ behaviour: { omitFields } });
    expect((await call('domainInfo', { DomainName: 'one.com' })).text).not.toContain(
      'ExpirationDateLong',
    );
    expect((await call('bssInstances')).text).not.toContain('EndTime');
  });
});

describe('a hook', () => {
  it('is waited for before and after the effect, and knows parameters and answer', async () => {
    const { call, sandbox } = await fixture();
    const seen: unknown[] = [];
    const stop = sandbox.onCall(({ phase, api, query, answer }) => {
      const charges = sandbox.ledger().length;
      seen.push([phase, api, query.get('InstanceId'), answer?.status, charges]);
    });
    await call('ecsRenew', ECS);
    stop();
    await call('bssBalance');
    expect(seen).toEqual([
      ['before', 'ecsRenew', 'i-1', undefined, 0],
      ['after', 'ecsRenew', 'i-1', 200, 1],
    ]);
  });

  it('sees the parameters of a form, too, and they count like those of the query', async () => {
    const { call, sandbox } = await fixture();
    const { InstanceId, ...form } = { ...ECS, Period: '1' };
    expect((await call('ecsRenew', { InstanceId }, { form })).status).toBe(200);
    expect(sandbox.ledger()).toHaveLength(1);
  });
});
