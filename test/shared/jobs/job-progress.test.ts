import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../functions/operate/job-view.ts';
import type { Job } from '../../../shared/jobs/job.ts';
import { decidedByFile } from '../../../shared/jobs/decided-by-file.ts';
import { progressOf } from '../../../shared/jobs/job-progress.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { noOutcomes, OUTCOMES, rowOutcome } from '../../../shared/renewal/outcome.ts';
import type { OrderStateKind } from '../../../shared/renewal/states/order-state.ts';
import { asTold } from '../../../shared/reasons/reason.ts';
import { jobOf } from '../../support/job-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../support/journal-sample.ts';
import { boughtWith } from '../../support/purchase-sample.ts';
import { quoteRow } from '../../support/quote-rows.ts';

const SEED = 20_261_129;

const word = fc.constantFrom(null, ...OUTCOMES);
const state = fc.constantFrom(...(Object.keys(EVERY_STATE) as OrderStateKind[]));
/** Chunks with rows that have any outcome or none, and orders in any state over any of them. */
const chunks = fc.array(
  fc.record({
    rows: fc.array(word, { minLength: 1, maxLength: 6 }),
    orders: fc.array(state, { maxLength: 3 }),
  }),
  { maxLength: 4 },
);

function journalsOf(some: typeof chunks extends fc.Arbitrary<infer T> ? T : never): Journal[] {
  return some.map(({ rows, orders }, chunk) => ({
    ...journalOf(0, { chunk }),
    rows: rows.map((outcome, at) =>
      journalRow(at, { outcome: outcome === null ? null : rowOutcome(outcome, asTold('Why.')) }),
    ),
    parts: [
      part(
        0,
        [...rows.keys()],
        orders.map((kind, at) => order(`CS${at}`, EVERY_STATE[kind])),
      ),
    ],
  }));
}

function countAll(outcomes: Readonly<Record<string, number>>): number {
  return Object.values(outcomes).reduce((a, b) => a + b, 0);
}

const STATUSES = ['planning', 'waiting', 'running', 'suspended', 'finishing'] as const;

describe('the figures of a job add up at every moment', () => {
  const arbitrary = fc.record({
    chunks,
    missing: fc.nat({ max: 2 }),
    byFile: fc.option(fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 5 }), { nil: null }),
    status: fc.constantFrom(...STATUSES),
  });

  test('rows in are the sum of the outcomes, of what the file decided and of what is open', () => {
    fc.assert(
      fc.property(arbitrary, ({ chunks: some, missing, byFile, status }) => {
        const all = journalsOf(some);
        const rows = all.reduce((sum, { rows: own }) => sum + own.length, 0);
        const verdicts = (byFile ?? []).map((outcome, at) =>
          quoteRow(at, { verdict: rowOutcome(outcome, asTold('Why.')) }),
        );
        const job: Job = jobOf({
          status,
          rows: rows + verdicts.length,
          chunkCount: all.length,
          ...(byFile === null ? {} : { decidedByFile: decidedByFile(verdicts) }),
        });
        // While it is planned not all of its journals are there yet.
        const journals = all.slice(0, Math.max(0, all.length - missing));
        const progress = progressOf(job, journals, 'USD');
        const { outcomes, unnamed, open, settled, waiting } = progress;

        expect(countAll(outcomes) + unnamed + open).toBe(job.rows);
        expect(progress.rows).toBe(job.rows);
        expect(settled).toBe(job.rows - open);
        expect(waiting).toBeLessThanOrEqual(open);
        // With all journals there, open is exactly what no outcome was found for.
        const undecided = all.flatMap(({ rows: own }) => own.filter((row) => row.outcome === null));
        expect(journals.length < all.length ? undecided.length : open).toBe(undecided.length);

        const view = viewOf({ job, journals, currency: 'USD', now: 5000 });
        expect(view.rows).toBe(countAll(view.outcomes) + view.unnamed! + view.open!);
        expect(view.decided).toBe(view.rows - view.open!);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test.each(['done', 'rejected', 'cancelled', 'expired'] as const)(
    'of a job that is %s they are those of its workbook',
    (status) => {
      const outcomes = { ...noOutcomes(), renewed: 3, invalid: 2 };
      const totals = { rows: 5, outcomes, approved: [usd('50')], paid: [usd('30')] };
      // A file that is rejected was never planned: the job itself counts no row of it.
      const job = jobOf({ status, rows: 0, totals });
      const view = viewOf({ job, journals: [], currency: 'USD', now: 5000 });

      expect(view).toMatchObject({ rows: 5, decided: 5, open: 0, unnamed: 0, outcomes });
    },
  );
});

test.each<readonly [OrderStateKind, string, number]>([
  ['made', '0.00', 0],
  ['payment unclear', '0.00', 0],
  ['paid', '10.00', 2],
  ['overcharged', '12.00', 2],
  ['completed', '10.00', 0],
  ['cancelled', '0.00', 0],
])('an order that is %s counts as %s paid, and %d rows wait', (kind, amount, waiting) => {
  const journal = journalOf(2, { parts: [part(0, [0, 1], [order('CS1', EVERY_STATE[kind])])] });
  const job = jobOf({ status: 'running', rows: 2, chunkCount: 1 });
  const view = viewOf({ job, journals: [journal], currency: 'USD', now: 5000 });

  expect([view.paid, view.paidAndWaiting]).toEqual([{ USD: amount }, waiting]);
});

test.each<readonly [OrderStateKind, string]>([
  ['payment unclear', '0.00'],
  ['paid', '0.00'],
  ['completed', '10.00'],
])(
  'what pays at once and is %s counts as %s paid, for its charge may never be told',
  (kind, amount) => {
    const parts = [boughtWith(EVERY_STATE[kind])];
    const journal = journalOf(1, { parts });
    const job = jobOf({ status: 'running', rows: 1, chunkCount: 1 });

    expect(viewOf({ job, journals: [journal], currency: 'USD', now: 5000 }).paid).toEqual({
      USD: amount,
    });
  },
);
