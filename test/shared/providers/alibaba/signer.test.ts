import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorization, canonicalRequest } from '../../../../shared/providers/alibaba/signer.ts';
import { opened } from './opened.ts';
import { billed } from './opened.ts';
import { isSigned } from './is-signed.ts';
import { KEYS } from './opened.ts';

/** The test vector of the Alibaba contract, section 6.3. */
const VECTOR = {
  method: 'POST',
  url: new URL(
    'https://ecs.cn-shanghai.aliyuncs.com/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
  ),
  headers: {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-version': '2014-05-26',
    'x-acs-date': '2023-10-26T10:22:32Z',
    'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
    'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  body: '',
};

describe('the signature', () => {
  it('is that of the test vector, step by step', () => {
    const canonical = createHash('sha256').update(canonicalRequest(VECTOR)).digest('hex');

    expect(canonical).toBe('7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259');
    expect(
      authorization(VECTOR, { accessKey: 'YourAccessKeyId', secretKey: 'YourAccessKeySecret' }),
    ).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('is right for whatever stands in a parameter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (domain) => {
        const { connection, sent } = opened(billed({}));
        await connection.client.call({ api: 'domain', query: { DomainName: domain } });
        const [{ url, headers }] = sent as [(typeof sent)[0]];

        expect(isSigned({ method: 'POST', url: url.search, host: url.host, headers }, KEYS)).toBe(
          true,
        );
        expect(url.searchParams.get('DomainName')).toBe(domain.toWellFormed());
      }),
      { numRuns: 50 },
    );
  });
});
