import { describe, expect, it } from 'vitest';

import { EXPIRY, fixture, instance } from '../sandbox-fixture.ts';

const LATER = '2027-12-01T15:59:59Z';

function asked(name: string): Record<string, string | number> {
  return { DomainName: name, CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };
}

describe('time that passes at once does what it would have done bit by bit', () => {
  it.each([
    ['at once', [10_000]],
    ['bit by bit', [1500, 500, 500, 500, 7000]],
  ])('%s: what is renewed in between is not renewed a second time', async (_, spans) => {
    const { call, pass, sandbox, expiry } = await fixture({
      behaviour: { runningTask: 'accepted', completionDelayMs: 500 },
    });
    await call('domainRenew', asked('one.com'));
    pass(1000);
    await call('domainRenew', asked('one.com'));
    await call('domainRenew', asked('two.com'));
    for (const span of spans) {
      pass(span);
      await call('bssBalance');
    }
    // Ends at 1.5 s, renews at 2 s, before the second one looks at 2.5 s.
    expect(sandbox.account().tasks.map(({ status }) => status)).toEqual([
      'success',
      'failure',
      'success',
    ]);
    expect([expiry('one.com'), sandbox.ledger().length]).toEqual([LATER, 2]);
  });

  it('gives the last money to what ends first, whichever was asked for first', async () => {
    const { call, pass, sandbox } = await fixture({ balance: '12.00' });
    sandbox.act.setBehaviour({ taskRunMs: 5000 });
    await call('domainRenew', asked('one.com'));
    sandbox.act.setBehaviour({ taskRunMs: 1000 });
    await call('domainRenew', asked('two.com'));
    pass(10_000);
    expect(sandbox.ledger().map(({ resources }) => resources[0]?.resourceId)).toEqual(['two.com']);
  });

  it('lets an account that is blocked meanwhile renew nothing', async () => {
    const { call, pass, sandbox } = await fixture();
    await call('domainRenew', asked('one.com'));
    sandbox.act.setBlocked({ code: 'AccountAbnormal' });
    pass(10_000);
    expect(sandbox.account().tasks).toMatchObject([{ status: 'failure' }]);
    expect(sandbox.ledger()).toEqual([]);
  });
});

describe('a payment', () => {
  it('fails with the code planted on what it is for, by whatever way it is asked for', async () => {
    const errors = { pay: { code: 'PAY.AMOUNT_LIMIT_EXCEEDED', status: 403 } };
    const { call, sandbox } = await fixture({ instances: [instance('i-1', 'ecs', { errors })] });
    expect(
      await call('ecsRenew', { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month' }),
    ).toMatchObject({ status: 403, json: { Code: 'PAY.AMOUNT_LIMIT_EXCEEDED' } });
    const order = sandbox.act.placeOrder({ resource: 'i-1' });
    expect(() => {
      sandbox.act.payOrder(order);
    }).toThrow('PAY.AMOUNT_LIMIT_EXCEEDED');
    expect(sandbox.ledger()).toEqual([]);
  });

  it('makes an expired instance a normal one again', async () => {
    const { call } = await fixture({ instances: [instance('i-1', 'ecs', { status: 'Expired' })] });
    await call('ecsRenew', { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month' });
    expect((await call('bssInstances')).text).toContain('"Status":"Normal"');
  });
});
