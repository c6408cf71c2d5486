import type { Reason } from '../../reasons/reason.ts';

/** Whether a job's reason for being suspended is that money is missing. */
export function isShortBalance(reason: Reason | null): boolean {
  return reason?.id === 'short-balance';
}
