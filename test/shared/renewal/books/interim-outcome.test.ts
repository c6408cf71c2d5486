import { describe, expect, test } from 'vitest';
import { interimOutcome } from '../../../../shared/renewal/books/interim-outcome.ts';
import type { Order, Part } from '../../../../shared/renewal/journal.ts';
import { WATCH_REASONS } from '../../../../shared/renewal/states/row-state.ts';
import { leftToOthers } from '../../../../shared/renewal/rules/watched-rows.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';
import { told } from '../../../support/told.ts';

/** What the sheet says of row 0, whose part has these orders. */
function said(final: boolean, orders: readonly Order[], attempt?: Part['attempt']) {
  return told(interimOutcome(journalOf(2, { parts: [part(0, [0], orders, attempt)] }), 0, final));
}

/** Something may have been paid for the order. */
const PAYMENTS = [
  'paid',
  'overcharged',
  'paying',
  'paying again',
  'payment unclear',
  'payment refused',
] as const;

const BOTH = [
  ['a suspended job', false],
  ['an ended job', true],
] as const;

describe.each(BOTH)('in the sheet of %s', (_, final) => {
  test.each(PAYMENTS)('a row whose order is %s needs review', (kind) => {
    expect(said(final, [order('o1', EVERY_STATE[kind])])).toMatchObject({
      outcome: 'needs review',
      advice: 'Look at order o1 in the console.',
      order: 'o1',
    });
  });

  test.each(['intended', 'unclear', 'seeking', 'naming'] as const)(
    'a row whose renew call is %s needs review',
    (kind) => {
      expect(said(final, [], EVERY_ATTEMPT[kind])).toMatchObject({
        outcome: 'needs review',
        order: null,
      });
    },
  );

  test('a row that nothing was ever done for was not attempted', () => {
    expect(told(interimOutcome(journalOf(1), 0, final))).toMatchObject({
      outcome: 'not attempted',
      reason: 'The job stopped before it paid for this row.',
      paid: null,
    });
  });

  test('a row whose order was cancelled was not attempted', () => {
    expect(said(final, [order('o1', EVERY_STATE.cancelled)])).toMatchObject({
      outcome: 'not attempted',
      order: null,
    });
  });

  test('a row beside a paid one is not mixed up with it', () => {
    const paid = { ...order('o1', EVERY_STATE.paid), rows: [1] };
    const journal = journalOf(2, { parts: [part(0, [0, 1], [paid])] });

    expect(interimOutcome(journal, 0, final).outcome).toBe('not attempted');
    expect(interimOutcome(journal, 1, final).outcome).toBe('needs review');
  });

  test.each(PAYMENTS)(
    'a row under a %s order is told so, although another order of its part is not proven yet',
    (kind) => {
      const proven = { ...order('o2', EVERY_STATE[kind]), rows: [0] };
      const journal = journalOf(2, { parts: [part(0, [0, 1], [order('o1'), proven])] });

      expect(interimOutcome(journal, 0, final)).toMatchObject({
        outcome: 'needs review',
        order: 'o2',
      });
    },
  );

  test('a row is told of its live order after one that was cancelled', () => {
    const journal = journalOf(1, {
      parts: [
        part(0, [0], [order('o1', EVERY_STATE.cancelled)]),
        part(1, [0], [order('o2', EVERY_STATE.paid)]),
      ],
    });

    expect(interimOutcome(journal, 0, final)).toMatchObject({
      outcome: 'needs review',
      order: 'o2',
    });
  });
});

describe.each(['made', 'payable again', 'cancelling'] as const)(
  'a row whose order is %s',
  (kind) => {
    test('was not attempted yet while the job may go on, and the order is named', () => {
      expect(said(false, [order('o1', EVERY_STATE[kind])])).toMatchObject({
        outcome: 'not attempted',
        order: 'o1',
      });
    });

    test('needs review once the job is over: the unpaid order was left behind', () => {
      expect(said(true, [order('o1', EVERY_STATE[kind])])).toMatchObject({
        outcome: 'needs review',
        advice: 'Cancel order o1 in the console; nothing of it was paid by this job.',
        order: 'o1',
      });
    });
  },
);

describe.each(BOTH)('in the sheet of %s', (_, final) => {
  const DECLINED = order('o1', EVERY_STATE['payment declined']);

  test.each(WATCH_REASONS)('a row that is watched is told why: %s', (why) => {
    const pricing = { kind: 'watched', since: 0, order: 'o1', why } as const;
    const journal = journalOf(0, { rows: [journalRow(0, { pricing })] });

    expect(interimOutcome(journal, 0, final)).toEqual(leftToOthers(pricing));
  });

  test('a row that is watched beside a paid order is told of the payment', () => {
    const pricing = { kind: 'watched', since: 0, order: 'o1', why: 'begins late' } as const;
    const rows = [journalRow(0, { pricing })];
    const parts = [part(0, [0], [order('o2', EVERY_STATE.paid)])];

    expect(interimOutcome(journalOf(0, { rows, parts }), 0, final)).toMatchObject({ order: 'o2' });
  });

  test('a row whose payment the account refused is not known, before its order is read', () => {
    expect(said(final, [DECLINED])).toMatchObject({
      outcome: 'needs review',
      reason:
        'The payment was refused, and the order could not be read since: it is not known yet whether anything was paid.',
      order: 'o1',
      paid: null,
    });
  });

  test('a row beside whose refused payment another one is not clear is told of both', () => {
    const unclear = order('o2', EVERY_STATE['payment unclear']);
    const { outcome, order: named, reason } = said(final, [DECLINED, unclear]);

    expect([outcome, named]).toEqual(['needs review', 'o1, o2']);
    expect(reason).not.toContain('was refused');
  });
});
