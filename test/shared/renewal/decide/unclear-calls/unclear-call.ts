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
  NOW,
  reading,
  SETTLE_AFTER,
  under,
} from '../../../../support/facts-sample.ts';
import { journalOf, part } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';

/** The sizes of renew calls. */
export const SIZES = [100, 10, 1];

/** How far around a call its orders are looked for, in milliseconds. */
export const WINDOW = 20 * 60_000;

/** The rows of the call. */
export const ROWS = [0, 1];

/** Nothing is done before a while is over. */
export const LATER = { waits: [NOW + BACK_OFF_MS] };

type Kind = Extract<AttemptStateKind, 'unclear' | 'seeking' | 'naming'>;

/** A call for two rows without a clear answer, so long ago. */
export function unclear(kind: Kind = 'unclear', ago = SETTLE_AFTER): Journal {
  const parts = [part(0, ROWS, [], { kind, at: NOW - ago, why: 'timeout' })];
  return journalOf(2, { parts });
}

/** What is decided of the calls of a journal. */
export function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideUnclearCalls, contextOf(journal, facts, more));
}

/** Only this is recorded. */
export function recorded(event: AttemptEvent): Partial<Decision> {
  return { events: [event] };
}

/** These rows are locked: asked as the first thing of the run. */
export function locked(rows: readonly number[] = ROWS, ago = 0): Partial<Facts> {
  return { locks: new Map([[0, { ...asked(1, ago), rows }]]) };
}

/** Both rows are locked, and these orders were made around the call, of no journal. */
export function around(...found: readonly OrderReading[]): Partial<Facts> {
  return {
    ...locked(),
    around: new Map([[0, { ...asked(2), orders: found }]]),
    job: { ...asked(3), orders: new Set(), begun: true },
  };
}

/** No order of ours was found, and both rows are locked. */
export const NOT_FOUND = { kind: 'order not found', part: 0, locked: ROWS } as const;

/** What a call for two rows of ten dollars each comes to by one order that was found. */
export interface Found {
  readonly found?: Partial<OrderReading>;
  readonly amount?: string;
  /** Rows listed under it, and how many in all; absent: not asked yet. */
  readonly list?: readonly [readonly number[], number?];
  readonly facts?: Partial<Facts>;
  readonly ownUser?: string;
  readonly kind?: Kind;
  readonly ago?: number;
}

/** What is decided where that one order was found. */
export function byOrder(given: Found): Decision {
  const { found, amount = '20', list, facts, ownUser = null, kind, ago } = given;
  const orderRows = new Map(list === undefined ? [] : [['x', under(list[0], list[1], asked(4))]]);
  return decisionOf(
    unclear(kind, ago),
    { ...around(reading('x', amount, found)), orderRows, ...facts },
    { policy: testPolicy({ ownUser }) },
  );
}

/** The order is ours. */
export const ADOPTED = recorded({ kind: 'order adopted', part: 0, order: 'x' });

/** The order is to be cancelled. */
export const UNWANTED = recorded({ kind: 'orders unwanted', part: 0, orders: ['x'] });

/** The order is named to a person. */
export const NAMED = recorded({ ...NOT_FOUND, orders: ['x'] });
