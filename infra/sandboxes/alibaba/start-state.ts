import { frameState } from '../frame/frame-state.ts';
import { accountOf } from './account.ts';
import { NonceMemory } from './gateway/nonce-memory.ts';
import { domainOf, instanceOf, type Item } from './items/item.ts';
import { TokenMemory } from './orders/token-memory.ts';
import type { SandboxState } from './state.ts';
import type { World } from './world/world.ts';
import type { WorldDomain, WorldInstance } from './world/world-item.ts';

/** No number of failures blocks a key: the contract knows of none. */
const KEY_RULE = { failures: Infinity, blockMs: 0 } as const;

function add({ items }: SandboxState, item: Item): void {
  if (items.has(item.id)) throw new Error(`there already is a ${item.id}`);
  items.set(item.id, item);
}

/** Adds an instance; its relative dates count from now. */
export function addInstance(state: SandboxState, given: WorldInstance): void {
  add(state, instanceOf(given, state.clock()));
}

/** Adds a domain; its relative dates count from now. */
export function addDomain(state: SandboxState, given: WorldDomain): void {
  add(state, domainOf(given, state.clock(), state.behaviour));
}

/** The state a world starts with; its relative dates count from `start` (epoch milliseconds). */
export function startState(world: World, clock: () => number, start = clock()): SandboxState {
  const state: SandboxState = {
    ...frameState(world, clock, KEY_RULE),
    world,
    behaviour: world.behaviour,
    items: new Map(),
    orders: new Map(),
    tasks: new Map(),
    processing: new Set(),
    running: new Set(),
    tokens: new TokenMemory(),
    nonces: new NonceMemory(),
    ledger: [],
    account: accountOf(world),
  };
  state.moment.during(start, () => {
    for (const instance of world.instances) addInstance(state, instance);
    for (const domain of world.domains) addDomain(state, domain);
  });
  return state;
}
