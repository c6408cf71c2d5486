import fc from 'fast-check';
import type { PurchaseEnd } from '../support/purchase-run.ts';
import { type PurchasePlan, purchasePlans, randomPurchases } from './purchase-plans.ts';
import { type RunEnd, randomRun } from './random-run.ts';
import { type RunPlan, runPlans } from './run-plan.ts';
import { kindsAsked } from './second-reading.ts';

/** The plan of a seed, with kinds of the second reading where some are named. */
export function planOf(seed: number, kinds: readonly string[] = kindsAsked()): RunPlan {
  return fc.sample(runPlans(kinds), { seed, numRuns: 1 })[0]!;
}

/** Every third seed is of what is paid at once, at the second provider. */
export function isOfPurchases(seed: number): boolean {
  return seed % 3 === 0;
}

/** The run of such a seed. */
async function purchaseRun(seed: number): Promise<RunEnd> {
  const plan = fc.sample(purchasePlans(), { seed, numRuns: 1 })[0]!;
  return endOf(plan, await randomPurchases(plan));
}

/** How a run of what is paid at once ended, in the words of the others. */
export function endOf(plan: PurchasePlan, { app, ledger, wrong, status }: PurchaseEnd): RunEnd {
  const counts = {
    jobs: app.jobs.all().length,
    crashes: plan.deaths.length,
    faults: plan.faults.length,
    charges: ledger.length,
  };
  return { counts, wrong, told: [status] };
}

/** The run of a seed; what the harness itself throws counts as a violation. */
export async function seededRun(seed: number, kinds = kindsAsked()): Promise<RunEnd> {
  const counts = { jobs: 0, crashes: 0, faults: 0, charges: 0 };
  try {
    if (isOfPurchases(seed)) return await purchaseRun(seed);
    return await randomRun(planOf(seed, kinds));
  } catch (error) {
    return { counts, told: [], wrong: [`the run broke off: ${String(error)}`] };
  }
}
