import { describe, expect, test } from 'vitest';
import { afterCancel } from '../../../../shared/renewal/apply/after-cancel.ts';
import type { Journal, Order } from '../../../../shared/renewal/journal.ts';
import { freeRows, ordersIn } from '../../../../shared/renewal/journal-view.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { CancelReason } from '../../../../shared/renewal/states/order-state.ts';
import { cancelling, journalOf, journalRow, order, part } from '../../../support/journal-sample.ts';
import { isPricedAlone } from '../../../../shared/renewal/states/row-state.ts';
import { compoundReason, reason } from '../../../../shared/reasons/reason.ts';

const AT = 7;
const RENEWED = rowOutcome('renewed', reason('renewed'));
const REASONS: readonly CancelReason[] = [
  'dearer than approved',
  'expiry moved',
  'expiry not shown',
  'renewed elsewhere',
  'held elsewhere',
  'cancelled by somebody',
  'coverage not proven',
  'discount refused',
  'terms changed',
  'deadline passed',
  'budget used up',
  'not asked for',
  'job ended',
];

/** A journal after the cancel of an order over the first `covered` of three rows. */
function cancelled(
  because: CancelReason,
  covered = 2,
  change: (journal: Journal) => Journal = (journal) => journal,
): Journal {
  const open = order('o1', cancelling(because));
  const of = part(0, [0, 1].slice(0, covered), [open]);
  const other = part(1, [2], [order('o2')]);
  return afterCancel(change(journalOf(3, { parts: [of, other] })), of, open, { because, at: AT });
}

function outcomes({ rows }: Journal): (string | null)[] {
  return rows.map(({ outcome }) => outcome?.outcome ?? null);
}

describe.each(REASONS)('an order that was cancelled because of: %s', (because) => {
  test('is closed with that reason, and the other orders are not touched', () => {
    const journal = cancelled(because);

    expect(ordersIn(journal, 'cancelled').map(({ order: { id, state } }) => [id, state])).toEqual([
      ['o1', { kind: 'cancelled', because, at: AT }],
    ]);
    expect(ordersIn(journal, 'made').map(({ order: { id } }) => id)).toEqual(['o2']);
  });

  test('says of no row that anything was paid', () => {
    const { rows } = cancelled(because);

    expect(rows.some(({ outcome }) => outcome !== null && outcome.paid !== null)).toBe(false);
    expect(outcomes(cancelled(because))).not.toContain('renewed');
  });

  test('changes no row that it does not cover, and none that has its outcome', () => {
    const journal = cancelled(because, 2, (before) => ({
      ...before,
      rows: [journalRow(0, { outcome: RENEWED }), journalRow(1), journalRow(2)],
    }));

    expect(journal.rows[0]).toEqual(journalRow(0, { outcome: RENEWED }));
    expect(journal.rows[2]).toEqual(journalRow(2));
  });

  test.each([1, 2])('leaves a row that is watched to its expiry, of %i rows', (covered) => {
    const pricing = { kind: 'watched', since: 3, order: 'o0', why: 'held elsewhere' } as const;
    // After such an order before, a row of which the next one is not proven is given up.
    const earlier = part(7, [0], [order('o9', { kind: 'cancelled', because, at: 3 })]);
    const { rows } = cancelled(because, covered, (journal) => ({
      ...journal,
      rows: journal.rows.with(0, journalRow(0, { pricing })),
      parts: [earlier, ...journal.parts],
    }));

    expect(rows[0]).toMatchObject({ pricing, outcome: null });
  });
});

describe('the rows of a cancelled order', () => {
  test.each(['expiry moved', 'expiry not shown', 'deadline passed', 'not asked for'] as const)(
    'are looked at anew after: %s',
    (because) => {
      const open = order('o1', cancelling(because));
      const of = part(0, [0, 1, 2], [open]);

      expect(
        freeRows(afterCancel(journalOf(3, { parts: [of] }), of, open, { because, at: AT })),
      ).toEqual([0, 1, 2]);
    },
  );

  test.each([
    ['discount refused', 'held: price changed'],
    ['job ended', 'not attempted'],
  ] as const)('are settled after %s as %s', (because, outcome) => {
    expect(outcomes(cancelled(because))).toEqual([outcome, outcome, null]);
  });

  test('are left to another live order of the part while it is not proven which are whose', () => {
    const open = order('o1', cancelling('discount refused'));
    const of = part(0, [0, 1], [open, { ...order('o2'), rows: [1] }]);
    const after = afterCancel(journalOf(2, { parts: [of] }), of, open, {
      because: 'discount refused',
      at: AT,
    });

    expect(outcomes(after)).toEqual(['held: price changed', null]);
  });

  test('are not left to another order of the part that is closed', () => {
    const open = order('o1', cancelling('job ended'));
    const closed = order('o2', { kind: 'cancelled', because: 'job ended', at: AT });
    const of = part(0, [0, 1], [open, closed]);
    const after = afterCancel(journalOf(2, { parts: [of] }), of, open, {
      because: 'job ended',
      at: AT,
    });

    expect(outcomes(after)).toEqual(['not attempted', 'not attempted']);
  });

  test('may all be covered by another live order of the part: then nothing is said of them yet', () => {
    const open = order('o1', cancelling('discount refused'));
    const of = part(0, [0, 1], [open, order('o2')]);
    const after = afterCancel(journalOf(2, { parts: [of] }), of, open, {
      because: 'discount refused',
      at: AT,
    });

    expect(outcomes(after)).toEqual([null, null]);
  });

  test('are only the proven ones where it is proven which they are', () => {
    const open = {
      ...order('o1', cancelling('job ended')),
      rows: [1],
    } as const;
    const of = part(0, [0, 1], [open]);

    expect(
      outcomes(
        afterCancel(journalOf(2, { parts: [of] }), of, open, { because: 'job ended', at: AT }),
      ),
    ).toEqual([null, 'not attempted']);
  });
});

describe('an order that was too dear', () => {
  test('of several rows: each is priced alone next, none is held for the others', () => {
    const journal = cancelled('dearer than approved');

    expect(outcomes(journal)).toEqual([null, null, null]);
    expect(journal.rows.map(isPricedAlone)).toEqual([true, true, false]);
  });

  test('of a single row: it is held, with the order named', () => {
    expect(cancelled('dearer than approved', 1).rows[0]?.outcome).toMatchObject({
      outcome: 'held: price changed',
      order: 'o1',
    });
  });

  test('of rows of which one was priced alone already: they are ordered one by one next', () => {
    const journal = cancelled('dearer than approved', 2, (before) => ({
      ...before,
      rows: before.rows.map((row, index) => ({
        ...row,
        pricing: { kind: index === 0 ? 'alone' : 'together' },
      })),
    }));

    expect(outcomes(journal)).toEqual([null, null, null]);
    expect(journal.rows.map(({ rung }) => rung)).toEqual([1, 1, 100]);
  });
});

describe.each(['terms changed', 'budget used up'] as const)(
  'an order cancelled for %s',
  (because) => {
    test('of several rows: they are ordered one by one next, for it may concern only one', () => {
      const journal = cancelled(because);

      expect(outcomes(journal)).toEqual([null, null, null]);
      expect(journal.rows.map(({ rung }) => rung)).toEqual([1, 1, 100]);
    });

    test('of a single row: it is not renewable', () => {
      expect(outcomes(cancelled(because, 1))).toEqual(['not renewable', null, null]);
    });
  },
);

describe('an order whose coverage was not proven', () => {
  test('of several rows: they are ordered one by one next', () => {
    const journal = cancelled('coverage not proven');

    expect(outcomes(journal)).toEqual([null, null, null]);
    expect(journal.rows.map(({ rung }) => rung)).toEqual([1, 1, 100]);
  });

  test('of a single row: it is priced and ordered once more, then given up, so that it ends', () => {
    const before = part(
      7,
      [0],
      [order('o0', { kind: 'cancelled', because: 'coverage not proven', at: AT })],
    );
    const again = cancelled('coverage not proven', 1, (journal) => ({
      ...journal,
      parts: [before, ...journal.parts],
    }));

    expect(outcomes(cancelled('coverage not proven', 1))).toEqual([null, null, null]);
    expect(outcomes(again)).toEqual(['not renewable', null, null]);
  });
});

describe('an order beside which somebody else is at work', () => {
  test.each(['cancelled by somebody', 'held elsewhere'] as const)(
    'leaves its rows to be watched: %s',
    (because) => {
      const pricing = { kind: 'watched', since: AT, order: 'o1', why: because };
      const journal = cancelled(because);

      expect(journal.rows.map((row) => row.pricing)).toEqual([
        pricing,
        pricing,
        { kind: 'together' },
      ]);
      expect(outcomes(journal)).toEqual([null, null, null]);
    },
  );

  describe('and another one of its call is left', () => {
    const because = 'cancelled by somebody';
    const whys = (other: Order, rows?: readonly number[]): string[] => {
      const open = order('o1');
      const call = part(0, [0, 1], [open, other]);
      const one = { because, at: AT, ...(rows === undefined ? {} : { rows }) } as const;
      const after = afterCancel(journalOf(2, { parts: [call] }), call, open, one);
      return after.rows.map(({ pricing }) => pricing.kind);
    };

    test.each<[string, Order, readonly number[] | undefined, readonly string[]]>([
      [
        'leaves all to be watched, of whichever it was',
        order('o2'),
        undefined,
        ['watched', 'watched'],
      ],
      ['leaves those listed under it to be watched', order('o2'), [0], ['watched', 'together']],
      [
        'leaves what the other one is not for',
        { ...order('o2'), rows: [1] },
        undefined,
        ['watched', 'together'],
      ],
    ])('%s', (_, other, rows, expected) => {
      expect(whys(other, rows)).toEqual(expected);
    });

    test('has its rows watched still once that one is cancelled', () => {
      const pair = [order('o1'), order('o2')] as const;
      const call = part(0, [0, 1], pair);
      const first = afterCancel(journalOf(2, { parts: [call] }), call, pair[0], {
        because,
        at: AT,
      });
      const unproven = { because: 'coverage not proven', at: AT } as const;
      const after = afterCancel(first, first.parts[0]!, pair[1], unproven);

      expect(after.rows.map(({ pricing, outcome }) => [pricing.kind, outcome])).toEqual([
        ['watched', null],
        ['watched', null],
      ]);
    });
  });

  test('that begins late has each of several rows ordered alone, to tell which one it is', () => {
    const { rows } = cancelled('renewed elsewhere');

    expect(rows.map(({ rung }) => rung)).toEqual([1, 1, 100]);
    expect(rows.map(({ pricing }) => pricing.kind)).toEqual(['together', 'together', 'together']);
  });

  test('that begins late leaves its single row to be watched', () => {
    const why = 'begins late';

    expect(cancelled('renewed elsewhere', 1).rows[0]!.pricing).toEqual({
      kind: 'watched',
      since: AT,
      order: 'o1',
      why,
    });
  });
});

test.each([
  [null, reason('payment-refused')],
  [
    { code: 'CBC.99000088', reason: reason('payment-in-progress') },
    compoundReason('order-payment-refused', {}, [reason('payment-in-progress')]),
  ],
])(
  'what was said of the order as its payment was refused is not said as if it still stood',
  (refusal, why) => {
    const open = order('o1', { kind: 'cancelling', because: 'payment refused', refusal });
    const of = part(0, [0], [open]);
    const { rows } = afterCancel(journalOf(1, { parts: [of] }), of, open, {
      because: 'payment refused',
      at: AT,
    });

    expect(rows[0]!.outcome).toMatchObject({ outcome: 'not renewable', reason: why, order: 'o1' });
  },
);
