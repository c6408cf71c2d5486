import type { Behaviour } from '../world/behaviour.ts';
import type { ActRun } from './act-run.ts';

/** Changes the switches it names and no others. */
export const setBehaviour: ActRun<'setBehaviour', void> = (state, change) => {
  const named = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Behaviour>;
  state.behaviour = { ...state.behaviour, ...named };
};

export const setRate: ActRun<'setRate', void> = ({ throttle }, { api, ratePerSecond }) => {
  throttle.setRate(ratePerSecond, api);
};

export const clearFaults: ActRun<'clearFaults', void> = ({ faults }) => {
  faults.clear();
};
