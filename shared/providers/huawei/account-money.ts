import type { Account } from '../../settings/account.ts';
import type { Refusal } from '../../renewal/answer.ts';
import { type Reason, reason } from '../../reasons/reason.ts';

/** The only unit of amounts that is understood: the currency's main unit (Huawei contract, section 0). */
const MAIN_UNIT = 1;

/**
 * Why an answer's amounts cannot be taken as money of the account; null: they can. A currency or
 * unit that is left out is the account's own and the main one.
 */
export function foreignMoney(
  { currency }: Pick<Account, 'currency'>,
  given: { readonly currency: string | null; readonly measure_id: number | null },
): Refusal | null {
  if (given.currency !== null && given.currency.toUpperCase() !== currency) {
    return refusal(
      'CURRENCY',
      reason('other-currency', { billed: given.currency.slice(0, 8), currency }),
    );
  }
  if (given.measure_id !== null && given.measure_id !== MAIN_UNIT) {
    return refusal('UNIT', reason('other-unit', { unit: String(given.measure_id), currency }));
  }
  return null;
}

function refusal(code: string, why: Reason): Refusal {
  return { code, message: '', remedy: 'suspend', reason: why };
}
