import type { JournalEvent } from '../events.ts';
import type { RowState } from '../states/row-state.ts';
import { type Line, type Rule, table } from './transition.ts';

type RowLine = Line<RowState, JournalEvent['kind']>;

const OPEN = ['open', 'priced alone', 'busy'] as const;

function settledBy(event: JournalEvent['kind'], rule: Rule): RowLine[] {
  return OPEN.map((from) => [from, event, 'settled', rule]);
}

/** By whatever may still become known of a row that is only looked at. */
function watchedSettledBy(event: JournalEvent['kind'], rule: Rule): RowLine {
  return ['watched', event, 'settled', rule];
}

/** Every change that a row may make. What is not here is refused by `apply`. */
export const ROW_TRANSITIONS = table<RowState, JournalEvent['kind']>([
  ['open', 'cancelled', 'priced alone', 3],
  ['busy', 'cancelled', 'busy', 3],
  ['open', 'rows busy', 'busy', 6],
  ['priced alone', 'rows busy', 'busy', 6],
  ...OPEN.map((from): RowLine => [from, 'cancelled', 'watched', 4]),

  ...OPEN.map((from): RowLine => [from, 'row left to others', 'watched', 4]),

  ...settledBy('rows settled', 'vocabulary, section 4'),
  ...settledBy('call answered', 6),
  ...settledBy('nothing was made', 5),
  ...settledBy('order not found', 5),
  ...settledBy('cancelled', 3),
  ...settledBy('left to a person', 5),
  ...settledBy('completed', 10),
  ...settledBy('given up', 12),
  ...settledBy('rows closed', 'vocabulary, section 8'),
  ['watched', 'rows freed', 'open', 4],
  watchedSettledBy('rows settled', 4),
  watchedSettledBy('rows closed', 'vocabulary, section 8'),
  // Another order of its call was paid by somebody, or is a person's.
  watchedSettledBy('completed', 10),
  watchedSettledBy('given up', 12),
  watchedSettledBy('left to a person', 5),

  // What was paid and renewed is called so, whatever the row was called before.
  ['settled', 'completed', 'settled', 10],
  ['settled', 'given up', 'settled', 10],
  ['settled', 'row checked', 'settled', 8],
  ...settledBy('orders found', 5),
  watchedSettledBy('orders found', 5),
  ['settled', 'orders found', 'settled', 5],
  ['settled', 'left to a person', 'settled', 5],
  ['settled', 'rows closed', 'settled', 5],
]);
