import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openAlibaba } from '../../../../shared/providers/alibaba/open-alibaba.ts';
import { openAlibabaDesk } from '../../../../shared/providers/alibaba/open-desk.ts';
import { connect } from '../../../../shared/providers/alibaba/open-rows.ts';
import { localServer } from '../local-server.ts';
import { type Call, EVERY, SPENDING } from './every-call.ts';
import { isSigned } from './is-signed.ts';
import { ACCOUNT, KEYS, START } from './opened.ts';

/** The platform's own fetch against a real socket: what no double can promise. */
describe('over a real connection', () => {
  const listening = localServer();

  async function openServer(handle: RequestListener) {
    const endpoint = await listening(handle);
    const options = {
      account: { ...ACCOUNT, endpoint },
      keys: KEYS,
      httpTimeoutSeconds: 0.25,
      clock: () => START,
    };
    const connection = connect(options);
    const provider = { ...openAlibaba(options), resources: openAlibabaDesk(connection) };
    return { provider, connection };
  }

  it.each<[string, Call]>(Object.entries(EVERY))(
    'signs what arrives of %s so that the provider can check it, host and port too',
    async (_, call) => {
      const seen: unknown[] = [];
      const adapter = await openServer((request, response) => {
        request.resume().on('end', () => {
          const { method = '', url = '', headers } = request;
          const query = url.replace('/', '');
          const signed = isSigned({ method, url: query, host: headers.host ?? '', headers }, KEYS);
          seen.push([signed, method, url[0], headers['content-length'], headers.accept]);
          response.writeHead(403).end('{"Code":"Forbidden.RAM"}');
        });
      });
      await call(adapter);

      expect(seen).toEqual([[true, 'POST', '/', '0', 'application/json']]);
    },
  );

  it.each([
    ['is cut before an answer', 'cut'],
    ['is redirected', 'redirect'],
    ['is misdirected', 'misdirected'],
    ['gets no answer in time', 'silence'],
    ['gets half an answer', 'half'],
  ])('a renewal that %s is unknown and was received once', async (_, how) => {
    let renewals = 0;
    const adapter = await openServer((request, response) => {
      request.resume().on('end', () => {
        if (request.headers['x-acs-action'] === 'CancelOrder') return response.end('{}');
        renewals += 1;
        if (how === 'cut') return request.socket.destroy();
        if (how === 'redirect') return response.writeHead(307, { location: '/again' }).end();
        if (how === 'misdirected') return response.writeHead(421).end();
        if (how === 'half') {
          response.writeHead(200, { 'content-length': '100' }).write('{"OrderId":21');
          return request.socket.destroySoon();
        }
        return undefined;
      });
    });
    // A first call, so that the renewal goes over a connection that is open already.
    await adapter.provider.renewals.cancel('210');

    expect((await SPENDING['ecs']!(adapter)).kind).toBe('unknown');
    expect(renewals).toBe(1);
  });
});
