import { stages, type Timers } from '../../config.ts';

/** How quick a local cloud is; shrunk in tests. Milliseconds where not said otherwise. */
export interface DevPace {
  /** For how long a dropped file must not have changed. */
  readonly settleMs: number;
  /** Between two looks at the results and the jobs. */
  readonly lookMs: number;
  /** Between two tries of what someone stands in the way of. */
  readonly againMs: number;
  readonly timers: Timers;
}

/** The pace people get. */
export const DEV_PACE: DevPace = {
  settleMs: 1500,
  lookMs: 1000,
  againMs: 2000,
  timers: stages.production.timers,
};
