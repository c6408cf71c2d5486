import { afterAll, describe, expect, test } from 'vitest';
import { COVERED } from '../support/step-coverage.ts';
import { MATRIX_SEED, runMatrix, sampled } from '../support/matrix.ts';
import { runScenario } from '../support/run-scenario.ts';
import type { PlacedPoint, Scenario } from '../support/scenario.ts';
import {
  CANCELLED,
  CHAIN,
  DEAR_ORDER,
  EXPIRES,
  IN_LINE,
  LADDER,
  LOST_MESSAGES,
  OBSCURE,
  ORDER_EACH,
  REJECTED,
  SHORT_BALANCE,
  UNDISTURBED,
} from '../support/scenarios.ts';

/**
 * Points of the plainer scenarios are all run, those of the others by a sample of so many; but what
 * a person does, and a tick that has something to do, is run at every point.
 */
const SAMPLE = 12;

function isRare({ point }: { readonly point: PlacedPoint }): boolean {
  const idle = point.call === 'accounts.read';
  return point.function === 'operator' || (point.function === 'tick' && !idle);
}

const total = { enumerated: 0, run: 0 };
const functions = new Map<string, number>();

function nameOf(point: PlacedPoint, at: number): string {
  return `${point.when} ${point.call} of ${point.function} (${at})`;
}

async function reached(scenario: Scenario): Promise<string[]> {
  const { points } = await runScenario(scenario);
  return points.map(({ function: place, call }) => `${place}: ${call}`);
}

describe('the crash matrix', () => {
  test.each<{ scenario: Scenario; most: number }>([
    { scenario: UNDISTURBED, most: Infinity },
    { scenario: LADDER, most: Infinity },
    { scenario: ORDER_EACH, most: 4 * SAMPLE },
    { scenario: CHAIN, most: 4 * SAMPLE },
    { scenario: OBSCURE, most: 4 * SAMPLE },
    { scenario: DEAR_ORDER, most: SAMPLE },
    { scenario: SHORT_BALANCE, most: SAMPLE },
    { scenario: CANCELLED, most: SAMPLE },
    { scenario: EXPIRES, most: SAMPLE },
    { scenario: IN_LINE, most: SAMPLE },
    { scenario: LOST_MESSAGES, most: SAMPLE },
    { scenario: REJECTED, most: SAMPLE },
  ])(
    '$scenario.name, dying at every port call before and after its effect, charges nothing twice and loses nothing',
    async ({ scenario, most }) => {
      const undisturbed = await runScenario(scenario);
      const all = undisturbed.points.map((point, at) => ({ point, at }));
      const points = sampled(all, most, isRare);
      const { failures, told } = await runMatrix(
        points,
        async ({ at }) => {
          let passed = -1;
          const end = await runScenario(scenario, { crashAt: () => (passed += 1) === at });
          const differs = scenario.provable && end.status !== undisturbed.status;
          return { ...end, wrong: [...end.wrong, ...(differs ? [end.status] : [])] };
        },
        ({ point, at }) => nameOf(point, at),
      );
      for (const { point } of points) {
        functions.set(point.function, (functions.get(point.function) ?? 0) + 1);
      }
      total.enumerated += all.length;
      total.run += points.length;
      process.stdout.write(
        `crash matrix, ${scenario.name}: ${points.length} of ${all.length} points, ${told}\n`,
      );
      expect(undisturbed.wrong).toEqual([]);
      expect(failures).toEqual([]);
    },
    240_000,
  );

  test('points are found wherever something is done: in each function, in the tick and in what an operator does', async () => {
    const [plain, lost, short] = await Promise.all(
      [UNDISTURBED, LOST_MESSAGES, SHORT_BALANCE].map(reached),
    );
    expect(plain).toEqual(
      expect.arrayContaining([
        'intake: files.write',
        'intake: dispatch.chunks',
        'renew-chunk: journals.save',
        'renew-chunk: provider.renewals.pay',
        'finish-job: files.write',
        'finish-job: accounts.release',
      ]),
    );
    expect(lost).toEqual(
      expect.arrayContaining(['tick: dispatch.chunks', 'tick: dispatch.finish']),
    );
    expect(short).toEqual(
      expect.arrayContaining(['operator: jobs.move', 'operator: dispatch.chunks']),
    );
  });

  afterAll(() => {
    const where = [...functions].map(([name, count]) => `${name} ${count}`).join(', ');
    process.stdout.write(
      `crash matrix: ${total.run} of ${total.enumerated} points ran (seed ${MATRIX_SEED}): ${where}\n${COVERED.told()}\n`,
    );
  });
});
