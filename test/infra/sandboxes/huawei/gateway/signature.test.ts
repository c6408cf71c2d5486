import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { sameSignature } from '../../../../../infra/sandboxes/frame/calls/signing.ts';
import {
  canonicalRequest,
  parseAuthorization,
  signatureOf,
} from '../../../../../infra/sandboxes/huawei/gateway/signature.ts';

const vector = {
  method: 'POST',
  target: '/v2/orders/subscriptions/resources/renew',
  headers: {
    'content-type': 'application/json',
    host: 'bss-intl.myhuaweicloud.com',
    'x-sdk-date': '20260102T030405Z',
  },
  body: '{"resource_ids":["96308d5efd7841b9a4dac673d84d0e14"],"period_type":2,"period_num":1,"is_auto_pay":0}',
};
const NAMES = ['content-type', 'host', 'x-sdk-date'];

describe('the SDK-HMAC-SHA256 signature', () => {
  it('agrees with the published test vector', () => {
    const canonical = canonicalRequest(vector, NAMES);
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(
      '255eb619dbd4882529c0686d1c34c51a9b255c09aa976b1e30f186c309b07418',
    );
    expect(
      signatureOf(canonical, '20260102T030405Z', 'SKEXAMPLE00000000000000000000000000000000'),
    ).toBe('f68266680d7402a87d4c763c76c545ff74f5fc8beb500a22b4310ed47efb0671');
  });

  it('sorts the query by name and value and encodes what RFC 3986 reserves', () => {
    const target = '/a b/c?z=1&a=%28x%29&b=2&b=10&time=2026-01-01T00:00:00Z&e=';
    const lines = canonicalRequest({ method: 'get', target, headers: {}, body: '' }, []).split(
      '\n',
    );
    expect(lines.slice(0, 3)).toEqual([
      'GET',
      '/a%20b/c/',
      'a=%28x%29&b=10&b=2&e=&time=2026-01-01T00%3A00%3A00Z&z=1',
    ]);
  });

  it('lets X-Sdk-Content-Sha256 stand in for the hash of the body', () => {
    const headers = { ...vector.headers, 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD' };
    expect(canonicalRequest({ ...vector, headers }, NAMES).endsWith('\nUNSIGNED-PAYLOAD')).toBe(
      true,
    );
  });

  it('takes an Authorization header apart, and refuses any other scheme', () => {
    const signature = 'a'.repeat(64);
    expect(
      parseAuthorization(
        `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${signature}`,
      ),
    ).toEqual({ accessKey: 'AK', signedHeaders: ['host', 'x-sdk-date'], signature });
    expect(parseAuthorization('Bearer abc')).toBeUndefined();
    expect(parseAuthorization(undefined)).toBeUndefined();
  });

  it('tells signatures apart', () => {
    expect(sameSignature('ab', 'ab')).toBe(true);
    expect(sameSignature('ab', 'ac')).toBe(false);
    expect(sameSignature('ab', 'abc')).toBe(false);
  });
});
