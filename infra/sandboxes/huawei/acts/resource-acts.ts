import { Big } from 'big.js';

import type { Resource } from '../resources/resource.ts';
import { addResource as add } from '../start-state.ts';
import type { SandboxState } from '../state.ts';
import { billingDate } from '../billing-time.ts';
import type { ActRun } from './act-run.ts';

function known(state: SandboxState, id: string): Resource {
  const resource = state.resources.get(id);
  if (resource === undefined) throw new Error(`there is no resource ${id}`);
  return resource;
}

/** New list prices; orders already made keep theirs. */
export const reprice: ActRun<'reprice', void> = (state, { resource: id, month, year }) => {
  const resource = known(state, id);
  resource.prices = {
    month: month === undefined ? resource.prices.month : new Big(month),
    year: year === undefined ? resource.prices.year : new Big(year),
  };
};

export const setDiscounts: ActRun<'setDiscounts', void> = (state, { resource, discounts }) => {
  known(state, resource).discounts = discounts;
};

/** Moves the expiry, for instance to play a change nobody ordered. */
export const setExpiry: ActRun<'setExpiry', void> = (state, { resource: id, expires }) => {
  const now = state.clock();
  known(state, id).expiries = [{ at: billingDate(expires, now), visibleFrom: now }];
};

/** Replaces the planted codes of a resource; {} takes them away. */
export const setErrors: ActRun<'setErrors', void> = (state, { resource, errors }) => {
  known(state, resource).errors = errors;
};

export const addResource: ActRun<'addResource', void> = (state, { resource }) => {
  add(state, resource);
};

/** Takes a resource and its attached ones away, as after a release. */
export const deleteResource: ActRun<'deleteResource', void> = (state, { resource: id }) => {
  for (const one of [id, ...known(state, id).attached]) state.resources.delete(one);
};
