import { describe, expect, test } from 'vitest';
import { ATTEMPT_STATES } from '../../../shared/renewal/states/attempt-state.ts';
import { CHUNK_STATES, WORK_STATES } from '../../../shared/renewal/states/chunk-state.ts';
import { ORDER_STATES } from '../../../shared/renewal/states/order-state.ts';
import { ROW_STATES } from '../../../shared/renewal/states/row-state.ts';
import { type Machine, MACHINES, PERMITTED } from '../../../shared/renewal/transitions/steps.ts';
import { stepText, type Transition } from '../../../shared/renewal/transitions/transition.ts';
import { headingsOf } from '../../support/citations-in.ts';

/** What is true of a machine, besides its table. */
interface Life {
  readonly states: readonly string[];
  readonly first: readonly string[];
  /** Nothing comes after these but more of the same. */
  readonly final: readonly string[];
}

const MADE = ['none'];

/** Attempts whose answer is known are closed; so are orders of which nothing can come any more. */
const LIVES: Readonly<Record<Machine, Life>> = {
  order: {
    states: Object.keys(ORDER_STATES),
    first: MADE,
    final: Object.entries(ORDER_STATES).flatMap(([kind, { closed }]) => (closed ? [kind] : [])),
  },
  attempt: {
    states: Object.keys(ATTEMPT_STATES),
    first: MADE,
    final: Object.entries(ATTEMPT_STATES).flatMap(([kind, { open }]) => (open ? [] : [kind])),
  },
  row: { states: ROW_STATES, first: ['open'], final: ['settled'] },
  chunk: { states: CHUNK_STATES, first: ['open'], final: ['finished'] },
  work: { states: WORK_STATES, first: ['idle'], final: [] },
};

const TABLES = Object.entries(MACHINES) as [Machine, readonly Transition<string>[]][];

function reachedFrom(table: readonly Transition<string>[], first: readonly string[]): Set<string> {
  const reached = new Set(first);
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of table) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

describe.each(TABLES)('the table of the %s', (machine, table) => {
  const { states, first, final } = LIVES[machine];

  test('reaches every state', () => {
    const reached = reachedFrom(table, first);

    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });

  test('knows no state that is none', () => {
    const named = new Set(table.flatMap(({ from, to }) => [from, to]));

    expect([...named].filter((state) => state !== 'none' && !states.includes(state))).toEqual([]);
  });

  test('leads out of every state that is not final, and at last to a final one', () => {
    const ends = new Set(final.length === 0 ? first : final);
    for (const state of states.filter((one) => !final.includes(one))) {
      const reached = reachedFrom(
        table.filter(({ from, to }) => from !== to),
        [state],
      );

      expect(
        [state, ...reached].some((one) => ends.has(one) && one !== state) || ends.has(state),
      ).toBe(true);
      expect(table.filter(({ from, to }) => from === state && to !== state)).not.toEqual([]);
    }
  });

  test('leads out of no final state', () => {
    expect(table.filter(({ from, to }) => final.includes(from) && to !== from)).toEqual([]);
  });

  test('has no row twice', () => {
    const rows = table.map(({ from, event, to }) => stepText({ machine, from, event, to }));

    expect(rows).toEqual([...new Set(rows)]);
  });

  test('cites a rule of the room for each row', () => {
    const unknown = table.filter(({ rule }) => !isInTheRoom(rule));

    expect(unknown.map(({ from, event, to, rule }) => `${from} ${event} ${to}: ${rule}`)).toEqual(
      [],
    );
  });
});

const ROOM = 'shared/renewal';
const MONEY_RULES = headingsOf(`${ROOM}/money-rules.md`);
const SECTIONS = headingsOf(`${ROOM}/vocabulary.md`);

function isInTheRoom(rule: string): boolean {
  const [, number] = /^money rule (\d+)$/u.exec(rule) ?? [];
  if (number !== undefined) return MONEY_RULES.includes(number);
  const [, section] = /^vocabulary, section (\d+)$/u.exec(rule) ?? [];
  return section !== undefined && SECTIONS.includes(section);
}

test('a rule that is in no document of the room is told', () => {
  expect(['money rule 1', 'vocabulary, section 8'].filter((rule) => !isInTheRoom(rule))).toEqual(
    [],
  );
  expect(
    ['money rule 13', 'vocabulary, section 99', 'vocabulary, seal', 'habit'].filter(isInTheRoom),
  ).toEqual([]);
});

test('no event leads one machine to several states that nothing of it tells apart', () => {
  const forks = PERMITTED.filter(
    (step) =>
      PERMITTED.filter(
        ({ machine, from, event }) =>
          machine === step.machine && from === step.from && event === step.event,
      ).length > 1,
  );

  expect(new Set(forks.map(({ machine, from, event }) => `${machine}: ${from}, ${event}`))).toEqual(
    new Set([
      // By what was answered.
      'attempt: intended, call answered',
      // By what was answered, and for how many rows.
      'attempt: unclear, refusal believed',
      // By whether the call pays at once.
      'order: none, call answered',
      'order: none, orders adopted',
      // By whether the orders of the row are to be named only.
      'attempt: none, orders sought',
      // By whether its rows show a later expiry.
      'order: paid, given up',
      'order: overcharged, given up',
      // By why the order was cancelled: priced alone next, watched, or settled.
      'row: open, cancelled',
      'row: busy, cancelled',
      'row: priced alone, cancelled',
      // By whether the order is shown to be ours.
      'attempt: none, orders found',
      'order: none, orders found',
      // By whether it was refused for its own state before.
      'order: payment declined, payment not made',
    ]),
  );
});

test("money that left is never forgotten: a paid order is paid until it is completed or a person's", () => {
  const paid = ['paid', 'overcharged'];
  const left = MACHINES.order.filter(({ from }) => paid.includes(from)).map(({ to }) => to);

  expect(new Set(left)).toEqual(new Set(['overcharged', 'completed', 'for review']));
});

test('nothing is paid but what was intended first, or was seen paid (money rule 1)', () => {
  const ways = MACHINES.order
    .filter(({ to }) => to === 'paid')
    .map(({ from, event }) => [event, from]);
  const froms = (event: string): unknown[] =>
    ways.filter(([by]) => by === event).map(([, from]) => from);

  expect(froms('payment accepted')).toEqual(['paying', 'paying again']);
  expect(froms('payment seen')).toEqual(['payment unclear', 'payment refused', 'payment declined']);
  expect(new Set(ways.map(([event]) => event))).toEqual(
    new Set(['payment accepted', 'payment seen', 'paid by somebody']),
  );
});

test('an order is cancelled only where it reads so (money rule 4)', () => {
  const ways = MACHINES.order.filter(({ to }) => to === 'cancelled');

  expect(new Set(ways.map(({ event }) => event))).toEqual(new Set(['cancelled']));
});
