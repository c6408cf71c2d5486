import { expect, test } from 'vitest';
import { connect } from '../../../shared/providers/alibaba/open-rows.ts';
import { openAlibabaDesk } from '../../../shared/providers/alibaba/open-desk.ts';
import { money } from '../../../shared/values/money.ts';
import {
  domainRow,
  instanceRow,
  purchaseAccount,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../../support/purchase-run.ts';
import { quoteOf } from '../../support/quote-rows.ts';
import { SurveyRun } from '../../support/survey-run.ts';

test('an export shows what instances and domains cost last, and no price that nobody told', async () => {
  const last = new Map<string, unknown>();
  const months = { unit: 'month', count: 3 } as const;
  const rows = [
    instanceRow(0, 'i-1', { term: months, approved: money('30', 'USD') }),
    instanceRow(1, 'swas-1'),
    domainRow(2, 'one.com'),
  ];
  const { wrong } = await runPurchases({
    name: 'renewed, then exported',
    world: {
      instances: [worldInstance('i-1', 'ecs'), worldInstance('swas-1', 'swas')],
      domains: [worldDomain('one.com'), worldDomain('two.com')],
    },
    rows,
    play: async ({ app, sandbox }) => {
      await app.drop('main', quoteOf(rows));
      await app.settle();
      const account = purchaseAccount({ endpoint: sandbox.url });
      const { clock, journals, memory } = app;
      const desk = openAlibabaDesk(
        connect({
          account,
          keys: { accessKey: 'LTAITEST', secretKey: 'SKTEST' },
          clock: clock.read,
          httpTimeoutSeconds: 20,
          fetch: sandbox.fetch,
          wait: async (milliseconds) => {
            clock.now += milliseconds;
            await Promise.resolve();
          },
        }),
      );
      const run = new SurveyRun({ clock, accounts: [account], desk: () => desk, journals, memory });
      await run.ask('main', { due: { days: 800 } }, 'Ada');
      await run.settle();
      const { survey } = run.file;
      expect(survey.lastRenewals).toBe('read');
      for (const row of survey.rows) last.set(row.resourceId, row.last);
    },
  });

  expect(wrong).toEqual([]);
  const at = Date.parse('2026-12-01T02:00:00Z');
  // No call tells what these two were charged.
  expect(last).toEqual(
    new Map<string, unknown>([
      ['i-1', { at, paid: money('30', 'USD'), term: months }],
      ['swas-1', { at, paid: null, term: { unit: 'month', count: 1 } }],
      ['one.com', { at, paid: null, term: { unit: 'year', count: 1 } }],
      ['two.com', undefined],
    ]),
  );
});
