import { describe, expect, test } from 'vitest';
import type { CrashPoint } from '../support/crashing.ts';
import { violations } from '../support/books-of-the-run.ts';
import { huaweiDeployment } from '../support/huawei-deployment.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';

interface Scenario {
  readonly name: string;
  readonly world: Readonly<Record<string, unknown>>;
  readonly rows: number;
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'an undisturbed run',
    rows: 4,
    world: { resources: Array.from({ length: 4 }, (_, index) => worldResource(index)) },
  },
  {
    name: 'a run with a dearer row, a locked one and ten ids a call',
    rows: 14,
    world: {
      behaviour: { maxIdsPerRenew: 10, orderIdFilter: 'nothing' },
      resources: Array.from({ length: 14 }, (_, index) =>
        worldResource(index, {
          ...(index === 3 ? { prices: { month: '10.50' } } : {}),
          ...(index === 5 ? { locked: 'unpaid' } : {}),
        }),
      ),
    },
  },
  {
    name: 'a run with one order per resource',
    rows: 4,
    world: {
      behaviour: { ordersPerRenew: 'one per resource' },
      resources: Array.from({ length: 4 }, (_, index) => worldResource(index)),
    },
  },
];

/** Runs the scenario, dying once at the given point; returns the points passed and what is wrong. */
async function runWithCrash(
  scenario: Scenario,
  at: number | null,
): Promise<{ points: CrashPoint[]; wrong: string[]; status: string }> {
  const points: CrashPoint[] = [];
  const { app, sandbox, close } = await huaweiDeployment(scenario.world, {}, (point) => {
    points.push(point);
    return points.length - 1 === at;
  });
  const rows = Array.from({ length: scenario.rows }, (_, index) => quoteRow(index));
  await app.drop('main', quoteOf(rows));
  await app.settle();
  const wrong = violations(app.report, sandbox);
  const paid = app.report.rows.filter(({ outcome }) => outcome.outcome === 'renewed').length;
  const review = app.report.rows.filter(({ outcome }) => outcome.outcome === 'needs review').length;
  await close();
  return { points, wrong, status: `${app.job.status}, ${paid} renewed, ${review} to review` };
}

describe('the crash matrix', () => {
  test.each(SCENARIOS)(
    '$name, dying at every port call before and after its effect, charges nothing twice and loses nothing',
    async (scenario) => {
      const undisturbed = await runWithCrash(scenario, null);
      const failures: string[] = [];
      const endings = new Map<string, number>();
      for (let at = 0; at < undisturbed.points.length; at += 1) {
        const { wrong, status } = await runWithCrash(scenario, at);
        const point = undisturbed.points[at]!;
        endings.set(status, (endings.get(status) ?? 0) + 1);
        failures.push(...wrong.map((one) => `${point.when} ${point.call} (${at}): ${one}`));
        if (status !== undisturbed.status) {
          failures.push(`${point.when} ${point.call} (${at}): ${status}`);
        }
      }

      process.stdout.write(
        `crash matrix, ${scenario.name}: ${undisturbed.points.length} points, ${[...endings].map(([ending, count]) => `${count} x ${ending}`).join('; ')}\n`,
      );
      expect(undisturbed.wrong).toEqual([]);
      expect(failures).toEqual([]);
    },
    240_000,
  );
});
