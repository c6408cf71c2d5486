import type { Journal } from './journal.ts';
import { coverable, isClosed } from './journal-view.ts';
import { display } from './money.ts';
import { type RowOutcome, rowOutcome } from './outcome.ts';

/**
 * What a results sheet says of a row that has no outcome of its own: of an interim sheet while the
 * job is suspended, or of a job that has ended (`final`). What may have happened at the provider is
 * never called "not attempted".
 */
export function interimOutcome(journal: Journal, index: number, final: boolean): RowOutcome {
  for (const part of journal.parts) {
    for (const order of part.orders) {
      if (isClosed(order) || !coverable(part, order).includes(index)) continue;
      switch (order.state.kind) {
        case 'paid':
          return rowOutcome(
            'needs review',
            final
              ? 'Paid, but the provider has not completed the order.'
              : 'Paid; the provider has not completed the order yet.',
            `Look at order ${order.id} in the console.`,
            { order: order.id },
          );
        case 'paying':
          return rowOutcome(
            'needs review',
            'The provider did not answer clearly whether the order is paid.',
            `Look at order ${order.id} in the console.`,
            { order: order.id },
          );
        case 'made':
        case 'cancelling':
          return final ? leftBehind(order.id) : notYet(journal, index, order.id);
        case 'completed':
        case 'cancelled':
        case 'unclear':
          break;
      }
    }
    if (part.renew.kind !== 'answered' && part.rows.includes(index)) {
      return rowOutcome(
        'needs review',
        'The provider did not answer clearly whether it made an unpaid order for this resource.',
        'Look for an unpaid order of this resource in the console; nothing of it was paid by this job.',
      );
    }
  }
  return notYet(journal, index, null);
}

function leftBehind(order: string): RowOutcome {
  return rowOutcome(
    'needs review',
    'An unpaid order for this resource was left behind.',
    `Cancel order ${order} in the console; nothing of it was paid by this job.`,
    { order },
  );
}

function notYet(journal: Journal, index: number, order: string | null): RowOutcome {
  const { approved } = journal.rows[index]!;
  return rowOutcome(
    'not attempted',
    'The job stopped before this row was paid.',
    `Nothing was paid for it; ${display(approved)} ${approved.currency} stay approved while the job is valid.`,
    { order },
  );
}
