import type { Big } from 'big.js';

import { refuse, type Operation } from '../gateway/answer.ts';

/** Account balances (Huawei contract, section 6): type 1 cash, type 2 credit. */
export const balances: Operation = (state) => {
  const { world, account, behaviour } = state;
  if (world.reseller) return refuse(state, 'balances', 'CBC.99000049');
  const amount = (value: Big): number | string =>
    behaviour.balanceAmountType === 'number' ? Number(value.toFixed(2)) : value.toFixed(2);
  const shared = { currency: world.currency, measure_id: 1 };
  const cash = {
    account_id: `${world.customerId}-cash`,
    account_type: 1,
    amount: amount(account.cash),
    designated_amount: 0,
    ...shared,
  };
  const credit = {
    account_id: `${world.customerId}-credit`,
    account_type: 2,
    amount: amount(account.credit),
    designated_amount: 0,
    credit_amount: amount(account.credit),
    ...shared,
  };
  return {
    status: 200,
    body: {
      account_balances: account.credit.gt(0) ? [cash, credit] : [cash],
      debt_amount: 0,
      ...shared,
    },
  };
};
