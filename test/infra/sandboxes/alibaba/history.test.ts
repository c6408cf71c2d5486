import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { AlibabaSandbox } from '../../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../../infra/sandboxes/alibaba/server.ts';
import { CALLS, domain, EXPIRY, instance, START } from './sandbox-fixture.ts';
import { factsOf, newHistory } from '../frame/kept.ts';
import type { Reply } from '../frame/reply.ts';
import { type Parameters, signedCall } from './signed-client.ts';

const KEYS = { accessKey: 'AK', secretKey: 'SK' };
const WORLD = {
  provider: 'alibaba',
  ...KEYS,
  balance: '60.00',
  instances: [instance('i-1'), instance('rm-1', 'rds')],
  domains: [domain('one.com'), domain('two.com')],
  behaviour: { completionDelayMs: 800 },
};

let now = START;

async function open(history: string, world: object = WORLD): Promise<AlibabaSandbox> {
  return await startAlibabaSandbox({ world, history, clock: () => now });
}

async function call(
  { url }: AlibabaSandbox,
  api: keyof typeof CALLS,
  parameters: Parameters,
): Promise<Reply> {
  return await signedCall({ url, ...KEYS, clock: () => now }, CALLS[api], parameters);
}

const STEP = fc.oneof(
  fc.record({ kind: fc.constant('ecs' as const), ClientToken: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('rds' as const), AutoPay: fc.constantFrom('True', 'False') }),
  fc.record({ kind: fc.constant('domain' as const), name: fc.constantFrom('one.com', 'two.com') }),
  fc.record({ kind: fc.constant('batch' as const) }),
  fc.record({ kind: fc.constant('cancel' as const), order: fc.nat(4) }),
  fc.record({ kind: fc.constant('renewOutside' as const), resource: fc.constantFrom('i-1', 'x') }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3000 }) }),
);
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

async function take(sandbox: AlibabaSandbox, step: Step): Promise<void> {
  switch (step.kind) {
    case 'ecs': {
      const { ClientToken } = step;
      const term = { Period: 1, PeriodUnit: 'Month' };
      await call(sandbox, 'ecsRenew', { InstanceId: 'i-1', ...term, ClientToken });
      return;
    }
    case 'rds': {
      const { AutoPay } = step;
      await call(sandbox, 'rdsRenew', { DBInstanceId: 'rm-1', Period: 1, AutoPay });
      return;
    }
    case 'domain': {
      const date = { CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };
      await call(sandbox, 'domainRenew', { DomainName: step.name, ...date });
      return;
    }
    case 'batch':
      await call(sandbox, 'domainRenewBatch', {
        'OrderRenewParam.1.DomainName': 'one.com',
        'OrderRenewParam.1.CurrentExpirationDate': EXPIRY,
        'OrderRenewParam.2.DomainName': 'two.com',
        'OrderRenewParam.2.CurrentExpirationDate': EXPIRY,
      });
      return;
    case 'cancel':
      await call(sandbox, 'bssCancel', { OrderId: sandbox.orders()[step.order]?.id ?? '1' });
      return;
    case 'renewOutside':
      try {
        sandbox.act.renewOutside({ resource: step.resource });
      } catch {
        // Refusals are part of a history too.
      }
      return;
    case 'wait':
      now += step.ms;
  }
}

test('whatever happened, a sandbox that is started again holds the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 20 }), async (steps) => {
      now = START;
      const history = newHistory();
      const sandbox = await open(history);
      for (const step of steps) await take(sandbox, step);
      const before = factsOf(sandbox);
      await sandbox.close();
      const again = await open(history, { ignored: 'the history has its own world' });
      expect(factsOf(again)).toEqual(before);
      await again.close();
    }),
    { numRuns: 25, verbose: 1 },
  );
});

test('a token and a task outlive the process that took them', async () => {
  now = START;
  const history = newHistory();
  const sandbox = await open(history);
  const ecs = { InstanceId: 'i-1', Period: 1, PeriodUnit: 'Month', ClientToken: 't' };
  const first = await call(sandbox, 'ecsRenew', ecs);
  const date = { CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };
  await call(sandbox, 'domainRenew', { DomainName: 'one.com', ...date });
  await sandbox.close();

  now += 10_000;
  const again = await open(history);
  expect((await call(again, 'ecsRenew', ecs)).json).toEqual(first.json);
  expect(again.ledger().map(({ at }) => at)).toEqual([
    '2026-11-15T12:00:00Z',
    '2026-11-15T12:00:01Z',
  ]);
  await again.close();
});

test('a history that leads elsewhere stops the start', async () => {
  now = START;
  const history = newHistory();
  const sandbox = await open(history);
  await call(sandbox, 'rdsRenew', { DBInstanceId: 'rm-1', Period: 1, AutoPay: 'True' });
  await sandbox.close();
  const text = readFileSync(history, 'utf8');
  writeFileSync(history, text.replace('"status":200', '"status":400'));
  await expect(open(history)).rejects.toThrow('written by another version of it (line 3)');
});
