import fc from 'fast-check';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';
import type { Term } from '../../shared/values/term.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { quoteOf, quoteRow } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';

const TERMS = {
  month: { term: { unit: 'month', count: 1 }, price: 1000 },
  quarter: { term: { unit: 'month', count: 3 }, price: 3000 },
  year: { term: { unit: 'year', count: 1 }, price: 10_000 },
} as const satisfies Record<string, { readonly term: Term; readonly price: number }>;

/** A line of the approved file. */
export interface RowPlan {
  /** Which resource, by number. */
  readonly resource: number;
  readonly term: keyof typeof TERMS;
  /** What was approved, in percent of 10.00 a month and 100.00 a year. */
  readonly percent: number;
  readonly says: 'yes' | 'no' | 'repeats';
}

/** A line for each resource, in any order, and a few that repeat one or are not approved. */
export function rowPlans(resources: number): fc.Arbitrary<readonly RowPlan[]> {
  const line = {
    term: fc.constantFrom<RowPlan['term']>('month', 'month', 'month', 'quarter', 'year'),
    percent: fc.constantFrom(100, 100, 100, 100, 100, 100, 150, 90),
  };
  const first = fc.tuple(
    ...Array.from({ length: resources }, (_, resource) =>
      fc.record({
        resource: fc.constant(resource),
        ...line,
        says: fc.nat({ max: 19 }).map((side): RowPlan['says'] => (side === 19 ? 'no' : 'yes')),
      }),
    ),
  );
  return first
    .chain((rows) => fc.shuffledSubarray(rows, { minLength: 1 }))
    .chain((rows) =>
      fc
        .subarray(rows, { maxLength: Math.min(2, rows.length) })
        .map((again) => [...rows, ...again.map((row) => ({ ...row, says: 'repeats' as const }))]),
    );
}

/**
 * What is dropped: the file itself; the same again, saved anew under its name or another; half of
 * its lines; its lines in another order; what the first job did not renew.
 */
const KINDS = ['again', 'renamed', 'first half', 'second half', 'shuffled', 'retry'] as const;

/** A file and when it is dropped. */
export interface Drop {
  readonly kind: (typeof KINDS)[number] | 'the file';
  /** Steps after the drop before, or once nothing else is to do. */
  readonly after: number;
  /** The upload event comes a second time. */
  readonly twice: boolean;
}

/** The approved file, and in half of the runs others made of it; at times its halves only. */
export function drops(): fc.Arbitrary<readonly Drop[]> {
  const twice = fc.nat({ max: 4 }).map((side) => side === 4);
  const after = fc.oneof(fc.nat({ max: 6 }), fc.constant(1000));
  const more = fc.record({ kind: fc.constantFrom(...KINDS), after, twice });
  const first = fc.record({
    kind: fc.constantFrom('the file' as const, 'the file' as const, 'first half' as const),
    after: fc.constant(0),
    twice,
  });
  return fc.tuple(first, fc.array(more, { maxLength: 3 })).map(([one, others]) => [one, ...others]);
}

function quoteRowOf({ resource, term, percent, says }: RowPlan, position: number): QuoteRow {
  const base = TERMS[term];
  const cents = (base.price * percent) / 100;
  return quoteRow(position, {
    resourceId: `r${resource}`,
    name: `resource ${resource}`,
    term: base.term,
    approved: (cents / 100).toFixed(2),
    verdict:
      says === 'no'
        ? rowOutcome('not approved', asTold('The Approved column does not say yes.'))
        : says === 'repeats'
          ? rowOutcome('invalid', asTold('Repeats another line.'))
          : null,
  });
}

function linesOf(
  kind: Drop['kind'],
  rows: readonly RowPlan[],
  first: ResultsReport | null,
): readonly RowPlan[] {
  const middle = Math.ceil(rows.length / 2);
  switch (kind) {
    case 'the file':
    case 'again':
    case 'renamed':
      return rows;
    case 'first half':
      return rows.slice(0, middle);
    case 'second half':
      return rows.slice(middle);
    case 'shuffled':
      return rows.toReversed();
    case 'retry': {
      const outcomes = first?.rows ?? [];
      const renewed = new Set(
        outcomes.flatMap(({ row, outcome }) =>
          outcome.outcome === 'renewed' ? [row.resourceId] : [],
        ),
      );
      return rows.filter(({ resource }) => !renewed.has(`r${resource}`));
    }
  }
}

/** The quote of a drop; `first` is what the first job has reported by then. */
export function quoteFor(
  { kind }: Drop,
  rows: readonly RowPlan[],
  first: ResultsReport | null,
): Quote {
  return quoteOf(linesOf(kind, rows, first).map(quoteRowOf));
}

/** The name of the file. */
export function fileNameOf({ kind }: Drop): string {
  switch (kind) {
    case 'the file':
    case 'again':
    case 'shuffled':
      return 'quote.xlsx';
    case 'renamed':
      return 'quote (2).xlsx';
    case 'first half':
    case 'second half':
      return `quote ${kind}.xlsx`;
    case 'retry':
      return 'quote.retry.xlsx';
  }
}
