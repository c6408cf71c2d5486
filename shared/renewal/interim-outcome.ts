import type { Journal, Order, Part } from './journal.ts';
import { coverable, isClosed } from './journal-view.ts';
import { type RowOutcome, rowOutcome } from './outcome.ts';
import { shareOfPaid } from './paid-shares.ts';

/**
 * What a results sheet says of a row that has no outcome of its own: of an interim sheet while the
 * job is suspended, or of a job that has ended (`final`). What may have happened at the provider is
 * never called "not attempted", and every order that may concern the row is named.
 */
export function interimOutcome(journal: Journal, index: number, final: boolean): RowOutcome {
  const live = liveOrders(journal, index);
  const named = (...kinds: readonly Order['state']['kind'][]): string | null => {
    const some = live.filter(({ state }) => kinds.includes(state.kind)).map(({ id }) => id);
    return some.length === 0 ? null : some.join(', ');
  };
  const paid = named('paid');
  if (paid !== null) {
    const why = final
      ? 'Paid, but the provider has not completed the order.'
      : 'Paid; the provider has not completed the order yet.';
    return rowOutcome('needs review', why, `Look at order ${paid} in the console.`, {
      order: named('paid', 'paying', 'made', 'cancelling'),
      paid: shareOfPaid(journal, index),
    });
  }
  const paying = named('paying');
  if (paying !== null) {
    return rowOutcome(
      'needs review',
      'The provider did not answer clearly whether the order is paid.',
      `Look at order ${paying} in the console.`,
      { order: named('paying', 'made', 'cancelling') },
    );
  }
  const unpaid = named('made', 'cancelling');
  if (unpaid !== null) return final ? leftBehind(unpaid) : notYet(unpaid);
  return journal.parts.some((part) => isUnanswered(part, index))
    ? rowOutcome(
        'needs review',
        'The provider did not answer clearly whether it made an unpaid order for this resource.',
        'Look for an unpaid order of this resource in the console; nothing of it was paid by this job.',
      )
    : notYet(null);
}

function liveOrders(journal: Journal, index: number): Order[] {
  return journal.parts.flatMap((part) =>
    part.orders.filter((order) => !isClosed(order) && coverable(part, order).includes(index)),
  );
}

function isUnanswered({ renew, rows }: Part, index: number): boolean {
  return renew.kind !== 'answered' && rows.includes(index);
}

function leftBehind(order: string): RowOutcome {
  return rowOutcome(
    'needs review',
    'An unpaid order for this resource was left behind.',
    `Cancel order ${order} in the console; nothing of it was paid by this job.`,
    { order },
  );
}

function notYet(order: string | null): RowOutcome {
  return rowOutcome(
    'not attempted',
    'The job stopped before this row was paid.',
    // Without its amount, so that the Summary says it once for all of these rows.
    'Nothing was paid for it; its approval stands while the job is valid.',
    { order },
  );
}
