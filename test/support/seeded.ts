import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Random choices that a seed repeats. */
export interface Seeded {
  readonly chance: (share: number) => boolean;
  readonly below: (count: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
}

/** Choices in the same order for the same seed. */
export function seeded(seed: number): Seeded {
  const generator = mersenne(seed);
  const below = (count: number): number => uniformInt(generator, 0, count - 1);
  return {
    below,
    chance: (share) => uniformFloat64(generator) < share,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
  };
}
