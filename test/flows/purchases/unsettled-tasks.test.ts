import { expect, test } from 'vitest';
import { TASKS_AT_ONCE } from '../../../shared/renewal/rules/purchases.ts';
import { quoteOf } from '../../support/quote-rows.ts';
import { domainRow, runPurchases, worldDomain } from '../../support/purchase-run.ts';

const HOUR = 3_600_000;
const TASK_MS = 2 * HOUR;

test('tasks that an ended job has left behind count as the account’s, like those of the next one', async () => {
  const first = Array.from({ length: 15 }, (_, at) => domainRow(at, `a${at}.com`));
  const second = Array.from({ length: 15 }, (_, at) => domainRow(at, `b${at}.com`));
  const end = await runPurchases({
    name: 'tasks that take hours',
    rows: [],
    settings: { confirmHours: 1 },
    world: {
      domains: [...first, ...second].map(({ resourceId }, at) =>
        // The first of each job goes alone until it is renewed.
        worldDomain(resourceId!, at % 15 === 0 ? {} : { taskWaitMs: TASK_MS }),
      ),
    },
    play: async ({ app }) => {
      await app.drop('main', quoteOf(first));
      await app.settle();
      await app.drop('main', quoteOf(second));
      await app.settle();
    },
  });
  const sent = end.calls.filter(({ api }) => api === 'domainRenew').map(({ at }) => at);
  const atOnce = sent.map((at) => sent.filter((one) => one <= at && at < one + TASK_MS).length);

  expect(end.app.reports.map(({ rows }) => rows.length)).toEqual([15, 15]);
  expect(sent.length).toBeGreaterThan(TASKS_AT_ONCE);
  // The first ones of both jobs were over long before.
  expect(Math.max(...atOnce)).toBeLessThanOrEqual(TASKS_AT_ONCE + 2);
});
