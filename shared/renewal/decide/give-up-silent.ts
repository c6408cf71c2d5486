import { reason } from '../../reasons/reason.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { coverable, freeRows, isUnanswered, ordersIn } from '../journal-view.ts';
import type { Order } from '../journal.ts';
import { isPurchase } from '../rules/purchases.ts';
import { leftToOthers } from '../rules/watched-rows.ts';
import { isOverdue } from '../rules/silences.ts';
import { isRowQuestion, type Silence } from '../states/silence.ts';
import { ORDER_STATES } from '../states/order-state.ts';
import type { Context } from './context.ts';
import type { Draft } from './decision.ts';
import { firstUnderWay } from './first-alone.ts';

/**
 * Gives up what got no answer for too long although others of its kind were answered (money rule
 * 11), once nothing else is to do: a row that nothing was ordered for is not attempted, an unpaid
 * order with it is taken back, and an order that is not shown is a person's.
 */
export function giveUpSilent(context: Context, draft: Draft): void {
  if (!draft.idle) return;
  const overdue = draft.waitedFor.filter((one) => isOverdue(one, context.now));
  const rows = overdue.filter(({ question }) => isRowQuestion(question));
  giveUpRows(context, draft, rows);
  const told = new Set<string>();
  for (const one of overdue) {
    const about = one.question.slice(one.question.lastIndexOf(' ') + 1);
    if (isRowQuestion(one.question) || told.has(about)) continue;
    told.add(about);
    if (isOfCall(one)) giveUpCall(context, draft, Number(about));
    else giveUpOrder(context, draft, about, one);
  }
}

function isOfCall({ question }: Silence): boolean {
  return question.startsWith('orders around ');
}

function giveUpRows({ journal }: Context, draft: Draft, silences: readonly Silence[]): void {
  const free = freeRows(journal);
  const outcomes = new Map<number, RowOutcome>();
  const unpaid = ordersIn(journal, 'made', 'payable again');
  const taken = new Set<Order>();
  for (const { rows, question, said } of silences) {
    const [row] = rows;
    if (row === undefined) continue;
    const { pricing } = journal.rows[row]!;
    if (free.includes(row)) {
      const untouched = rowOutcome('not attempted', reason('provider-silent-of-row', { said }));
      outcomes.set(row, pricing.kind === 'watched' ? leftToOthers(pricing) : untouched);
    } else if (question === 'resources') {
      for (const { part, order } of unpaid)
        if (coverable(part, order).includes(row)) taken.add(order);
    }
  }
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  const because = 'expiry not shown';
  for (const { id: order } of taken) {
    draft.record({ kind: 'cancel decided', order, because, rows: null, refusal: null });
  }
}

/** Whether it made an order cannot be found out: its rows are a person's. */
function giveUpCall({ journal, facts }: Context, draft: Draft, number: number): void {
  const part = journal.parts.find((one) => one.number === number);
  if (part === undefined || !isUnanswered(part)) return;
  const notFound = { kind: 'order not found', part: number, orders: [] } as const;
  if (isPurchase(part)) {
    const outcome = rowOutcome('needs review', reason('purchase-not-clear'));
    const outcomes = new Map(part.rows.map((row) => [row, outcome]));
    draft.record({ kind: 'rows settled', outcomes });
    draft.record({ ...notFound, locked: [] });
    return;
  }
  const locked = part.rows.filter((row) => facts.locks.get(row)?.locked === true);
  const unseen = part.rows.filter((row) => !facts.locks.has(row));
  draft.record({ ...notFound, locked, ...(unseen.length > 0 ? { unseen } : {}) });
}

/** One that is paid waits for its confirmation as ever, unless the first payment holds up all others. */
function giveUpOrder(context: Context, draft: Draft, id: string, { said }: Silence): void {
  const orders = context.journal.parts.flatMap((part) => part.orders);
  const state = orders.find((one) => one.id === id)?.state;
  if (state === undefined || ORDER_STATES[state.kind].closed || state.kind === 'overcharged')
    return;
  if (state.kind === 'paid' && firstUnderWay(context)?.id !== id) return;
  const why = reason('provider-silent-of-order', { order: id, said });
  draft.record({ kind: 'left to a person', order: id, why });
}
