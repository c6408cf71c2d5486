import { Big } from 'big.js';

import type { ActRun } from './act-run.ts';

/** Adds money to the cash balance. */
export const topUp: ActRun<'topUp', void> = ({ account }, { amount }) => {
  account.cash = account.cash.plus(amount);
};

export const setBalance: ActRun<'setBalance', void> = ({ account }, { amount }) => {
  account.cash = new Big(amount);
};

export const setCredit: ActRun<'setCredit', void> = ({ account }, { amount }) => {
  account.credit = new Big(amount);
};

export const setPayment: ActRun<'setPayment', void> = ({ account }, { payment }) => {
  account.payment = payment;
};

/** Every renewal is refused with the code until it is taken away. */
export const setBlocked: ActRun<'setBlocked', void> = ({ account }, { code }) => {
  account.blocked = code;
};

/** The access key is disabled, as after a rotation. */
export const refuseKey: ActRun<'refuseKey', void> = ({ keyGuard }) => {
  keyGuard.refused = true;
};

export const acceptKey: ActRun<'acceptKey', void> = ({ keyGuard }) => {
  keyGuard.refused = false;
};

export const setPermission: ActRun<'setPermission', void> = ({ account }, { api, allowed }) => {
  if (allowed) account.denied.delete(api);
  else account.denied.add(api);
};
