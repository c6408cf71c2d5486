import type { CallHook } from './calls/call-hook.ts';
import type { Call } from './calls/call.ts';
import type { LedgerEntry } from './ledger.ts';

/** What a test reads of a provider's world. */
export interface Facts {
  readonly order: unknown;
  readonly resource: unknown;
  readonly account: unknown;
}

/** A running sandbox: a provider's billing API on 127.0.0.1, and what a test may ask of it. */
export interface Sandbox<Api extends string, Acts, Read extends Facts> {
  readonly url: string;
  /** A line of callers in the same process, like the platform's `fetch` without a wire; bodies are text. */
  readonly fetch: (url: URL, request: RequestInit) => Promise<Response>;
  /** The charges so far, oldest first; time settled to now. */
  readonly ledger: () => LedgerEntry[];
  /** All orders, oldest first, visible to the API or not. */
  readonly orders: () => Read['order'][];
  readonly resources: () => Read['resource'][];
  readonly account: () => Read['account'];
  /** Every call of the signed API in the order of arrival. */
  readonly calls: () => Call<Api>[];
  /** What a colleague, the console or the provider itself does meanwhile; and changes of the world. */
  readonly act: Acts;
  /** Adds a hook; returns how to take it away. */
  readonly onCall: (hook: CallHook<Api>) => () => void;
  /** Ends the server and every open connection. */
  readonly close: () => Promise<void>;
}
