import { Big } from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { operations } from '../../../../infra/sandboxes/alibaba/operations/operations.ts';
import type { ApiName } from '../../../../infra/sandboxes/alibaba/api.ts';
import { playOn } from '../../../../infra/sandboxes/alibaba/acts/acts.ts';
import { startState } from '../../../../infra/sandboxes/alibaba/start-state.ts';
import { settle } from '../../../../infra/sandboxes/alibaba/tasks/settle.ts';
import { readWorld } from '../../../../infra/sandboxes/alibaba/world/read-world.ts';
import { addMonths } from '../../../../infra/sandboxes/frame/world/add-months.ts';
import { expiryOf } from '../../../../infra/sandboxes/frame/world/expiry.ts';
import { domain, EXPIRY, instance, START } from './sandbox-fixture.ts';

const IDS = ['i-1', 'rm-1', 'pc-1', 'one.com', 'two.com'];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('ecs' as const),
    token: fc.constantFrom('a', 'b'),
    months: fc.constantFrom(1, 2),
  }),
  fc.record({ kind: fc.constant('rds' as const), pays: fc.constantFrom('True', 'False') }),
  fc.record({ kind: fc.constant('bss' as const) }),
  fc.record({
    kind: fc.constant('domain' as const),
    name: fc.constantFrom('one.com', 'two.com'),
    late: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'pay' as const), order: fc.nat(8) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 5000 }) }),
);

it('money leaves once per order, by its amount, and each charge buys exactly its periods', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.record({
        staleDate: fc.constantFrom('task fails', 'refused at submit', 'accepted'),
        runningTask: fc.constantFrom('refused by single', 'accepted'),
        bssUnpaid: fc.constantFrom('cancelled', 'left unpaid', 'never made'),
        unpaidOrder: fc.constantFrom('blocks', 'does not block'),
        completionDelayMs: fc.constantFrom(0, 2000),
        tokenLifetimeMs: fc.constantFrom(1000, null),
      }),
      (steps, behaviour) => {
        let now = START;
        const reading = readWorld({
          provider: 'alibaba',
          accessKey: 'AK',
          secretKey: 'SK',
          balance: '95.00',
          taxRate: '0.07',
          instances: [instance('i-1'), instance('rm-1', 'rds'), instance('pc-1', 'polardb')],
          domains: [domain('one.com'), domain('two.com')],
          behaviour,
        });
        if (reading.kind === 'unreadable') throw new Error(reading.problem);
        const state = startState(reading.world, () => now);
        const call = (api: ApiName, parameters: Record<string, string>): void => {
          settle(state, now);
          const query = new URLSearchParams(parameters);
          operations[api](state, { pathId: undefined, query, body: undefined, now });
        };
        const orderAt = (n: number): string => [...state.orders.keys()][n] ?? '0';
        for (const one of steps) {
          if (one.kind === 'ecs') {
            const term = { Period: String(one.months), PeriodUnit: 'Month' };
            call('ecsRenew', { InstanceId: 'i-1', ...term, ClientToken: one.token });
          } else if (one.kind === 'rds') {
            call('rdsRenew', { DBInstanceId: 'rm-1', Period: '1', AutoPay: one.pays });
          } else if (one.kind === 'bss') {
            call('bssRenew', { ProductCode: 'polardb', InstanceId: 'pc-1', RenewPeriod: '1' });
          } else if (one.kind === 'domain') {
            const date = one.late ? expiryOf(state.items.get(one.name)!) : EXPIRY;
            const term = { CurrentExpirationDate: String(date), SubscriptionDuration: '1' };
            call('domainRenew', { DomainName: one.name, ...term });
          } else if (one.kind === 'cancel') call('bssCancel', { OrderId: orderAt(one.order) });
          else if (one.kind === 'pass') now += one.ms;
          else {
            settle(state, now);
            try {
              playOn(state, 'payOrder', { order: orderAt(one.order) });
            } catch {
              // Refusals are part of it.
            }
          }
        }
        now += 100_000;
        settle(state, now);
        const charged = state.ledger.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
        expect(charged.plus(state.account.cash).toFixed(2)).toBe('95.00');
        expect(new Set(state.ledger.map(({ order }) => order)).size).toBe(state.ledger.length);
        const paid = [...state.orders.values()].filter(({ status }) => status === 'Paid');
        expect(paid.map(({ id }) => id).toSorted()).toEqual(
          state.ledger.map(({ order }) => order).toSorted(),
        );
        expect(paid.every(({ completedAt }) => completedAt !== null)).toBe(true);
        for (const id of IDS) {
          const months = paid
            .filter(({ item }) => item === id)
            .reduce((sum, { periods }) => sum + periods * (id.endsWith('.com') ? 12 : 1), 0);
          const bought = addMonths(EXPIRY, months, { zone: 'UTC+8', monthEnd: 'clamp' });
          expect(expiryOf(state.items.get(id)!)).toBe(bought.toMillis());
        }
        expect(state.ledger.every(({ resources }) => resources[0]?.expiryAfter !== null)).toBe(
          true,
        );
      },
    ),
    { verbose: 1 },
  );
});
