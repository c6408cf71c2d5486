import type { Answer } from './answer.ts';
import type { ApiName } from './api.ts';

/**
 * The moment just before an operation takes effect, or just after it and before its answer leaves.
 * Calls stopped at the gateway or by a fault come to neither.
 */
export interface CallMoment {
  readonly phase: 'before' | 'after';
  readonly api: ApiName;
  /** Counted from 1 for each API. */
  readonly number: number;
  readonly ids: readonly string[];
  readonly body: unknown;
  /** Only after. */
  readonly answer?: Answer;
}

/** Waited for at each moment, so that a test can do something exactly then. */
export type CallHook = (moment: CallMoment) => void | Promise<void>;
