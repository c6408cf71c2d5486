import type { HuaweiActs } from './acts.ts';
import type { CallHook } from './call-hook.ts';
import type { Call } from './call-log.ts';
import type { LedgerEntry } from './ledger.ts';
import type { AccountFacts, OrderFacts, ResourceFacts } from './views.ts';

/** A running sandbox: the Huawei billing API on 127.0.0.1, and what a test may ask of it. */
export interface HuaweiSandbox {
  readonly url: string;
  /** The charges so far, oldest first; time settled to now. */
  readonly ledger: () => LedgerEntry[];
  /** All orders, oldest first, visible to the API or not. */
  readonly orders: () => OrderFacts[];
  readonly resources: () => ResourceFacts[];
  readonly account: () => AccountFacts;
  /** Every call of the signed API in the order of arrival. */
  readonly calls: () => Call[];
  /** What a colleague, the console or Huawei itself does meanwhile; and changes of the world. */
  readonly act: HuaweiActs;
  /** Adds a hook; returns how to take it away. */
  readonly onCall: (hook: CallHook) => () => void;
  /** Ends the server and every open connection. */
  readonly close: () => Promise<void>;
}
