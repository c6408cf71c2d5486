import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { operations } from '../../../../infra/sandboxes/huawei/operations/operations.ts';
import { readWorld } from '../../../../infra/sandboxes/huawei/world/read-world.ts';
import { settle } from '../../../../infra/sandboxes/huawei/orders/end-order.ts';
import { extendExpiry } from '../../../../infra/sandboxes/huawei/resources/extend-expiry.ts';
import { expiryOf } from '../../../../infra/sandboxes/frame/world/expiry.ts';
import { startState } from '../../../../infra/sandboxes/huawei/start-state.ts';
import { START, vm } from './sandbox-fixture.ts';

const IDS = ['vm-0', 'vm-1', 'vm-2', 'vm-3'];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('renew' as const),
    ids: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }),
    pay: fc.constantFrom(0, 1),
  }),
  fc.record({ kind: fc.constantFrom('pay', 'cancel'), order: fc.nat(8) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 9e8 }) }),
);

describe('whatever is called in whatever order', () => {
  it('money leaves once per order, by its price, and each charge buys exactly one period', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.constantFrom('one', 'one per resource', 'combined'),
        (steps, ordersPerRenew) => {
          let now = START;
          const reading = readWorld({
            accessKey: 'AK',
            secretKey: 'SK',
            balance: '95.00',
            resources: IDS.map((id, n) => vm(id, { prices: { month: `${n + 3}.21` } })),
            behaviour: { ordersPerRenew, monthEnd: 'clamp' },
          });
          if (reading.kind === 'unreadable') throw new Error(reading.problem);
          const state = startState(reading.world, () => now);
          const first = expiryOf(state.resources.get('vm-0')!);
          const call = (api: 'renew' | 'pay' | 'cancel', body: object): void => {
            settle(state, now);
            operations[api](state, { pathId: undefined, query: new URLSearchParams(), body, now });
          };
          for (const one of steps) {
            const orderOf = (n: number): string => [...state.orders.keys()][n] ?? 'none';
            if ('ids' in one) {
              const term = { period_type: 2, period_num: 1, is_auto_pay: one.pay };
              call('renew', { resource_ids: one.ids, ...term });
            } else if ('order' in one) {
              const flags = { use_coupon: 'NO', use_discount: 'NO' };
              call(one.kind === 'pay' ? 'pay' : 'cancel', {
                order_id: orderOf(one.order),
                ...flags,
              });
            } else now += one.ms;
          }
          now += 1000;
          settle(state, now);
          const charged = state.ledger.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
          expect(charged.plus(state.account.cash).toFixed(2)).toBe('95.00');
          expect(new Set(state.ledger.map(({ order }) => order)).size).toBe(state.ledger.length);
          const paid = [...state.orders.values()].filter(({ status }) => status === 5);
          expect(paid).toHaveLength(state.ledger.length);
          for (const id of IDS) {
            const periods = state.ledger
              .flatMap(({ resources }) => resources)
              .filter(({ resourceId }) => resourceId === id).length;
            const bought = Array.from({ length: periods }).reduce<number>(
              (at) => extendExpiry(at, 2, 1, state.behaviour),
              first,
            );
            expect(expiryOf(state.resources.get(id)!)).toBe(bought);
          }
        },
      ),
      { verbose: 1 },
    );
  });
});
