import { journalOf, journalRow, usd } from './journal-sample.ts';

/** A row as the release before stored it, whose states stood in optional flags. */
export function oldRow(position: number, more: Readonly<Record<string, unknown>> = {}): object {
  const { pricing: _, ...row } = journalRow(position);
  return { ...row, priceAlone: false, ...more };
}

/** A part as the release before stored it. */
export function oldPart(renew: object, orders: readonly object[] = []): object {
  const expected = { list: null, price: usd(10) };
  return { number: 0, rows: [0], expected, renew, orders };
}

/** A journal as the release before stored it. */
export function oldJournal(more: Readonly<Record<string, unknown>> = {}): object {
  const { work: _work, rests: _rests, waits: _waits, left: _left, ...rest } = journalOf(0);
  return { ...rest, lease: null, again: null, rows: [oldRow(0)], parts: [], ...more };
}
