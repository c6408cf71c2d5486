import type { FrameState } from './frame-state.ts';
import type { Rate } from './calls/throttle.ts';

type Changed<Switches> = { readonly [Name in keyof Switches]?: Switches[Name] | undefined };

/** Changes the switches it names and no others. */
export function setBehaviour<Switches>(
  state: { behaviour: Switches },
  change: Changed<Switches>,
): void {
  const named = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Switches>;
  state.behaviour = { ...state.behaviour, ...named };
}

/** A new rate of calls, for one API or for all that have none of their own. */
export function setRate<Api extends string>(
  { throttle }: Pick<FrameState<Api, string>, 'throttle'>,
  { api, ratePerSecond }: { readonly api?: Api | undefined; readonly ratePerSecond: Rate },
): void {
  throttle.setRate(ratePerSecond, api);
}

/** Takes all planted faults away. */
export function clearFaults({ faults }: { readonly faults: { readonly clear: () => void } }): void {
  faults.clear();
}

/** Plants a fault beside those that are there. */
export function addFault<One>(
  { faults }: { readonly faults: { readonly add: (fault: One) => void } },
  fault: One,
): void {
  faults.add(fault);
}
