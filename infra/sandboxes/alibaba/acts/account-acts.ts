import type { ActRun } from './act-run.ts';

export const setPayment: ActRun<'setPayment', void> = ({ account }, { payment }) => {
  account.payment = payment;
};

/** Every renewal is refused with the code until it is taken away. */
export const setBlocked: ActRun<'setBlocked', void> = ({ account }, { code }) => {
  account.blocked = code;
};
