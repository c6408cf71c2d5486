import { describe, expect, it } from 'vitest';

import { fixture } from '../sandbox-fixture.ts';

const ECS = { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month', ClientToken: 't' };
const BSS = { ProductCode: 'polardb', InstanceId: 'pc-1', RenewPeriod: 1, ClientToken: 't' };

describe('a repeated ClientToken', () => {
  it('of the same parameters gets the first answer and charges nothing more', async () => {
    const { call, callV1, sandbox } = await fixture();
    const first = await call('ecsRenew', ECS);
    expect((await call('ecsRenew', ECS)).json).toEqual(first.json);
    expect((await callV1('ecsRenew', ECS)).json).toEqual(first.json);
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('of other parameters is refused, in the code that the world has for it', async () => {
    const { call, sandbox } = await fixture();
    await call('ecsRenew', ECS);
    expect((await call('ecsRenew', { ...ECS, Period: 2 })).json['Code']).toBe(
      'IdempotentParameterMismatch',
    );
    sandbox.act.setBehaviour({ tokenMismatchCode: 'IdempotenceParamNotMatch' });
    expect((await call('ecsRenew', { ...ECS, InstanceId: 'i-2' })).json['Code']).toBe(
      'IdempotenceParamNotMatch',
    );
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('of another product, or in other letters, is another token', async () => {
    const { call, sandbox } = await fixture();
    await call('ecsRenew', ECS);
    await call('ecsRenew', { ...ECS, ClientToken: 'T' });
    await call('tairRenew', { InstanceId: 'r-1', Period: 1, ClientToken: 't' });
    expect(sandbox.ledger()).toHaveLength(3);
  });

  it('is in progress for as long as the world says', async () => {
    const { call, pass } = await fixture({ behaviour: { tokenBusyMs: 1000 } });
    await call('ecsRenew', ECS);
    expect((await call('ecsRenew', ECS)).json['Code']).toBe('Idempotence.Processing');
    pass(1000);
    expect((await call('ecsRenew', ECS)).status).toBe(200);
  });

  it('is forgotten after its time, and then the call is a new one', async () => {
    const { call, pass, sandbox } = await fixture({ behaviour: { tokenLifetimeMs: 60_000 } });
    await call('ecsRenew', ECS);
    pass(59_999);
    await call('ecsRenew', ECS);
    expect(sandbox.ledger()).toHaveLength(1);
    pass(1);
    await call('ecsRenew', ECS);
    expect(sandbox.ledger()).toHaveLength(2);
  });

  it('remembers no refusal, unless the world lets it', async () => {
    const { call, sandbox } = await fixture({ balance: '0' });
    await call('ecsRenew', ECS);
    sandbox.act.setBehaviour({ tokenKeepsRefusals: true });
    await call('ecsRenew', ECS);
    sandbox.act.topUp({ amount: '10.00' });
    expect((await call('ecsRenew', ECS)).json['Code']).toBe('InsufficientBalance');
    expect((await call('ecsRenew', { ...ECS, ClientToken: 'u' })).status).toBe(200);
  });

  it.each([
    ['same answer', 1, undefined],
    ['ignored', 2, undefined],
    ['refused', 1, 'Duplicated.ClientToken'],
  ])('of the billing API is undocumented: %s', async (tokenRepeated, charges, code) => {
    const { call, sandbox } = await fixture({ behaviour: { tokenRepeated } });
    await call('bssRenew', BSS);
    const again = await call('bssRenew', BSS);
    expect([
      sandbox.ledger().length,
      again.status === 200 ? undefined : again.json['Code'],
    ]).toEqual([charges, code]);
    await call('ecsRenew', ECS);
    await call('ecsRenew', ECS);
    expect(sandbox.ledger()).toHaveLength(charges + 1);
  });

  it('of HBase does not exist', async () => {
    const { call, sandbox } = await fixture();
    const hbase = { ClusterId: 'hb-1', Duration: 1, PricingCycle: 'month', ClientToken: 't' };
    await call('hbaseRenew', hbase);
    await call('hbaseRenew', hbase);
    expect(sandbox.ledger()).toHaveLength(2);
  });
});
