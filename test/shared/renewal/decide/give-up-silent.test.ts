import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import { decide } from '../../../../shared/renewal/decide/decide.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import type { Journal, Part } from '../../../../shared/renewal/journal.ts';
import type { Silence } from '../../../../shared/renewal/states/silence.ts';
import type { OrderState, OrderStateKind } from '../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  contextOf,
  looks,
  NOW,
  settledIn,
  unanswered,
  under,
} from '../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';
import { bought } from '../../../support/purchase-sample.ts';

/** For so long, so often, and others were answered: the patience is over. */
const OVER = { tries: 9, heard: NOW } as const;
const KNOWN: Partial<Facts> = {
  rung: 100,
  remembered: { since: NOW, rows: new Map() },
  balanceAsked: true,
  rows: looks([0, 1, 2]),
  cancels: new Map([['o1', { tick: 1, at: NOW, refused: false }]]),
};

function over(question: string, rows: readonly number[] = []): Silence {
  return unanswered(question, { ...OVER, rows });
}

function decision(journal: Journal, goal: 'renew' | 'seal' | 'confirm' = 'renew'): Decision {
  return decide(goal, contextOf(journal, KNOWN));
}

function kinds({ events }: Decision): readonly string[] {
  return events.map(({ kind }) => kind);
}

describe('a row of which no answer comes', () => {
  test.each(['resources', 'prices'])('(%s) is not attempted in the end', (question) => {
    const journal = journalOf(1, { silences: [over(question, [0])] });

    expect(settledIn(decision(journal))).toEqual({ 0: 'not attempted' });
  });

  test.each<[string, Partial<Silence>]>([
    ['before the patience with it is over', { heard: null }],
    ['while it may be another one', { rows: [0, 1] }],
  ])('is asked about again %s', (_, more) => {
    const silences = [{ ...over('resources', [0]), ...more }];
    const { asks, events } = decision(journalOf(2, { silences }));

    expect(events).toEqual([]);
    expect(asks).not.toEqual([]);
  });

  test('that is left to somebody else needs review', () => {
    const pricing = {
      kind: 'watched',
      since: 0,
      order: 'o1',
      why: 'cancelled by somebody',
    } as const;
    const rows = [journalRow(0, { pricing })];
    const journal = journalOf(0, { rows, silences: [over('resources', [0])] });

    expect(settledIn(decision(journal))).toEqual({ 0: 'needs review' });
  });
});

function of(kind: OrderStateKind): Journal {
  return journalOf(1, {
    parts: [part(0, [0], [order('o1', EVERY_STATE[kind])])],
    silences: [over('order o1'), over('order with discounts o1')],
  });
}

describe('an order of which no answer comes', () => {
  test.each([
    ['made', 'renew'],
    ['payable again', 'renew'],
    ['payment unclear', 'renew'],
    ['payment refused', 'renew'],
    ['payment declined', 'renew'],
    ['cancelling', 'renew'],
    ['payment unclear', 'seal'],
    ['cancelling', 'seal'],
  ] as const)('that is %s is a person’s in the end, also of a job that ends (%s)', (kind, goal) => {
    expect(decision(of(kind), goal).events).toMatchObject([
      { kind: 'left to a person', order: 'o1' },
    ]);
  });

  test.each(['paid', 'overcharged'] as const)(
    'that is %s waits for its confirmation as ever',
    (kind) => {
      expect(kinds(decision(of(kind)))).toEqual([]);
      expect(kinds(decision(of(kind), 'confirm'))).toEqual([]);
    },
  );

  test('that was paid first holds up the others no longer', () => {
    const paid = { ...EVERY_STATE.paid, at: NOW } as OrderState;
    const parts = [part(0, [0], [order('o1', paid)]), part(1, [1], [order('o2')])];
    const journal = journalOf(2, { parts, silences: [over('order o1')] });
    const context = contextOf(journal, { ...KNOWN, chargesRead: [] });

    expect(decide('renew', context).events).toMatchObject([
      { kind: 'left to a person', order: 'o1' },
    ]);
  });

  test('of which another read is silent that nobody needs is left as it is', () => {
    const journal = { ...of('payment unclear'), silences: [over('order rows o1')] };

    expect(kinds(decision(journal))).toEqual([]);
  });
});

test('an unpaid order with a row that is not shown is taken back for the others', () => {
  const parts = [part(0, [0, 1], [order('o1')])];
  const journal = journalOf(2, { parts, silences: [over('resources', [1])] });
  const facts: Partial<Facts> = {
    ...KNOWN,
    rows: looks([0]),
    orderRows: new Map([['o1', under([], 0)]]),
    silent: new Set(['order with discounts o1']),
  };

  expect(decide('renew', contextOf(journal, facts)).events).toMatchObject([
    { kind: 'cancel decided', order: 'o1', because: 'expiry not shown' },
  ]);
});

/** What ends the call of which no list of orders was given for so long. */
function ends(call: Part, facts: Partial<Facts>): Decision['events'] {
  const silences = [over('orders around 0')];
  const journal = journalOf(call.rows.length, { parts: [call], silences });
  return decide('renew', contextOf(journal, { ...KNOWN, ...facts })).events;
}

describe('a call of which no list of orders can be had', () => {
  test('is a person’s in the end, with the rows that an order locks', () => {
    const locks = new Map([0, 1].map((row) => [row, { ...asked(), locked: row === 0 }]));

    expect(ends(part(0, [0, 1], [], EVERY_ATTEMPT.unclear), { locks })).toEqual([
      { kind: 'order not found', part: 0, locked: [0], orders: [] },
    ]);
  });

  test('is a person’s with all of its rows where it pays at once', () => {
    const [settled, ...more] = ends(bought(0, 0, EVERY_ATTEMPT.unclear), {});

    expect(settled).toMatchObject({
      kind: 'rows settled',
      outcomes: new Map([
        [0, { outcome: 'needs review', reason: { id: 'purchase-not-clear', values: {} } }],
      ]),
    });
    expect(more).toEqual([{ kind: 'order not found', part: 0, locked: [], orders: [] }]);
  });
});
