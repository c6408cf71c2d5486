import type { z } from 'zod';
import type { Answer, ApiRequest, Route, WireRequest } from './calls/answer.ts';
import type { FrameState } from './frame-state.ts';
import type { Moment } from './history/moment.ts';

/** How a provider words an answer that a fault makes up. */
export interface ErrorWords {
  readonly errorBody: (code: string, message: string | undefined) => object;
  /** What half an answer is half of, where the operation did not run. */
  readonly sample: object;
}

/** Milliseconds, or two bounds that a call's latency is drawn between. */
export type Latency = number | { readonly min: number; readonly max: number };

/**
 * What a provider's sandbox says to be one: how its calls look, are let in, run and are answered,
 * and what else can happen in its world. The frame counts, disturbs, times and keeps them.
 */
export interface Contract<Api extends string, Act extends string> extends ErrorWords {
  readonly state: FrameState<Api, Act>;
  /** The operation of a request, or nothing: then the answer is `notFound`. */
  readonly route: (
    request: WireRequest,
    path: string,
    query: URLSearchParams,
  ) => Route<Api> | undefined;
  readonly notFound: Answer;
  /** The ids a call names in body, path or query. */
  readonly idsNamed: (
    body: unknown,
    pathId: string | undefined,
    query: URLSearchParams,
  ) => readonly string[];
  /** Another name for an id, by which faults can mean it before it exists, such as `order 2`. */
  readonly alias?: (id: string) => string | undefined;
  /** The refusal of a call by signature, rate or permission; undefined lets it through. */
  readonly admit: (api: Api, request: WireRequest) => Answer | undefined;
  readonly throttled: (api: Api) => Answer;
  /** Ends what is due at an instant (epoch milliseconds), before anything happens at it. */
  readonly settle: (now: number) => void;
  /** Looks, checks and acts, all in one go, so that calls never interleave. */
  readonly operate: (api: Api, request: ApiRequest) => Answer;
  /** Whether an operation may change something; the others only look. */
  readonly changes: (api: Api) => boolean;
  /** Fields left out of the successful answers of an API. */
  readonly omitted: (api: Api) => readonly string[];
  readonly latency: () => Latency;
  /** What can be played, and what it takes. */
  readonly acts: Readonly<Record<Act, z.ZodType>>;
  /** Plays an act; its input is checked. Throws a plain sentence where it is refused. */
  readonly play: (name: Act, input: unknown) => unknown;
}

/** Takes a sandbox to an instant, what is due then being ended, and lets something happen there. */
export function atInstant<Result>(
  {
    state,
    settle,
  }: { readonly state: { readonly moment: Moment } } & Pick<Contract<string, string>, 'settle'>,
  at: number,
  happen: () => Result,
): Result {
  return state.moment.during(at, () => {
    settle(at);
    return happen();
  });
}
