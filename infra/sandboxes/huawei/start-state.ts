import { accountOf } from './account.ts';
import { FaultPlan } from './fault-plan.ts';
import { KeyGuard } from './key-guard.ts';
import { Moment } from '../frame/moment.ts';
import { placeOrder } from './place-order.ts';
import { resourcesOf } from './resource.ts';
import { seededRandom } from '../frame/seeded-random.ts';
import type { SandboxState } from './state.ts';
import { Throttle } from './throttle.ts';
import type { World } from './world.ts';
import type { WorldResource } from './world-resource.ts';

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
