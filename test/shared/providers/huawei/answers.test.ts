import { describe, expect, it, test } from 'vitest';
import { CHANGING, EVERY, READING } from './every-call.ts';
import { opened } from './opened.ts';
import { broken, hang, json, raw, refusal, type Reply, reset } from '../scripted-fetch.ts';
import { reason } from '../../../../shared/reasons/reason.ts';

const UNCLEAR: readonly (readonly [string, () => Reply])[] = [
  ['a reset connection', reset],
  ['a server error without a code', () => raw('<html>Bad gateway</html>', 502)],
  ['a server error with an unlisted code', () => refusal('CBC.77777', 500)],
  ['CBC.0999', () => refusal('CBC.0999', 500)],
  ['CBC.0999 under status 200', () => refusal('CBC.0999', 200)],
  ['CBC.0999 under status 400', () => refusal('CBC.0999', 400)],
  ['APIGW.0201', () => refusal('APIGW.0201', 504)],
  ['a gateway page under status 200', () => raw('<html>hello</html>')],
  ['an answer that breaks off', () => broken('{"order_id')],
  ['an answer that breaks off before its first letter', () => broken('')],
  ['a whole answer with a broken end', () => broken('{}')],
  ['a client error without a code', () => json({ message: 'no' }, 404)],
  ['a code that is no text', () => json({ error_code: { a: 1 } }, 400)],
];

describe.each(Object.entries(CHANGING))('%s', (_, call) => {
  it.each(UNCLEAR)('is unknown and sent only once after %s', async (_, reply) => {
    const { sent, waits, ...adapter } = opened(reply());
    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('is unknown and sent only once when no answer comes in time', async () => {
    const { sent, ...adapter } = opened(hang(), {}, { httpTimeoutSeconds: 0.005 });
    expect(await call(adapter)).toEqual({ kind: 'unknown', detail: 'no answer came in time' });
    expect(sent).toHaveLength(1);
  });

  it('is unknown when an unclear answer follows throttling, and not sent a third time', async () => {
    const { sent, ...adapter } = opened([refusal('APIG.0308', 429), reset()]);
    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(2);
  });
});

describe.each(Object.entries(READING))('%s', (_, call) => {
  it.each(UNCLEAR)('is asked three times after %s, then unknown', async (_, reply) => {
    const { sent, waits, ...adapter } = opened(reply());
    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([500, 1000]);
  });

  it('is unknown after an empty answer', async () => {
    expect((await call(opened(raw(null, 204)))).kind).toBe('unknown');
  });

  it('is unknown after an answer of another shape', async () => {
    expect((await call(opened(json([])))).kind).toBe('unknown');
    expect((await call(opened(json('text')))).kind).toBe('unknown');
  });
});

describe.each(Object.entries(EVERY))('%s', (_, call) => {
  it.each([200, 400, 403, 500])('is refused by a listed code under status %d', async (status) => {
    const { sent, ...adapter } = opened(refusal('CBC.0151', status));
    expect(await call(adapter)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'CBC.0151', message: 'text of CBC.0151', remedy: 'suspend' },
    });
    expect(sent).toHaveLength(1);
  });

  it('signs every request and follows no redirect', async () => {
    const { sent, ...adapter } = opened(refusal('CBC.0151', 403));
    await call(adapter);
    const [{ headers, init, method, url }] = sent as [(typeof sent)[0]];
    expect(url.origin).toBe('https://bss-intl.myhuaweicloud.com');
    expect(init.redirect).toBe('error');
    expect(headers['x-sdk-date']).toBe('20260801T000000Z');
    expect(headers['x-language']).toBe('en_US');
    expect(headers['content-type']).toBe(method === 'GET' ? undefined : 'application/json');
    expect(headers['authorization']).toMatch(
      /^SDK-HMAC-SHA256 Access=\w+, SignedHeaders=[a-z;-]+, Signature=[0-9a-f]{64}$/u,
    );
  });
});

describe('renew', () => {
  it('is refused by an unlisted code below status 500, which is shown', async () => {
    expect(await CHANGING['renew']!(opened(refusal('CBC.77777', 400)))).toMatchObject({
      kind: 'refused',
      refusal: {
        remedy: 'unlisted',
        reason: reason('unexpected-code', { said: 'CBC.77777: text of CBC.77777' }),
      },
    });
  });
});

describe('a refusal of the caller', () => {
  const PAGE = '<html>Forbidden</html>';

  it.each(Object.entries(EVERY))(
    '%s: an unlisted code under 401 or 403 suspends',
    async (_, call) => {
      for (const status of [401, 403]) {
        const { sent, ...adapter } = opened(refusal('CBC.77777', status));
        expect(await call(adapter)).toMatchObject({
          kind: 'refused',
          refusal: { code: 'CBC.77777', remedy: 'suspend' },
        });
        expect(sent).toHaveLength(1);
      }
    },
  );

  it.each(Object.entries(EVERY))(
    '%s: the gateway refuses it under status 500, too',
    async (_, call) => {
      expect(await call(opened(refusal('APIGW.0399', 500)))).toMatchObject({
        kind: 'refused',
        refusal: { remedy: 'suspend' },
      });
    },
  );

  it.each(Object.entries(READING))('%s: a mere 403 suspends', async (_, call) => {
    const { sent, ...adapter } = opened(raw(PAGE, 403));
    expect(await call(adapter)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'HTTP 403', remedy: 'suspend' },
    });
    expect(sent).toHaveLength(1);
  });

  it.each(Object.entries(CHANGING))('%s: a mere 403 leaves its effect open', async (_, call) => {
    const { sent, ...adapter } = opened(raw(PAGE, 403));
    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(1);
  });
});

describe('keys that cannot be sent', () => {
  it.each([
    ['none that could be read', null],
    ['one with a line break', { accessKey: 'AK\n', secretKey: 'SK' }],
    ['a secret with a line break', { accessKey: 'AK', secretKey: 'SK\r\n' }],
    ['the placeholder of a new stack', { accessKey: 'put the access key here', secretKey: 'SK' }],
    ['a sign outside ASCII', { accessKey: 'AK\u200B', secretKey: 'SK' }],
    ['an empty one', { accessKey: '', secretKey: 'SK' }],
  ])('are refused at every call, and nothing is sent: %s', async (_, keys) => {
    for (const call of Object.values(EVERY)) {
      const { sent, ...adapter } = opened(json({}), {}, { keys });
      expect(await call(adapter)).toMatchObject({
        kind: 'refused',
        refusal: { remedy: 'suspend', reason: { id: 'keys-unusable' } },
      });
      expect(sent).toEqual([]);
    }
  });
});

test('an account in Chinese is answered in Chinese, where the provider heeds it', async () => {
  const { sent, ...adapter } = opened(refusal('CBC.0151', 403), { language: 'zh' });
  await Object.values(EVERY)[0]!(adapter);

  expect(sent[0]!.headers['x-language']).toBe('zh_CN');
});
