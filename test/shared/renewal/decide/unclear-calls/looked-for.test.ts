import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import type { AttemptStateKind } from '../../../../../shared/renewal/states/attempt-state.ts';
import type { Silence } from '../../../../../shared/renewal/states/silence.ts';
import { asked, NOW, only, SETTLE_AFTER, unanswered } from '../../../../support/facts-sample.ts';
import { EVERY_ATTEMPT, journalOf, order, part } from '../../../../support/journal-sample.ts';
import {
  SIZES,
  WINDOW,
  ROWS,
  LATER,
  unclear,
  decisionOf,
  recorded,
  locked,
  locks,
  around,
  NOT_FOUND,
} from './one-call.ts';

function withItsOrder(ago: number): Journal {
  const { attempt } = unclear('unclear', ago).parts[0]!;
  return journalOf(2, { parts: [part(0, ROWS, [order('o1')], attempt)] });
}

/** Two rows were asked about, of which some got no answer. */
function silent(silences: readonly Silence[], facts: Partial<Facts>, ago = SETTLE_AFTER) {
  return decisionOf({ ...unclear('unclear', ago), silences }, facts);
}

/** These are locked, of those that were answered about. */
function seen(rows: readonly number[]): Partial<Facts> {
  return { locks: locks(rows, [0]) };
}

/** The same, and the list of orders shows none. */
function listed(rows: readonly number[], of: readonly number[] = [0]): Partial<Facts> {
  return { ...around(), locks: locks(rows, of) };
}

describe('a call without a clear answer', () => {
  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    [
      'is left alone while it can still be under way',
      unclear('unclear', SETTLE_AFTER - 1),
      locked([]),
      { waits: [NOW + 1] },
    ],
    [
      'is looked for by the locks on its rows',
      unclear(),
      {},
      { asks: [{ kind: 'locks', rows: ROWS }] },
    ],
    [
      'is looked for again where the locks were read while it could still be under way',
      unclear('unclear', SETTLE_AFTER + 5),
      locked([], 6),
      { asks: [{ kind: 'locks', rows: ROWS }] },
    ],
    [
      'has made nothing where no row is locked since',
      unclear('unclear', SETTLE_AFTER + 5),
      locked([], 5),
      recorded({ kind: 'nothing was made', part: 0, sizes: SIZES }),
    ],
    [
      'is followed from a lock to the orders made half an hour around it',
      unclear(),
      locked(),
      {
        asks: [
          {
            kind: 'orders around',
            part: 0,
            from: NOW - SETTLE_AFTER - WINDOW,
            to: NOW - SETTLE_AFTER + WINDOW,
          },
        ],
      },
    ],
    [
      'is not followed by a list from before the locks were read',
      unclear(),
      { ...around(), around: new Map([[0, { ...asked(1), orders: [] }]]) },
      {
        asks: [
          {
            kind: 'orders around',
            part: 0,
            from: NOW - SETTLE_AFTER - WINDOW,
            to: NOW - SETTLE_AFTER + WINDOW,
          },
        ],
      },
    ],
    [
      'needs all journals of the job, read after the locks',
      unclear(),
      { ...around(), job: { ...asked(1), orders: new Set(), begun: true, tasks: 0, payments: [] } },
      { asks: [{ kind: 'job' }] },
    ],
    ['waits for an order that is not in the list yet', unclear(), around(), LATER],
    [
      'still waits a millisecond before half an hour are over',
      unclear('unclear', WINDOW - 1),
      around(),
      LATER,
    ],
    [
      'is left to a person when nothing is found for half an hour',
      unclear('unclear', WINDOW),
      around(),
      recorded({ ...NOT_FOUND, orders: [] }),
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('has made the orders that came with its answer, once nothing can be under way', () => {
    expect(decisionOf(withItsOrder(SETTLE_AFTER - 1))).toEqual(only({ waits: [NOW + 1] }));
    expect(decisionOf(withItsOrder(SETTLE_AFTER))).toEqual(
      only(recorded({ kind: 'named orders taken', part: 0 })),
    );
  });

  test('is left alone for twice as long after one that made nothing', () => {
    const before = part(0, ROWS, [], EVERY_ATTEMPT.settled);
    const now = { ...unclear('unclear', SETTLE_AFTER).parts[0]!, number: 1 };

    expect(decisionOf(journalOf(2, { parts: [before, now] }))).toEqual(
      only({ waits: [NOW + SETTLE_AFTER] }),
    );
  });

  describe('with a row of which no price call is answered', () => {
    const alone = [0, 1].map((row) => unanswered('prices', { rows: [row] }));
    const over = alone.map((one) => ({ ...one, tries: 9, heard: NOW }));

    test('waits while that row does not stand alone', () => {
      const both = [unanswered('prices', { rows: [0, 1] })];

      expect(silent(both, {})).toEqual(only());
      expect(silent([], seen([])).asks).toEqual([{ kind: 'locks', rows: [1] }]);
    });

    test('sets the others free where nothing locks them, and looks on for that row', () => {
      expect(silent([alone[1]!], seen([])).events).toEqual([
        { kind: 'nothing was made', part: 0, sizes: SIZES },
        { kind: 'orders sought', rows: [1] },
      ]);
    });

    test('is followed to its order by the locks on the others, or without any', () => {
      expect(silent([alone[1]!], seen([0])).asks).toMatchObject([{ kind: 'orders around' }]);
      expect(silent(alone, {}).asks).toMatchObject([{ kind: 'orders around' }]);
    });

    test.each<[string, readonly Silence[], Partial<Facts>, Partial<Decision>]>([
      ['waits for that answer', [alone[1]!], listed([0]), LATER],
      [
        'leaves to a person what is locked, and what nobody tells of, in the end',
        [over[1]!],
        listed([0]),
        recorded({ ...NOT_FOUND, locked: [0], unseen: [1], orders: [] }),
      ],
      [
        'leaves all to a person where nobody tells of any',
        over,
        listed([], []),
        recorded({ ...NOT_FOUND, locked: [], unseen: [0, 1], orders: [] }),
      ],
    ])('of which no order shows for half an hour: %s', (_, silences, facts, expected) => {
      expect(silent(silences, facts, WINDOW)).toEqual(only(expected));
    });
  });

  test('is settled beside others, each by itself', () => {
    const parts = ROWS.map((row) =>
      part(row, [row], [], { kind: 'unclear', at: NOW - SETTLE_AFTER, why: 'timeout' }),
    );
    const first = { locks: locks([], [0]) };

    expect(decisionOf(journalOf(2, { parts }), first)).toEqual(
      only({
        events: [{ kind: 'nothing was made', part: 0, sizes: SIZES }],
        asks: [{ kind: 'locks', rows: [1] }],
      }),
    );
  });

  test.each(
    Object.keys(EVERY_ATTEMPT).filter((kind) => !['unclear', 'seeking', 'naming'].includes(kind)),
  )('that is %s needs no settling', (kind) => {
    const attempt = EVERY_ATTEMPT[kind as AttemptStateKind];

    expect(decisionOf(journalOf(2, { parts: [part(0, ROWS, [order('o1')], attempt)] }))).toEqual(
      only(),
    );
  });
});
