import * as z from 'zod/mini';
import { money, sum } from '../../../values/money.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { Balance } from '../../../ports/provider.ts';
import { foreignMoney } from '../account-money.ts';
import type { Connection } from '../connection.ts';
import { decimal, integer, list, text } from '../../wire/fields.ts';
import { readAnswer } from '../../wire/read-answer.ts';

const balances = z.object({
  account_balances: list(
    z.object({ account_type: integer, amount: decimal, currency: text, measure_id: integer }),
  ),
});

/** A customer of a reseller has no balance of its own (Huawei contract, section 6). */
const RESELLERS_CUSTOMER = 'CBC.99000049';
/** Cash balance and credit; bonus and deposit accounts pay no order. */
const PAYING = new Set([1, 2]);

/**
 * Cash and credit of the account; null where it has none of its own (Huawei contract, section 6).
 * Neither debts nor earmarked parts are taken off, since it is not documented whether the amounts
 * already are without them; and monthly settlement or a paying master account do not show here. So
 * too low a figure is a warning, never proof that a payment would fail.
 */
export async function balance({ client, account }: Connection): Promise<Answer<Balance | null>> {
  const settled = await client.call({ api: 'balance' });
  if (settled.kind === 'refused' && settled.refusal.code === RESELLERS_CUSTOMER) {
    return { kind: 'done', value: null };
  }
  const answer = readAnswer(settled, balances);
  if (answer.kind !== 'done') return answer;
  const usable = answer.value.account_balances.filter(
    ({ account_type: type, amount }) => type !== null && PAYING.has(type) && amount !== null,
  );
  const own = usable.filter((entry) => foreignMoney(account, entry) === null);
  if (own.length === 0) {
    const foreign = usable[0] === undefined ? null : foreignMoney(account, usable[0]);
    return foreign === null ? { kind: 'done', value: null } : { kind: 'refused', refusal: foreign };
  }
  const amounts = own.map(({ amount }) => money(amount!, account.currency));
  return { kind: 'done', value: { available: sum(amounts, account.currency) } };
}
