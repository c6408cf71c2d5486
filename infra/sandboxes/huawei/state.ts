import type { FrameState } from '../frame/frame-state.ts';
import type { LedgerEntry } from '../frame/ledger.ts';
import type { Account } from './account.ts';
import type { PlainActName } from './acts/act-inputs.ts';
import type { ApiName } from './api.ts';
import type { Order } from './orders/order.ts';
import type { Resource } from './resources/resource.ts';
import type { Behaviour } from './world/behaviour.ts';
import type { World } from './world/world.ts';

/** Everything the sandbox remembers. Changed only by operations, acts and the passing of time. */
export interface SandboxState extends FrameState<ApiName, PlainActName> {
  readonly world: World;
  behaviour: Behaviour;
  readonly resources: Map<string, Resource>;
  /** In the order of their creation. */
  readonly orders: Map<string, Order>;
  /** All orders that hold or held a main resource, oldest first. */
  readonly ordersOf: Map<string, readonly Order[]>;
  /** Orders that are unpaid or processing. */
  readonly open: Set<Order>;
  readonly ledger: LedgerEntry[];
  readonly account: Account;
}
