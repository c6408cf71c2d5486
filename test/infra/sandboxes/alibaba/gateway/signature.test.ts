import { describe, expect, it } from 'vitest';

import { sha256 } from '../../../../../infra/sandboxes/frame/calls/signing.ts';
import {
  canonicalRequest,
  parseAuthorization,
  signatureOf,
  signatureV1Of,
} from '../../../../../infra/sandboxes/alibaba/gateway/signature.ts';

describe('the signatures of the contract', () => {
  it('come to its V3 vector', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const headers = {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-version': '2014-05-26',
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-content-sha256': empty,
    };
    const target =
      '/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai';
    const request = { method: 'POST', target, headers, body: '' };
    const canonical = canonicalRequest(request, Object.keys(headers));

    expect(sha256('')).toBe(empty);
    expect(sha256(canonical)).toBe(
      '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    );
    expect(signatureOf(canonical, 'YourAccessKeySecret')).toBe(
      '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('come to its v1 vector, whatever the order of the parameters', () => {
    const parameters = new URLSearchParams({
      Version: '2014-05-26',
      Timestamp: '2016-02-23T12:46:24Z',
      SignatureVersion: '1.0',
      SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
      SignatureMethod: 'HMAC-SHA1',
      Signature: 'left out',
      Format: 'XML',
      Action: 'DescribeRegions',
      AccessKeyId: 'testid',
    });

    expect(signatureV1Of('GET', parameters, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });

  it('are read from the Authorization header, of V3 alone', () => {
    const signature = 'a'.repeat(64);
    const header = `ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host;x-acs-date,Signature=${signature}`;

    expect(parseAuthorization(header)).toEqual({
      accessKey: 'AK',
      signedHeaders: ['host', 'x-acs-date'],
      signature,
    });
    expect(parseAuthorization(header.replace('ACS3', 'ACS2'))).toBeUndefined();
  });
});
