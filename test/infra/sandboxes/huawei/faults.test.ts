import { describe, expect, it } from 'vitest';

import { BALANCES, fixture, RENEW } from './sandbox-fixture.ts';

const body = { resource_ids: ['vm-1'], period_type: 2, period_num: 1 };

async function luck(): Promise<number[]> {
  const faults = [{ api: 'balances', what: { status: 418 }, chance: 0.5 }];
  const { call } = await fixture({ seed: 7, faults });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) statuses.push((await call(BALANCES)).status);
  return statuses;
}

describe('planted faults', () => {
  it.each(['before', 'after'])('break the connection %s the effect', async (when) => {
    const { call, sandbox } = await fixture({ faults: [{ api: 'renew', when, what: 'reset' }] });
    await expect(call(RENEW, body)).rejects.toThrow();
    expect(sandbox.orders()).toHaveLength(when === 'before' ? 0 : 1);
    expect(sandbox.calls()).toMatchObject([
      { ran: when === 'after', status: null, faults: [`${when}: reset`] },
    ]);
  });

  it('never answer, until the caller gives up', async () => {
    const { sandbox } = await fixture({
      faults: [{ api: 'balances', what: 'timeout' }],
    });
    const answer = fetch(`${sandbox.url}/v2/accounts/customer-accounts/balances`, {
      signal: AbortSignal.timeout(100),
    });
    await expect(answer).rejects.toThrow(/timeout/u);
  });

  it('send half an answer after the effect', async () => {
    const faults = [{ api: 'renew', when: 'after', what: 'truncated' }];
    const { call, sandbox } = await fixture({ faults });
    await expect(call(RENEW, body)).rejects.toThrow();
    expect(sandbox.orders()).toHaveLength(1);
  });

  it('send no JSON', async () => {
    const { call } = await fixture({ faults: [{ api: 'any', what: 'malformed' }] });
    const reply = await call(BALANCES);
    expect([reply.status, reply.text.startsWith('<html>')]).toEqual([200, true]);
  });

  it('answer any code and status, or any body, after the order was made', async () => {
    const faults = [
      { api: 'renew', call: 1, when: 'after', what: { status: 500, code: 'CBC.0999' } },
      { api: 'renew', call: 2, what: { status: 502, body: { hello: 1 } } },
    ];
    const { call, sandbox } = await fixture({ faults });
    const reply = await call(RENEW, body);
    expect([reply.status, reply.json['error_code']]).toEqual([500, 'CBC.0999']);
    expect(sandbox.orders()).toHaveLength(1);
    expect((await call(RENEW, body)).json).toEqual({ hello: 1 });
  });

  it('leave order ids beside an error code where they are told to', async () => {
    const what = { status: 500, code: 'CBC.0999', keepBody: true };
    const { call, sandbox } = await fixture({ faults: [{ api: 'renew', when: 'after', what }] });
    const [id] = [(await call(RENEW, body)).json].map(({ order_ids }) => order_ids);
    expect(id).toEqual(sandbox.orders().map((order) => order.id));
  });

  it('throttle a call without any effect', async () => {
    const { call, sandbox } = await fixture({ faults: [{ api: 'renew', what: 'throttle' }] });
    expect((await call(RENEW, body)).status).toBe(429);
    expect(sandbox.orders()).toEqual([]);
  });

  it('slow a call down and let it answer', async () => {
    const { call } = await fixture({ faults: [{ api: 'renew', what: { slow: 50 } }] });
    const began = performance.now();
    expect((await call(RENEW, body)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(45);
  });

  it.each<[unknown, number[]]>([
    [2, [200, 418, 200, 200]],
    [
      [1, 4],
      [418, 200, 200, 418],
    ],
    [{ from: 2, to: 3 }, [200, 418, 418, 200]],
    [{ from: 3 }, [200, 200, 418, 418]],
    ['every', [418, 418, 418, 418]],
  ])('hit call %j', async (number, expected) => {
    const faults = [{ api: 'balances', call: number, what: { status: 418 } }];
    const { call } = await fixture({ faults });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await call(BALANCES)).status);
    expect(statuses).toEqual(expected);
  });

  it('hit by chance in the same way for the same seed', async () => {
    const first = await luck();
    expect(await luck()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 418]));
  });

  it('play an act in the middle of a job', async () => {
    const act = { act: 'setFrozen', with: { frozen: true } };
    const { call } = await fixture({
      faults: [{ api: 'balances', call: 2, when: 'after', what: act }],
    });
    await call(BALANCES);
    expect((await call(BALANCES)).status).toBe(200);
    expect((await call(RENEW, body)).json['error_code']).toBe('CBC.7281');
  });

  it('are added and cleared at run time', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.addFault({ api: 'balances', what: { status: 503 } });
    expect((await call(BALANCES)).status).toBe(503);
    sandbox.act.clearFaults();
    expect((await call(BALANCES)).status).toBe(200);
  });
});

describe('hooks', () => {
  it('are waited for before and after the effect', async () => {
    const { call, sandbox } = await fixture();
    const seen: unknown[] = [];
    const stop = sandbox.onCall(async ({ phase, api, number, ids, answer }) => {
      await Promise.resolve();
      seen.push([phase, api, number, ids, answer?.status, sandbox.orders().length]);
    });
    await call(RENEW, body);
    stop();
    await call(BALANCES);
    expect(seen).toEqual([
      ['before', 'renew', 1, ['vm-1'], undefined, 0],
      ['after', 'renew', 1, ['vm-1'], 200, 1],
    ]);
  });

  it('hold a call until they are done', async () => {
    const { call, sandbox } = await fixture();
    const gate = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    sandbox.onCall(async ({ phase }) => {
      if (phase === 'before') return;
      arrived.resolve(undefined);
      await gate.promise;
    });
    const reply = call(RENEW, body);
    await arrived.promise;
    expect(sandbox.orders()).toHaveLength(1);
    expect(sandbox.calls()).toMatchObject([{ status: null, ran: true }]);
    gate.resolve(undefined);
    expect((await reply).status).toBe(200);
  });
});
