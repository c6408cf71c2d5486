import type { JournalEvent } from '../events.ts';
import type { Journal, JournalRow, Order, Part } from '../journal.ts';
import { rowState } from '../states/row-state.ts';
import { ATTEMPT_TRANSITIONS } from './attempt-transitions.ts';
import { CHUNK_TRANSITIONS, WORK_TRANSITIONS } from './chunk-transitions.ts';
import { ORDER_TRANSITIONS } from './order-transitions.ts';
import { ROW_TRANSITIONS } from './row-transitions.ts';
import { type Step, stepText, type Transition } from './transition.ts';

/** The machines of a chunk's journal, each with its table. */
export const MACHINES = {
  order: ORDER_TRANSITIONS,
  attempt: ATTEMPT_TRANSITIONS,
  row: ROW_TRANSITIONS,
  chunk: CHUNK_TRANSITIONS,
  work: WORK_TRANSITIONS,
} as const satisfies Readonly<Record<string, readonly Transition<string>[]>>;

export type Machine = keyof typeof MACHINES;

/** Every step of every table. */
export const PERMITTED: readonly Step[] = Object.entries(MACHINES).flatMap(([machine, table]) =>
  table.map(({ from, event, to }) => ({ machine, from, event, to })),
);

const KNOWN: ReadonlySet<string> = new Set(PERMITTED.map(stepText));

/** Whether a table has the step. */
export function isPermitted(step: Step): boolean {
  return KNOWN.has(stepText(step));
}

/** What an event has changed in a journal, machine by machine. What stayed as it was is no step. */
export function stepsBetween(before: Journal, after: Journal, event: JournalEvent['kind']): Step[] {
  const steps: Step[] = [];
  const note = (machine: Machine, from: string, to: string): void => {
    steps.push({ machine, from, event, to });
  };
  if (before.state !== after.state) note('chunk', before.state, after.state);
  if (before.work !== after.work) note('work', before.work.kind, after.work.kind);
  if (before.rows !== after.rows) {
    for (const [index, row] of after.rows.entries()) {
      const was = before.rows[index]!;
      if (hasMoved(was, row)) note('row', rowState(was), rowState(row));
    }
  }
  if (before.parts !== after.parts) partSteps(before.parts, after.parts, note);
  return steps;
}

function hasMoved(before: JournalRow, after: JournalRow): boolean {
  return before.outcome !== after.outcome || before.pricing !== after.pricing;
}

function partSteps(
  before: readonly Part[],
  after: readonly Part[],
  note: (machine: Machine, from: string, to: string) => void,
): void {
  const was = new Map(before.map((part) => [part.number, part]));
  const is = new Map(after.map((part) => [part.number, part]));
  for (const number of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(number), is.get(number)];
    if (old === now) continue;
    if (old?.attempt !== now?.attempt) {
      note('attempt', old?.attempt.kind ?? 'none', now?.attempt.kind ?? 'none');
    }
    const orders = new Map((now?.orders ?? []).map((order) => [order.id, order]));
    const known = new Map((old?.orders ?? []).map((order) => [order.id, order]));
    for (const id of new Set([...orders.keys(), ...known.keys()])) {
      const [from, to] = [known.get(id), orders.get(id)];
      if (from?.state !== to?.state) note('order', kindOf(from), kindOf(to));
    }
  }
}

function kindOf(order: Order | undefined): string {
  return order?.state.kind ?? 'none';
}
