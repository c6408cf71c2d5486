import { AT_ALIBABA } from './at-alibaba.ts';
import { AMONG_OTHERS } from './among-others.ts';
import { AT_FIRST_PAYMENTS } from './at-first-payments.ts';
import type { Mutant } from './mutant.ts';
import { AT_ORDERING } from './at-ordering.ts';
import { AT_BUYING } from './at-buying.ts';
import { AT_PAYING } from './at-paying.ts';
import { AT_THE_BOOKS } from './at-the-books.ts';
import { OF_COVERAGE } from './of-coverage.ts';
import { OF_ORPHANS } from './of-orphans.ts';

/** Every mistake that is tried: at least one for each money rule. */
export const ALL_MUTANTS: readonly Mutant[] = [
  ...AT_ORDERING,
  ...AT_ALIBABA,
  ...OF_ORPHANS,
  ...OF_COVERAGE,
  ...AMONG_OTHERS,
  ...AT_FIRST_PAYMENTS,
  ...AT_BUYING,
  ...AT_PAYING,
  ...AT_THE_BOOKS,
];
