import { describe, expect, it } from 'vitest';

import { startAlibabaSandbox } from '../../../../infra/sandboxes/alibaba/server.ts';
import { fixture } from './sandbox-fixture.ts';

describe('the sandbox server', () => {
  it('starts from a short world on a free local port', async () => {
    const world = { provider: 'alibaba', accessKey: 'AK', secretKey: 'SK' };
    const sandbox = await startAlibabaSandbox({ world });
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    await sandbox.close();
  });

  it('does not start from a world of another provider or of none', async () => {
    await expect(startAlibabaSandbox({ world: { accessKey: 'AK' } })).rejects.toThrow(
      'provider is missing',
    );
  });

  it('answers an action that no product has as one it does not know', async () => {
    const { sandbox } = await fixture();
    const answer = await fetch(`${sandbox.url}/?Action=RenewInstance&Version=1999-01-01`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      expect.objectContaining({ Code: 'InvalidApi.NotFound' }),
    ]);
  });

  it('tells products apart by version and action, renews in each and writes every charge down', async () => {
    const { sandbox, call, expiry } = await fixture();
    const month = { Period: 1, ClientToken: 't' };
    expect(
      (await call('ecsRenew', { InstanceId: 'i-1', PeriodUnit: 'Month', ...month })).status,
    ).toBe(200);
    await call('rdsRenew', { DBInstanceId: 'rm-1', AutoPay: 'True', ...month });
    await call('tairRenew', { InstanceId: 'r-1', ...month });
    await call('mongodbRenew', { DBInstanceId: 'dds-1', ...month });
    await call('swasRenew', { InstanceId: 'swas-1', RegionId: 'ap-southeast-1', ...month });
    await call('hbaseRenew', { ClusterId: 'hb-1', Duration: 1, PricingCycle: 'month' });
    await call('bssRenew', { ProductCode: 'polardb', InstanceId: 'pc-1', RenewPeriod: 1 });
    const ids = ['i-1', 'rm-1', 'r-1', 'dds-1', 'swas-1', 'hb-1', 'pc-1'];

    expect(sandbox.ledger().map(({ resources }) => resources[0]?.resourceId)).toEqual(ids);
    expect(ids.map(expiry)).toEqual(ids.map(() => '2027-01-01T15:59:59Z'));
    expect(sandbox.account().cash).toBe('9930.00');
  });
});
