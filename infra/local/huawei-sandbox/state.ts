import { accountOf, type Account } from './account.ts';
import type { Behaviour } from './behaviour.ts';
import { placeOrder } from './place-order.ts';
import type { ApiName } from './api.ts';
import { FaultPlan } from './fault-plan.ts';
import type { Happening } from './happening.ts';
import { KeyGuard } from './key-guard.ts';
import type { LedgerEntry } from './ledger.ts';
import { Moment } from './moment.ts';
import type { Order } from './order.ts';
import { seededRandom } from './seeded-random.ts';
import { resourcesOf, type Resource } from './resource.ts';
import { Throttle } from './throttle.ts';
import type { World } from './world.ts';
import type { WorldResource } from './world-resource.ts';

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

/** Adds a main resource with its attached ones, and the foreign order that may hold it. */
export function addResource(state: SandboxState, given: WorldResource): void {
  const start = state.clock();
  for (const resource of resourcesOf(given, state.world.discounts, start)) {
    if (state.resources.has(resource.id)) throw new Error(`there already is a ${resource.id}`);
    state.resources.set(resource.id, resource);
  }
  if (given.locked === undefined) return;
  placeOrder(state, {
    resources: [given.id],
    periodType: given.prices.month === undefined ? 3 : 2,
    periodNum: 1,
    userName: 'colleague',
    ...(given.locked === 'processing' ? { change: true } : {}),
  });
}

/** The state a world starts with; its relative dates count from `start` (epoch milliseconds). */
export function startState(world: World, clock: () => number, start = clock()): SandboxState {
  const moment = new Moment(clock);
  const random = seededRandom(world.seed);
  const state: SandboxState = {
    world,
    behaviour: world.behaviour,
    clock: moment.now,
    moment,
    note: () => undefined,
    random,
    resources: new Map(),
    orders: new Map(),
    locks: new Map(),
    open: new Set(),
    ledger: [],
    account: accountOf(world, start),
    faults: new FaultPlan(world.faults, random),
    throttle: new Throttle(world.ratePerSecond, world.rates),
    keyGuard: new KeyGuard(),
    calls: new Map(),
  };
  moment.during(start, () => {
    for (const resource of world.resources) addResource(state, resource);
  });
  return state;
}
