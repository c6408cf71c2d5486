import fc from 'fast-check';
import { type Drop, drops, type RowPlan, rowPlans } from './file-plans.ts';
import { type Happening, happenings } from './happenings.ts';
import { type Mishap, mishaps } from './mishaps.ts';
import { type OperatorAct, operatorActs } from './operator-acts.ts';
import { type Tampering, tamperings } from './tampering.ts';
import { type WorldPlan, worldPlans } from './world-plans.ts';

/**
 * One random run as plain data: the world, the files and when they are dropped, and all that goes
 * wrong on the way, each at a counted moment. The same plan always makes the same run, so a failing
 * one can be made smaller.
 */
export interface RunPlan {
  readonly world: WorldPlan;
  /** The lines of the approved file; the other files are made of it. */
  readonly rows: readonly RowPlan[];
  /** Dropped one after the other; the first at once. */
  readonly drops: readonly Drop[];
  readonly mishaps: readonly Mishap[];
  readonly happenings: readonly Happening[];
  readonly tamperings: readonly Tampering[];
  readonly operator: readonly OperatorAct[];
  /** Whether a second deployment with the same key gets the first file, too. */
  readonly secondDeployment: boolean;
}

const MOST_RESOURCES = 6;

/** Plans of all kinds; they shrink towards one quiet file of one row. */
export function runPlans(): fc.Arbitrary<RunPlan> {
  const plans = fc.integer({ min: 1, max: MOST_RESOURCES }).chain((resources) =>
    fc.record({
      world: worldPlans(resources),
      rows: rowPlans(resources),
      drops: drops(),
      mishaps: mishaps(),
      happenings: happenings(),
      tamperings: tamperings(),
      operator: operatorActs(),
      secondDeployment: fc.nat({ max: 5 }).map((side) => side === 5),
    }),
  );
  // By itself the library prefers small and extreme values, with which hardly anything is renewed.
  return fc.noBias(plans);
}
