import { isOrderNumber } from '../../reasons/order-words.ts';
import type { Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { isDoubtful, isInTimeOfCall } from '../rules/doubtful-calls.ts';
import { isSurelyOurs } from '../rules/whose-order.ts';
import { termMonths } from '../../values/term.ts';
import type { Context } from './context.ts';
import type { OrderRows } from './facts.ts';

/** Whether the order is shown to be for the term of the chunk. */
export function isOfTerm({ journal }: Context, { term }: OrderReading): boolean {
  return term !== null && termMonths(term) === termMonths(journal.term);
}

/**
 * Whether an unpaid order is shown to be of a call of ours, so that it may be cancelled: made by our
 * own user in the time of the call, for its term, for rows of it and for nothing else (money rule 5).
 */
export function isOfOurCall(context: Context, order: OrderReading, under: OrderRows): boolean {
  const { journal, policy } = context;
  const whole = under.rows.length > 0 && under.rows.length === under.listed;
  return (
    whole &&
    isOfTerm(context, order) &&
    journal.parts.some(
      ({ rows, attempt }) =>
        isSurelyOurs(order, policy, attempt.at) && under.rows.every((row) => rows.includes(row)),
    )
  );
}

/**
 * Rows of the calls that may have made an unpaid order which lists nothing: those without a clear
 * answer, and those in whose time it was made for their term, for a gateway may have sent one twice and
 * handed out the answer to the second. Where it tells no term either, as an unpaid one may (Alibaba
 * contract, section 2.5), those that named no order and have not renewed.
 */
export function rowsOfItsCalls(context: Context, order: OrderReading): readonly number[] {
  const fits = isOfTerm(context, order);
  const calls = context.journal.parts.filter((part) => {
    const mayBeIts = fits || (order.term === null && isWithoutOrder(part));
    return isDoubtful(part) || (mayBeIts && isInTimeOfCall(order, part));
  });
  return [...new Set(calls.flatMap(({ rows }) => rows))];
}

/** Whether the call was answered with a task, or with nothing, in place of an order, and is not known to have renewed. */
function isWithoutOrder({ kind, orders }: Part): boolean {
  return orders.some(
    ({ id, state }) => (kind === 'task' || !isOrderNumber(id)) && state.kind !== 'completed',
  );
}
