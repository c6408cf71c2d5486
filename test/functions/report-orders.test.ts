import { expect, test } from 'vitest';
import { reportOrders } from '../../functions/finish-job/report-orders.ts';
import type { Part } from '../../shared/renewal/journal.ts';
import type { OrderState } from '../../shared/renewal/states/order-state.ts';
import { EVERY_STATE, journalOf, order, part, usd } from '../support/journal-sample.ts';
import { bought, frozen } from '../support/purchase-sample.ts';

const COMPLETED: OrderState = {
  kind: 'completed',
  compared: usd(10),
  discount: null,
  charged: usd(9),
};
const TASK = frozen({ kind: 'task' });

function stateAndAmount(of: Part) {
  const [told] = reportOrders([journalOf(1, { parts: [of] })], 'en');
  return [told?.state, told?.amount?.amount ?? null];
}

/** The only order of a call that pays at once. */
function boughtAs(id: string, state: OrderState, call = frozen()): Part {
  const orders = [{ id, rows: null, state }];
  return bought(0, 0, { kind: 'accepted', at: 0 }, { orders, frozen: call });
}

test('an order shows the amount that it was compared at', () => {
  expect(stateAndAmount(part(0, [0], [order('o1', COMPLETED)]))).toEqual([
    'paid and completed',
    '10',
  ]);
});

test.each<[string, Part, string, string | null]>([
  ['with its charge', boughtAs('o1', COMPLETED), 'paid and completed', '9'],
  [
    'whose charge nobody tells',
    boughtAs('t1', { ...COMPLETED, charged: null }, TASK),
    'paid and completed',
    null,
  ],
  ['that reads paid', boughtAs('o1', EVERY_STATE.paid), 'paid, not completed yet', null],
  ['that is a task', boughtAs('t1', EVERY_STATE.paid, TASK), 'taken, not carried out yet', null],
  [
    'that no order was named for',
    boughtAs('request:4734/vm-1', EVERY_STATE.paid),
    'taken, not carried out yet',
    null,
  ],
])('what pays at once shows no amount that nobody has told: one %s', (_, of, state, amount) => {
  expect(stateAndAmount(of)).toEqual([state, amount]);
});
