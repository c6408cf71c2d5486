import { describe, expect, test } from 'vitest';
import type { CrashPoint } from '../support/crashing.ts';
import { violations } from '../support/books-of-the-run.ts';
import { huaweiDeployment } from '../support/huawei-deployment.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';

/** Points are independent of each other: a few run side by side. */
const AT_ONCE = 4;

interface Scenario {
  readonly name: string;
  readonly world: Readonly<Record<string, unknown>>;
  readonly rows: number;
  /** Orders whose answer was lost cannot be told from a colleague's: a person is asked then. */
  readonly unprovable?: true;
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
  {
    name: 'a run with discounts, orders that nothing maps to rows, and a busy row',
    rows: 3,
    unprovable: true,
    world: {
      behaviour: {
        ordersPerRenew: 'one per resource',
        orderIdFilter: 'nothing',
        partialRenew: true,
        unpaidOrderAmount: 'discounted until paid',
      },
      resources: Array.from({ length: 3 }, (_, index) =>
        worldResource(index, {
          discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }],
          ...(index === 1 ? { errors: { renew: 'CBC.99003144' } } : {}),
        }),
      ),
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
      const left = undisturbed.points.map((point, at) => ({ point, at }));
      const dieAtEach = async (): Promise<void> => {
        for (let next = left.pop(); next !== undefined; next = left.pop()) {
          const { point, at } = next;
          const { wrong, status } = await runWithCrash(scenario, at);
          endings.set(status, (endings.get(status) ?? 0) + 1);
          failures.push(...wrong.map((one) => `${point.when} ${point.call} (${at}): ${one}`));
          if (status !== undisturbed.status && scenario.unprovable !== true) {
            failures.push(`${point.when} ${point.call} (${at}): ${status}`);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, dieAtEach));

      process.stdout.write(
        `crash matrix, ${scenario.name}: ${undisturbed.points.length} points, ${[...endings].map(([ending, count]) => `${count} x ${ending}`).join('; ')}\n`,
      );
      expect(undisturbed.wrong).toEqual([]);
      expect(failures).toEqual([]);
    },
    240_000,
  );
});
