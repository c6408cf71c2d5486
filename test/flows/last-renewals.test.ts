import { describe, expect, onTestFinished, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { openClient } from '../../shared/providers/huawei/client.ts';
import { openHuaweiDesk } from '../../shared/providers/huawei/open-desk.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import type { Survey, SurveyRow } from '../../shared/survey/survey.ts';
import { money } from '../../shared/values/money.ts';
import type { CrashAt } from '../support/crashing.ts';
import { InProcess } from '../support/in-process.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';
import { sandboxOnClock } from '../support/sandbox-on-clock.ts';
import { SurveyRun } from '../support/survey-run.ts';

/** The clock stands at 1 December 2026, and what is due on the twentieth costs 10 dollars a month. */
const RENEWED_AT = Date.parse('2026-12-01T02:00:00Z');
const YEAR = { unit: 'year', count: 1 } as const;

/** Jobs and exports of one account with so many resources. */
interface Account {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  readonly renew: (...rows: readonly QuoteRow[]) => Promise<void>;
  /** What is exported of everything that expires in two years. */
  readonly export: (crashAt?: CrashAt) => Promise<{ survey: Survey; run: SurveyRun }>;
}

async function account(resources: number): Promise<Account> {
  const world = { resources: Array.from({ length: resources }, (_, at) => worldResource(at)) };
  const { clock, sandbox, account: main, adapter } = await sandboxOnClock(world);
  onTestFinished(sandbox.close);
  const app: InProcess = new InProcess({
    clock,
    accounts: [main],
    provider: () => openHuawei({ ...adapter, left: () => app.left }),
  });
  const desk = openHuaweiDesk({ client: openClient(adapter), account: main });
  return {
    app,
    sandbox,
    renew: async (...rows) => {
      await app.drop('main', quoteOf(rows));
      await app.settle();
      expect(app.report.rows.map(({ outcome }) => outcome.outcome)).toEqual(
        rows.map(() => 'renewed'),
      );
    },
    export: async (crashAt) => {
      const { journals, memory } = app;
      const crash = crashAt === undefined ? {} : { crashAt };
      const options = { clock, accounts: [main], desk: () => desk, journals, memory };
      const run = new SurveyRun({ ...options, ...crash });
      await run.ask('main', { due: { days: 800 } }, 'Ada');
      await run.settle();
      expect(run.faults).toEqual([]);
      return { survey: run.file.survey, run };
    },
  };
}

function rowOf({ rows }: Survey, id: string): SurveyRow {
  return rows.find(({ resourceId }) => resourceId === id)!;
}

describe('an export after a renewal', () => {
  test('says when each resource was renewed last, what was paid and for how long', async () => {
    const { renew, sandbox, export: exported } = await account(3);
    sandbox.act.reprice({ resource: 'r1', year: '99.50' });
    await renew(quoteRow(0));
    await renew(quoteRow(1, { term: YEAR, approved: '99.50' }));
    sandbox.act.reprice({ resource: 'r0', month: '11.00' });
    const { survey } = await exported();

    expect(survey.lastRenewals).toBe('read');
    expect(rowOf(survey, 'r0')).toMatchObject({
      price: { price: money('11', 'USD') },
      last: { at: RENEWED_AT, paid: money('10', 'USD'), term: { unit: 'month', count: 1 } },
    });
    expect(rowOf(survey, 'r1').last).toMatchObject({ paid: money('99.5', 'USD'), term: YEAR });
    expect(rowOf(survey, 'r2').last).toBeUndefined();
  });

  test('says what the last of several renewals cost, also where one chunk reaches over months', async () => {
    const { renew, sandbox, export: exported } = await account(2);
    const july = { day: '2027-07-20', time: '23:59:59' };
    sandbox.act.setExpiry({ resource: 'r1', expires: '2027-07-20T15:59:59Z' });
    await renew(quoteRow(0), quoteRow(1, { expiry: july }));
    sandbox.act.reprice({ resource: 'r0', year: '99.50' });
    const january = { day: '2027-01-20', time: '23:59:59' };
    await renew(quoteRow(0, { expiry: january, term: YEAR, approved: '99.50' }));
    const { survey } = await exported();

    expect(rowOf(survey, 'r0').last).toMatchObject({ paid: money('99.5', 'USD'), term: YEAR });
    expect(rowOf(survey, 'r1').last?.paid).toEqual(money('10', 'USD'));
  });

  test('does not know what somebody else has paid since', async () => {
    const { renew, sandbox, export: exported } = await account(1);
    await renew(quoteRow(0));
    sandbox.act.renewOutside({ resource: 'r0' });
    const { survey } = await exported();

    expect(survey.lastRenewals).toBe('read');
    expect(rowOf(survey, 'r0').last).toBeUndefined();
  });

  test.each(['memory.find', 'journals.read'])(
    'goes on and says so where %s fails',
    async (broken) => {
      const { renew, export: exported } = await account(2);
      await renew(quoteRow(0), quoteRow(1));
      const { survey, run } = await exported(({ call }) =>
        call === broken ? new Error('no answer') : false,
      );

      expect(survey.lastRenewals).toBe('not all read');
      expect(survey.rows.map(({ last }) => last)).toEqual([undefined, undefined]);
      expect(survey.rows.every(({ price }) => price.kind === 'priced')).toBe(true);
      expect(run.warnings).toEqual(['the export does not have all last prices']);
      expect(run.told).toMatchObject([{ kind: 'export ready' }]);
    },
  );
});
