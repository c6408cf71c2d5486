import { describe, expect, test } from 'vitest';
import { defaultExport } from '../../shared/settings/export-settings.ts';
import type { CrashPoint } from '../support/crashing.ts';
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
    async ({ run, sandbox }) => {
      await run.ask('main');
      await run.settle();
      const wrong: string[] = [];
      const files = [...run.files];
      const ids = files.flatMap(([, { part }]) => part.rows.map(({ resourceId }) => resourceId));
      const attached = files.flatMap(([, { part }]) => part.rows.map((row) => row.attached));
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
