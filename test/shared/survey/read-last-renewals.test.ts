import { describe, expect, test } from 'vitest';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { asTold } from '../../../shared/reasons/reason.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import {
  type LastRenewalsWork,
  readLastRenewals,
} from '../../../shared/survey/pieces/read-last-renewals.ts';
import type { SurveyRow } from '../../../shared/survey/survey.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../support/journal-sample.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { surveyRow } from '../../support/survey-sample.ts';

const EXPIRY = Date.parse('2026-12-20T15:59:59Z');

/** A resource of that number, due on 20 December 2026 in Shanghai. */
function row(number: number, more: Partial<SurveyRow> = {}): SurveyRow {
  return { ...surveyRow(1), resourceId: `r${number}`, expiry: EXPIRY, ...more };
}

/** A chunk that has renewed resources from one number on, until then, for ten dollars each. */
function renewed(job: string, from: number, rows: number, until = EXPIRY): Journal {
  const all = Array.from({ length: rows }, (_, at) =>
    journalRow(at, {
      resourceId: `r${from + at}`,
      expiry: { day: '2026-11-20', time: null },
      outcome: rowOutcome('renewed', asTold('So.'), {
        order: 'o1',
        paid: usd('10'),
        newExpiry: until,
      }),
    }),
  );
  const indexes = all.map((_, at) => at);
  const paid = { ...order('o1', EVERY_STATE.completed), rows: indexes };
  return journalOf(rows, { job, rows: all, parts: [part(0, indexes, [paid])] });
}

/** What stands in the memory under November, and nowhere else, with every question that was asked. */
class Remembered {
  readonly asked: { readonly month: string; readonly keys: number }[] = [];
  readonly read: string[] = [];
  readonly warnings: string[] = [];
  readonly #chunks: ReadonlyMap<string, Journal | null | Error>;

  constructor(chunks: Readonly<Record<string, Journal | null | Error>>) {
    this.#chunks = new Map(Object.entries(chunks));
  }

  async of(...rows: readonly SurveyRow[]) {
    const work: LastRenewalsWork = {
      account: testAccount(),
      asked: { survey: 'q7k2m9x4tb' },
      desk: { traits: HUAWEI },
      memorySite: 'huawei@here',
      memory: {
        find: async (site, keys) => {
          const months = [...new Set(keys.map(({ day }) => day.slice(0, 7)))];
          this.asked.push({ month: months.join(), keys: keys.length });
          const isHere = site === 'huawei@here' && months.join() === '2026-11';
          return isHere ? [...this.#chunks.keys()].map((job) => ({ job, chunk: 0, keys: [] })) : [];
        },
      },
      journals: {
        read: async (job) => {
          this.read.push(job);
          const found = this.#chunks.get(job) ?? null;
          if (found instanceof Error) throw found;
          return found;
        },
      },
      log: {
        info: () => undefined,
        warn: (text) => {
          this.warnings.push(text);
        },
      },
    };
    const { of, read } = await readLastRenewals(rows, work);
    return { paid: rows.map((one) => of(one)?.paid ?? null), read };
  }
}

describe('the last renewals of what an export offers', () => {
  test('of ten thousand resources take a query for each month and a read for each chunk', async () => {
    const jobs = Array.from({ length: 100 }, (_, at) => `job${at}`);
    const memory = new Remembered(
      Object.fromEntries(jobs.map((job, at) => [job, renewed(job, at * 100, 100)])),
    );
    const rows = Array.from({ length: 10_000 }, (_, at) => row(at));
    // One is due in another month, and was never renewed.
    const { paid, read } = await memory.of(
      ...rows,
      row(20_000, { expiry: Date.parse('2027-01-05T00:00:00Z') }),
    );

    expect(read).toBe('read');
    expect(paid.slice(0, 10_000)).toEqual(rows.map(() => usd('10')));
    expect(paid.at(-1)).toBeNull();
    expect(memory.read).toEqual(jobs);
    expect(memory.asked).toHaveLength(17);
    expect(memory.asked.slice(0, 3)).toEqual([
      { month: '2026-12', keys: 1 },
      { month: '2026-11', keys: 10_001 },
      { month: '2026-10', keys: 1 },
    ]);
    expect(memory.asked.at(-1)).toEqual({ month: '2023-12', keys: 1 });
  });

  test('are told by their resource in any spelling, and asked for as far back as it can be', async () => {
    const memory = new Remembered({ a: renewed('a', 0, 1) });
    const { paid } = await memory.of(row(0, { resourceId: 'R-0' }), row(1, { expiry: null }));

    expect(paid).toEqual([usd('10'), null]);
    expect(memory.asked).toEqual([{ month: '2026-11', keys: 1 }]);
  });

  test('that somebody else has made are not sought further back', async () => {
    const memory = new Remembered({ a: renewed('a', 0, 1, EXPIRY - 40 * 86_400_000) });
    const { paid, read } = await memory.of(row(0));

    expect([paid, read]).toEqual([[null], 'read']);
    expect(memory.asked.map(({ month }) => month)).toEqual(['2026-11']);
  });

  test('are read past a journal that is gone, or that cannot be read, which is told', async () => {
    const gone = new Remembered({ a: null, b: renewed('b', 0, 1) });
    const broken = new Remembered({ a: new Error('newer form'), b: renewed('b', 0, 1) });

    expect(await gone.of(row(0))).toEqual({ paid: [usd('10')], read: 'read' });
    expect(await broken.of(row(0), row(1))).toEqual({
      paid: [usd('10'), null],
      read: 'not all read',
    });
    expect(broken.warnings).toEqual(['the export does not have all last prices']);
    expect(broken.asked.at(-1)?.month).toBe('2023-11');
  });

  test('in more chunks than can be read in time are left out, which is told', async () => {
    const chunks = Array.from({ length: 1001 }, (_, at) => [`job${at}`, null] as const);
    const memory = new Remembered(Object.fromEntries(chunks));

    expect(await memory.of(row(0))).toEqual({ paid: [null], read: 'not all read' });
    expect(memory.read).toEqual([]);
  });
});
