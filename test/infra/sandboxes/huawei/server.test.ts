import { describe, expect, it } from 'vitest';

import { startHuaweiSandbox } from '../../../../infra/sandboxes/huawei/server.ts';
import { BALANCES, fixture } from './sandbox-fixture.ts';

describe('the sandbox server', () => {
  it('starts from a short world on a free local port and ends with its connections', async () => {
    const world = { accessKey: 'AK', secretKey: 'SK', resources: [] };
    const sandbox = await startHuaweiSandbox({ world });
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    sandbox.act.addFault({ api: 'any', what: 'timeout' });
    const hanging = fetch(`${sandbox.url}/v2/accounts/customer-accounts/balances`);
    const lost = hanging.then(
      () => 'answered',
      () => 'lost',
    );
    while (sandbox.calls().length === 0) await new Promise((resolve) => setImmediate(resolve));
    await sandbox.close();
    expect(await lost).toBe('lost');
  });

  it('does not start from a world it cannot read', async () => {
    await expect(startHuaweiSandbox({ world: { accessKey: 'AK' } })).rejects.toThrow(
      'secretKey is missing',
    );
  });

  it('takes its time where the world says so', async () => {
    const { call } = await fixture({ behaviour: { latencyMs: { min: 30, max: 40 } } });
    const began = performance.now();
    await call(BALANCES);
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });
});
