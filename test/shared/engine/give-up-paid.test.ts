import { expect, test } from 'vitest';
import type { ChunkWork } from '../../../shared/engine/chunk-work.ts';
import { giveUpPaid, giveUpUnseen } from '../../../shared/engine/give-up-paid.ts';
import { applyAll } from '../../../shared/renewal/apply.ts';
import type { OrderReading } from '../../../shared/renewal/readings.ts';
import type { OrderState } from '../../../shared/renewal/states/order-state.ts';
import type { JournalEvent } from '../../../shared/renewal/events.ts';
import { reading } from '../../support/facts-sample.ts';
import { EVERY_STATE, journalOf, order, part } from '../../support/journal-sample.ts';
import { told } from '../../support/told.ts';

/** What the sheet says of a row whose paid order nobody can see any more. */
function said(state: OrderState, id = 'o1') {
  const journal = journalOf(1, { parts: [part(0, [0], [order(id, state)])] });
  const { rows } = applyAll(journal, giveUpUnseen(journal));
  return told(rows[0]!.outcome!);
}

test.each([
  ['what was compared', 'paid', '10.00'],
  ['what it was seen to be charged, where that was more', 'overcharged', '12.00'],
] as const)('a payment that nobody sees any more has cost at most %s', (_, kind, most) => {
  expect(said(EVERY_STATE[kind])).toMatchObject({
    outcome: 'needs review',
    reason: `Paid, and not seen since: at most ${most} USD for the whole order.`,
    paid: null,
  });
});

test.each([
  ['a task', '268d0bfb-0eb7-4f3b-9d26-3ba262ff7a01'],
  ['a task of several domains', '268d0bfb-0eb7-4f3b-9d26-3ba262ff7a01/one.com'],
  ['a request that no order was named for', 'request:4734/vm-1'],
])('that %s was taken is called no payment', (_, id) => {
  expect(said(EVERY_STATE['paid'], id)).toMatchObject({
    outcome: 'needs review',
    reason:
      'The provider took the renewal and has not shown in time that it was carried out; whether it was paid is not known.',
    paid: null,
  });
});

/** What is said at last of a row whose order we have paid, and which reads so. */
async function saidAfterLook(state: OrderReading['state']) {
  let journal = journalOf(1, { parts: [part(0, [0], [order('o1', EVERY_STATE.paid)])] });
  const work = {
    keeper: {
      current: journal,
      record: async (...events: readonly JournalEvent[]) => {
        journal = applyAll(journal, events);
        await Promise.resolve();
      },
    },
    provider: {
      renewals: {
        order: async () =>
          await Promise.resolve({ kind: 'done', value: reading('o1', '20', { state }) }),
      },
    },
  } as unknown as ChunkWork;
  await giveUpPaid(work, Infinity);
  const left = journal.parts[0]!.orders[0]!.state;
  return [journal.rows[0]!.outcome?.reason.id, left.kind === 'for review' && left.charged];
}

test.each<[OrderReading['state'], string, unknown]>([
  ['processing', 'paid-not-renewed-in-time', { amount: '20', currency: 'USD' }],
  ['unpaid', 'paid-order-shown-unpaid', null],
  ['cancelled', 'payment-undone', null],
  ['other', 'paid-not-renewed-in-time', null],
])('of a payment whose order reads %s at last it is said: %s', async (state, id, charged) => {
  expect(await saidAfterLook(state)).toEqual([id, charged]);
});
