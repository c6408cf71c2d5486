import type { Answer } from './answer.ts';

/**
 * The moment just before an operation takes effect, or just after it and before its answer leaves.
 * Calls stopped at the gateway or by a fault come to neither.
 */
export interface CallMoment<Api extends string> {
  readonly phase: 'before' | 'after';
  readonly api: Api;
  /** Counted from 1 for each API. */
  readonly number: number;
  readonly ids: readonly string[];
  readonly body: unknown;
  /** The parameters of the query and of a form in the body. */
  readonly query: URLSearchParams;
  /** Only after. */
  readonly answer?: Answer;
}

/** Waited for at each moment, so that a test can do something exactly then. */
export type CallHook<Api extends string> = (moment: CallMoment<Api>) => void | Promise<void>;
