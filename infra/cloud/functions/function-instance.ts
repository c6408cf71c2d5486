import type { EventAnswer, EventRequest, InstanceData } from './answer-event.ts';

/** A function as the template describes it. */
export interface FunctionSpec extends InstanceData {
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout: number;
  /** Reserved concurrency: further invocations wait. */
  readonly mostInstances: number;
  /** Whether it may feed itself without end; if not, a long chain is stopped. */
  readonly recursiveLoop: 'Allow' | 'Terminate';
  /** What becomes of an event that nobody waits for the answer of, once a run of it fails. */
  readonly later: { readonly retries: number; readonly maxAgeSeconds: number };
}

/** An instance that died under an invocation, or whose handler never answered. */
export interface InstanceDeath {
  readonly kind: 'died';
  /** Names the error, as Lambda does. */
  readonly error: string;
  readonly message: string;
}

/** One instance of a function: handles one event at a time. */
export interface FunctionInstance {
  /** False when it can take no more events. */
  readonly alive: boolean;
  /** Never rejects. */
  readonly run: (request: EventRequest) => Promise<EventAnswer | InstanceDeath>;
  /** Ends it at once, as a crash. */
  readonly terminate: () => Promise<void>;
}

/** Starts an instance; `onLine` gets every line that it writes. */
export type StartInstance = (
  spec: FunctionSpec,
  onLine: (line: string) => void,
) => FunctionInstance;
