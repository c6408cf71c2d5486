import type { Journal, Part } from '../journal.ts';

/** How often renew calls with a row got no clear answer although nothing was made; of one size, if given. */
export function unclearTries(journal: Journal, row: number, size: number | null = null): number {
  return journal.parts.filter(
    (part) =>
      part.rows.includes(row) &&
      (size === null || part.rows.length === size) &&
      part.orders.length === 0 &&
      wasUnclear(part),
  ).length;
}

/** Whether the part's renew call is settled by now and had no clear answer. */
export function wasUnclear({ attempt }: Part): boolean {
  return attempt.kind === 'settled';
}

/**
 * How long an unclear call is left alone before it is looked for, in milliseconds: longer each time
 * that nothing was made, for a provider that is down is not called every minute.
 */
export function settleDelay(journal: Journal, { rows }: Part, settleAfter: number): number {
  return settleAfter * 2 ** Math.min(4, unclearTries(journal, rows[0]!));
}
