import type { Account } from '../../settings/account.ts';
import type { Refusal } from '../../renewal/answer.ts';
import { reason } from '../../reasons/reason.ts';

/**
 * Why an answer's amounts cannot be taken as money of the account; null: they can. A currency that is
 * left out is the account's own.
 */
export function foreignMoney(
  { currency }: Pick<Account, 'currency'>,
  given: string | null,
): Refusal | null {
  if (given === null || given.toUpperCase() === currency) return null;
  const billed = given.slice(0, 8);
  const why = reason('other-currency', { billed, currency });
  return { code: 'CURRENCY', message: '', remedy: 'suspend', reason: why };
}
