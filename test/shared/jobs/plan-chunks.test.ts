import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK_ROWS, type PlannedChunk, planChunks } from '../../../shared/jobs/plan-chunks.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import type { QuoteRow } from '../../../shared/jobs/quote.ts';
import { termMonths } from '../../../shared/values/term.ts';
import { quoteRow } from '../../support/quote-rows.ts';
import { asTold } from '../../../shared/reasons/reason.ts';

const SEED = 20_261_122;
const INVALID = rowOutcome('invalid', asTold('No price.', 'Add one.'));

const loose = fc.record({
  day: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-31', '2027-01-01'),
  time: fc.constantFrom(null, '00:00:00', '23:59:59'),
  months: fc.constantFrom(1, 6, 12, 36),
  lacks: fc.constantFrom(null, null, null, null, 'verdict', 'id', 'price', 'expiry', 'term'),
});

/** Rows as a quote has them: positions in order, some of them not to be renewed. */
const quotes = fc.array(loose, { maxLength: 450 }).map((list) =>
  list.map(({ day, time, months, lacks }, position): QuoteRow => {
    const row = quoteRow(position, {
      expiry: lacks === 'expiry' ? null : { day, time },
      term:
        lacks === 'term'
          ? null
          : months < 12
            ? { unit: 'month', count: months }
            : { unit: 'year', count: months / 12 },
      resourceId: lacks === 'id' ? null : `r${position}`,
      verdict: lacks === 'verdict' ? INVALID : null,
    });
    return lacks === 'price' ? { ...row, approved: null } : row;
  }),
);

function isReady({ verdict, resourceId, approved, expiry, term }: QuoteRow): boolean {
  return ![resourceId, approved, expiry, term].includes(null) && verdict === null;
}

function positions(chunks: readonly PlannedChunk[]): number[] {
  return chunks.flatMap(({ rows }) => rows.map(({ position }) => position));
}

function soonness({ expiry }: { readonly expiry: { day: string; time: string | null } }): string {
  return `${expiry.day}${expiry.time ?? ''}`;
}

describe(`the chunks of any quote (seed ${SEED})`, () => {
  test('hold every row that is ready exactly once, and no other', () => {
    fc.assert(
      fc.property(quotes, (rows) => {
        const ready = rows.filter(isReady).map(({ position }) => position);

        expect(positions(planChunks(rows)).toSorted((a, b) => a - b)).toEqual(ready);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('keep each row as it was approved, under its own term', () => {
    fc.assert(
      fc.property(quotes, (rows) => {
        for (const { term, rows: planned } of planChunks(rows)) {
          for (const row of planned) {
            expect({ ...rows[row.position], ...row, term }).toEqual(rows[row.position]);
          }
        }
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  test('have one to a hundred rows, and of each term only the last is not full', () => {
    fc.assert(
      fc.property(quotes, (rows) => {
        const chunks = planChunks(rows);
        for (const months of new Set(chunks.map(({ term }) => termMonths(term)))) {
          const sizes = chunks
            .filter(({ term }) => termMonths(term) === months)
            .map((chunk) => chunk.rows.length);
          expect(sizes.slice(0, -1).every((size) => size === CHUNK_ROWS)).toBe(true);
          expect(sizes.at(-1)).toBeGreaterThan(0);
          expect(sizes.at(-1)).toBeLessThanOrEqual(CHUNK_ROWS);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('come soonest expiry first: within a chunk, between those of a term, and by their first rows', () => {
    fc.assert(
      fc.property(quotes, (rows) => {
        const chunks = planChunks(rows);
        const lists = [
          chunks.map((chunk) => chunk.rows[0]!),
          ...[1, 6, 12, 36].map((months) =>
            chunks.filter(({ term }) => termMonths(term) === months).flatMap((chunk) => chunk.rows),
          ),
        ];
        for (const list of lists.map((some) => some.map(soonness))) {
          expect(list).toEqual(list.toSorted());
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('are the same each time, and in whatever order the rows are handed over', () => {
    const twice = quotes.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );

    fc.assert(
      fc.property(twice, ([rows, shuffled]) => {
        const before = JSON.stringify(rows);
        expect(planChunks(shuffled)).toEqual(planChunks(rows));
        expect(JSON.stringify(rows)).toBe(before);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });
});

describe('planning', () => {
  test('puts rows of one term together, however the term is spelled', () => {
    const year = quoteRow(0, { term: { unit: 'year', count: 1 } });
    const months = quoteRow(1, { term: { unit: 'month', count: 12 } });

    expect(planChunks([year, months]).map(({ rows }) => rows.length)).toEqual([2]);
  });

  test('fills a chunk with a hundred rows', () => {
    const rows = Array.from({ length: 201 }, (_, position) => quoteRow(position));

    expect(planChunks(rows).map((chunk) => chunk.rows.length)).toEqual([100, 100, 1]);
  });

  test('leaves rows of the same expiry in the order of the quote', () => {
    const rows = Array.from({ length: 12 }, (_, position) => quoteRow(position));

    expect(positions(planChunks(rows))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('of a quote without a ready row makes no chunk', () => {
    expect(planChunks([quoteRow(0, { verdict: INVALID })])).toEqual([]);
    expect(planChunks([])).toEqual([]);
  });
});
