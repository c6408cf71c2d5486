import { describe, expect, test } from 'vitest';
import type { OrderReading } from '../../../../../shared/renewal/readings.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import { decideRows } from '../../../../../shared/renewal/decide/rows.ts';
import { rowOutcome } from '../../../../../shared/renewal/outcome.ts';
import { asTold } from '../../../../../shared/reasons/reason.ts';
import type { Journal, Part } from '../../../../../shared/renewal/journal.ts';
import {
  asked,
  decided,
  EXPIRY,
  look,
  looks,
  NOW,
  only,
  payment,
  priced,
  reading,
  settledIn,
  shown,
  refusalOf,
  under,
} from '../../../../support/facts-sample.ts';
import { pricedJournal, usd } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import {
  atOnce,
  bought,
  boughtWith,
  frozen,
  inDoubt,
  ready,
  seen,
} from '../../../../support/purchase-sample.ts';

const LAG = 30 * 60_000;

function rowsOf(journal: Journal, facts: Partial<Facts> = {}, policy = {}): Decision {
  const all = { ...ready(journal.rows.length), ...facts };
  return decided(decideRows, atOnce(journal, all, { policy: testPolicy(policy) }));
}

function calledRows({ calls }: Decision): (readonly number[])[] {
  return calls.flatMap((call) => (call.kind === 'renew' ? [call.part.rows] : []));
}

function rows(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

describe('rows that are renewed at once', () => {
  test('are looked at before they are priced: nothing is asked of many that are not near yet', () => {
    const { asks } = rowsOf(pricedJournal(30), { rows: new Map(), prices: new Map() });

    expect(asks).toEqual([{ kind: 'resources', rows: rows(30) }]);
  });

  test('are looked at twenty at a time once something was bought, past what waits for another job', () => {
    const state = {
      kind: 'completed',
      compared: usd(10),
      discount: null,
      charged: usd(10),
    } as const;
    const { rows: sample, ...rest } = pricedJournal(40);
    const done = { ...sample[0]!, outcome: rowOutcome('renewed', asTold('Done.')) };
    const journal = { ...rest, rows: [done, ...sample.slice(1)], parts: [boughtWith(state)] };
    const inHand = { kind: 'in hand', job: 'other' } as const;
    const { asks } = rowsOf(journal, {
      rows: new Map(),
      prices: new Map(),
      permit: { ...asked(9), stop: null, validUntil: NOW + LAG },
      remembered: { since: NOW, rows: new Map([[1, inHand]]) },
    });

    expect(asks).toEqual([{ kind: 'resources', rows: [1, ...rows(22).slice(2)] }]);
  });

  test('are priced ten at a time, right before they are bought', () => {
    const { asks } = rowsOf(pricedJournal(30), { prices: new Map() });

    expect(asks).toEqual([{ kind: 'prices', rows: rows(10), alone: false }]);
  });

  test('are bought one by one, at most ten at a time, with what the look showed', () => {
    const decision = rowsOf(pricedJournal(30));

    expect(calledRows(decision)).toEqual(rows(10).map((row) => [row]));
    expect(decision.calls[0]).toMatchObject({
      part: {
        number: 0,
        expected: { price: usd(10) },
        frozen: { kind: 'purchase', product: 'ECS', expiries: [EXPIRY], since: NOW, times: 1 },
      },
    });
  });

  test('wait while ten calls have no answer', () => {
    const parts = rows(10).map((row) => bought(row, row, { kind: 'intended', at: NOW, by: 'me' }));

    expect(rowsOf(pricedJournal(12, { parts }))).toEqual(only());
  });

  test('go together where a call takes several', () => {
    const together = { kind: 'task', product: 'Domain', together: 10 } as const;
    const chargesRead = ['Domain, 1 months, no discount, USD'];
    const decision = rowsOf(pricedJournal(12), {
      rows: looks(rows(12), seen(together)),
      chargesRead,
    });

    expect(calledRows(decision)).toEqual([rows(10)]);
  });
});

describe('right before they are bought', () => {
  test.each<[string, Partial<Facts>, Decision['asks']]>([
    [
      'an expiry that was read half a minute ago is read again',
      { rows: looks([0], seen({}, 30_001)) },
      [{ kind: 'resources', rows: [0] }],
    ],
    [
      'an expiry that was read before the price is read again',
      { rows: looks([0], { ...seen(), tick: 1 }) },
      [{ kind: 'resources', rows: [0] }],
    ],
    [
      'a price of more than a minute ago is asked again',
      { prices: new Map([[0, priced('10', { alone: true }, asked(1, 60_001))]]) },
      [{ kind: 'prices', rows: [0], alone: false }],
    ],
    [
      'what others have paid is read, as long ago as an expiry may lag',
      { othersPaid: null },
      [{ kind: 'orders paid', from: NOW - LAG, to: NOW }],
    ],
    [
      'what lies under an order that nobody knows is read',
      { othersPaid: { ...asked(2), orders: [reading('x', '10', { state: 'completed' })] } },
      [{ kind: 'order rows', order: 'x' }],
    ],
    [
      'the job is read, after the look',
      { rows: looks([0], { ...seen(), tick: 4 }), othersPaid: { ...asked(5), orders: [] } },
      [{ kind: 'permit' }],
    ],
    [
      'the job is read again for each group',
      { changed: new Map([['payments', 3]]) },
      [{ kind: 'permit' }],
    ],
  ])('%s', (_, facts, asks) => {
    expect(rowsOf(pricedJournal(1), facts)).toEqual(only({ asks }));
  });

  test('a job that ended meanwhile stops it', () => {
    const permit = { ...asked(3), stop: { kind: 'no longer running' }, validUntil: NOW } as const;

    expect(rowsOf(pricedJournal(1), { permit }).stop).toEqual({ kind: 'no longer running' });
  });

  test('a row that somebody else was seen to buy is left to them', () => {
    const decision = rowsOf(pricedJournal(2), {
      othersPaid: { ...asked(2), orders: [reading('x', '10', { state: 'completed' })] },
      orderRows: new Map([['x', under([1])]]),
    });

    expect(decision.events).toEqual([
      { kind: 'row left to others', row: 1, order: 'x', at: NOW, why: 'bought elsewhere' },
    ]);
    expect(calledRows(decision)).toEqual([[0]]);
  });
});

describe('what cannot be bought', () => {
  test.each<[string, Partial<Facts>, string]>([
    [
      'dearer than approved',
      { prices: new Map([[0, priced('10.01', { alone: true })]]) },
      'held: price changed',
    ],
    ['of a price that nobody tells', { prices: new Map([[0, unpriced()]]) }, 'held: price changed'],
    ['not shown', { rows: looks([0], { ...asked(), kind: 'not shown' }) }, 'not renewable'],
    [
      'without a confirmed way',
      { rows: looks([0], shown(EXPIRY, { route: refusalOf('row') })) },
      'not renewable',
    ],
    [
      'for a term that its product does not take',
      { rows: looks([0], seen({ months: [12] })) },
      'invalid',
    ],
  ])('%s', (_, facts, outcome) => {
    expect(settledIn(rowsOf(pricedJournal(1), facts))).toEqual({ 0: outcome });
  });

  test('a price that nobody tells is no hindrance where the account allows that', () => {
    const prices = new Map([[0, unpriced()]]);
    const decision = rowsOf(pricedJournal(1), { prices }, { allowUnpriced: true });

    expect(decision.calls).toMatchObject([{ part: { expected: { price: usd('10.00') } } }]);
  });

  test('a missing resource is not bought either, where no price is told', () => {
    const facts = {
      rows: looks([0], { ...asked(), kind: 'not shown' } as const),
      prices: new Map([[0, unpriced()]]),
    };

    expect(settledIn(rowsOf(pricedJournal(1), facts, { allowUnpriced: true }))).toEqual({
      0: 'not renewable',
    });
  });
});

describe('the first purchase of a product goes alone', () => {
  const first = { chargesRead: [] };
  const job = { ...asked(3), orders: new Set<string>(), begun: true, tasks: 0, payments: [] };

  test('one call for one row, and no more', () => {
    expect(calledRows(rowsOf(pricedJournal(3), first))).toEqual([[0]]);
  });

  test('one of each product', () => {
    const looked = looks([0, 1], seen());
    looked.set(2, seen({ product: 'RDS' }));

    expect(calledRows(rowsOf(pricedJournal(3), { ...first, rows: looked }))).toEqual([[0], [2]]);
  });

  test('alone, also where its call could take more and the account takes one', () => {
    const domains = seen({ kind: 'task', product: 'Domain', together: 10 });
    const journal = pricedJournal(3);
    const alone = journal.rows.map((row) => ({ ...row, rung: 1 }));
    const facts = { ...first, rows: looks(rows(3), domains), job };

    expect(calledRows(rowsOf({ ...journal, rows: alone }, facts))).toEqual([[0]]);
  });

  test('others wait while it is not known to be paid', () => {
    const journal = pricedJournal(2, { parts: [boughtWith(inDoubt())] });

    expect(rowsOf(journal, first)).toEqual(only({ waits: [NOW + 5_000] }));
  });

  test.each([
    ['of the same product: none is bought', 'ECS', []],
    ['of another product: its own first one is', 'RDS', [[0]]],
  ] as const)('beside the first one of another chunk %s', (_, product, called) => {
    const kind = `${product}, 1 months, no discount, USD`;
    const payments = [{ order: null, kind, compared: usd(10), at: NOW, shows: true }];
    const decided = rowsOf(pricedJournal(2), { ...first, job: { ...job, payments } });

    expect(calledRows(decided)).toEqual(called);
    expect(decided.waits).toEqual([NOW + 5_000]);
  });

  test('not before the other chunks are known', () => {
    expect(rowsOf(pricedJournal(2), { ...first, job: null })).toEqual(
      only({ asks: [{ kind: 'job' }] }),
    );
  });

  test('while it takes its time, the first of the next product is sent', () => {
    const looked = looks(rows(12), seen());
    looked.set(12, seen({ product: 'RDS' }));
    const journal = pricedJournal(13, { parts: [boughtWith(inDoubt())] });

    expect(calledRows(rowsOf(journal, { ...first, rows: looked }))).toEqual([[12]]);
  });

  test.each([
    [0, 5],
    [1, 5],
    [2, 10],
    [3, 10],
    [4, 30],
    [40, 30],
  ])('after %d pauses it is looked at again in %d seconds', (waits, seconds) => {
    const journal = pricedJournal(2, { parts: [boughtWith(inDoubt())], waits });

    expect(rowsOf(journal, first).waits).toEqual([NOW + seconds * 1000]);
  });

  test('its charge is read once it is paid', () => {
    const parts = [boughtWith({ kind: 'paid', ...payment() })];

    expect(rowsOf(pricedJournal(2, { parts }), first).asks).toEqual([
      { kind: 'order', order: 'o0' },
    ]);
  });

  test.each([
    ['within its approval: the others follow', '10', '10', [[1]]],
    ['not told: the others wait until it is seen renewed', '10', null, []],
    ['above its approval: the others wait', '10.01', '10.01', []],
  ] as const)('charged %s', (_, most, charged, called) => {
    const parts = [boughtWith({ kind: 'paid', ...payment() })];
    const order = reading('o0', '10', {
      state: 'completed',
      most: usd(most),
      charged: charged === null ? null : usd(charged),
    });
    const orders = new Map([['o0', look(order, asked(2))]]);

    expect(calledRows(rowsOf(pricedJournal(2, { parts }), { ...first, orders }))).toEqual(called);
  });

  test('the others follow once it is seen renewed', () => {
    const state = { kind: 'completed', compared: usd(10), discount: null, charged: null } as const;
    const { rows: sample } = pricedJournal(2);
    const done = { ...sample[0]!, outcome: rowOutcome('renewed', asTold('Done.')) };
    const journal = pricedJournal(2, { rows: [done, sample[1]!], parts: [boughtWith(state)] });

    expect(calledRows(rowsOf(journal, first))).toEqual([[1]]);
  });
});

function listed(id: string, state: OrderReading['state'], task?: string): OrderReading {
  return reading(id, '0', { state, task });
}

describe('tasks', () => {
  const task = frozen({ kind: 'task', product: 'Domain' });
  const facts = {
    rows: looks(rows(40), seen({ kind: 'task', product: 'Domain' })),
    chargesRead: ['Domain, 1 months, no discount, USD'],
  };
  const doneBefore = (count: number): Partial<Facts> => ({
    ...facts,
    job: { ...asked(3), orders: new Set(), begun: true, tasks: count, payments: [] },
  });

  test.each([
    [0, 10],
    [13, 7],
    [20, 0],
  ])('of %i unsettled ones in other chunks, %i more are begun', (count, begun) => {
    expect(calledRows(rowsOf(pricedJournal(40), doneBefore(count)))).toHaveLength(begun);
  });

  test('of other jobs and other people are counted by what the provider lists, each once', () => {
    const orders = [
      ...rows(12).map((at) => listed(`t${at}`, 'processing', `t${at}`)),
      listed('t12/a.com', 'processing', 't12'),
      listed('t12/b.com', 'processing', 't12'),
      listed('t13', 'completed', 't13'),
      listed('o14', 'processing'),
    ];
    const orderRows = new Map(orders.map(({ id }) => [id, under([], 1)]));
    const more = { ...doneBefore(1), othersPaid: { ...asked(2), orders }, orderRows };

    expect(calledRows(rowsOf(pricedJournal(40), more))).toHaveLength(20 - 13 - 1);
  });

  test('of ours that the provider lists as well are counted once', () => {
    const parts = rows(12).map((row) => boughtWith({ kind: 'paid', ...payment() }, task, row));
    const orders = rows(12).map((at) => listed(`o${at}`, 'processing', 't'));
    const more = { ...doneBefore(0), othersPaid: { ...asked(2), orders } };

    expect(calledRows(rowsOf(pricedJournal(40, { parts }), more))).toHaveLength(8);
  });

  test('are counted until they are settled', () => {
    const parts = rows(19).map((row) => boughtWith({ kind: 'paid', ...payment() }, task, row));
    const journal = pricedJournal(40, { parts });

    expect(calledRows(rowsOf(journal, doneBefore(0)))).toEqual([[19]]);
  });
});

describe('an order that was left unpaid', () => {
  test.each([
    ['is to be cancelled', { kind: 'made' }],
    ['is being cancelled', { kind: 'cancelling', because: 'left unpaid', refusal: null }],
  ] as const)('keeps everything from being bought while it %s', (_, state) => {
    expect(rowsOf(pricedJournal(2, { parts: [boughtWith(state)] }))).toEqual(only());
  });

  test('suspends the job once it is cancelled, in this run and no other', () => {
    const state = { kind: 'cancelled', because: 'left unpaid', at: NOW } as const;
    const journal = pricedJournal(2, { parts: [boughtWith(state)] });

    expect(rowsOf(journal, { changed: new Map([['order o0', 2]]) }).stop).toMatchObject({
      kind: 'suspend',
      reason: { id: 'purchase-left-unpaid', values: { order: 'o0' } },
    });
    expect(calledRows(rowsOf(journal))).toEqual([[0], [1]]);
  });

  test('suspends no job that was suspended for the refusal which named it', () => {
    const state = { kind: 'cancelled', because: 'left unpaid', at: NOW } as const;
    const refusal = { code: 'NO', reason: asTold('No money.') };
    const part: Part = { ...boughtWith(state), attempt: { kind: 'refused', at: NOW, refusal } };
    const refused = { epoch: 1, reason: refusal.reason };
    const journal = { ...pricedJournal(2, { parts: [part] }), refused };

    expect(rowsOf(journal, { changed: new Map([['order o0', 2]]) }).stop).toBeNull();
  });
});

function unpriced() {
  const reading = { kind: 'not told', resourceId: 'r' } as const;
  return { ...asked(), company: [], answered: 1, alone: false, reading };
}
