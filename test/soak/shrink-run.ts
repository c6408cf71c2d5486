import fc from 'fast-check';
import { inspect } from 'node:util';
import { type RunEnd, randomRun } from './random-run.ts';
import { runPlans } from './run-plan.ts';
import { purchasePlans, randomPurchases } from './purchase-plans.ts';
import { kindsAsked } from './second-reading.ts';
import { endOf, isOfPurchases } from './seeded-run.ts';

/**
 * Looks for the smallest plan that fails as the seed's does, as text; null when the seed's plan does
 * not fail. Ends with the best one found when the time is over.
 */
export async function shrinkRun(seed: number, milliseconds: number): Promise<string | null> {
  return isOfPurchases(seed)
    ? await smallest(purchasePlans(), async (plan) => endOf(plan, await randomPurchases(plan)), {
        seed,
        milliseconds,
      })
    : await smallest(runPlans(kindsAsked()), randomRun, { seed, milliseconds });
}

async function smallest<Plan>(
  plans: fc.Arbitrary<Plan>,
  run: (plan: Plan) => Promise<RunEnd>,
  { seed, milliseconds }: { readonly seed: number; readonly milliseconds: number },
): Promise<string | null> {
  let last: RunEnd | null = null;
  const property = fc.asyncProperty(plans, async (plan) => {
    const end = await run(plan);
    if (end.wrong.length === 0) return true;
    last = end;
    return false;
  });
  const limits = { interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false };
  const found = await fc.check(property, { seed, numRuns: 1, ...limits });
  if (found.counterexample === null || last === null) return null;
  const [plan] = found.counterexample;
  const { wrong, told }: RunEnd = last;
  return [
    `Smallest plan after ${found.numShrinks} steps (path ${found.counterexamplePath ?? ''}):`,
    inspect(plan, { depth: null, breakLength: 120 }),
    ...wrong,
    ...told,
  ].join('\n');
}
