import type { Account } from './account.ts';
import type { Behaviour } from './behaviour.ts';
import type { ApiName } from './api.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Happening } from './happening.ts';
import type { KeyGuard } from './key-guard.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Moment } from '../frame/moment.ts';
import type { Order } from './order.ts';
import type { Resource } from './resource.ts';
import type { Throttle } from './throttle.ts';
import type { World } from './world.ts';

/** Everything the sandbox remembers. Changed only by operations, acts and the passing of time. */
export interface SandboxState {
  readonly world: World;
  behaviour: Behaviour;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly moment: Moment;
  /** Called with everything that changes the state, once it has; keeps nothing unless replaced. */
  note: (happening: Happening) => void;
  readonly random: () => number;
  readonly resources: Map<string, Resource>;
  /** In the order of their creation. */
  readonly orders: Map<string, Order>;
  /** The unpaid or processing order that holds a main resource. */
  readonly locks: Map<string, Order>;
  /** Orders that are unpaid or processing. */
  readonly open: Set<Order>;
  readonly ledger: LedgerEntry[];
  readonly account: Account;
  readonly faults: FaultPlan;
  readonly throttle: Throttle;
  readonly keyGuard: KeyGuard;
  /** Calls so far of each API, the refused and disturbed ones included. */
  readonly calls: Map<ApiName, number>;
}

/** Counts a call; returns its number, from 1 for each API. */
export function countCall({ calls }: SandboxState, api: ApiName): number {
  const number = (calls.get(api) ?? 0) + 1;
  calls.set(api, number);
  return number;
}
