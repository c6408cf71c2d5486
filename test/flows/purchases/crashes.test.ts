import { describe, expect, test } from 'vitest';
import { MATRIX_MS, MATRIX_SEED, runMatrix, sampled } from '../../support/matrix.ts';
import { runPurchases } from '../../support/purchase-run.ts';
import { CRASHED } from '../../support/purchase-scenarios.ts';

/** So many points of each scenario in a usual run; MATRIX_ALL=1 takes all. */
const MOST = 5;

describe('a process that dies at any port call, before or after its effect', () => {
  test.each(CRASHED)(
    '$name',
    async (scenario) => {
      const { points, wrong } = await runPurchases(scenario);
      expect(wrong).toEqual([]);
      const places = sampled(
        points.map((point, at) => ({ ...point, at })),
        MOST,
        ({ call, when }) => call.endsWith('.purchase') && when === 'after',
      );
      const { failures, told } = await runMatrix(
        places,
        async ({ at }) => {
          let passed = -1;
          return await runPurchases(scenario, { crashAt: () => (passed += 1) === at });
        },
        ({ call, when, at }) => `${when} ${call} (${at})`,
      );

      process.stdout.write(
        `${scenario.name}: ${places.length} of ${points.length} points, seed ${MATRIX_SEED}: ${told}\n`,
      );
      expect(failures).toEqual([]);
    },
    MATRIX_MS,
  );
});
