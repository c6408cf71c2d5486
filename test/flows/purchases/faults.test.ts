import { describe, expect, test } from 'vitest';
import { MATRIX_MS, MATRIX_SEED, runMatrix, sampled } from '../../support/matrix.ts';
import { runPurchases } from '../../support/purchase-run.ts';
import { FAULTED } from '../../support/purchase-scenarios.ts';

/** So many points of each scenario in a usual run; MATRIX_ALL=1 takes all. */
const MOST = 8;

/** What can befall any call; the last ones leave its effect and take its answer. */
const FAULTS = [
  { when: 'before', what: 'reset' },
  { when: 'before', what: 'throttle' },
  { when: 'before', what: { status: 503, code: 'ServiceUnavailable' } },
  { when: 'before', what: { status: 403, code: 'Forbidden.RAM' } },
  { when: 'before', what: { status: 400, code: 'Some.NewCode' } },
  { when: 'after', what: 'reset' },
  { when: 'after', what: 'truncated' },
  { when: 'after', what: 'malformed' },
  { when: 'after', what: 'html' },
  { when: 'after', what: { status: 500, code: 'InternalError' } },
  { when: 'after', what: { status: 400, code: 'NetworkIOError' } },
] as const;

describe('a call of any kind that goes wrong in any way', () => {
  test.each(FAULTED)(
    '$name',
    async (scenario) => {
      const { calls } = await runPurchases(scenario);
      const points = calls.flatMap(({ api, number }) =>
        FAULTS.map((fault) => ({ api, call: number, ...fault })),
      );
      const chosen = sampled(
        points,
        MOST,
        ({ api, call, when, what }) =>
          /[rR]enew/u.test(api) &&
          when === 'after' &&
          call === 1 &&
          /reset|500/u.test(JSON.stringify(what)),
      );
      const { failures, told } = await runMatrix(
        chosen,
        async (fault) => await runPurchases(scenario, { faults: [fault] }),
        ({ api, call, when, what }) => `${JSON.stringify(what)} ${when} ${api} ${call}`,
      );

      process.stdout.write(
        `${scenario.name}: ${chosen.length} of ${points.length} faults, seed ${MATRIX_SEED}: ${told}\n`,
      );
      expect(failures).toEqual([]);
    },
    MATRIX_MS,
  );
});
