/** How every provider's error table words a balance that does not suffice. */
export const SHORT_BALANCE = 'The balance of the account does not suffice.';

/** Whether a job's reason for being suspended is that money is missing. */
export function isShortBalance(reason: string | null): boolean {
  return reason?.startsWith(SHORT_BALANCE) === true;
}
