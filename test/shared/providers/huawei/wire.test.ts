import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openClient } from '../../../../shared/providers/huawei/client.ts';
import { openHuaweiDesk } from '../../../../shared/providers/huawei/open-desk.ts';
import { openHuawei } from '../../../../shared/providers/huawei/open-huawei.ts';
import { localServer } from '../local-server.ts';
import { type Call, EVERY } from './every-call.ts';
import { ACCOUNT, KEYS, START } from './opened.ts';
import { isSigned } from './is-signed.ts';

/** The platform's own fetch against a real socket: what no double can promise. */
describe('over a real connection', () => {
  const listening = localServer();

  async function openServer(handle: RequestListener) {
    const endpoint = await listening(handle);
    const options = {
      account: { ...ACCOUNT, endpoint: `${endpoint}/` },
      keys: KEYS,
      httpTimeoutSeconds: 0.25,
      clock: () => START,
    };
    const connection = { client: openClient(options), account: options.account };
    const resources = openHuaweiDesk(connection);
    return { provider: { ...openHuawei(options), resources }, connection };
  }

  it('sends the body, signs host and port, and takes 204 for success', async () => {
    const seen: unknown[] = [];
    const { provider } = await openServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, body, host: headers.host, type: headers['content-type'] });
        response.writeHead(204).end();
      });
    });
    expect(await provider.renewals.cancel('CS1')).toEqual({ kind: 'done', value: null });
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/v2/orders/customer-orders/cancel',
        body: '{"order_id":"CS1"}',
        host: expect.stringMatching(/^127\.0\.0\.1:\d+$/u) as string,
        type: 'application/json',
      },
    ]);
  });

  it.each<[string, Call]>(Object.entries(EVERY))(
    'signs what arrives of %s so that the provider can check it',
    async (_, call) => {
      const verdicts: boolean[] = [];
      const adapter = await openServer((request, response) => {
        let body = '';
        request.on('data', (piece) => (body += String(piece)));
        request.on('end', () => {
          verdicts.push(isSigned(request, body, KEYS));
          response.writeHead(403).end('{"error_code":"CBC.0151"}');
        });
      });
      await call(adapter);
      // A read whose connection breaks off is sent again.
      expect([...new Set(verdicts)]).toEqual([true]);
    },
  );

  it.each([
    ['is cut before an answer', 'cut'],
    ['is redirected', 'redirect'],
    ['is misdirected', 'misdirected'],
    ['gets no answer in time', 'silence'],
    ['gets half an answer', 'half'],
  ])('a payment that %s is unknown and was received once', async (_, how) => {
    let payments = 0;
    const { provider } = await openServer((request, response) => {
      request.resume().on('end', () => {
        if (request.url?.endsWith('/cancel') === true) return response.writeHead(204).end();
        payments += 1;
        if (how === 'cut') return request.socket.destroy();
        if (how === 'redirect') return response.writeHead(307, { location: '/again' }).end();
        if (how === 'misdirected') return response.writeHead(421).end();
        if (how === 'half') {
          response.writeHead(200, { 'content-length': '100' }).write('{"order_ids":["CS');
          return request.socket.destroySoon();
        }
        return undefined;
      });
    });
    // A first call, so that the payment goes over a connection that is open already.
    await provider.renewals.cancel('CS0');
    expect((await provider.renewals.pay('CS1', null)).kind).toBe('unknown');
    expect(payments).toBe(1);
  });
});
