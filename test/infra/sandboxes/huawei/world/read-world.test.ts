import { describe, expect, it } from 'vitest';

import { readWorld } from '../../../../../infra/sandboxes/huawei/world/read-world.ts';
import { vm } from '../sandbox-fixture.ts';

const keys = { accessKey: 'AK', secretKey: 'SK' };

function problemOf(json: unknown): string {
  const reading = readWorld(json);
  return reading.kind === 'unreadable' ? reading.problem : 'readable';
}

describe('a world file', () => {
  it('needs no more than keys and resources', () => {
    const reading = readWorld({ ...keys, resources: [vm('vm-1')] });
    expect(reading).toMatchObject({
      kind: 'world',
      world: {
        currency: 'USD',
        balance: '10000.00',
        behaviour: { maxIdsPerRenew: 10, completionDelayMs: 200 },
        resources: [{ region: 'ap-southeast-1', attached: [] }],
      },
    });
  });

  it('reads to the same world a second time', () => {
    const first = readWorld({ ...keys, resources: [vm('vm-1', { locked: 'unpaid' })] });
    expect(first.kind === 'world' && readWorld(first.world)).toEqual(first);
  });

  it.each<[unknown, string]>([
    [null, 'the world cannot be used: expected object, received null.'],
    [{ secretKey: 'SK', resources: [] }, 'accessKey is missing: write the access key as text.'],
    [keys, 'resources is missing: write a list of resources.'],
    [
      { ...keys, resources: [vm('a', { prices: { month: 12.5 } })] },
      'resources[0].prices.month cannot be used: write it as decimal text, such as "12.34".',
    ],
    [
      { ...keys, resources: [vm('a', { prices: {} })] },
      'resources[0].prices cannot be used: give a price for month, for year, or both.',
    ],
    [
      { ...keys, resources: [vm('a', { expires: 'tomorrow' })] },
      'resources[0].expires cannot be used: write it as "2026-12-01T15:59:59Z", "in 20 days", "20 days ago" or "in 2 months at 08:00".',
    ],
    [
      { ...keys, resources: [vm('a'), vm('b', { attached: [{ id: 'a' }] })] },
      'resources cannot be used: the id "a" is used twice; give every resource its own id.',
    ],
    [
      { ...keys, resources: [], behaviour: { latncyMs: 5 } },
      'behaviour has no field "latncyMs"; remove it or check its spelling.',
    ],
    [
      { ...keys, resources: [], faults: [{ api: 'renew', call: 0, what: 'reset' }] },
      'faults[0].call cannot be used: count calls from 1.',
    ],
    [
      { ...keys, resources: [], faults: [{ api: 'renew', when: 'after', what: 'throttle' }] },
      'faults[0] cannot be used: a throttled call has no effect, so write "when": "before".',
    ],
    [
      { ...keys, resources: [], faults: [{ api: 'pay', what: { act: 'topUp', with: {} } }] },
      'faults[0].what.with cannot be used: give what "topUp" takes (amount).',
    ],
    [
      { ...keys, resources: [vm('a', { discounts: [{ id: 'd' }] })] },
      'resources[0].discounts[0] cannot be used: give exactly one of ratio, fixedPrice and reduction.',
    ],
  ])('says in one sentence what is wrong with %j', (json, sentence) => {
    expect(problemOf(json)).toBe(sentence);
  });
});
