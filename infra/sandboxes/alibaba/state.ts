import type { FrameState } from '../frame/frame-state.ts';
import type { LedgerEntry } from '../frame/ledger.ts';
import type { Account } from './account.ts';
import type { PlainActName } from './acts/act-inputs.ts';
import type { ApiName } from './api.ts';
import type { Item } from './items/item.ts';
import type { NonceMemory } from './gateway/nonce-memory.ts';
import type { Order } from './orders/order.ts';
import type { Task, TaskDetail } from './tasks/task.ts';
import type { TokenMemory } from './orders/token-memory.ts';
import type { Behaviour } from './world/behaviour.ts';
import type { World } from './world/world.ts';

/** Everything the sandbox remembers. Changed only by operations, acts and the passing of time. */
export interface SandboxState extends FrameState<ApiName, PlainActName> {
  readonly world: World;
  behaviour: Behaviour;
  /** Instances by id and domains by name. */
  readonly items: Map<string, Item>;
  /** In the order of their creation. */
  readonly orders: Map<string, Order>;
  /** In the order of their creation. */
  readonly tasks: Map<string, Task>;
  /** Orders that are paid and have not renewed yet. */
  readonly processing: Set<Order>;
  /** Domains of tasks that have no outcome yet. */
  readonly running: Set<TaskDetail>;
  readonly tokens: TokenMemory;
  readonly nonces: NonceMemory;
  readonly ledger: LedgerEntry[];
  readonly account: Account;
}
