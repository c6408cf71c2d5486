import { describe, expect, it } from 'vitest';

import { BALANCES, fixture, QUERY, RENEW, vm } from '../sandbox-fixture.ts';

const MINUTE = 60_000;

describe('the gateway', () => {
  it('lets a correctly signed call through, query and body included', async () => {
    const { call } = await fixture();
    expect((await call(BALANCES)).status).toBe(200);
    expect((await call('GET /v2/orders/customer-orders?limit=5&order_by=-createTime')).status).toBe(
      200,
    );
    expect((await call(QUERY, { resource_ids: ['vm-1'] })).status).toBe(200);
  });

  it('answers a wrong signature with 401 and its own canonical request', async () => {
    const { call } = await fixture();
    const reply = await call(BALANCES, undefined, { secretKey: 'other' });
    expect(reply.status).toBe(401);
    expect(reply.json['error_code']).toBe('APIGW.0301');
    expect(reply.json['error_msg']).toContain('verify aksk signature fail');
    expect(reply.json['error_msg']).toContain('GET\n/v2/accounts/customer-accounts/balances/');
  });

  it('notices a body changed on the way, and then does nothing', async () => {
    const { call, sandbox } = await fixture();
    const body = { resource_ids: ['vm-1'], period_type: 2, period_num: 1 };
    const sentBody = JSON.stringify({ ...body, period_num: 2 });
    expect((await call(RENEW, body, { sentBody })).status).toBe(401);
    expect(sandbox.orders()).toEqual([]);
  });

  it('wants the date among the signed headers', async () => {
    const { call } = await fixture();
    expect((await call(BALANCES, undefined, { signedHeaders: ['host'] })).status).toBe(401);
  });

  it.each([
    ['unknown key', { accessKey: 'AKOTHER' }, 'Get secretKey failed'],
    ['token', { headers: { 'x-auth-token': 'x' }, accessKey: '' }, 'decrypt token fail'],
    ['no credentials', { accessKey: '' }, 'x-auth-token not found'],
  ])('refuses %s', async (_name, spoiled, message) => {
    const { call } = await fixture();
    const reply = await call(BALANCES, undefined, spoiled);
    expect(reply.status).toBe(401);
    expect(reply.json['error_msg']).toContain(message);
  });

  it('wants the security token of temporary keys', async () => {
    const { call } = await fixture({ securityToken: 'temporary' });
    expect((await call(BALANCES)).status).toBe(401);
    const headers = { 'x-security-token': 'temporary' };
    expect((await call(BALANCES, undefined, { headers })).status).toBe(200);
  });

  it.each([
    [15 * MINUTE, 200],
    [-15 * MINUTE, 200],
    [15 * MINUTE + 1000, 401],
    [-15 * MINUTE - 1000, 401],
  ])('accepts a signature %i ms off with %i', async (skewMs, status) => {
    const { call } = await fixture();
    expect((await call(BALANCES, undefined, { skewMs })).status).toBe(status);
  });

  it('spells the code of a stale signature as the world says', async () => {
    const { call } = await fixture({ behaviour: { skewCode: 'APIGW.0303' } });
    const reply = await call(BALANCES, undefined, { skewMs: 16 * MINUTE });
    expect(reply.json['error_code']).toBe('APIGW.0303');
  });

  it('blocks the key for five minutes after five failures in a row', async () => {
    const { call, pass } = await fixture();
    for (let n = 0; n < 5; n += 1) await call(BALANCES, undefined, { secretKey: 'other' });
    const blocked = await call(BALANCES);
    expect(blocked.status).toBe(401);
    expect(blocked.json['error_msg']).toContain('AK access failed to reach the limit,forbidden');
    pass(5 * MINUTE - 1);
    expect((await call(BALANCES)).status).toBe(401);
    pass(1);
    expect((await call(BALANCES)).status).toBe(200);
  });

  it('forgets failures after a success', async () => {
    const { call } = await fixture();
    for (let n = 0; n < 4; n += 1) await call(BALANCES, undefined, { secretKey: 'other' });
    await call(BALANCES);
    await call(BALANCES, undefined, { secretKey: 'other' });
    expect((await call(BALANCES)).status).toBe(200);
  });

  it('refuses a disabled key until it is accepted again', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.refuseKey();
    expect((await call(BALANCES)).json['error_code']).toBe('APIGW.0301');
    sandbox.act.acceptKey();
    expect((await call(BALANCES)).status).toBe(200);
  });

  it('does not know other paths and methods', async () => {
    const { call } = await fixture();
    for (const line of ['GET /v2/other', 'PUT /v2/orders/subscriptions/resources/renew']) {
      const reply = await call(line);
      expect([reply.status, reply.json['error_code']]).toEqual([404, 'APIGW.0101']);
    }
  });

  it('asks for the permission of each API by itself', async () => {
    const { call, sandbox } = await fixture({ denied: ['renew'] });
    const body = { resource_ids: ['vm-1'], period_type: 2, period_num: 1 };
    const reply = await call(RENEW, body);
    expect([reply.status, reply.json['error_code']]).toEqual([403, 'CBC.0151']);
    expect((await call(BALANCES)).status).toBe(200);
    sandbox.act.setPermission({ api: 'renew', allowed: true });
    expect((await call(RENEW, body)).status).toBe(200);
  });

  it('checks the signature before the rate, and the rate before the permission', async () => {
    const { call } = await fixture({ ratePerSecond: 1, denied: ['balances'] });
    expect((await call(BALANCES, undefined, { secretKey: 'x' })).status).toBe(401);
    expect((await call(BALANCES)).status).toBe(403);
    expect((await call(BALANCES)).status).toBe(429);
    expect((await call(BALANCES, undefined, { secretKey: 'x' })).status).toBe(401);
  });

  it('counts what arrives per API in its call log, refused calls too', async () => {
    const { call, sandbox } = await fixture({ resources: [vm('vm-1')] });
    await call(QUERY, { resource_ids: ['vm-1'] }, { secretKey: 'x' });
    await call(BALANCES);
    await call(QUERY, { resource_ids: ['vm-1'] });
    expect(
      sandbox.calls().map(({ api, number, ids, status, code, ran }) => ({
        api,
        number,
        ids,
        status,
        code,
        ran,
      })),
    ).toEqual([
      { api: 'query', number: 1, ids: ['vm-1'], status: 401, code: 'APIGW.0301', ran: false },
      { api: 'balances', number: 1, ids: [], status: 200, code: null, ran: true },
      { api: 'query', number: 2, ids: ['vm-1'], status: 200, code: null, ran: true },
    ]);
  });
});

describe('throttling', () => {
  it('is off unless the world sets a rate', async () => {
    const { call } = await fixture();
    for (let n = 0; n < 15; n += 1) expect((await call(BALANCES)).status).toBe(200);
  });

  it('admits so many calls of one API in any second', async () => {
    const { call, pass } = await fixture({ ratePerSecond: 2 });
    await call(BALANCES);
    pass(600);
    await call(BALANCES);
    const reply = await call(BALANCES);
    expect([reply.status, reply.json['error_code']]).toEqual([429, 'APIG.0308']);
    expect(reply.json['error_msg']).toContain('limit:2,time:1 second');
    expect((await call(QUERY, {})).status).toBe(200);
    pass(400);
    expect((await call(BALANCES)).status).toBe(200);
    expect((await call(BALANCES)).status).toBe(429);
  });

  it('takes a rate for one API, its spelling and its Retry-After from the world', async () => {
    const { call, sandbox } = await fixture({
      rates: { balances: 1 },
      behaviour: { throttleCode: 'APIGW.0308', retryAfterSeconds: 2 },
    });
    await call(BALANCES);
    const reply = await call(BALANCES);
    expect(reply.json['error_code']).toBe('APIGW.0308');
    expect(reply.headers.get('retry-after')).toBe('2');
    sandbox.act.setRate({ api: 'balances', ratePerSecond: 'none' });
    expect((await call(BALANCES)).status).toBe(200);
  });
});
