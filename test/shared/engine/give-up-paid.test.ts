import { expect, test } from 'vitest';
import { giveUpUnseen } from '../../../shared/engine/give-up-paid.ts';
import { applyAll } from '../../../shared/renewal/apply.ts';
import type { OrderState } from '../../../shared/renewal/states/order-state.ts';
import { EVERY_STATE, journalOf, order, part } from '../../support/journal-sample.ts';
import { told } from '../../support/told.ts';

/** What the sheet says of a row whose paid order nobody can see any more. */
function said(state: OrderState) {
  const journal = journalOf(1, { parts: [part(0, [0], [order('o1', state)])] });
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
