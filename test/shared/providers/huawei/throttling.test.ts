import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReservingProvider } from '../../../../shared/ports/provider.ts';
import type { Fetch } from '../../../../shared/providers/wire/exchange.ts';
import { openHuawei } from '../../../../shared/providers/huawei/open-huawei.ts';
import { EVERY } from './every-call.ts';
import { ACCOUNT, KEYS, opened, START } from './opened.ts';
import { json, raw, refusal, scriptedFetch } from '../scripted-fetch.ts';

const later = async <T>(value: T): Promise<T> => value;

describe.each(Object.entries(EVERY))('%s', (_, call) => {
  it.each([
    ['APIG.0308', refusal('APIG.0308', 429)],
    ['APIGW.0308 under another status', refusal('APIGW.0308', 400)],
    ['CBC.0250', refusal('CBC.0250', 429)],
    ['status 429 without a code', raw('slow down', 429)],
    ['status 429 with an unlisted code', refusal('APIGW.9999', 429)],
  ])('waits %s out and is sent again', async (_, reply) => {
    const { sent, waits, ...adapter } = opened([reply, reply, refusal('CBC.0151', 403)]);
    expect(await call(adapter)).toMatchObject({ kind: 'refused', refusal: { code: 'CBC.0151' } });
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([2000, 2000]);
  });

  it('is refused with the remedy to wait after five waits', async () => {
    const { sent, waits, ...adapter } = opened(refusal('APIG.0308', 429));
    expect(await call(adapter)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'APIG.0308', remedy: 'wait' },
    });
    expect(waits).toEqual([2000, 2000, 2000, 2000, 2000]);
    expect(sent).toHaveLength(6);
  });
});

describe('waiting', () => {
  it('takes 2 to 5 seconds by chance, and ends before 20 seconds have passed', async () => {
    const { provider, waits } = opened(refusal('APIG.0308', 429), {}, { random: () => 1 });
    expect(await provider.renewals.pay('CS1', null)).toMatchObject({
      refusal: { remedy: 'wait' },
    });
    expect(waits).toEqual([5000, 5000, 5000, 5000]);
  });

  it('heeds Retry-After in seconds', async () => {
    const script = [json({ error_code: 'APIG.0308' }, 429, { 'retry-after': '7' }), raw(null, 204)];
    const { provider, waits } = opened(script);
    expect((await provider.renewals.pay('CS1', null)).kind).toBe('done');
    expect(waits).toEqual([7000]);
  });

  it('heeds Retry-After as a date', async () => {
    const date = new Date(START + 9000).toUTCString();
    const script = [
      json({ error_code: 'APIG.0308' }, 429, { 'retry-after': date }),
      raw(null, 204),
    ];
    const { provider, waits } = opened(script);
    expect((await provider.renewals.pay('CS1', null)).kind).toBe('done');
    expect(waits).toEqual([9000]);
  });

  it('gives up at once when it is told to wait longer than it would', async () => {
    const { provider, sent } = opened(
      json({ error_code: 'APIG.0308' }, 429, { 'retry-after': '60' }),
    );
    expect(await provider.renewals.pay('CS1', null)).toMatchObject({ refusal: { remedy: 'wait' } });
    expect(sent).toHaveLength(1);
  });

  it('takes an unreadable Retry-After for none', async () => {
    const reply = json({ error_code: 'APIG.0308' }, 429, { 'retry-after': 'soon' });
    const { provider, waits } = opened([reply, raw(null, 204)]);
    await provider.renewals.pay('CS1', null);
    expect(waits).toEqual([2000]);
  });

  it('signs the second request anew', async () => {
    const { provider, sent } = opened([refusal('APIG.0308', 429), raw(null, 204)]);
    await provider.renewals.cancel('CS1');
    expect(sent.map(({ headers }) => headers['x-sdk-date'])).toEqual([
      '20260801T000000Z',
      '20260801T000002Z',
    ]);
  });

  it('does not take "operation too frequent" on pay for throttling', async () => {
    const { provider, sent } = opened(refusal('CBC.99008040', 400));
    expect(await provider.renewals.pay('CS1', null)).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'later' },
    });
    expect(sent).toHaveLength(1);
  });
});

function limited(callsPerSecond: number, fetch: Fetch): ReservingProvider {
  const account = { ...ACCOUNT, callsPerSecond };
  return openHuawei({ account, keys: KEYS, httpTimeoutSeconds: 20, clock: () => START, fetch });
}

describe('the limit of calls per second', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets calls through at once while the last second has room, however long they go on', async () => {
    const at: number[] = [];
    const { fetch } = scriptedFetch(async () => {
      at.push(Date.now());
      return await later(new Response(null, { status: 204 }));
    });
    const provider = limited(10, fetch);
    const turns = [0, 1, 2, 3, 4, 5].map((turn) => Date.now() + turn * 700);
    for (const turn of turns) {
      await vi.advanceTimersByTimeAsync(turn - Date.now());
      const calls = ['CS1', 'CS2'].map(async (id) => await provider.renewals.cancel(id));
      await vi.advanceTimersByTimeAsync(0);
      await Promise.all(calls);
    }
    expect(at).toEqual(turns.flatMap((turn) => [turn, turn]));
  });

  it('holds for each API over all calls made at the same time', async () => {
    const at: [string, number][] = [];
    const { fetch } = scriptedFetch(async ({ url }) => {
      at.push([url.pathname, Date.now()]);
      return await later(new Response(null, { status: 204 }));
    });
    const provider = limited(3, fetch);
    const ids = Array.from({ length: 8 }, (_, index) => `CS${index}`);
    const begin = Date.now();
    const calls = Promise.all([
      ...ids.map(async (id) => await provider.renewals.pay(id, null)),
      ...ids.map(async (id) => await provider.renewals.cancel(id)),
    ]);
    await vi.runAllTimersAsync();
    await calls;
    for (const path of new Set(at.map(([path]) => path))) {
      const times = at.filter(([other]) => other === path).map(([, time]) => time - begin);
      expect(times).toHaveLength(8);
      for (const [index, time] of times.slice(3).entries()) {
        expect(time - times[index]!).toBeGreaterThanOrEqual(1000);
      }
      expect(times.at(-1)).toBeLessThan(3000);
    }
  });
});
