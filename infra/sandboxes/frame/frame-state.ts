import type { Fault } from './calls/fault.ts';
import { FaultPlan } from './calls/fault-plan.ts';
import { KeyGuard, type KeyRule } from './calls/key-guard.ts';
import { type Rate, Throttle } from './calls/throttle.ts';
import type { Happening } from './history/happening.ts';
import { Moment } from './history/moment.ts';
import { seededRandom } from './world/seeded-random.ts';

/** What any sandbox remembers beside its provider's world. */
export interface FrameState<Api extends string, Act extends string> {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly moment: Moment;
  /** Called with everything that changes the state, once it has; keeps nothing unless replaced. */
  note: (happening: Happening<Api>) => void;
  readonly random: () => number;
  readonly faults: FaultPlan<Api, Act>;
  readonly throttle: Throttle<Api>;
  readonly keyGuard: KeyGuard;
  /** Calls so far of each API, the refused and disturbed ones included. */
  readonly calls: Map<Api, number>;
}

/** What a world says of calls. */
export interface FrameWorld<Api extends string, Act extends string> {
  readonly seed: number;
  readonly faults: readonly Fault<Api, Act>[];
  /** Calls per second and API, for all or one by one. */
  readonly ratePerSecond: Rate;
  readonly rates: Partial<Record<Api, Rate>>;
}

/** The state a world starts with, as far as the frame keeps it. */
export function frameState<Api extends string, Act extends string>(
  world: FrameWorld<Api, Act>,
  clock: () => number,
  keyRule: KeyRule,
): FrameState<Api, Act> {
  const moment = new Moment(clock);
  const random = seededRandom(world.seed);
  return {
    clock: moment.now,
    moment,
    note: () => undefined,
    random,
    faults: new FaultPlan(world.faults, random),
    throttle: new Throttle(world.ratePerSecond, world.rates),
    keyGuard: new KeyGuard(keyRule),
    calls: new Map(),
  };
}

/** Counts a call; returns its number, from 1 for each API. */
export function countCall<Api extends string>(
  { calls }: Pick<FrameState<Api, string>, 'calls'>,
  api: Api,
): number {
  const number = (calls.get(api) ?? 0) + 1;
  calls.set(api, number);
  return number;
}
