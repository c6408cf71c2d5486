import type { Big } from 'big.js';

import { type Operation, succeedBss } from '../../gateway/answer.ts';
import { onRightSite } from '../../gateway/bss.ts';
import type { SandboxState } from '../../state.ts';

function textOf({ behaviour }: SandboxState, amount: Big): string {
  const text = amount.toFixed(2);
  return behaviour.balanceText === '10,000.00'
    ? text.replaceAll(/\B(?=(?:\d{3})+\.)/gu, ',')
    : text;
}

/** QueryAccountBalance; a card pays whatever it says (Alibaba contract, section 2.6). */
export const bssBalance: Operation = onRightSite((state) => {
  const { cash, credit } = state.account;
  return succeedBss(state, {
    AvailableAmount: textOf(state, cash.plus(credit)),
    AvailableCashAmount: textOf(state, cash),
    CreditAmount: textOf(state, credit),
    MybankCreditAmount: '0.00',
    QuotaLimit: '0.00',
    Currency: state.world.currency,
  });
});
