import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { planChunks } from '../../../shared/jobs/plan-chunks.ts';
import type { Cell, QuoteRow } from '../../../shared/jobs/quote.ts';
import { type QuotePlan, readPlan, writePlan } from '../../../shared/store/quote-plan.ts';
import { quoteOf, quoteRow } from '../../support/quote-rows.ts';
import { asTold } from '../../../shared/reasons/reason.ts';

const SEED = 20_261_122;

const format = fc.constantFrom(null, '0.00', 'yyyy-mm-dd');
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant({ kind: 'empty' } as const),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    kind: fc.constant('number' as const),
    // A sheet has no other numbers, and JSON has none.
    number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    format,
  }),
  fc.record({ kind: fc.constant('boolean' as const), boolean: fc.boolean() }),
  fc.record({
    kind: fc.constant('date' as const),
    wall: fc.constant('2026-12-20T23:59:59'),
    format,
  }),
);

const rows = fc
  .array(
    fc.record({
      cells: fc.array(cell, { maxLength: 4 }),
      name: fc.option(fc.string()),
      cents: fc.integer({ min: 0, max: 10 ** 9 }),
      ready: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(({ cells, name, cents, ready }, position): QuoteRow =>
      quoteRow(position, {
        cells,
        name,
        approved: String(cents / 100),
        verdict: ready ? null : rowOutcome('invalid', asTold('No.', 'Mend it.'), { newExpiry: 1 }),
      }),
    ),
  );

function planOf(list: readonly QuoteRow[]): QuotePlan {
  const quote = {
    ...quoteOf(list),
    columns: ['ID', '价格'],
    loose: [{ sheet: 'Sheet1', line: 9, text: 'Total' }],
    approvedBy: 'Ann',
    reference: null,
  };
  return { version: 1, job: 'job1', quote, chunks: planChunks(list) };
}

describe('a plan', () => {
  test(`is read as it was written, to the last cell (seed ${SEED})`, () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plan = planOf(list);

        expect(readPlan(writePlan(plan))).toEqual(plan);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test(`gives the same bytes when it is written again after reading (seed ${SEED})`, () => {
    fc.assert(
      fc.property(rows, (list) => {
        const bytes = writePlan(planOf(list));

        expect(writePlan(readPlan(bytes))).toEqual(bytes);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('a stored plan is not read at all', () => {
  const plan = planOf([quoteRow(0), quoteRow(1)]);

  function changed(change: (copy: ReturnType<typeof copyOf>) => void): Uint8Array {
    const copy = copyOf();
    change(copy);
    return new TextEncoder().encode(JSON.stringify(copy));
  }

  function copyOf() {
    return JSON.parse(JSON.stringify(plan)) as {
      version: number;
      quote: { rows: Record<string, unknown>[] };
      chunks: { rows: { approved: { amount: string } }[] }[];
    };
  }

  test.each([
    ['when it is of another version', changed((copy) => (copy.version = 2))],
    ['when a row lacks a field', changed((copy) => delete copy.quote.rows[1]!['approved'])],
    [
      'when an amount is no plain decimal',
      changed((copy) => (copy.chunks[0]!.rows[0]!.approved.amount = '1e3')),
    ],
    ['when it was cut off', writePlan(plan).slice(0, -20)],
    ['when it is empty', new Uint8Array()],
  ])('%s', (_, bytes) => {
    expect(() => readPlan(bytes)).toThrow();
  });
});
