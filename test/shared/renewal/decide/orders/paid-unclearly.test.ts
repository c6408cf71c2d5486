import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../../shared/renewal/states/order-state.ts';
import { NOW, only, payment, SETTLE_AFTER } from '../../../../support/facts-sample.ts';
import { EVERY_STATE } from '../../../../support/journal-sample.ts';
import { LATER, READ_O1, one, decisionOf, reads, HIDDEN } from './one-order.ts';

describe.each(['payment unclear', 'payment refused'] as const)('an order with its %s', (kind) => {
  const { refusal } = EVERY_STATE['payment refused'] as Extract<
    OrderState,
    { kind: 'payment refused' }
  >;

  function stands(ago: number): Journal {
    return one(
      kind === 'payment unclear' ? { kind, ...payment(ago) } : { kind, ...payment(ago), refusal },
    );
  }

  const old = stands(SETTLE_AFTER);
  const young = stands(SETTLE_AFTER - 1);

  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    ['is read before anything else', old, {}, READ_O1],
    ['is read at once, however young', young, {}, READ_O1],
    [
      'is read again after a look from before the answer',
      old,
      { ...reads('completed'), changed: new Map([['order o1', 2]]) },
      READ_O1,
    ],
    ['is waited for while it is not shown', old, HIDDEN, LATER],
    [
      'is paid where it reads completed',
      young,
      reads('completed'),
      { events: [{ kind: 'payment seen', order: 'o1' }] },
    ],
    [
      'is paid where it reads processing',
      young,
      reads('processing'),
      { events: [{ kind: 'payment seen', order: 'o1' }] },
    ],
    [
      'is cancelled by somebody where it reads cancelled',
      young,
      reads('cancelled'),
      { events: [{ kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW }] },
    ],
    ['is waited for where it reads anything else', old, reads('other'), LATER],
    [
      'is not taken up again before no call can be in flight any more',
      young,
      reads('unpaid'),
      { waits: [NOW + 1] },
    ],
    [
      'is taken up again where a look from then on reads unpaid',
      old,
      reads('unpaid'),
      { events: [{ kind: 'payment not made', order: 'o1' }] },
    ],
    [
      'is read again where it read unpaid before that instant: such a look does not count',
      stands(SETTLE_AFTER + 10),
      reads('unpaid', 11),
      READ_O1,
    ],
    [
      'is taken up again by a look from that very instant',
      stands(SETTLE_AFTER + 10),
      reads('unpaid', 10),
      { events: [{ kind: 'payment not made', order: 'o1' }] },
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('is settled in a sealed chunk too', () => {
    const sealed: Journal = { ...old, state: 'sealed' };

    expect(decisionOf(sealed, reads('completed'))).toEqual(
      only({ events: [{ kind: 'payment seen', order: 'o1' }] }),
    );
  });
});
