import { describe, expect, it } from 'vitest';

import { domain, EXPIRY, fixture, instance } from '../sandbox-fixture.ts';

const ECS = { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month' };
const LATER = '2027-01-01T15:59:59Z';

describe('a colleague', () => {
  it('renews by hand: an instance by months, a domain by years', async () => {
    const { sandbox, expiry } = await fixture();
    sandbox.act.renewOutside({ resource: 'i-1', count: 2, by: 'jane' });
    sandbox.act.renewOutside({ resource: 'one.com' });
    expect([expiry('i-1'), expiry('one.com')]).toEqual([
      '2027-02-01T15:59:59Z',
      '2027-12-01T15:59:59Z',
    ]);
    expect(sandbox.ledger()).toMatchObject([
      { by: 'jane', through: 'console', amount: '20.00' },
      { by: 'colleague', amount: '12.00' },
    ]);
  });

  it('pays an order, cancels another, and cannot do either twice', async () => {
    const { sandbox, expiry } = await fixture();
    const paid = sandbox.act.placeOrder({ resource: 'i-1' });
    const other = sandbox.act.placeOrder({ resource: 'i-2' });
    sandbox.act.payOrder(paid);
    sandbox.act.cancelOrder(other);
    expect([expiry('i-1'), sandbox.ledger().length]).toEqual([LATER, 1]);
    expect(() => {
      sandbox.act.payOrder(paid);
    }).toThrow(`order ${paid.order} is paid`);
    expect(() => {
      sandbox.act.cancelOrder(other);
    }).toThrow('is cancelled');
    expect(() => sandbox.act.placeOrder({ resource: 'i-9' })).toThrow('there is no resource i-9');
  });

  it('cannot pay without money, and then nothing has moved', async () => {
    const { sandbox } = await fixture({ balance: '1.00' });
    const order = sandbox.act.placeOrder({ resource: 'i-1' });
    expect(() => {
      sandbox.act.payOrder(order);
    }).toThrow('cannot be paid: InsufficientBalance');
    expect([sandbox.account().cash, sandbox.orders()[0]?.status]).toEqual(['1.00', 'Unpaid']);
  });

  it.each([
    [true, ['Cancelled', 'Paid'], LATER],
    [false, ['Cancelled', 'Unpaid'], '2026-12-01T15:59:59Z'],
  ])('takes over an order, paying %s', async (pays, statuses, after) => {
    const { call, sandbox, expiry } = await fixture();
    await call('rdsRenew', { DBInstanceId: 'rm-1', Period: 1 });
    sandbox.act.takeOver({ resource: 'rm-1', pays });
    expect(sandbox.orders().map(({ status }) => status)).toEqual(statuses);
    expect(expiry('rm-1')).toBe(after);
  });

  it('lets a paid order happen now', async () => {
    const { call, sandbox, expiry } = await fixture({ behaviour: { completionDelayMs: 60_000 } });
    await call('ecsRenew', ECS);
    const order = sandbox.orders()[0]?.id ?? '';
    sandbox.act.completeOrder({ order });
    expect(expiry('i-1')).toBe(LATER);
    expect(() => {
      sandbox.act.completeOrder({ order });
    }).toThrow('is completed already');
  });
});

describe('auto-renewal', () => {
  it('fires: an unpaid order goes, and the system pays', async () => {
    const { sandbox, expiry } = await fixture();
    sandbox.act.placeOrder({ resource: 'i-1' });
    sandbox.act.autoRenew({ resource: 'i-1' });
    expect(sandbox.orders().map(({ status, by }) => [status, by])).toEqual([
      ['Cancelled', 'colleague'],
      ['Paid', 'system'],
    ]);
    expect(sandbox.ledger()).toMatchObject([{ through: 'auto-renewal' }]);
    expect(expiry('i-1')).toBe(LATER);
  });

  it('of a domain between submit and execution makes the task fail', async () => {
    const { call, sandbox, pass } = await fixture();
    const asked = { CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };
    await call('domainRenew', { DomainName: 'one.com', ...asked });
    sandbox.act.autoRenew({ resource: 'one.com' });
    pass(2000);
    expect(sandbox.account().tasks).toMatchObject([{ status: 'failure' }]);
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('is switched on and off', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.setRenewStatus({ resource: 'i-1', renewStatus: 'NotRenewal' });
    sandbox.act.setRenewStatus({ resource: 'one.com', renewStatus: 'AutoRenewal' });
    expect((await call('bssInstances', { InstanceIDs: 'i-1' })).text).toContain('NotRenewal');
    expect((await call('domainInfo', { DomainName: 'one.com' })).json['AutoRenewEnabled']).toBe(
      true,
    );
  });
});

describe('the world', () => {
  it('changes under a renewer: price, discount, expiry, errors, things that come and go', async () => {
    const { call, sandbox, expiry } = await fixture();
    sandbox.act.reprice({ resource: 'i-1', price: '20.00' });
    sandbox.act.setDiscount({ resource: 'i-1', discount: '0.5' });
    sandbox.act.setExpiry({ resource: 'i-1', expires: '2027-05-31T15:59:59Z' });
    sandbox.act.setErrors({ resource: 'i-2', errors: { renew: 'OperationDenied' } });
    sandbox.act.addInstance({ instance: instance('i-3') as never });
    sandbox.act.addDomain({ domain: domain('new.com') as never });
    sandbox.act.deleteResource({ resource: 'two.com' });
    await call('ecsRenew', ECS);
    expect(sandbox.ledger()).toMatchObject([{ amount: '10.00' }]);
    expect(expiry('i-1')).toBe('2027-06-30T15:59:59Z');
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'i-2' })).json['Code']).toBe(
      'OperationDenied',
    );
    expect([expiry('i-3'), expiry('new.com'), expiry('two.com')]).toEqual([
      '2026-12-01T15:59:59Z',
      '2026-12-01T15:59:59Z',
      'none',
    ]);
    expect(() => {
      sandbox.act.addInstance({ instance: instance('i-3') as never });
    }).toThrow('there already is a i-3');
  });

  it('changes the account: what it has, what it pays with, how often it may call', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.setBalance({ amount: '1.00' });
    sandbox.act.setCredit({ amount: '2.00' });
    sandbox.act.setPayment({ payment: 'card' });
    expect(sandbox.account()).toMatchObject({ cash: '1.00', credit: '2.00', payment: 'card' });
    sandbox.act.setRate({ api: 'bssBalance', ratePerSecond: 1 });
    await call('bssBalance');
    expect((await call('bssBalance')).json['Code']).toBe('Throttling.User');
    sandbox.act.addFault({ api: 'bssOrders', what: { status: 418 } });
    expect((await call('bssOrders')).status).toBe(418);
    sandbox.act.clearFaults();
    expect((await call('bssOrders')).status).toBe(200);
  });

  it('is played over HTTP as well, and read there', async () => {
    const { sandbox } = await fixture();
    const act = async (name: string, input: object): Promise<unknown> => {
      const init = { method: 'POST', body: JSON.stringify(input) };
      return await (await fetch(`${sandbox.url}/_sandbox/act/${name}`, init)).json();
    };
    expect(await act('renewOutside', { resource: 'i-1' })).toEqual({
      result: { order: '226111512000001' },
    });
    expect(await act('setBehaviour', { staleDate: 'never' })).toEqual({
      problem: expect.stringContaining('setBehaviour') as string,
    });
    const ledger = await fetch(`${sandbox.url}/_sandbox/ledger`);
    expect(await ledger.json()).toMatchObject([{ amount: '10.00' }]);
  });
});
