import { Big } from 'big.js';

import { knownItem } from '../items/known-item.ts';
import { providerDate } from '../provider-time.ts';
import { addDomain as add, addInstance as addOne } from '../start-state.ts';
import type { ActRun } from './act-run.ts';

/** A new list price; orders already made keep theirs. */
export const reprice: ActRun<'reprice', void> = (state, { resource, price }) => {
  knownItem(state, resource).price = new Big(price);
};

export const setDiscount: ActRun<'setDiscount', void> = (state, { resource, discount }) => {
  knownItem(state, resource).discount = new Big(discount);
};

/** Moves the expiry, for instance to play a change nobody ordered. */
export const setExpiry: ActRun<'setExpiry', void> = (state, { resource, expires }) => {
  const now = state.clock();
  knownItem(state, resource).expiries = [{ at: providerDate(expires, now), visibleFrom: now }];
};

/** Of a domain, whether it renews itself. */
export const setRenewStatus: ActRun<'setRenewStatus', void> = (state, input) => {
  const item = knownItem(state, input.resource);
  if (item.kind === 'domain') item.autoRenew = input.renewStatus === 'AutoRenewal';
  else item.renewStatus = input.renewStatus;
};

/** Replaces the planted codes of a resource; {} takes them away. */
export const setErrors: ActRun<'setErrors', void> = (state, { resource, errors }) => {
  knownItem(state, resource).errors = errors;
};

export const addInstance: ActRun<'addInstance', void> = (state, { instance }) => {
  addOne(state, instance);
};

export const addDomain: ActRun<'addDomain', void> = (state, { domain }) => {
  add(state, domain);
};

/** Takes a resource away, as after a release. */
export const deleteResource: ActRun<'deleteResource', void> = (state, { resource }) => {
  knownItem(state, resource);
  state.items.delete(resource);
};
