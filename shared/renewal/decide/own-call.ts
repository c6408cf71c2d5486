import type { OrderReading } from '../readings.ts';
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
