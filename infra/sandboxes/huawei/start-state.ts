import { frameState } from '../frame/frame-state.ts';
import { accountOf } from './account.ts';
import { KEY_RULE } from './gateway/admission.ts';
import { placeOrder } from './orders/place-order.ts';
import { resourcesOf } from './resources/resource.ts';
import type { SandboxState } from './state.ts';
import type { World } from './world/world.ts';
import type { WorldResource } from './world/world-resource.ts';

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
  const state: SandboxState = {
    ...frameState(world, clock, KEY_RULE),
    world,
    behaviour: world.behaviour,
    resources: new Map(),
    orders: new Map(),
    ordersOf: new Map(),
    open: new Set(),
    ledger: [],
    account: accountOf(world, start),
  };
  state.moment.during(start, () => {
    for (const resource of world.resources) addResource(state, resource);
  });
  return state;
}
