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

/** A frozen account renews nothing (CBC.7281). */
export const setFrozen: ActRun<'setFrozen', void> = ({ account }, { frozen }) => {
  account.frozen = frozen;
};

export const setDailyCap: ActRun<'setDailyCap', void> = ({ account }, { amount }) => {
  account.dailyCap = amount === null ? null : new Big(amount);
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
