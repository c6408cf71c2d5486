import { money } from '../../../values/money.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { Balance } from '../../../ports/provider.ts';
import { text } from '../../wire/fields.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { foreignMoney } from '../account-money.ts';
import type { Connection } from '../connection.ts';
import { shape } from '../shape.ts';

const balances = shape({ Data: shape({ AvailableAmount: text, Currency: text }) });

/**
 * What the account could pay from its balance and credit (Alibaba contract, section 2.6); null where
 * the answer shows none. An account may pay by card as well, so too low a figure is a warning and never
 * proof that a payment would fail.
 */
export async function balance({ client, account }: Connection): Promise<Answer<Balance | null>> {
  const answer = readAnswer(await client.call({ api: 'balance' }), balances);
  if (answer.kind !== 'done') return answer;
  const { AvailableAmount: given, Currency: currency } = answer.value.Data;
  const foreign = foreignMoney(account, currency);
  if (foreign !== null) return { kind: 'refused', refusal: foreign };
  // Thousands may be divided by commas (section 2.6).
  const amount = given?.replaceAll(',', '') ?? '';
  if (!/^-?\d+(?:\.\d+)?$/u.test(amount)) return { kind: 'done', value: null };
  return { kind: 'done', value: { available: money(amount, account.currency) } };
}
