import { Big } from 'big.js';

import type { ActRun } from './act-run.ts';

/** A frozen account renews nothing (CBC.7281). */
export const setFrozen: ActRun<'setFrozen', void> = ({ account }, { frozen }) => {
  account.frozen = frozen;
};

export const setDailyCap: ActRun<'setDailyCap', void> = ({ account }, { amount }) => {
  account.dailyCap = amount === null ? null : new Big(amount);
};
