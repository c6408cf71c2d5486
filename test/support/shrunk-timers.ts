import type { Timers } from '../../infra/config.ts';

/** The order of production's timers, shrunk so that what a crash leaves behind is soon taken up. */
export const SHRUNK_TIMERS: Timers = {
  httpSeconds: 2,
  keptBackSeconds: 3,
  functionSeconds: 5,
  leaseSeconds: 6,
  visibilitySeconds: 7,
  settleSeconds: 3,
  lagSeconds: 2,
  tickMinutes: 5,
};
