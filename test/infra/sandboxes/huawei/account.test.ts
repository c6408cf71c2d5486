import { describe, expect, it } from 'vitest';

import { BALANCES, fixture } from './sandbox-fixture.ts';

const AUTO_RENEW = '/v2/orders/subscriptions/resources/autorenew';

describe('the balance', () => {
  it('shows cash and credit, and takes cash before credit', async () => {
    const world = await fixture({ balance: '6.00', credit: '50.00' });
    await world.pay(await world.order('vm-1'));
    expect((await world.call(BALANCES)).json).toMatchObject({
      account_balances: [
        { account_type: 1, amount: 0, currency: 'USD', measure_id: 1 },
        { account_type: 2, amount: 46, credit_amount: 46 },
      ],
      debt_amount: 0,
      currency: 'USD',
    });
  });

  it('can write amounts as text', async () => {
    const { call } = await fixture({ behaviour: { balanceAmountType: 'string' } });
    expect((await call(BALANCES)).json).toMatchObject({
      account_balances: [{ amount: '10000.00' }],
    });
  });

  it('is hidden from the customer of a reseller', async () => {
    const { call } = await fixture({ reseller: true });
    expect((await call(BALANCES)).json['error_code']).toBe('CBC.99000049');
  });
});

describe('auto-renewal', () => {
  it('is switched on and off with empty answers', async () => {
    const { call, sandbox } = await fixture();
    expect((await call(`POST ${AUTO_RENEW}/vm-1`)).status).toBe(204);
    expect(sandbox.resources()[0]?.expirePolicy).toBe(3);
    expect((await call(`DELETE ${AUTO_RENEW}/vm-1`)).status).toBe(204);
    expect(sandbox.resources()[0]?.expirePolicy).toBe(0);
    expect((await call(`DELETE ${AUTO_RENEW}/vm-1`)).json['error_code']).toBe('CBC.99003605');
  });

  it('is refused for unknown and for expired resources', async () => {
    const { call, sandbox } = await fixture();
    expect((await call(`POST ${AUTO_RENEW}/nobody`)).json['error_code']).toBe('CBC.99003012');
    sandbox.act.setExpiry({ resource: 'vm-1', expires: '2 days ago' });
    expect((await call(`POST ${AUTO_RENEW}/vm-1`)).json['error_code']).toBe('CBC.99003602');
  });
});
