import { describe, expect, test } from 'vitest';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts, RowLook } from '../../../../shared/renewal/decide/facts.ts';
import { decideWatched } from '../../../../shared/renewal/decide/watched.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { LAG_MS, leftToOthers } from '../../../../shared/renewal/rules/watched-rows.ts';
import {
  WATCH_REASONS,
  type Watched,
  type WatchReason,
} from '../../../../shared/renewal/states/row-state.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  looks,
  NOW,
  only,
  RENEWED,
  shown,
} from '../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';

const PAUSE = 120_000;
const LOOK_AT_0 = { asks: [{ kind: 'resources', rows: [0] }] } as const;
const ALREADY = rowOutcome('already renewed', asTold('Renewed by somebody.'), {
  newExpiry: RENEWED,
});

function watched(ago: number, why: WatchReason = 'cancelled by somebody'): Watched {
  return { kind: 'watched', since: NOW - ago, order: 'o1', why };
}

/** Row 0 is watched, since so long ago. */
function watching(ago: number, why?: WatchReason, more: Partial<Journal> = {}): Journal {
  return journalOf(0, { rows: [journalRow(0, { pricing: watched(ago, why) })], ...more });
}

function seen(look: RowLook): Partial<Facts> {
  return { rows: looks([0], look) };
}

function decisionOf(journal: Journal, facts: Partial<Facts> = {}): Decision {
  return decided(decideWatched, contextOf(journal, facts));
}

function settled(why: WatchReason = 'cancelled by somebody'): Partial<Decision> {
  const outcomes = new Map([[0, leftToOthers(watched(0, why))]]);
  return { events: [{ kind: 'rows settled', outcomes }] };
}

describe('a row that is left to somebody else', () => {
  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    ['is looked at', watching(0), {}, LOOK_AT_0],
    [
      'is looked at again after a look from before it was watched',
      watching(0),
      { ...seen(shown(RENEWED)), changed: new Map([['row 0', 1]]) },
      LOOK_AT_0,
    ],
    [
      'is left alone for two minutes after a look that shows nothing',
      watching(PAUSE),
      seen(shown(EXPIRY, {}, asked(1, PAUSE - 1))),
      { waits: [NOW + 1] },
    ],
    [
      'is looked at again after them',
      watching(PAUSE),
      seen(shown(EXPIRY, {}, asked(1, PAUSE))),
      LOOK_AT_0,
    ],
    [
      'is looked at again at the end of the half hour, however young the look',
      watching(LAG_MS),
      seen(shown(EXPIRY, {}, asked(1, 1))),
      LOOK_AT_0,
    ],
    [
      'waits no longer than for that end',
      watching(LAG_MS - 5),
      seen(shown(EXPIRY)),
      { waits: [NOW + 5] },
    ],
    [
      "is a person's once it shows nothing for half an hour",
      watching(LAG_MS),
      seen(shown()),
      settled(),
    ],
    [
      "is a person's as well where it is not shown at all by then",
      watching(LAG_MS),
      seen({ ...asked(), kind: 'not shown' }),
      settled(),
    ],
    [
      "is a person's as well where it shows no expiry by then",
      watching(LAG_MS),
      seen(shown(null)),
      settled(),
    ],
    [
      "is a person's as well where it shows another day that is no renewal",
      watching(LAG_MS),
      seen(shown(EXPIRY + 86_400_000)),
      settled(),
    ],
    [
      'is not settled by another day before: that may be a read in passing',
      watching(0),
      seen(shown(EXPIRY + 86_400_000)),
      { waits: [NOW + PAUSE] },
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test.each(['made', 'cancelling', 'payment unclear'] as const)(
    'is not judged by an expiry that may be the doing of an order of ours: %s',
    (kind) => {
      const parts = [part(0, [0], [order('o1', EVERY_STATE[kind])])];

      expect(decisionOf(watching(0, 'seen renewed', { parts }), seen(shown(RENEWED)))).toEqual(
        only(),
      );
    },
  );

  test.each([0, LAG_MS, 10 * LAG_MS])('is renewed by what its expiry shows, after %d', (ago) => {
    const [event] = decisionOf(watching(ago), seen(shown(RENEWED))).events;
    const outcomes = event?.kind === 'rows settled' ? [...event.outcomes.values()] : [];

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['already renewed']);
  });

  test.each(WATCH_REASONS)('is told why it was left to a person: %s', (why) => {
    expect(decisionOf(watching(LAG_MS, why), seen(shown()))).toEqual(only(settled(why)));
  });

  test('is looked at no more in a sealed chunk, nor once it has its outcome', () => {
    const rows = [journalRow(0, { pricing: watched(0), outcome: ALREADY })];

    expect(decisionOf(watching(0, undefined, { state: 'sealed' }))).toEqual(only());
    expect(decisionOf(journalOf(0, { rows }))).toEqual(only());
  });
});

/** Row 1 of the same order was seen renewed. */
function beside(why?: WatchReason, renewed = ALREADY): Journal {
  const rows = [
    journalRow(0, { pricing: watched(LAG_MS, why) }),
    journalRow(1, { outcome: renewed }),
  ];
  return journalOf(0, { rows, parts: [part(0, [0, 1], [order('o1', EVERY_STATE.cancelled)])] });
}

describe('a row whose order was cancelled for another row of it', () => {
  test('is ordered again, for that one was renewed by whoever cancelled it', () => {
    expect(decisionOf(beside(), seen(shown()))).toEqual(
      only({ events: [{ kind: 'rows freed', rows: [0] }] }),
    );
  });

  test.each<[string, Journal, RowLook]>([
    [
      'where the other one was not renewed',
      beside(undefined, rowOutcome('invalid', reason('renewed'))),
      shown(),
    ],
    ['where nobody cancelled it', beside('held elsewhere'), shown()],
    ['where it shows another expiry itself', beside(), shown(EXPIRY + 86_400_000)],
  ])("is a person's %s", (_, journal, look) => {
    expect(decisionOf(journal, seen(look)).events.map(({ kind }) => kind)).toEqual([
      'rows settled',
    ]);
  });
});
