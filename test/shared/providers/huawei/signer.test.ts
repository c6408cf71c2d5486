import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  authorization,
  canonicalRequest,
  sdkDate,
} from '../../../../shared/providers/huawei/signer.ts';
import { percentEncode } from '../../../../shared/providers/wire/percent-encode.ts';

const KEYS = {
  accessKey: 'AKEXAMPLE0000000000',
  secretKey: 'SKEXAMPLE00000000000000000000000000000000',
};
/** The test vector of the Huawei contract, section 8.2. */
const VECTOR = {
  method: 'POST',
  url: new URL('https://bss-intl.myhuaweicloud.com/v2/orders/subscriptions/resources/renew'),
  headers: {
    'x-sdk-date': '20260102T030405Z',
    host: 'bss-intl.myhuaweicloud.com',
    'content-type': 'application/json',
  },
  body: '{"resource_ids":["96308d5efd7841b9a4dac673d84d0e14"],"period_type":2,"period_num":1,"is_auto_pay":0}',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the signature', () => {
  it("hashes the test vector's canonical request to the contract's value", () => {
    const canonical = canonicalRequest(VECTOR);
    expect(sha256(VECTOR.body)).toBe(
      '142ee8239d241a6de8b6477803512b4f321a5394831ba07e2c09eb7bf7a37afe',
    );
    expect(sha256(canonical)).toBe(
      '255eb619dbd4882529c0686d1c34c51a9b255c09aa976b1e30f186c309b07418',
    );
  });

  it("signs the test vector as the contract's table says", () => {
    expect(authorization(VECTOR, KEYS)).toBe(
      'SDK-HMAC-SHA256 Access=AKEXAMPLE0000000000, SignedHeaders=content-type;host;x-sdk-date, ' +
        'Signature=f68266680d7402a87d4c763c76c545ff74f5fc8beb500a22b4310ed47efb0671',
    );
  });

  it('depends on the body, the secret and the date', () => {
    const plain = authorization(VECTOR, KEYS);
    const others = [
      authorization({ ...VECTOR, body: `${VECTOR.body} ` }, KEYS),
      authorization(VECTOR, { ...KEYS, secretKey: 'other' }),
      authorization(
        { ...VECTOR, headers: { ...VECTOR.headers, 'x-sdk-date': '20260102T030406Z' } },
        KEYS,
      ),
    ];
    expect(new Set([plain, ...others]).size).toBe(4);
  });

  it('sorts query names, then values, and encodes both', () => {
    const url = new URL('https://host/v2/a?b=2&a-b=x&a=2&a=10&t=03%3A04+05');
    const [, path, query] = canonicalRequest({ ...VECTOR, method: 'GET', url, body: '' }).split(
      '\n',
    );
    expect(path).toBe('/v2/a/');
    expect(query).toBe('a=10&a=2&a-b=x&b=2&t=03%3A04%2005');
  });

  it('hashes an empty body as the contract says', () => {
    expect(canonicalRequest({ ...VECTOR, body: '' })).toMatch(
      /e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855$/u,
    );
  });

  it('encodes path segments once, and all but the unreserved signs', () => {
    const url = new URL("https://host/details/CS%20'1");
    expect(canonicalRequest({ ...VECTOR, url }).split('\n')[1]).toBe('/details/CS%20%271/');
    expect(percentEncode("a b!'()*~-._/ä")).toBe('a%20b%21%27%28%29%2A~-._%2F%C3%A4');
  });

  it('writes the date without signs and fractions', () => {
    expect(sdkDate(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('20260102T030405Z');
  });
});
