import type { Promised } from './promises.ts';

/** A way in which a promise was broken once, told by its mishaps. */
export interface KnownStory {
  readonly promise: Promised;
  /** Names of the mishaps; wherever they fall, and in whichever order. */
  readonly mishaps: readonly string[];
  /** `open`: it can still be reached, which is a debt. `closed`: it must never be again. */
  readonly is: 'open' | 'closed';
}

/** Every story that the explorer has told, most serious promises first. None may be left open. */
export const KNOWN_STORIES: readonly KnownStory[] = [
  {
    promise: 'never twice',
    mishaps: ['the renew call makes two orders of the same rows'],
    is: 'open',
  },
  {
    promise: 'never twice',
    mishaps: ['the renew call makes a combined order beside one of its first row'],
    is: 'open',
  },
  {
    promise: 'every order is paid, cancelled or named',
    mishaps: ['a second worker with a fast clock takes the chunk'],
    is: 'open',
  },
  {
    promise: 'every order is paid, cancelled or named',
    mishaps: ['the renew call has no answer, made its order, and the price call shows that late'],
    is: 'open',
  },
  {
    promise: 'no untrue sentence',
    mishaps: ['a colleague renews a row, the expiries show it 20 minutes late'],
    is: 'open',
  },
  {
    promise: 'no untrue sentence',
    mishaps: ['a colleague takes over, the expiries show it 20 minutes late'],
    is: 'open',
  },
];
