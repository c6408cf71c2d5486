import { describe, expect, test } from 'vitest';
import { reason } from '../../../shared/reasons/reason.ts';
import { apply, applyAll } from '../../../shared/renewal/apply.ts';
import type { JournalEvent } from '../../../shared/renewal/events.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { CHUNK_STATES } from '../../../shared/renewal/states/chunk-state.ts';
import { ATTEMPT_TRANSITIONS } from '../../../shared/renewal/transitions/attempt-transitions.ts';
import {
  CHUNK_TRANSITIONS,
  WORK_TRANSITIONS,
} from '../../../shared/renewal/transitions/chunk-transitions.ts';
import { ORDER_TRANSITIONS } from '../../../shared/renewal/transitions/order-transitions.ts';
import { isPermitted, stepsBetween } from '../../../shared/renewal/transitions/steps.ts';
import {
  ForbiddenTransition,
  type Transition,
} from '../../../shared/renewal/transitions/transition.ts';
import { ATTEMPT_EVENTS, ORDER_EVENTS, WORK_EVENTS } from '../../support/every-event.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  EVERY_WORK,
  journalOf,
  journalRow,
  order,
  part,
  PAYMENT,
  REFUSAL,
  usd,
} from '../../support/journal-sample.ts';

/** Events with their names, for a table. */
function named<Event extends JournalEvent>(events: readonly Event[]): [string, Event][] {
  return events.map((event) => [event.kind, event]);
}

/** What an event leads to: `refused`, or what `tell` says of the journal; the one before is as it was. */
function outcome(
  journal: Journal,
  event: JournalEvent,
  tell: (next: Journal) => string | undefined,
): string | undefined {
  const before = JSON.stringify(journal);
  const next = applied(journal, event);
  expect(JSON.stringify(journal)).toBe(before);
  return typeof next === 'string' ? next : tell(next);
}

/** As no table permits it; or as a fault, where a state without a payment is told of one. */
function applied(journal: Journal, event: JournalEvent): Journal | 'refused' {
  try {
    return apply(journal, event);
  } catch (error) {
    if (error instanceof ForbiddenTransition) return 'refused';
    if (String(error).endsWith(' has no payment')) return 'refused';
    throw error;
  }
}

/** Where a table lets an event lead to from a state; else it is refused. */
function leadsTo(table: readonly Transition<string>[], from: string, event: string): string[] {
  const ways = table.flatMap((row) => (row.from === from && row.event === event ? [row.to] : []));
  return ways.length === 0 ? ['refused'] : ways;
}

describe.each(Object.values(EVERY_STATE))('an order that is $kind', (state) => {
  const journal = journalOf(1, { parts: [part(0, [0], [order('o1', state)])] });

  test.each(named(ORDER_EVENTS))(
    'is changed by "%s" as its table says, or not at all',
    (_, event) => {
      const end = outcome(journal, event, ({ parts }) => parts[0]?.orders[0]?.state.kind);

      expect(leadsTo(ORDER_TRANSITIONS, state.kind, event.kind)).toContain(end);
    },
  );
});

describe.each(Object.values(EVERY_ATTEMPT))('a renew call that is $kind', (attempt) => {
  const journal = journalOf(1, { parts: [part(0, [0], [], attempt)] });

  test.each(named(ATTEMPT_EVENTS.filter(({ kind }) => kind !== 'orders found')))(
    'is changed by "%s" as its table says, or not at all',
    (_, event) => {
      const end = outcome(journal, event, ({ parts }) => parts[0]?.attempt.kind ?? 'none');
      const said = event.kind === 'call answered' ? [event.said.kind, 'refused'] : null;

      expect(leadsTo(ATTEMPT_TRANSITIONS, attempt.kind, event.kind)).toContain(end);
      expect(said ?? [end]).toContain(end);
    },
  );

  test.each([true, false])(
    'is not touched where an order is found, of ours: %s: it gets an attempt of its own',
    (ours) => {
      const orders = [{ order: 'o9', rows: [0], listed: true, ours }];
      const next = apply(journal, { kind: 'orders found', orders, at: 7 });

      expect(next.parts[0]).toBe(journal.parts[0]);
      expect(next.parts[1]?.attempt.kind).toBe(ours ? 'released' : 'left to a person');
      expect(next.parts[1]?.orders.map(({ id, state }) => [id, state.kind])).toEqual([
        ['o9', ours ? 'cancelling' : 'for review'],
      ]);
      expect(next.rows).toEqual(journal.rows);
    },
  );

  test('is not touched where orders are sought for its rows: they get attempts of their own', () => {
    const next = apply(journal, { kind: 'orders sought', rows: [0] });

    expect(next.parts[0]).toBe(journal.parts[0]);
    expect(next.parts.map(({ number }) => number)).toEqual([0, 1]);
    expect(['seeking', 'naming']).toContain(next.parts[1]?.attempt.kind);
  });
});

describe('orders of a renew call', () => {
  test.each(named(ATTEMPT_EVENTS.filter(({ kind }) => kind !== 'orders found')))(
    'that its unclear answer named are never lost by "%s"',
    (_, event) => {
      const journal = journalOf(1, {
        parts: [part(0, [0], [order('o1')], EVERY_ATTEMPT.unclear)],
      });
      const end = outcome(journal, event, ({ parts }) =>
        (parts[0]?.orders ?? []).map(({ id, state }) => `${id} ${state.kind}`).join(),
      );

      expect(['refused', 'o1 made']).toContain(end);
    },
  );

  test('are on record with its answer, whatever that says (money rule 1)', () => {
    const intended = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT.intended)] });
    for (const event of ATTEMPT_EVENTS.filter(({ kind }) => kind === 'call answered')) {
      const end = apply(intended, { ...event, orders: ['o1', 'o2', 'o1'] } as JournalEvent);

      expect(end.parts[0]?.orders).toEqual([order('o1'), order('o2')]);
    }
  });
});

describe.each(EVERY_WORK)('the work on a chunk that is $kind', (work) => {
  test.each(named(WORK_EVENTS))(
    'is changed by "%s" as its table says, or not at all',
    (_, event) => {
      const end = outcome(journalOf(1, { work }), event, (next) =>
        next.work === work ? 'refused' : next.work.kind,
      );

      expect(leadsTo(WORK_TRANSITIONS, work.kind, event.kind)).toContain(end);
    },
  );
});

describe.each(CHUNK_STATES)('a chunk that is %s', (state) => {
  test.each(named(WORK_EVENTS))(
    'is changed by "%s" as its table says, or not at all',
    (_, event) => {
      const work = { kind: 'leased', owner: 'me', until: 1 } as const;
      const end = outcome(journalOf(1, { state, work }), event, (next) =>
        next.state === state ? 'refused' : next.state,
      );

      expect(leadsTo(CHUNK_TRANSITIONS, state, event.kind)).toContain(end);
    },
  );
});

describe('a claim', () => {
  test('makes every intent that was left without an answer unknown (money rule 1)', () => {
    const orders = Object.entries(EVERY_STATE).map(([id, state]) => order(id, state));
    const attempts = Object.values(EVERY_ATTEMPT).map((attempt, index) =>
      part(index + 1, [0], [], attempt),
    );
    const journal = journalOf(1, { parts: [part(0, [0], orders), ...attempts] });
    const next = apply(journal, { kind: 'claimed', owner: 'you', until: 1 });
    const left = {
      ...EVERY_STATE,
      paying: EVERY_STATE['payment unclear'],
      'paying again': EVERY_STATE['payment refused'],
    };

    expect(next.parts[0]?.orders.map(({ state }) => state)).toEqual(Object.values(left));
    expect(next.parts.slice(1).map(({ attempt }) => attempt.kind)).toEqual(
      Object.keys(EVERY_ATTEMPT).map((kind) => (kind === 'intended' ? 'unclear' : kind)),
    );
  });
});

describe('an order that two calls were answered with', () => {
  test('is one order, of the first of them: it is paid once', () => {
    const journal = journalOf(2, {
      parts: [part(0, [0], [order('o1')]), part(1, [1], [], EVERY_ATTEMPT.intended)],
    });
    const next = apply(journal, {
      kind: 'call answered',
      part: 1,
      at: 1,
      orders: ['o1', 'o2'],
      said: { kind: 'accepted' },
      failed: new Map(),
      lowered: null,
    });

    expect(next.parts.map(({ orders }) => orders.map(({ id }) => id))).toEqual([['o1'], ['o2']]);
  });
});

describe('an order whose payment was refused once', () => {
  const again = { kind: 'paying again', ...PAYMENT, refusal: REFUSAL } as const;
  const journal = journalOf(1, { parts: [part(0, [0], [order('o1', again)])] });

  test.each([
    [{ kind: 'payment unanswered', order: 'o1', at: 1 }, 'payment refused'],
    [{ kind: 'payment put off', order: 'o1' }, 'payable again'],
  ] as const)('is not forgotten to be so by %o', (event, kind) => {
    expect(apply(journal, event).parts[0]?.orders[0]?.state).toMatchObject({
      kind,
      refusal: REFUSAL,
    });
  });
});

describe('a row', () => {
  const settled = rowOutcome('renewed', reason('renewed'), { paid: usd('10') });
  const other = rowOutcome('not renewable', reason('no-price-given'));
  const done = journalOf(0, { rows: [journalRow(0, { outcome: settled })] });

  test('keeps its outcome whatever a look or the end of its chunk says', () => {
    const end = applyAll(done, [
      { kind: 'rows settled', outcomes: new Map([[0, other]]) },
      { kind: 'rows closed', why: reason('job-ended'), swept: true },
    ]);

    expect(end.rows[0]?.outcome).toEqual(settled);
  });

  test('is called busy only while it has no outcome', () => {
    expect(applied(done, { kind: 'rows busy', rows: [0], at: 1 })).toBe('refused');
  });

  test('is checked by a person only once it has an outcome', () => {
    const checked = { kind: 'row checked', row: 0, outcome: other } as const;

    expect(apply(done, checked).rows[0]?.outcome).toEqual(other);
    expect(applied(journalOf(1), checked)).toBe('refused');
  });
});

describe('a call of which nothing was made', () => {
  const nothing = { kind: 'nothing was made', part: 9, sizes: [100, 10, 1] } as const;

  /** After so many calls for these rows that made nothing, the last of them just settled. */
  function after(calls: number, rows: readonly number[]): Journal {
    const before = Array.from({ length: calls - 1 }, (_, number) =>
      part(number, rows, [], EVERY_ATTEMPT.settled),
    );
    const last = part(9, rows, [], EVERY_ATTEMPT.unclear);
    return apply(journalOf(20, { parts: [...before, last] }), nothing);
  }

  test.each([
    [1, 100],
    [2, 10],
  ])('sets its rows free; after %d of one size they go into calls of %d', (calls, rung) => {
    const { rows } = after(calls, upTo(20));

    expect(new Set(rows.map((row) => row.rung))).toEqual(new Set([rung]));
    expect(rows.every(({ outcome }) => outcome === null)).toBe(true);
  });

  test.each([
    [1, undefined],
    [2, undefined],
    [3, 'needs review'],
  ])("for one id is a person's after three of them: after %d it is %s", (calls, outcome) => {
    expect(after(calls, [0]).rows[0]?.outcome?.outcome).toBe(outcome);
  });

  test('frees the row that was only to be named, and does not count as a call', () => {
    const journal = journalOf(1, { parts: [part(9, [0], [], EVERY_ATTEMPT.naming)] });

    expect(apply(journal, nothing).parts[0]?.attempt.kind).toBe('released');
  });
});

function upTo(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index);
}

describe('the end of a chunk', () => {
  const why = reason('job-ended');

  test.each(Object.keys(EVERY_STATE) as (keyof typeof EVERY_STATE)[])(
    'gives each row an outcome but that of a paid order, with an order that is %s',
    (kind) => {
      const parts = [part(0, [0], [order('o1', EVERY_STATE[kind])])];
      const end = apply(journalOf(2, { parts }), { kind: 'rows closed', why, swept: true });
      const waits = kind === 'paid' || kind === 'overcharged';

      expect(end.rows.map(({ outcome }) => outcome === null)).toEqual([waits, false]);
      expect(end.parts[0]?.orders[0]?.state.kind).toBe(
        waits || kind === 'completed' || kind === 'cancelled' ? kind : 'for review',
      );
    },
  );

  test.each([
    ['of proven rows', [0]],
    ['of which it is not proven what it covers', null],
  ])('names an unpaid order %s by a row that was settled otherwise', (_, covers) => {
    const outcome = rowOutcome('not renewable', reason('no-price-given'));
    const rows = [journalRow(0, { outcome })];
    const parts = [part(0, [0], [{ ...order('o1'), rows: covers }])];
    const end = apply(journalOf(0, { rows, parts }), { kind: 'rows closed', why, swept: true });

    expect(end.rows[0]?.outcome).toMatchObject({ outcome: 'needs review', order: 'o1' });
  });

  test('says of a row that nothing was done about why it was not attempted', () => {
    const end = apply(journalOf(1), { kind: 'rows closed', why, swept: true });

    expect(end.rows[0]?.outcome).toEqual(rowOutcome('not attempted', why));
  });

  test.each([
    ['settled', true, 'not attempted'],
    ['settled', false, 'needs review'],
    ['seeking', false, 'needs review'],
    ['refused', false, 'not attempted'],
    ['released', false, 'not attempted'],
  ] as const)('with a call that is %s, swept: %s, calls its row %s', (kind, swept, expected) => {
    const parts = [part(0, [0], [], EVERY_ATTEMPT[kind])];
    const end = apply(journalOf(1, { parts }), { kind: 'rows closed', why, swept });

    expect(end.rows[0]?.outcome?.outcome).toBe(expected);
  });
});

describe('an event about what the journal does not have is refused', () => {
  const journal = journalOf(1, { parts: [part(1, [0], [order('other')])] });
  const about = ATTEMPT_EVENTS.filter(
    ({ kind }) => kind !== 'call intended' && kind !== 'orders found',
  );
  const outcomes = new Map([[1, rowOutcome('not renewable', reason('no-price-given'))]]);
  const rows: JournalEvent[] = [
    { kind: 'rows priced', prices: new Map([[1, { price: usd('10'), list: null }]]) },
    { kind: 'rows busy', rows: [1], at: 1 },
    { kind: 'rows settled', outcomes },
    { kind: 'row checked', row: 1, outcome: outcomes.get(1)! },
  ];

  test.each([
    ...ORDER_EVENTS.map((event) => [event.kind, 'order o1', event] as const),
    ...about.map((event) => [event.kind, 'renew call 0', event] as const),
    ...rows.map((event) => [event.kind, 'row 1', event] as const),
  ])('"%s", as it says: there is no %s', (_, what, event) => {
    const before = JSON.stringify(journal);

    expect(() => apply(journal, event)).toThrow(
      new ForbiddenTransition(`there is no ${what} in the journal of chunk ${journal.chunk}`),
    );
    expect(JSON.stringify(journal)).toBe(before);
  });
});

test('what is refused says which step of what is not permitted', () => {
  const journal = journalOf(1, { parts: [part(0, [0], [order('o1', EVERY_STATE.cancelled)])] });

  expect(() => apply(journal, ORDER_EVENTS[0]!)).toThrow(ForbiddenTransition);
  expect(() => apply(journal, ORDER_EVENTS[0]!)).toThrow(
    'not permitted: order: cancelled -> paying (payment intended)',
  );
});

test('every step of an event is one of a table', () => {
  const every = Object.values(EVERY_STATE).map((state) =>
    journalOf(1, { parts: [part(0, [0], [order('o1', state)])] }),
  );
  const steps = every.flatMap((journal) =>
    ORDER_EVENTS.flatMap((event) => {
      const end = applied(journal, event);
      return end === 'refused' ? [] : stepsBetween(journal, end, event.kind);
    }),
  );

  expect(steps.length).toBeGreaterThan(40);
  expect(steps.filter((step) => !isPermitted(step))).toEqual([]);
});
