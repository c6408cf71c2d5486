import { describe, expect, test } from 'vitest';
import { bareId } from '../../../../shared/values/bare-id.ts';
import { type ReasonId } from '../../../../shared/reasons/catalogue.ts';
import { asTold, type Reason, reason } from '../../../../shared/reasons/reason.ts';
import type { Journal, Order } from '../../../../shared/renewal/journal.ts';
import { type Outcome, type RowOutcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { OrderedBefore } from '../../../../shared/renewal/readings.ts';
import { orderedBefore, outcomeOf } from '../../../../shared/renewal/rules/ordered-before.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import { EXPIRY, looks, RENEWED, shown } from '../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';
import { told } from '../../../support/told.ts';

const JOB = 'job0000001';
const ROW = { resourceId: 'r0', expiry: { day: '2026-12-20', time: null } };
const RENEWED_BEFORE = { kind: 'renewed', job: JOB, paid: { order: 'o1', at: 0 } };
const IN_HAND = { kind: 'in hand', job: JOB };
const TAKEN_BACK = { kind: 'taken back', job: JOB, at: 0 } as const;

function unproved(by: string | null): OrderedBefore {
  return { kind: 'unproved', job: JOB, order: by };
}

function ends(word: Outcome, by: string | null = null, why: Reason = asTold('So.')): RowOutcome {
  return rowOutcome(word, why, { order: by });
}

function said(id: ReasonId, by: string | null = null): RowOutcome {
  return ends('not attempted', by, reason(id as 'checked-paid', { by: 'Ada' }));
}

/** A chunk whose first row has this outcome and these orders, its second row nothing to do with it. */
function chunk(outcome: RowOutcome | null, orders: readonly Order[] = [], more = {}): Journal {
  const rows = [journalRow(0, { outcome }), journalRow(1, { outcome: ends('renewed') })];
  return journalOf(2, { rows, parts: [part(0, [0], orders)], ...more });
}

function proven(state: OrderState): Order {
  return { ...order('o1', state), rows: [0] };
}

function before(journals: readonly Journal[], row = ROW): OrderedBefore | undefined {
  return orderedBefore({ journals, unproved: [] }, bareId)(row);
}

const BLAMELESS = ['already renewed', 'held: price changed', 'not renewable', 'invalid'] as const;

describe('a renewal that another job has had before', () => {
  test.each<[string, RowOutcome | null, readonly Order[], unknown]>([
    ['renewed it', ends('renewed', 'o1'), [proven(EVERY_STATE.completed)], RENEWED_BEFORE],
    ['was seen paid by a person', said('checked-paid', 'o1'), [order('o1')], RENEWED_BEFORE],
    ['was seen unpaid by a person', said('checked-not-paid'), [order('o1')], undefined],
    ['is wanted again by a person', said('checked-renew-again'), [order('o1')], undefined],
    ['does not know', ends('needs review'), [], unproved(null)],
    ['does not know of an order', ends('needs review', 'o1'), [order('o1')], unproved('o1')],
    ['is not through with it', null, [], IN_HAND],
    ['has it paid and not completed', null, [proven(EVERY_STATE.paid)], IN_HAND],
    ...BLAMELESS.map((word): [string, RowOutcome, readonly Order[], unknown] => [
      `ended it as ${word}, its order cancelled`,
      ends(word, 'o1'),
      [proven(EVERY_STATE.cancelled)],
      TAKEN_BACK,
    ]),
    ['made no order for it', ends('not renewable'), [], undefined],
  ])('%s', (_, outcome, orders, expected) => {
    expect(before([chunk(outcome, orders)])).toEqual(expected);
  });

  test.each<[OrderState['kind'], unknown, unknown]>([
    ['made', IN_HAND, IN_HAND],
    ['payable again', IN_HAND, IN_HAND],
    ['paying', unproved('o1'), unproved('o1')],
    ['paying again', unproved('o1'), unproved('o1')],
    ['payment unclear', unproved('o1'), unproved('o1')],
    ['payment refused', unproved('o1'), unproved('o1')],
    ['paid', RENEWED_BEFORE, unproved('o1')],
    ['overcharged', RENEWED_BEFORE, unproved('o1')],
    ['completed', RENEWED_BEFORE, unproved('o1')],
    ['cancelling', IN_HAND, IN_HAND],
    ['cancelled', TAKEN_BACK, TAKEN_BACK],
    ['for review', unproved('o1'), unproved('o1')],
  ])('under an order that is %s, whatever the row is called', (kind, proved, unsure) => {
    const outcome = ends('already renewed');

    expect(before([chunk(outcome, [proven(EVERY_STATE[kind])])])).toEqual(proved);
    expect(before([chunk(outcome, [order('o1', EVERY_STATE[kind])])])).toEqual(unsure);
  });

  test.each(Object.entries(EVERY_ATTEMPT))('by a call that is %s', (kind, attempt) => {
    const open = ['intended', 'unclear', 'seeking', 'naming'].includes(kind);
    const parts = [part(0, [0], [], attempt)];

    expect(before([chunk(ends('invalid'), [], { parts })])).toEqual(open ? IN_HAND : undefined);
  });

  test('is none of a job that made no call for it, unless a person has said that it is paid', () => {
    expect(before([chunk(ends('needs review'), [], { parts: [] })])).toBeUndefined();
    expect(before([chunk(ends('already renewed'), [], { parts: [] })])).toBeUndefined();
    expect(before([chunk(said('checked-paid'), [], { parts: [] })])).toEqual({
      kind: 'renewed',
      job: JOB,
      paid: null,
    });
  });

  test('is one in hand as long as its row is open, though nothing was called yet', () => {
    expect(before([chunk(null, [], { parts: [] })])).toEqual(IN_HAND);
  });

  test.each<[string, Journal['parts']]>([
    ['without a call of its own', []],
    ['after its own order was cancelled', [part(0, [0], [proven(EVERY_STATE.cancelled)])]],
  ])('that a job saw renewed by others %s tells what it saw', (_, parts) => {
    const outcome = { ...ends('already renewed'), newExpiry: RENEWED };

    expect(before([chunk(outcome, [], { parts, savedAt: 5 })])).toEqual({
      kind: 'seen renewed',
      job: JOB,
      expiry: RENEWED,
      at: 5,
    });
  });

  test('that was taken back tells when its last order was', () => {
    const orders = [3, 7, 5].map((at) =>
      proven({ kind: 'cancelled', because: 'expiry moved', at }),
    );

    expect(before([chunk(ends('not renewable'), orders)])).toEqual({ ...TAKEN_BACK, at: 7 });
  });

  test('counts once: paid weighs more than unproved, and that more than in hand', () => {
    const paid = chunk(ends('renewed', 'o1'), [proven(EVERY_STATE.completed)]);
    const unclear = chunk(ends('needs review'));
    const open = chunk(null);

    expect(before([open, unclear, paid])).toEqual(RENEWED_BEFORE);
    expect(before([unclear, open])).toEqual(unproved(null));
    expect(before([chunk(ends('invalid'), [proven(EVERY_STATE.cancelled)]), open])).toEqual(
      IN_HAND,
    );
  });
});

/** A chunk with one row, renewed under order o1. */
function paid(more: Partial<ReturnType<typeof journalRow>>): Journal {
  return journalOf(0, {
    rows: [journalRow(0, { outcome: ends('renewed', 'o1'), ...more })],
    parts: [part(0, [0], [proven(EVERY_STATE.completed)])],
  });
}

describe('the same renewal', () => {
  const UUID = '5a3e001c-0b1d-4f62-9c00-7d20e1a47919';

  test.each([
    ['in capitals', UUID.toUpperCase()],
    ['without dashes', UUID.replaceAll('-', '')],
  ])('is one though its id is written %s', (_, resourceId) => {
    expect(before([paid({ resourceId: UUID })], { ...ROW, resourceId })).toEqual(RENEWED_BEFORE);
  });

  test.each([
    ['2026-12-19', true],
    ['2026-12-21', true],
    ['2026-12-18', false],
    ['2027-01-20', false],
  ])('is one approved for 2026-12-20 and for %s: %s', (day, same) => {
    const row = { ...ROW, expiry: { day, time: null } };

    expect(before([paid({})], row) !== undefined).toBe(same);
  });

  test('is not that of another resource', () => {
    expect(before([paid({ resourceId: 'r1' })])).toBeUndefined();
  });
});

test('what an earlier release left unproved is unproved', () => {
  const left = [{ resourceId: 'R0', expiryDay: '2026-12-20', job: JOB }];

  expect(orderedBefore({ journals: [], unproved: left }, bareId)(ROW)).toEqual(unproved(null));
});

describe('a row that is not free', () => {
  const ZONE = 'Asia/Shanghai';
  const [old, later] = [looks([0]).get(0)!, shown(RENEWED)];

  test('is already renewed where it was paid, with job, order and day', () => {
    const outcome = outcomeOf(
      ROW,
      { ...RENEWED_BEFORE, paid: { order: 'o1', at: EXPIRY } } as never,
      old,
      ZONE,
    );

    expect(outcome).toMatchObject({ outcome: 'already renewed', order: 'o1', newExpiry: null });
    expect(told(outcome!).reason).toBe(
      'Job job0000001 has paid for this very renewal with order o1 of 2026-12-20; a console that still shows the old expiry is late.',
    );
    // Nobody has to see to it.
    expect(told(outcome!).advice).toBe('');
  });

  test('shows the later expiry where the provider does', () => {
    const paid = { kind: 'renewed', job: JOB, paid: null } as const;

    expect(outcomeOf(ROW, paid, later, ZONE)).toMatchObject({ newExpiry: RENEWED });
  });

  test.each<[OrderedBefore]>([[unproved('o1')], [{ kind: 'in hand', job: JOB }]])(
    'needs review and names the job: %o',
    (one) => {
      const outcome = outcomeOf(ROW, one, old, ZONE);

      expect(outcome?.outcome).toBe('needs review');
      expect(told(outcome!).reason).toContain(JOB);
    },
  );

  test('is already renewed by the expiry that another job saw, whatever this look shows', () => {
    const seen = { kind: 'seen renewed', job: JOB, expiry: RENEWED, at: 0 } as const;

    expect(outcomeOf(ROW, seen, old, ZONE)).toMatchObject({
      outcome: 'already renewed',
      newExpiry: RENEWED,
    });
  });

  test('is none of which another job has taken back its orders', () => {
    expect(outcomeOf(ROW, TAKEN_BACK, old, ZONE)).toBeNull();
  });
});
