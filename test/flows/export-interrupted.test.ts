import { describe, expect, test } from 'vitest';
import { memorySiteOf } from '../../shared/providers/settled-settings.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { money } from '../../shared/values/money.ts';
import { defaultExport } from '../../shared/settings/export-settings.ts';
import type { CrashPoint } from '../support/crashing.ts';
import { EVERY_STATE, journalOf, journalRow, order, part } from '../support/journal-sample.ts';
import { runMatrix, sampled } from '../support/matrix.ts';
import { worldResource } from '../support/quote-rows.ts';
import { atSandbox } from '../support/survey-sandbox.ts';

/** More than one page of the listing, more than one piece to price, and two files. */
const WORLD = {
  resources: Array.from({ length: 60 }, (_, index) =>
    worldResource(index, index % 20 === 0 ? { attached: [{ id: `disk-${index}` }] } : {}),
  ),
};
const SETTINGS = { export: defaultExport('Asia/Shanghai', null), maxRows: 50 };

/** A job has renewed the first of them a month ago. */
const BEFORE = journalOf(1, {
  rows: [
    journalRow(0, {
      expiry: { day: '2026-11-20', time: '23:59:59' },
      outcome: rowOutcome('renewed', asTold('So.'), {
        order: 'o1',
        paid: money('10', 'USD'),
        newExpiry: Date.parse('2026-12-20T15:59:59Z'),
      }),
    }),
  ],
  parts: [part(0, [0], [{ ...order('o1', EVERY_STATE.completed), rows: [0] }])],
});

interface Run {
  readonly points: readonly CrashPoint[];
  readonly wrong: readonly string[];
  readonly status: string;
}

/** Runs an export that dies at one port call, or gets an error there; whatever comes back goes on. */
async function runDyingAt(
  at: number | null,
  how: boolean | Error = true,
  twice = false,
): Promise<Run> {
  const points: CrashPoint[] = [];
  const crashAt = (point: CrashPoint): boolean | Error => {
    points.push(point);
    return points.length - 1 === at ? how : false;
  };
  return await atSandbox(
    WORLD,
    SETTINGS,
    async ({ run, sandbox, account }) => {
      await run.journals.create(BEFORE);
      const site = memorySiteOf(account);
      const { day } = BEFORE.rows[0]!.expiry;
      await run.memory.enter({ site, job: BEFORE.job, chunk: 0 }, [{ key: 'r0', day }], 0);
      await run.ask('main');
      await run.settle();
      const wrong: string[] = [];
      const files = [...run.files];
      const ids = files.flatMap(([, { part }]) => part.rows.map(({ resourceId }) => resourceId));
      const attached = files.flatMap(([, { part }]) => part.rows.map((row) => row.attached));
      const last = files.flatMap(([, { part }]) =>
        part.rows.filter((row) => row.last !== undefined),
      );
      const isRead = files.every(([, { survey }]) => survey.lastRenewals === 'read');
      // Whoever could not read it says so instead.
      if (isRead && last.length !== 1) wrong.push(`${last.length} last prices`);
      if (!isRead && !(how instanceof Error)) wrong.push('last prices not read');
      if (files.length !== 2) wrong.push(`${files.length} files`);
      if (ids.length !== 60 || new Set(ids).size !== 60) wrong.push(`${ids.length} rows`);
      if (attached.filter((count) => count === 1).length !== 3) wrong.push('attached ones missing');
      if (run.told.length < 1 || run.told.length > 2) wrong.push(`told ${run.told.length} times`);
      if (run.dead.length > 0) wrong.push('dead letters');
      if (sandbox.orders().length > 0) wrong.push('an order');
      const repeated = [...run.writes].filter(([, count]) => count > 1).map(([key]) => key);
      if (repeated.length > (at === null ? 0 : 1)) wrong.push(`written again: ${repeated.join()}`);
      // Two pages; the one during which it died may be read once more, the list never.
      const pages = sandbox.calls().filter(({ api, body }) => {
        return api === 'query' && !Object.hasOwn(body as object, 'resource_ids');
      });
      if (pages.length > (at === null ? 2 : 3)) wrong.push(`${pages.length} pages`);
      return { points, wrong, status: run.told.map(({ kind }) => kind).join(', ') };
    },
    // Forty resources in each piece to price.
    { crashAt, twice, pieceRate: 4 },
  );
}

describe('an export that is interrupted', () => {
  test('dying at every port call, before and after its effect, makes its files all the same', async () => {
    const undisturbed = await runDyingAt(null);
    const { failures, told } = await runMatrix(
      sampled(
        undisturbed.points.map((point, at) => ({ point, at })),
        20,
        ({ point }) => point.call !== 'files.read',
      ),
      async ({ at }) => await runDyingAt(at),
      ({ point, at }) => `${point.when} ${point.call} (${at})`,
    );
    process.stdout.write(`export, of ${undisturbed.points.length} points: ${told}\n`);

    expect(undisturbed.wrong).toEqual([]);
    expect(failures).toEqual([]);
    expect(new Set(undisturbed.points.map(({ call }) => call))).toEqual(
      new Set([
        'files.read',
        'files.write',
        'exports.send',
        'desk.due',
        'desk.prices',
        'desk.attached',
        'desk.balance',
        'accounts.read',
        'memory.find',
        'journals.read',
        'notices.send',
      ]),
    );
  }, 120_000);

  test('by an error of any port goes on at the next delivery', async () => {
    const { points } = await runDyingAt(null);
    const { failures } = await runMatrix(
      points.map((point, at) => ({ point, at })).filter(({ at }) => at % 7 === 0),
      async ({ at }) => await runDyingAt(at, new Error('the port broke')),
      ({ point, at }) => `${point.when} ${point.call} (${at})`,
    );
    expect(failures).toEqual([]);
  }, 60_000);

  test('whose messages all come twice does nothing twice', async () => {
    const { wrong } = await runDyingAt(null, false, true);
    expect(wrong).toEqual([]);
  });
});
