import { COVERED } from '../support/step-coverage.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { MATRIX_SEED, runMatrix, sampled } from '../support/matrix.ts';
import { type ProviderFault, PROVIDER_FAULTS } from '../support/provider-faults.ts';
import { runScenario } from '../support/run-scenario.ts';
import type { Ended, Scenario, Trouble } from '../support/scenario.ts';
import {
  CANCELLED,
  DEAR_ORDER,
  IN_LINE,
  LADDER,
  LOST_MESSAGES,
  OBSCURE,
  ORDER_EACH,
  SHORT_BALANCE,
  UNDISTURBED,
} from '../support/scenarios.ts';

const total = { enumerated: 0, run: 0 };

interface Point {
  readonly name: string;
  readonly trouble: () => Trouble;
  readonly mayLeaveUnpaid?: true;
}

const LEFT_BEHIND = /the unpaid order \w+ was left behind$/u;

/**
 * Runs so many of the points and prints what they came to; returns what is wrong. The same must
 * become of the rows.
 */
async function matrixOf(
  name: string,
  scenario: Scenario,
  undisturbed: Ended,
  all: readonly Point[],
  most: number,
): Promise<readonly string[]> {
  const points = sampled(all, most);
  const { failures, told } = await runMatrix(
    points,
    async ({ trouble, mayLeaveUnpaid }) => {
      const end = await runScenario(scenario, trouble());
      const differs = scenario.provable && end.status !== undisturbed.status;
      const wrong = end.wrong.filter((one) => mayLeaveUnpaid !== true || !LEFT_BEHIND.test(one));
      return { ...end, wrong: [...wrong, ...(differs ? [end.status] : [])] };
    },
    (point) => point.name,
  );
  total.enumerated += all.length;
  total.run += points.length;
  process.stdout.write(
    `fault matrix, ${name}, ${scenario.name}: ${points.length} of ${all.length} points, ${told}\n`,
  );
  return [...undisturbed.wrong, ...failures];
}

function providerPoints({ calls }: Ended, fault: ProviderFault): Point[] {
  return calls.map(({ api, number }) => ({
    ...fault,
    name: `${fault.name}: ${api} ${number}`,
    trouble: () => fault.trouble(api, { from: number, to: number + fault.calls - 1 }),
  }));
}

/** Calls in a row that an outage of a service of the cloud takes along. */
const OUTAGE = 4;

/** Whether a port call is one of the cloud's services, not of the provider's. */
function isOfTheCloud(call: string): boolean {
  return !call.startsWith('provider.');
}

/** Each call to table, queues and bucket: refused once, refused for a while, or its answer lost. */
function cloudPoints({ points }: Ended): Point[] {
  return points.flatMap(({ call, when, function: place }, at) => {
    if (!isOfTheCloud(call)) return [];
    const point = (name: string, error: string, many: number): Point => ({
      name: `${name}: ${call} of ${place} (${at})`,
      trouble: () => failingFrom(at, many, error),
    });
    return when === 'after'
      ? [point('its answer lost', 'TimeoutError', 1)]
      : [
          point('throttled', 'ThrottlingException', 1),
          point('out of service', 'InternalServerError', OUTAGE),
        ];
  });
}

/** The cloud's calls fail from the point on, as many as given, before their effect or after it. */
function failingFrom(at: number, many: number, error: string): Trouble {
  let passed = -1;
  let failed = 0;
  return {
    crashAt: ({ call, when }) => {
      passed += 1;
      if (passed < at || failed >= many || !isOfTheCloud(call)) return false;
      if (passed > at && when === 'after') return false;
      failed += 1;
      return Object.assign(new Error(error), { name: error });
    },
  };
}

function deliveryPoints({ deliveries }: Ended, { misdelivery }: Scenario): Point[] {
  if (misdelivery !== undefined) return [];
  const each = (['twice', 'side by side'] as const).flatMap((kind) =>
    Array.from({ length: deliveries }, (_, at) => ({
      name: `${kind}: delivery ${at}`,
      trouble: (): Trouble => ({ misdelivery: { kind, at } }),
    })),
  );
  const late = (['after the end', 'after a resume'] as const).map((kind) => ({
    name: `every message ${kind}`,
    trouble: (): Trouble => ({ misdelivery: { kind } }),
  }));
  return [...each, ...late];
}

describe('the fault matrix', () => {
  test.each<{ most: number; scenario: Scenario }>([
    { most: 120, scenario: UNDISTURBED },
    { most: 15, scenario: LADDER },
    { most: 30, scenario: ORDER_EACH },
    { most: 15, scenario: OBSCURE },
    { most: 15, scenario: DEAR_ORDER },
    { most: 15, scenario: SHORT_BALANCE },
  ])(
    '$scenario.name, at most $most points: each provider call going wrong in each way costs nothing twice and loses nothing',
    async ({ most, scenario }) => {
      const undisturbed = await runScenario(scenario);
      const points = PROVIDER_FAULTS.flatMap((fault) => providerPoints(undisturbed, fault));
      expect(await matrixOf('provider', scenario, undisturbed, points, most)).toEqual([]);
    },
    240_000,
  );

  test.each<{ most: number; scenario: Scenario }>([
    { most: 120, scenario: UNDISTURBED },
    { most: 15, scenario: ORDER_EACH },
    { most: 15, scenario: SHORT_BALANCE },
    { most: 30, scenario: CANCELLED },
    { most: 15, scenario: IN_LINE },
    { most: 15, scenario: LOST_MESSAGES },
  ])(
    '$scenario.name, at most $most points: each call to table, queues and bucket failing costs nothing twice and loses nothing',
    async ({ most, scenario }) => {
      const undisturbed = await runScenario(scenario);
      const points = cloudPoints(undisturbed);
      expect(await matrixOf('cloud', scenario, undisturbed, points, most)).toEqual([]);
    },
    240_000,
  );

  test.each<Scenario>([UNDISTURBED, LADDER, ORDER_EACH, SHORT_BALANCE, CANCELLED, IN_LINE])(
    '$name: each message delivered twice, to two workers at once, or late has no effect',
    async (scenario) => {
      const undisturbed = await runScenario(scenario);
      const points = deliveryPoints(undisturbed, scenario);
      expect(await matrixOf('messages', scenario, undisturbed, points, Infinity)).toEqual([]);
    },
    240_000,
  );

  afterAll(() => {
    process.stdout.write(
      `fault matrix: ${total.run} of ${total.enumerated} points ran (seed ${MATRIX_SEED})\n${COVERED.told()}\n`,
    );
  });
});
