import { describe, expect, it } from 'vitest';

import { fixture } from '../sandbox-fixture.ts';
import type { Spoiled } from '../signed-client.ts';

const MINUTE = 60_000;

describe('a call signed by V3', () => {
  it.each<[string, Spoiled, number, string | undefined]>([
    ['is let in', {}, 200, undefined],
    ['is let in by GET', { method: 'GET' }, 200, undefined],
    ['is let in with parameters in a form', { form: { Any: 'thing' } }, 200, undefined],
    ['is let in 14 minutes off', { skewMs: 14 * MINUTE }, 200, undefined],
    ['is refused 16 minutes late', { skewMs: -16 * MINUTE }, 400, 'InvalidTimeStamp.Expired'],
    ['is refused 16 minutes early', { skewMs: 16 * MINUTE }, 400, 'InvalidTimeStamp.Expired'],
    ['is refused with another date', { date: '20261115T120000Z' }, 400, 'InvalidTimeStamp.Format'],
    ['is refused with another secret', { secretKey: 'no' }, 400, 'SignatureDoesNotMatch'],
    ['is refused with another key', { accessKey: 'NO' }, 404, 'InvalidAccessKeyId.NotFound'],
    ['is refused with a wrong hash', { hash: 'a'.repeat(64) }, 400, 'SignatureDoesNotMatch'],
    ['is refused where the host is not signed', { unsigned: ['host'] }, 400, 'IncompleteSignature'],
    [
      'is refused where one x-acs header is not signed',
      { headers: { 'x-acs-more': 'x' }, unsigned: ['x-acs-more'] },
      400,
      'IncompleteSignature',
    ],
    ['is let in with one more header signed', { headers: { 'x-acs-more': 'x' } }, 200, undefined],
    [
      'is refused with a token it does not need',
      { headers: { 'x-acs-security-token': 't' } },
      404,
      'InvalidAccessKeyId.NotFound',
    ],
  ])('%s', async (_, spoiled, status, code) => {
    const { call, sandbox } = await fixture();
    const reply = await call('bssBalance', {}, spoiled);
    expect(sandbox.calls()).toMatchObject([{ code: code ?? null, ran: code === undefined }]);
    expect([reply.status, reply.json['Code']]).toEqual([status, code ?? 'Success']);
  });

  it('is refused with a nonce that was used, also by a call of v1', async () => {
    const { call, callV1 } = await fixture();
    expect((await call('bssBalance', {}, { nonce: 'n' })).status).toBe(200);
    expect((await call('domainInfo', {}, { nonce: 'n' })).json['Code']).toBe('SignatureNonceUsed');
    expect((await callV1('bssBalance', {}, { nonce: 'n' })).json['Code']).toBe(
      'SignatureNonceUsed',
    );
  });

  it('needs the security token of the world', async () => {
    const { call } = await fixture({ securityToken: 'sts' });
    expect((await call('bssBalance')).status).toBe(404);
    const headers = { 'x-acs-security-token': 'sts' };
    expect((await call('bssBalance', {}, { headers })).status).toBe(200);
  });

  it('is refused with the status that the world has for it', async () => {
    const behaviour = { signatureStatus: 403, unknownKeyStatus: 400 };
    const { call } = await fixture({ behaviour });
    expect((await call('bssBalance', {}, { secretKey: 'no' })).status).toBe(403);
    expect((await call('bssBalance', {}, { accessKey: 'NO' })).status).toBe(400);
  });
});

describe('a call signed by v1', () => {
  it.each<[string, Spoiled, number, string | undefined]>([
    ['is let in', {}, 200, undefined],
    ['is refused late', { skewMs: -16 * MINUTE }, 400, 'InvalidTimeStamp.Expired'],
    ['is refused with another secret', { secretKey: 'no' }, 400, 'SignatureDoesNotMatch'],
    ['is refused with another key', { accessKey: 'NO' }, 404, 'InvalidAccessKeyId.NotFound'],
  ])('%s', async (_, spoiled, status, code) => {
    const { callV1 } = await fixture();
    const reply = await callV1('bssBalance', {}, spoiled);
    expect([reply.status, reply.json['Code']]).toEqual([status, code ?? 'Success']);
  });

  it('is answered in XML unless it asks for JSON', async () => {
    const { callV1 } = await fixture();
    const good = await callV1('domainInfo', { Format: 'XML', DomainName: 'one.com' });
    expect(good.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    expect(good.text).toContain('<DomainName>one.com</DomainName>');
    const bad = await callV1('domainInfo', { Format: 'XML', DomainName: 'a&b' });
    expect([bad.status, bad.text]).toEqual([
      400,
      expect.stringContaining('<Error><RequestId>') as string,
    ]);
  });
});

describe('a call that is well signed', () => {
  it('is refused without any signature', async () => {
    const { sandbox } = await fixture();
    const headers = { 'x-acs-version': '2017-12-14', 'x-acs-action': 'QueryAccountBalance' };
    const answer = await fetch(`${sandbox.url}/`, { method: 'POST', headers });
    expect(await answer.json()).toMatchObject({ Code: 'IncompleteSignature' });
  });

  it('is refused once the key is withdrawn, and let in when it is given back', async () => {
    const { call, sandbox } = await fixture();
    sandbox.act.refuseKey();
    expect((await call('bssBalance')).json['Code']).toBe('InvalidAccessKeyId.Inactive');
    sandbox.act.acceptKey();
    expect((await call('bssBalance')).status).toBe(200);
  });

  it('is refused beyond the rate, with the code and the wait of the world', async () => {
    const behaviour = { throttleCode: 'Throttling.Api', throttleStatus: 503, retryAfter: 2000 };
    const { call, pass, sandbox } = await fixture({ ratePerSecond: 1, behaviour });
    await call('bssBalance');
    const reply = await call('bssBalance');
    expect([reply.status, reply.json['Code'], reply.headers.get('x-acs-retry-after')]).toEqual([
      503,
      'Throttling.Api',
      '2000',
    ]);
    pass(1000);
    expect((await call('bssBalance')).status).toBe(200);
    expect(sandbox.calls().map(({ ran }) => ran)).toEqual([true, false, true]);
  });

  it('is refused where the key has no permission, each API in its words', async () => {
    const { call, sandbox } = await fixture({ denied: ['bssBalance', 'ecsRenew'] });
    expect(await call('bssBalance')).toMatchObject({
      status: 400,
      json: { Code: 'NotAuthorized', Success: false },
    });
    expect(await call('ecsRenew')).toMatchObject({ status: 403, json: { Code: 'Forbidden.RAM' } });
    sandbox.act.setPermission({ api: 'bssBalance', allowed: true });
    expect((await call('bssBalance')).status).toBe(200);
  });
});
