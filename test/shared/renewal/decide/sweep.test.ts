import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../../shared/renewal/decide/context.ts';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { decideSweep } from '../../../../shared/renewal/decide/sweep.ts';
import type { FoundOrder } from '../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { type RowOutcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { OrderReading } from '../../../../shared/renewal/readings.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import type { AttemptState } from '../../../../shared/renewal/states/attempt-state.ts';
import { reason } from '../../../../shared/reasons/reason.ts';
import {
  asked,
  contextOf,
  decided,
  hidden,
  look,
  looks,
  NOW,
  SETTLE_AFTER,
  only,
  reading,
  shown as shownRow,
  under,
} from '../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  REFUSAL,
} from '../../../support/journal-sample.ts';
import { frozen } from '../../../support/purchase-sample.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const HELD = rowOutcome('not renewable', reason('held-by-unpaid-order'));
const SETTLED = rowOutcome('not renewable', reason('no-price-given'));
const HOUR = 3_600_000;
/** From then on everything that a call has made must show. */
const SHOWN = SETTLE_AFTER + LAG_MS;
const OURS = 'renewer';
const MONTH = { unit: 'month', count: 1 } as const;

/** A chunk of two rows with their outcome, whose call came to that so long ago. */
function ended(
  kind: 'accepted' | 'settled' = 'settled',
  ago = SHOWN,
  more: Partial<Journal> = {},
): Journal {
  const attempt: AttemptState = { kind, at: NOW - ago };
  const rows = [0, 1].map((row) => journalRow(row, { outcome: SETTLED }));
  return journalOf(0, { rows, parts: [part(0, [0, 1], [], attempt)], ...more });
}

function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  { goal = 'renew', ownUser = OURS }: { goal?: Goal; ownUser?: string | null } = {},
): Decision {
  return decided(
    (context, draft) => {
      decideSweep(goal, context, draft);
    },
    contextOf(journal, facts, { policy: testPolicy({ ownUser }) }),
  );
}

function asking(ago = SHOWN): Partial<Decision> {
  return { asks: [{ kind: 'unpaid orders', from: NOW - ago - 60_000, to: NOW }] };
}

/** The list of unpaid orders shows these, none of which a journal of the job knows. */
function listing(...found: readonly OrderReading[]): Partial<Facts> {
  return {
    unpaid: { ...asked(1), orders: found },
    job: { ...asked(2), orders: new Set(), begun: true, tasks: 0, payments: [] },
  };
}

describe('before a chunk ends', () => {
  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    ['unpaid orders are read once', ended(), {}, asking()],
    ['nothing is read where no call was made', ended('settled', 0, { parts: [] }), {}, {}],
    [
      'nothing is read while a row is to be done',
      ended('settled', SHOWN, { rows: [journalRow(0), journalRow(1)] }),
      {},
      {},
    ],
    ['they are read at once after an unclear call', ended('settled', 0), {}, asking(0)],
    [
      'it is waited until all that an unclear call made must show',
      ended('settled', SHOWN - 1),
      listing(),
      { waits: [NOW + 1] },
    ],
    ['nothing is waited for after clear calls', ended('accepted', 0), listing(), {}],
    [
      'a list from before all must show does not count',
      ended('settled', SHOWN),
      { unpaid: { ...asked(1, 1), orders: [] } },
      asking(),
    ],
    [
      'a list from before the last call does not count',
      ended('accepted', 0),
      { unpaid: { ...asked(1), orders: [] }, changed: new Map([['calls', 1]]) },
      asking(0),
    ],
    ['an empty list ends it', ended(), listing(), {}],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('of a sealed chunk it is enough that no call or order is open', () => {
    const rows = [journalRow(0), journalRow(1)];
    const open = [part(0, [0, 1], [order('o1', EVERY_STATE.cancelling)])];

    expect(decisionOf(ended('settled', SHOWN, { rows }), {}, { goal: 'seal' })).toEqual(
      only(asking()),
    );
    expect(decisionOf(ended('settled', 0, { parts: open }), {}, { goal: 'seal' })).toEqual(only());
  });
});

/** What the sweep makes of one unpaid order x. */
interface Found {
  readonly listed?: Partial<OrderReading>;
  /** Rows under it, and how many in all; absent: not asked yet. */
  readonly rows?: readonly [readonly number[], number?];
  /** What it shows itself; null: not read yet. */
  readonly shown?: Partial<OrderReading> | null;
  readonly kind?: 'accepted' | 'settled';
  /** Of the rows. */
  readonly outcome?: RowOutcome;
  readonly facts?: Partial<Facts>;
  readonly ownUser?: string | null;
}

function byOrder({ listed, rows, shown = {}, kind, outcome, facts, ownUser }: Found): Decision {
  const more =
    outcome === undefined ? {} : { rows: [0, 1].map((row) => journalRow(row, { outcome })) };
  const made = { term: MONTH, userName: OURS, createdAt: NOW - SHOWN, ...listed, ...shown };
  return decisionOf(
    ended(kind, SHOWN, more),
    {
      ...listing(reading('x', '20', listed)),
      orderRows: new Map(rows === undefined ? [] : [['x', under(rows[0], rows[1], asked(3))]]),
      orders: new Map(shown === null ? [] : [['x', look(reading('x', '20', made), asked(4))]]),
      ...facts,
    },
    { ownUser: ownUser === undefined ? OURS : ownUser },
  );
}

function found(more: Partial<FoundOrder>): Partial<Decision> {
  const one = { order: 'x', rows: [0, 1], listed: true, ours: false, ...more };
  return { events: [{ kind: 'orders found', orders: [one], at: NOW }] };
}

describe('before the job closes', () => {
  const close = { goal: 'close' } as const;

  test('a list suffices', () => {
    expect(decisionOf(ended('settled', 0), listing(), close)).toEqual(only());
  });

  test.each([
    ['what is ours is only named', NOW, found({ rows: [0], ours: false })],
    ['what was made long before the call is nothing of it', NOW - HOUR, {}],
  ])('%s', (_, createdAt, expected) => {
    const shown = reading('x', '20', { userName: OURS, term: MONTH, createdAt });
    const facts = {
      ...listing(reading('x', '20', { createdAt })),
      orderRows: new Map([['x', under([0], 1, asked(3))]]),
      orders: new Map([['x', look(shown, asked(4))]]),
    };

    expect(decisionOf(ended('settled', 0), facts, close)).toEqual(only(expected));
  });
});

describe('what a task that could not be paid left unpaid right before its end', () => {
  const state = { kind: 'cancelled', because: 'left unpaid', at: NOW } as const;
  const task = {
    ...part(0, [0], [order('task/a', state)], { kind: 'accepted', at: NOW - HOUR }),
    kind: 'task' as const,
    frozen: frozen({ kind: 'task' }),
  };
  const rows = [journalRow(0, { outcome: SETTLED })];
  const journal = journalOf(0, { rows, parts: [task] });

  test('is waited for until it must show', () => {
    expect(decisionOf(journal, listing(), { goal: 'seal' })).toEqual(
      only({ waits: [NOW + SHOWN] }),
    );
  });

  test('is named before the job closes', () => {
    const shown = reading('x', '20', { userName: OURS, term: MONTH, createdAt: NOW });
    const facts = {
      ...listing(shown),
      rows: looks([0], shownRow(NOW)),
      orderRows: new Map([['x', under([0], 1, asked(3))]]),
      orders: new Map([['x', look(shown, asked(4))]]),
    };

    expect(decisionOf(journal, facts, { goal: 'close' })).toEqual(
      only(found({ rows: [0], ours: false })),
    );
  });
});

describe('an unpaid order that lists nothing and tells no term, of the time of an answered call', () => {
  const FAILED = { kind: 'cancelled', because: 'not carried out', at: NOW } as const;

  test.each([
    ['a task that has failed', 'task', 't1', FAILED, [0]],
    ['a request that has not renewed yet', 'purchase', 'request:4734/r', EVERY_STATE.paid, [0]],
    ['a task that has renewed', 'task', 't1', EVERY_STATE.completed, null],
    ['a call with an order of its own', 'purchase', 'o1', EVERY_STATE.paid, null],
  ] as const)('is named by the rows of %s (%s %s)', (_, kind, id, state, rows) => {
    const answered = part(0, [0], [order(id, state)], { kind: 'accepted', at: NOW });
    const call = { ...answered, kind };
    const outcomes = [journalRow(0, { outcome: SETTLED })];
    const journal = journalOf(0, {
      rows: outcomes,
      parts: [{ ...call, frozen: frozen({ kind }) }],
    });
    const shown = reading('x', '20', { term: null, createdAt: NOW });
    const facts = {
      ...listing(shown),
      rows: looks([0], shownRow(NOW)),
      orderRows: new Map([['x', under([], 0, asked(3))]]),
      orders: new Map([['x', look(shown, asked(4))]]),
    };
    const expected = rows === null ? {} : found({ rows, listed: false });

    expect(decisionOf(journal, facts, { goal: 'close', ownUser: null })).toEqual(only(expected));
  });
});

test('an unpaid order that shows before all must is told at once', () => {
  const orderRows = new Map([['x', under([0], 1, asked(3))]]);
  const shown = reading('x', '20', { userName: OURS, term: MONTH, createdAt: NOW });
  const orders = new Map([['x', look(shown, asked(4))]]);
  const facts = { ...listing(reading('x', '20')), orderRows, orders };

  expect(decisionOf(ended('settled', 0), facts)).toEqual(only(found({ rows: [0], ours: true })));
});

test('after a call that was to pay at once and was refused, it is waited until all must show', () => {
  const attempt: AttemptState = { kind: 'refused', at: NOW, refusal: REFUSAL };
  const rows = [journalRow(0, { outcome: SETTLED })];
  const refused = { ...part(0, [0], [], attempt), frozen: frozen() };

  expect(decisionOf(journalOf(0, { rows, parts: [refused] }), listing())).toEqual(
    only({ waits: [NOW + SHOWN] }),
  );
});

test('an unpaid order that is not shown itself is not told before all must show', () => {
  const orderRows = new Map([['x', under([0], 1, asked(3))]]);
  const orders = new Map([['x', hidden(asked(4))]]);
  const facts = { ...listing(reading('x', '20')), orderRows, orders };

  expect(decisionOf(ended('settled', 0), facts)).toEqual(only({ waits: [NOW + SHOWN] }));
});

describe('an unpaid order that no journal knows', () => {
  test.each<[string, Found, Partial<Decision>]>([
    ['needs the journals of the job', { facts: { job: null } }, { asks: [{ kind: 'job' }] }],
    [
      'needs them from after the list',
      { facts: { job: { ...asked(1), orders: new Set(), begun: true, tasks: 0, payments: [] } } },
      { asks: [{ kind: 'job' }] },
    ],
    ['is asked what is listed under it', {}, { asks: [{ kind: 'order rows', order: 'x' }] }],
    [
      'is asked anew where that was before the list',
      { facts: { orderRows: new Map([['x', under([0], 1, asked(1))]]) } },
      { asks: [{ kind: 'order rows', order: 'x' }] },
    ],
    [
      'is read itself where it holds a row',
      { rows: [[0]], shown: null },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'is cancelled where our own user made it in the time of the call for its rows and term',
      { rows: [[0, 1]] },
      found({ ours: true }),
    ],
    ['is cancelled for some of the rows too', { rows: [[1]] }, found({ rows: [1], ours: true })],
    ['is only named where others are listed beside the rows', { rows: [[0, 1], 3] }, found({})],
    [
      'is only named where it is for another term',
      { rows: [[0, 1]], shown: { term: { unit: 'year', count: 1 } } },
      found({}),
    ],
    ['is only named where it shows no term', { rows: [[0, 1]], shown: { term: null } }, found({})],
    [
      'is only named where it was made at another time',
      { rows: [[0, 1]], shown: { createdAt: NOW - SHOWN - HOUR } },
      found({}),
    ],
    [
      'is only named where no user of ours is on record',
      { rows: [[0, 1]], ownUser: null },
      found({}),
    ],
    [
      'is only named, by its rows, where it lists nothing after a doubtful call',
      { rows: [[]], shown: { createdAt: NOW - SHOWN - HOUR } },
      found({ listed: false }),
    ],
    [
      'is only named where it lists nothing and was made in the time of a call that names another',
      { rows: [[]], kind: 'accepted', listed: { createdAt: NOW - SHOWN } },
      found({ listed: false }),
    ],
    [
      'is only named so where no user of ours is on record, too',
      { rows: [[]], kind: 'accepted', listed: { createdAt: NOW - SHOWN }, ownUser: null },
      found({ listed: false }),
    ],
    [
      'is nothing of ours where it lists nothing and was made at another time than the clear calls',
      { rows: [[]], kind: 'accepted', listed: { createdAt: NOW - SHOWN - HOUR } },
      {},
    ],
    [
      'is nothing of ours where it lists nothing after clear calls and is for another term',
      {
        rows: [[]],
        kind: 'accepted',
        listed: { createdAt: NOW - SHOWN },
        shown: { term: { unit: 'year', count: 1 } },
      },
      {},
    ],
    [
      'is told already where its rows are said to be held, and it was made at another time',
      {
        rows: [[0, 1]],
        kind: 'accepted',
        outcome: HELD,
        listed: { createdAt: NOW - SHOWN - HOUR },
      },
      {},
    ],
    [
      'is told although its rows are said to be held, where it was made in the time of a call',
      {
        rows: [[0, 1]],
        kind: 'accepted',
        outcome: HELD,
        listed: { createdAt: NOW - SHOWN },
        ownUser: null,
      },
      found({}),
    ],
    [
      'is only named where it is in passing and was made in the time of a call',
      {
        rows: [[0, 1]],
        kind: 'accepted',
        listed: { state: 'other', createdAt: NOW - SHOWN },
      },
      found({}),
    ],
    [
      'is nothing to tell where it was in passing and is paid meanwhile',
      {
        rows: [[0, 1]],
        listed: { state: 'other', createdAt: NOW - SHOWN },
        shown: { state: 'processing' },
      },
      {},
    ],
    [
      'is nothing of ours where it is in passing and was made at another time than the clear calls',
      {
        rows: [[0, 1]],
        kind: 'accepted',
        listed: { state: 'other', createdAt: NOW - SHOWN - HOUR },
      },
      {},
    ],
    ['is nothing of ours where other resources are listed', { rows: [[], 2] }, {}],
    [
      'is nothing of ours where another user made it',
      { rows: [[0, 1]], shown: { userName: 'colleague' } },
      {},
    ],
    ['is nothing of ours where the provider made it', { listed: { automatic: true } }, {}],
    [
      'is nothing of ours where a journal knows it',
      {
        facts: {
          job: { ...asked(2), orders: new Set(['x']), begun: true, tasks: 0, payments: [] },
        },
      },
      {},
    ],
    [
      'is nothing to tell where it is paid meanwhile',
      { rows: [[0]], shown: { state: 'completed' } },
      {},
    ],
    [
      'is only named where it holds a row and is not shown itself',
      { rows: [[0]], facts: { orders: new Map([['x', hidden(asked(4))]]) } },
      found({ rows: [0] }),
    ],
    [
      'is nothing to tell where it is not shown itself and lists nothing',
      { rows: [[]], facts: { orders: new Map([['x', hidden(asked(4))]]) } },
      {},
    ],
    [
      'is nothing of ours where the list shows another user, and it is not shown itself',
      {
        listed: { userName: 'colleague' },
        rows: [[0]],
        facts: { orders: new Map([['x', hidden(asked(4))]]) },
      },
      {},
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  test('is told together with the others, once all of them are read', () => {
    const both = listing(reading('x', '20'), reading('y', '20'));
    const orderRows = new Map([['x', under([0], 1, asked(3))]]);
    const orders = new Map([['x', look(reading('x', '20', { userName: OURS }), asked(4))]]);
    const decision = decisionOf(ended(), { ...both, orderRows, orders });

    expect(decision).toEqual(only({ asks: [{ kind: 'order rows', order: 'y' }] }));
  });
});
