import { describe, expect, it } from 'vitest';

import { readWorld } from '../../../../../infra/sandboxes/alibaba/world/read-world.ts';
import { domain, instance } from '../sandbox-fixture.ts';

const start = { provider: 'alibaba', accessKey: 'AK', secretKey: 'SK' };

function problemOf(json: unknown): string {
  const reading = readWorld(json);
  return reading.kind === 'unreadable' ? reading.problem : 'readable';
}

describe('a world file', () => {
  it('needs no more than provider and keys', () => {
    expect(readWorld(start)).toMatchObject({
      kind: 'world',
      world: {
        currency: 'USD',
        payment: 'balance',
        instances: [],
        domains: [],
        behaviour: { staleDate: 'task fails', tokenLifetimeMs: 86_400_000 },
        rates: { domainCheck: 10 },
      },
    });
  });

  it('reads to the same world a second time', () => {
    const first = readWorld({
      ...start,
      instances: [instance('i-1')],
      domains: [domain('one.com')],
      faults: [{ api: 'ecsRenew', what: 'reset' }],
    });
    expect(first.kind === 'world' && readWorld(first.world)).toEqual(first);
  });

  it.each<[unknown, string]>([
    [{ ...start, provider: 'huawei' }, 'provider cannot be used: write "alibaba".'],
    [{ ...start, secretKey: undefined }, 'secretKey is missing: write the secret key as text.'],
    [
      { ...start, instances: [instance('i-1', 'ecs', { price: 12.5 })] },
      'instances[0].price cannot be used: write it as decimal text, such as "12.34".',
    ],
    [
      { ...start, domains: [domain('one.com', { expires: 'tomorrow' })] },
      'domains[0].expires cannot be used: write it as "2026-12-01T15:59:59Z", "in 20 days", "20 days ago" or "in 2 months at 08:00".',
    ],
    [
      { ...start, instances: [instance('a')], domains: [domain('a')] },
      'the world cannot be used: the id "a" is used twice; give everything its own id.',
    ],
    [
      { ...start, behaviour: { staleDat: 'accepted' } },
      'behaviour has no field "staleDat"; remove it or check its spelling.',
    ],
    [
      { ...start, behaviour: { lag: { bssInstances: { ms: 1.5 } } } },
      'behaviour.lag.bssInstances.ms cannot be used: write whole milliseconds, such as 200.',
    ],
    [
      { ...start, faults: [{ api: 'ecsRenew', what: { act: 'payOrder' } }] },
      'faults[0].what.with is missing: give what "payOrder" takes (order).',
    ],
    [{ ...start, currency: 'EUR' }, 'currency cannot be used: write USD, CNY or JPY.'],
  ])('that is wrong names the field and the fix: %#', (json, problem) => {
    expect(problemOf(json)).toBe(problem);
  });
});
