import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptState } from '../../../shared/renewal/states/attempt-state.ts';
import type { OrderState } from '../../../shared/renewal/states/order-state.ts';
import {
  claimedRows,
  coverable,
  freeRows,
  isClosed,
  nothingLeftToDo,
  openRowsOf,
  ordersIn,
  withOrder,
  withOutcomes,
  withPart,
  withRows,
} from '../../../shared/renewal/journal-view.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../support/journal-sample.ts';
import { asTold, reason } from '../../../shared/reasons/reason.ts';

const SEED = 20_261_122;
const RENEWED = rowOutcome('renewed', reason('renewed'));
const UNANSWERED = ['intended', 'unclear', 'seeking', 'naming'] as const;
const OPEN = [
  'made',
  'payable again',
  'paying',
  'paying again',
  'payment unclear',
  'payment refused',
  'paid',
  'overcharged',
  'cancelling',
] as const;

describe('an order', () => {
  test.each(OPEN)('that is %s is still open', (kind) => {
    expect(isClosed(order('o', EVERY_STATE[kind]))).toBe(false);
  });

  test.each(['completed', 'cancelled', 'for review'] as const)('that is %s is closed', (kind) => {
    expect(isClosed(order('o', EVERY_STATE[kind]))).toBe(true);
  });

  test('may cover all rows of its part until it is proven which', () => {
    expect(coverable(part(0, [3, 4]), order('o'))).toEqual([3, 4]);
    expect(coverable(part(0, [3, 4]), { ...order('o'), rows: [4] })).toEqual([4]);
  });

  test.each([...OPEN, 'completed', 'for review'] as const)(
    'cannot cover rows that another one is proven to cover and that is %s',
    (kind) => {
      const other = { ...order('other', EVERY_STATE[kind]), rows: [4] };
      const unproven = order('o');

      expect(coverable(part(0, [3, 4], [other, unproven]), unproven)).toEqual([3]);
    },
  );

  test('may cover rows that a cancelled one did', () => {
    const other = { ...order('other', EVERY_STATE.cancelled), rows: [4] };
    const unproven = order('o');

    expect(coverable(part(0, [3, 4], [other, unproven]), unproven)).toEqual([3, 4]);
  });

  test('has only rows without an outcome open, until it is proven which it covers', () => {
    const rows = [journalRow(0, { outcome: RENEWED }), journalRow(1)];
    const unproven = order('o');
    const of = part(0, [0, 1], [unproven]);

    expect(openRowsOf(journalOf(0, { rows }), of, unproven)).toEqual([1]);
    expect(openRowsOf(journalOf(0, { rows }), of, { ...unproven, rows: [0] })).toEqual([0]);
  });
});

describe('a row is left alone', () => {
  test.each(UNANSWERED)('while its renew call is %s', (kind) => {
    const journal = journalOf(3, { parts: [part(0, [1], [], EVERY_ATTEMPT[kind])] });

    expect(freeRows(journal)).toEqual([0, 2]);
  });

  test.each(OPEN)('while an order that may cover it is %s', (kind) => {
    const journal = journalOf(3, { parts: [part(0, [1, 2], [order('o', EVERY_STATE[kind])])] });

    expect([...claimedRows(journal)]).toEqual([1, 2]);
    expect(freeRows(journal)).toEqual([0]);
  });

  test('once it has an outcome', () => {
    const journal = journalOf(2, { rows: [journalRow(0, { outcome: RENEWED }), journalRow(1)] });

    expect(freeRows(journal)).toEqual([1]);
  });

  test('and a row beside it is free when the order is proven not to cover that one', () => {
    const proven = { ...order('o'), rows: [1] };

    expect(freeRows(journalOf(3, { parts: [part(0, [1, 2], [proven])] }))).toEqual([0, 2]);
  });
});

describe('a row is free again', () => {
  test('after its call was answered without an order', () => {
    expect(freeRows(journalOf(1, { parts: [part(0, [0])] }))).toEqual([0]);
  });

  test('after its order was cancelled', () => {
    const cancelled = order('o', EVERY_STATE.cancelled);

    expect(freeRows(journalOf(1, { parts: [part(0, [0], [cancelled])] }))).toEqual([0]);
  });

  test('but not while another order of its part is open', () => {
    const orders = [order('o1', EVERY_STATE.cancelled), order('o2')];

    expect(freeRows(journalOf(1, { parts: [part(0, [0], orders)] }))).toEqual([]);
  });
});

const states = fc.constantFrom(...Object.values(EVERY_STATE));
const attempts = fc.constantFrom<AttemptState[]>(...Object.values(EVERY_ATTEMPT));

/** Journals of ten rows with parts in any state. */
const journals = fc
  .array(
    fc.record({
      rows: fc.uniqueArray(fc.integer({ min: 0, max: 9 })),
      states: fc.array(states, { maxLength: 3 }),
      attempt: attempts,
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    journalOf(10, {
      parts: list.map(({ rows, states: each, attempt }, number) =>
        part(
          number,
          rows,
          each.map((state: OrderState, index) => order(`o${number}-${index}`, state)),
          attempt,
        ),
      ),
    }),
  );

test(`a row without an outcome is either free or claimed (seed ${SEED})`, () => {
  fc.assert(
    fc.property(journals, (journal) => {
      const both = [...freeRows(journal), ...claimedRows(journal)].toSorted((a, b) => a - b);

      expect(both).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

describe('nothing is left to do', () => {
  test('when each row has an outcome or waits for a paid order', () => {
    const rows = [journalRow(0, { outcome: RENEWED }), journalRow(1)];
    const parts = [part(0, [1], [order('o', EVERY_STATE.paid)])];

    expect(nothingLeftToDo(journalOf(2, { rows, parts }))).toBe(true);
  });

  test.each([
    ...OPEN.filter((kind) => kind !== 'paid' && kind !== 'overcharged'),
    'completed',
    'cancelled',
    'for review',
  ] as const)('but something is while the order of a row without outcome is %s', (kind) => {
    const parts = [part(0, [0], [order('o', EVERY_STATE[kind])])];

    expect(nothingLeftToDo(journalOf(1, { parts }))).toBe(false);
  });
});

describe('changing a journal', () => {
  const journal = journalOf(3, {
    parts: [part(0, [0], [order('a')]), part(1, [1, 2], [order('b'), order('c')])],
  });

  test('leaves the old one and everything else as it was', () => {
    const before = JSON.stringify(journal);
    withRows(journal, [0], (row) => ({ ...row, pricing: { kind: 'alone' } }));
    withPart(journal, 1, (one) => ({ ...one, rows: [] }));
    withOrder(journal, 'b', (one) => ({ ...one, rows: [1] }));

    expect(JSON.stringify(journal)).toBe(before);
  });

  test('of some rows changes those and no other', () => {
    const changed = withRows(journal, [0, 2], (row) => ({ ...row, rung: 1 }));

    expect(changed.rows.map(({ rung }) => rung)).toEqual([1, 100, 1]);
  });

  test('of one part changes that one', () => {
    const changed = withPart(journal, 1, (one) => ({ ...one, attempt: EVERY_ATTEMPT.unclear }));

    expect(changed.parts.map(({ attempt }) => attempt.kind)).toEqual(['accepted', 'unclear']);
  });

  test('of one order changes that one, wherever it stands', () => {
    const changed = withOrder(journal, 'c', (one) => ({
      ...one,
      state: EVERY_STATE['for review'],
    }));

    expect(
      ordersIn(changed, 'for review').map(({ part: of, order: one }) => [of.number, one.id]),
    ).toEqual([[1, 'c']]);
    expect(ordersIn(changed, 'made', 'paid').map(({ order: one }) => one.id)).toEqual(['a', 'b']);
  });

  test('never takes an outcome away or replaces it', () => {
    const once = withOutcomes(journal, new Map([[1, RENEWED]]));
    const again = withOutcomes(
      once,
      new Map([
        [1, rowOutcome('invalid', asTold('No.'))],
        [2, RENEWED],
      ]),
    );

    expect(again.rows.map(({ outcome }) => outcome?.outcome)).toEqual([
      undefined,
      'renewed',
      'renewed',
    ]);
  });
});
