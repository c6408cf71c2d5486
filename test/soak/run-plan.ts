import fc from 'fast-check';
import { type Drop, drops, type RowPlan, rowPlans } from './file-plans.ts';
import { type Happening, happenings } from './happenings.ts';
import { type Mishap, mishaps } from './mishaps.ts';
import { type OperatorAct, operatorActs } from './operator-acts.ts';
import {
  FIRST_READING,
  type Overlay,
  type SecondReading,
  secondReading,
} from './second-reading.ts';
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
  /** What newer kinds lay over all that. */
  readonly second: SecondReading;
}

const MOST_RESOURCES = 6;

type FirstPlan = Omit<RunPlan, 'second'>;

/**
 * Plans that shrink towards one quiet file of one row. `kinds` are names of the second reading;
 * without any, a seed draws the plans that it always drew.
 */
export function runPlans(kinds: readonly string[] = []): fc.Arbitrary<RunPlan> {
  const plans: fc.Arbitrary<FirstPlan> = fc
    .integer({ min: 1, max: MOST_RESOURCES })
    .chain((resources) =>
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
  if (kinds.length === 0) return fc.noBias(plans.map((plan) => laidOver(plan, FIRST_READING)));
  const both = fc.tuple(plans, secondReading(kinds));
  return fc.noBias(both.map(([plan, second]) => laidOver(plan, second)));
}

/** The plan with all that its kinds lay over it. */
function laidOver(plan: FirstPlan, second: SecondReading): RunPlan {
  return second.overlays.reduce<RunPlan>((under, overlay) => laid(under, overlay), {
    ...plan,
    second,
  });
}

function laid(plan: RunPlan, overlay: Overlay): RunPlan {
  const { behaviour = {}, faults = [], happenings: more = [], alone = false } = overlay;
  const { months, along, discounted = false } = overlay;
  const { world } = plan;
  const resources = world.resources.map((one, index) => ({
    ...one,
    month: months?.[index % months.length] ?? one.month,
    along: along?.[index % along.length] ?? one.along,
    discounted: discounted || one.discounted,
    ...(alone ? { errors: {}, locked: null, autoRenew: false, later: 0 } : {}),
  }));
  return {
    ...plan,
    world: {
      ...world,
      resources,
      behaviour: { ...world.behaviour, ...behaviour },
      faults: [...faults, ...(alone ? [] : world.faults)],
      balance: alone ? '1000' : world.balance,
      hangs: world.hangs || overlay.hangs === true,
      account: { ...world.account, ...overlay.account },
    },
    rows: plan.rows.map((row) => ({ ...row, percent: overlay.percent ?? row.percent })),
    happenings: [...more, ...(alone ? [] : plan.happenings)],
    ...(overlay.single === true ? { secondDeployment: false } : {}),
    ...(alone ? { mishaps: [], tamperings: [], operator: [], secondDeployment: false } : {}),
  };
}
