import { outcomeWord } from '../../phrases/outcome-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { BOOKS } from '../../phrases/summary-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { ordersShown } from '../../reasons/order-words.ts';
import { compare, exceeds, type Money, roundUpToMinor, sum, zero } from '../../values/money.ts';
import { ceiling } from '../../renewal/rules/price-verdict.ts';
import { type Outcome, OUTCOMES } from '../../renewal/outcome.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import type { CurrencyTotals, ReportTotals } from './totals.ts';
import { amountText, countText } from '../sheet/number.ts';

/** One line of the books: written out, and whether it holds. */
export interface Equation {
  readonly text: string;
  readonly holds: boolean;
}

function terms(parts: readonly (readonly [string, Outcome])[], language: Language): string {
  if (parts.length === 0) return '0';
  return parts
    .map(([figure, outcome]) =>
      tell(BOOKS.term, language, { figure, word: outcomeWord(outcome, language) }),
    )
    .join(' + ');
}

function sign(holds: boolean): string {
  return holds ? '=' : '≠';
}

/** Rows in the quote against the outcomes, by count: "300 rows in the quote = 250 renewed + ...". */
function byCount(report: ResultsReport, totals: ReportTotals): Equation {
  const quoted = report.quoted?.rows ?? totals.rows;
  const holds = quoted === totals.rows;
  const parts = OUTCOMES.filter((outcome) => totals.counts[outcome] > 0).map(
    (outcome) => [countText(totals.counts[outcome]), outcome] as const,
  );
  const { language } = report;
  const found = holds ? '' : tell(BOOKS.foundRows, language, { rows: totals.rows });
  const said = { rows: quoted, sign: sign(holds), terms: terms(parts, language) };
  return { text: `${tell(BOOKS.byCount, language, said)}${found}`, holds };
}

/** The same by approved amount, in one currency. */
function byAmount(
  quoted: Money,
  { currency, outcomes, all }: CurrencyTotals,
  language: Language,
): Equation {
  const holds = compare(quoted, all.approved) === 0;
  const parts = OUTCOMES.filter((outcome) => outcomes[outcome].rows > 0).map(
    (outcome) => [amountText(outcomes[outcome].approved), outcome] as const,
  );
  const found = holds ? '' : tell(BOOKS.foundSum, language, { sum: amountText(all.approved) });
  const said = {
    currency,
    sum: amountText(quoted),
    sign: sign(holds),
    terms: terms(parts, language),
  };
  return { text: `${tell(BOOKS.byAmount, language, said)}${found}`, holds };
}

/** What the orders were charged against what was allocated to rows, in one currency. */
function byPayment(report: ResultsReport, { currency, all }: CurrencyTotals): Equation | null {
  const charges = report.orders.flatMap(({ charged }) =>
    charged?.currency === currency ? [charged] : [],
  );
  if (charges.length === 0 && compare(all.paid, zero(currency)) === 0) return null;
  const charged = sum(charges, currency);
  const holds = compare(charged, all.paid) === 0;
  const said = {
    currency,
    charged: amountText(charged),
    orders: charges.length,
    sign: sign(holds),
    paid: amountText(all.paid),
  };
  return { text: tell(BOOKS.byPayment, report.language, said), holds };
}

const NO_TOLERANCE = { percent: 0, absolute: '0' } as const;

/**
 * What was paid against what was approved, in one currency: of each row, or where rows share an order,
 * whose amount is only allocated to them, of these together.
 */
function byApproval(
  { rows, tolerance = NO_TOLERANCE, language }: ResultsReport,
  { currency }: CurrencyTotals,
): Equation | null {
  const paid = rows.filter(({ outcome }) => outcome.paid?.currency === currency);
  if (paid.length === 0) return null;
  const together = new Map<string, ReportRow[]>();
  for (const one of paid) {
    const name = one.outcome.order ?? one.row.resourceId ?? '';
    together.set(name, [...(together.get(name) ?? []), one]);
  }
  const most = (some: readonly ReportRow[]): Money =>
    approvedFor(some, currency, (approved) => ceiling(approved, tolerance));
  const above = [...together].filter(
    ([, some]) =>
      !some.every(isAsApproved) && exceeds(paidFor(some, currency), roundUpToMinor(most(some))),
  );
  const [sumPaid, sumApproved] = [paidFor(paid, currency), approvedFor(paid, currency)];
  const said = {
    currency,
    paid: amountText(sumPaid),
    rows: paid.length,
    approved: amountText(sumApproved),
  };
  if (above.length > 0) {
    const names = above.map(([name]) => ordersShown(name, language)).join(', ');
    return { text: tell(BOOKS.tooMuch, language, { ...said, names }), holds: false };
  }
  const within = exceeds(sumPaid, sumApproved) ? BOOKS.withinTolerance : BOOKS.withinApproval;
  return { text: tell(within, language, said), holds: true };
}

/** Whether exactly what was approved was paid: most rows, and the rest takes its time. */
function isAsApproved({ row: { approved }, outcome: { paid } }: ReportRow): boolean {
  return (
    approved !== null &&
    paid !== null &&
    approved.currency === paid.currency &&
    approved.amount === paid.amount
  );
}

function paidFor(rows: readonly ReportRow[], currency: string): Money {
  return sum(
    rows.flatMap(({ outcome }) => outcome.paid ?? []),
    currency,
  );
}

function approvedFor(
  rows: readonly ReportRow[],
  currency: string,
  of = (approved: Money): Money => approved,
): Money {
  const approved = rows.flatMap(({ row }) => row.approved ?? []);
  return sum(approved.filter((one) => one.currency === currency).map(of), currency);
}

/**
 * The books of a job: rows in = sum of outcomes, by count and by approved amount, the orders'
 * charges = the rows' paid amounts, and no more paid than approved. The left sides come from the plan and the orders, not from the
 * rows, so a row that was lost or doubled on the way shows.
 */
export function reportEquations(report: ResultsReport, totals: ReportTotals): readonly Equation[] {
  const quotedIn = (currency: string): Money | null => {
    if (report.quoted === null) return null;
    return report.quoted.approved.find((money) => money.currency === currency) ?? zero(currency);
  };
  const unread = (report.quoted?.approved ?? []).filter(
    (money) => !totals.currencies.some(({ currency }) => currency === money.currency),
  );
  return [
    byCount(report, totals),
    ...totals.currencies.map((each) =>
      byAmount(quotedIn(each.currency) ?? each.all.approved, each, report.language),
    ),
    ...unread.map((money) => ({
      text: tell(BOOKS.noRow, report.language, {
        currency: money.currency,
        sum: amountText(money),
      }),
      holds: compare(money, zero(money.currency)) === 0,
    })),
    ...totals.currencies.flatMap((each) => byPayment(report, each) ?? []),
    ...totals.currencies.flatMap((each) => byApproval(report, each) ?? []),
  ];
}
