import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { exchange } from '../../../../shared/providers/wire/exchange.ts';
import { localServer } from '../local-server.ts';
import { sendOnce } from '../../../../shared/providers/wire/send-once.ts';

describe('a request that is sent once', () => {
  const listening = localServer();

  async function sentTo(handle: RequestListener) {
    let requests = 0;
    const endpoint = await listening((request, response) => {
      requests += 1;
      request.resume().on('end', () => {
        handle(request, response);
      });
    });
    const request = {
      method: 'POST',
      url: new URL(`${endpoint}/?a=b`),
      headers: { 'x-one': 'two' },
      body: '',
    };
    const how = { timeoutMs: 200, retryHeader: 'x-acs-retry-after' };
    return { answer: await exchange(sendOnce, request, how), requests };
  }

  it.each([
    ['421', 421],
    ['307', 307],
    ['503', 503],
    ['204', 204],
    ['200', 200],
  ])('is answered with status %s as it is, and never followed', async (_, status) => {
    const { answer, requests } = await sentTo((_request, response) => {
      response.writeHead(status, { location: '/again', 'x-acs-retry-after': '7' });
      response.end(status === 204 ? undefined : '{"Code":"é"}');
    });

    expect(answer).toEqual({
      kind: 'answered',
      status,
      retryAfter: '7',
      text: status === 204 ? '' : '{"Code":"é"}',
      complete: true,
    });
    expect(requests).toBe(1);
  });

  it('brings its headers and no body', async () => {
    const seen: unknown[] = [];
    await sentTo((request, response) => {
      const { method, url, headers } = request;
      seen.push([method, url, headers['x-one'], headers['content-length'], headers.connection]);
      response.end('{}');
    });

    expect(seen).toEqual([['POST', '/?a=b', 'two', '0', 'close']]);
  });

  it.each<[string, RequestListener, object]>([
    ['silence', () => {}, { kind: 'silent', detail: 'no answer came in time' }],
    [
      'a reset',
      ({ socket }) => socket.destroy(),
      { kind: 'silent', detail: 'the connection failed (ECONNRESET)' },
    ],
    [
      'what is no status',
      (_request, { socket }) => socket?.end('HTTP/1.1 999 What\r\n\r\n'),
      { kind: 'silent' },
    ],
    [
      'half a body',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"OrderId":"211"');
        response.socket?.destroySoon();
      },
      { kind: 'answered', text: '{"OrderId":"211"', complete: false },
    ],
  ])('tells %s as what it is', async (_, handle, told) => {
    const { answer, requests } = await sentTo(handle);

    expect(answer).toMatchObject(told);
    expect(requests).toBe(1);
  });
});
