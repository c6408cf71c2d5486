import type { Context } from '../../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { decideUnclearCalls } from '../../../../../shared/renewal/decide/unclear-calls.ts';
import type { AttemptEvent } from '../../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import type { OrderReading } from '../../../../../shared/renewal/readings.ts';
import type { AttemptStateKind } from '../../../../../shared/renewal/states/attempt-state.ts';
import {
  asked,
  contextOf,
  decided,
  look,
  NOW,
  reading,
  SETTLE_AFTER,
  under,
} from '../../../../support/facts-sample.ts';
import { journalOf, part } from '../../../../support/journal-sample.ts';
import { LAG_MS } from '../../../../../shared/renewal/rules/watched-rows.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';

/** The sizes of calls. */
export const SIZES = [100, 10, 1];
/** How late an order may show. */
export const WINDOW = LAG_MS;
/** The rows of the call. */
export const ROWS = [0, 1];
/** To be gone on with in a while. */
export const LATER = { waits: [NOW + BACK_OFF_MS] };

/** How the call stands. */
export type Kind = Extract<AttemptStateKind, 'unclear' | 'seeking' | 'naming'>;

/** A call for two rows without a clear answer, so long ago. */
export function unclear(kind: Kind = 'unclear', ago = SETTLE_AFTER): Journal {
  const parts = [part(0, ROWS, [], { kind, at: NOW - ago, why: 'timeout' })];
  return journalOf(2, { parts });
}

/** What is decided of the calls without a clear answer. */
export function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideUnclearCalls, contextOf(journal, facts, more));
}

/** That, and nothing else, is recorded. */
export function recorded(event: AttemptEvent): Partial<Decision> {
  return { events: [event] };
}

/** These rows are locked, the other ones not: asked as the first thing of the run. */
export function locked(rows: readonly number[] = ROWS, ago = 0): Partial<Facts> {
  return { locks: locks(rows, ROWS, ago) };
}

/** What the price call shows of some rows: these are locked. */
export function locks(
  rows: readonly number[],
  of: readonly number[] = ROWS,
  ago = 0,
): Facts['locks'] {
  return new Map(of.map((row) => [row, { ...asked(1, ago), locked: rows.includes(row) }]));
}

/** Both rows are locked, and these orders were made around the call, of no journal. */
export function around(...found: readonly OrderReading[]): Partial<Facts> {
  return {
    ...locked(),
    around: new Map([[0, { ...asked(2), orders: found }]]),
    job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
  };
}

/** No order was found for the rows that are locked. */
export const NOT_FOUND = { kind: 'order not found', part: 0, locked: ROWS } as const;

/** What a call for two rows of ten dollars each comes to by one order that was found. */
export interface Found {
  readonly found?: Partial<OrderReading>;
  readonly amount?: string;
  /** Rows listed under it, and how many in all; absent: not asked yet. */
  readonly list?: readonly [readonly number[], number?];
  /** What its details say besides what the list does; null: they were not read. */
  readonly details?: Partial<OrderReading> | null;
  readonly facts?: Partial<Facts>;
  readonly ownUser?: string;
  readonly kind?: Kind;
  readonly ago?: number;
}

/** What is decided by the order x that was found. */
export function byOrder(given: Found): Decision {
  const { found, amount = '20', list, facts, ownUser = null, kind, ago, details = {} } = given;
  const shown = { term: { unit: 'month', count: 1 } as const, ...found, ...details };
  const orders = new Map(
    details === null ? [] : [['x', look(reading('x', amount, shown), asked(5))]],
  );
  const orderRows = new Map(list === undefined ? [] : [['x', under(list[0], list[1], asked(4))]]);
  return decisionOf(
    unclear(kind, ago),
    { ...around(reading('x', amount, found)), orderRows, orders, ...facts },
    { policy: testPolicy({ ownUser }) },
  );
}

/** Order x is taken for ours. */
export const ADOPTED = recorded({ kind: 'orders adopted', part: 0, orders: ['x'] });
/** Order x is cancelled as ours. */
export const UNWANTED = recorded({
  kind: 'orders unwanted',
  part: 0,
  orders: [{ order: 'x', rows: [1] }],
});
/** Order x is named to a person. */
export const NAMED = recorded({ ...NOT_FOUND, orders: ['x'] });
/** The rows are a person's, and no order is named. */
export const NAMELESS = recorded({ ...NOT_FOUND, orders: [] });

/** A journal of the job knows that order. */
export function known(id: string): Partial<Facts> {
  return { job: { ...asked(3), orders: new Set([id]), begun: true, tasks: 0, payments: [] } };
}
