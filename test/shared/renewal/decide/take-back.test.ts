import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { decideOrders } from '../../../../shared/renewal/decide/orders.ts';
import type { Order } from '../../../../shared/renewal/journal.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import type { CancelReason } from '../../../../shared/renewal/states/order-state.ts';
import { asked, contextOf, decided, look, NOW, reading } from '../../../support/facts-sample.ts';
import {
  cancelling,
  EVERY_STATE,
  order,
  part,
  pricedJournal,
  usd,
} from '../../../support/journal-sample.ts';

const DOOMED = order('o1', cancelling('dearer than approved'));

/** Order o1 is to be cancelled, beside these of the same call; its cancel was refused. */
function refused(
  others: readonly Order[],
  state: 'unpaid' | 'cancelled',
  more: Partial<Facts> = {},
  chunk: 'open' | 'sealed' = 'open',
  doomed: Order = DOOMED,
): Decision {
  const parts = [part(0, [0, 1], [doomed, ...others])];
  const facts: Partial<Facts> = {
    cancels: new Map([['o1', { ...asked(2), refused: true }]]),
    orders: new Map([['o1', look(reading('o1', '10', { state }), asked(3))]]),
    ...more,
  };
  return decided(decideOrders, contextOf(pricedJournal(2, { parts, state: chunk }), facts));
}

function kinds({ events }: Decision): string[] {
  return events.map(({ kind }) => kind);
}

function becauseOf({ events }: Decision): CancelReason | undefined {
  const [event] = events;
  return event?.kind === 'cancelled' ? event.because : undefined;
}

describe('an order whose cancel is refused while it reads unpaid', () => {
  const alone = refused([], 'unpaid');
  const person = ['left to a person'];

  test("is a person's", () => {
    expect(kinds(alone)).toEqual(person);
  });

  test('may go with another one of its call that is on its way out: it is looked at again', () => {
    const decision = refused([order('o2', EVERY_STATE.cancelling)], 'unpaid');

    expect(decision.events).toEqual([]);
    expect(decision.waits).toHaveLength(1);
    expect(decision.calls).toEqual([{ kind: 'cancel', order: 'o2' }]);
  });

  test("is a person's once the cancel of that one was refused as well", () => {
    const cancels = new Map(['o1', 'o2'].map((id) => [id, { ...asked(2), refused: true }]));
    const decision = refused([order('o2', EVERY_STATE.cancelling)], 'unpaid', { cancels });

    expect(kinds(decision)).toEqual(person);
  });

  test.each(['made', 'paid', 'cancelled', 'for review'] as const)(
    "is a person's beside one that is %s",
    (kind) => {
      expect(
        kinds(refused([{ ...order('o2', EVERY_STATE[kind]), rows: [1] }], 'unpaid')),
      ).toContain('left to a person');
    },
  );
});

/** A payment of order o1 was sent so long ago, then it was to be cancelled. */
function tried(ago: number): Decision {
  const payment = { compared: usd('10'), discount: null, at: NOW - ago };
  return refused([], 'unpaid', {}, 'open', { ...DOOMED, rows: [0, 1], tried: payment });
}

describe('an order whose cancel is refused while it reads unpaid, after a payment of it was refused', () => {
  test('may be paid all the same: it is looked at again while reads may lag', () => {
    const decision = tried(LAG_MS - 1);

    expect(kinds(decision)).toEqual([]);
    expect(decision.waits).toHaveLength(1);
  });

  test("is a person's from then on", () => {
    expect(kinds(tried(LAG_MS))).toEqual(['left to a person']);
  });
});

describe('an order whose cancel is refused, and which reads cancelled', () => {
  const marked: Partial<Facts> = { changed: new Map([['order o1', 1]]) };

  test('was cancelled by somebody who was faster', () => {
    expect(becauseOf(refused([], 'cancelled', marked))).toBe('cancelled by somebody');
  });

  test('may have been cancelled by a call of an earlier run, whose answer was lost', () => {
    expect(becauseOf(refused([], 'cancelled'))).toBe('dearer than approved');
  });

  test('needs no such question in a chunk that ends', () => {
    expect(becauseOf(refused([], 'cancelled', marked, 'sealed'))).toBe('dearer than approved');
  });

  test('has run out where its deadline is over', () => {
    const gone = reading('o1', '10', { state: 'cancelled', deadline: NOW });
    const orders = new Map([['o1', look(gone, asked(3))]]);

    expect(becauseOf(refused([], 'cancelled', { ...marked, orders }))).toBe('deadline passed');
  });

  test('was cancelled by us where the provider accepted that', () => {
    const cancels = new Map([['o1', { ...asked(2), refused: false }]]);

    expect(becauseOf(refused([], 'cancelled', { ...marked, cancels }))).toBe(
      'dearer than approved',
    );
  });
});
