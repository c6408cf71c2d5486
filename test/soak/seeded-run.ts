import fc from 'fast-check';
import { type RunEnd, randomRun } from './random-run.ts';
import { type RunPlan, runPlans } from './run-plan.ts';
import { kindsAsked } from './second-reading.ts';

/** The plan of a seed, with kinds of the second reading where some are named. */
export function planOf(seed: number, kinds: readonly string[] = kindsAsked()): RunPlan {
  return fc.sample(runPlans(kinds), { seed, numRuns: 1 })[0]!;
}

/** The run of a seed; what the harness itself throws counts as a violation. */
export async function seededRun(seed: number, kinds = kindsAsked()): Promise<RunEnd> {
  const counts = { jobs: 0, crashes: 0, faults: 0, charges: 0 };
  try {
    return await randomRun(planOf(seed, kinds));
  } catch (error) {
    return { counts, told: [], wrong: [`the run broke off: ${String(error)}`] };
  }
}
