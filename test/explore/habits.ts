import type { Habits } from './views.ts';

/** Habits that a provider may have instead, one at a time. */
export const HABITS = [
  { name: 'nothing is ever listed under a renewal order', filterLists: false },
  { name: 'lines of orders never say when their period begins', starts: 'nothing' },
  { name: 'lines of orders say when they were ordered', starts: 'when it was ordered' },
  { name: 'the list of orders never names a user', listNamesUser: false },
] as const;

/** What is expected of a provider. */
export const CALM: Habits = { filterLists: true, starts: 'the old expiry', listNamesUser: true };
