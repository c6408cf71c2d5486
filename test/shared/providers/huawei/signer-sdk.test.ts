import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorization, sdkDate } from '../../../../shared/providers/huawei/signer.ts';
import { percentEncode } from '../../../../shared/providers/wire/percent-encode.ts';

const HOST = 'bss-intl.myhuaweicloud.com';

interface Request {
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly at: Date;
}

/** What goes into a path without being read as something else: no "/", "?", "#" or "%". */
const segment = fc
  .array(
    fc.oneof(fc.stringMatching(/^[\w.~!()*+,;=:@$&-]{1,6}$/u), fc.constantFrom('订单', 'é', '🚀')),
  )
  .map((signs) => `v${signs.join('')}`);
/** The provider's names; of others the SDK sorts the plain text and its contract the encoded one. */
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,11}$/u);
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  segments: fc.array(segment, { maxLength: 5 }),
  query: fc.dictionary(
    name,
    fc.oneof(text, fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/u), { maxLength: 3 })),
    { maxKeys: 5 },
  ),
  headers: fc.oneof(
    fc.constant({}),
    fc.constant({ 'content-type': 'application/json' }),
    fc.constant({ 'content-type': 'application/json', 'x-language': 'zh_CN' }),
  ),
  body: fc.option(
    fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant('续费 1个月'), fc.array(text))),
    { nil: undefined },
  ),
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
});

function signedBySdk({ method, segments, query, headers, body, at }: Request): string | undefined {
  const signed = AKSKSigner.sign(
    {
      method,
      endpoint: `https://${HOST}/${segments.join('/')}`,
      // The SDK sorts lists in place.
      queryParams: structuredClone(query),
      headers: { ...headers, 'X-Sdk-Date': sdkDate(at.getTime()) },
      ...(body === undefined ? {} : { data: body }),
    },
    new BasicCredentials().withAk('AKEXAMPLE').withSk('SKEXAMPLE'),
  ) as Readonly<Record<string, string>>;
  return signed['Authorization'];
}

function signedByUs({ method, segments, query, headers, body, at }: Request): string {
  const url = new URL(`https://${HOST}/${segments.map(percentEncode).join('/')}`);
  for (const [key, values] of Object.entries(query)) {
    for (const value of [values].flat()) url.searchParams.append(key, value);
  }
  const signable = {
    method,
    url,
    headers: { ...headers, host: HOST, 'x-sdk-date': sdkDate(at.getTime()) },
    body: body === undefined ? '' : JSON.stringify(body),
  };
  return authorization(signable, { accessKey: 'AKEXAMPLE', secretKey: 'SKEXAMPLE' });
}

test("signs every request as the provider's own SDK does", () => {
  fc.assert(
    fc.property(request, (one) => {
      expect(signedByUs(one)).toBe(signedBySdk(one));
    }),
    { numRuns: 500 },
  );
});
