import { minus, type Money } from '../../../values/money.ts';
import type { ResultsReport } from '../results-report.ts';
import type { ReportTotals } from '../totals.ts';
import { type Card, writeCardRow } from '../../sheet/cards.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** What stands in the file, what of it is approved, and what became of that. */
function quoteCards({ open }: ResultsReport, totals: ReportTotals): readonly Card[] {
  const { all, approved, currency } = totals.currencies[0]!;
  const left = open?.approved.find((amount) => amount.currency === currency);
  return [
    [`In the file, ${currency}`, all.approved, 'card'],
    ['Approved in it', approved.approved, 'card'],
    ['Paid', all.paid, 'card'],
    ['Saved', all.saved, 'card'],
    ...(left === undefined ? [] : [['Open', left, 'card'] as const]),
  ];
}

/** The balance after the job, and how it is known; null where it is not. */
function balanceAfter(
  { balance, short }: ResultsReport,
  paid: Money,
): { readonly amount: Money; readonly note: string } | null {
  if (short !== null && short.left !== null && short.basis === 'suspension') {
    return {
      amount: short.left,
      note: 'Balance after: as it was read when the job was suspended.',
    };
  }
  if (balance?.currency !== paid.currency) return null;
  return {
    amount: minus(balance, paid),
    note: 'Balance after: the balance before, less what was paid here; what else the account was charged or topped up is not in it.',
  };
}

/**
 * Writes the big figures, in the account's currency: the file, what of it is approved, paid, saved and
 * open; the balance before and after, and what a top-up must bring at most.
 */
export function writeCards(page: Page, report: ResultsReport, totals: ReportTotals): void {
  const { currency, all } = totals.currencies[0]!;
  const { balance, short } = report;
  writeCardRow(page, quoteCards(report, totals), currency);
  const after = balanceAfter(report, all.paid);
  const missing = short?.missing ?? null;
  const cards: readonly Card[] = [
    ...(balance === null ? [] : [['Balance before', balance, 'card'] as const]),
    ...(after === null ? [] : [['Balance after', after.amount, 'card'] as const]),
    ...(missing === null ? [] : [['Top up, at most', missing, 'missing'] as const]),
  ];
  if (cards.length === 0) return;
  page.gap(4);
  writeCardRow(page, cards, currency);
  const notes = [
    after?.note,
    missing === null
      ? undefined
      : 'Top up, at most: what is still to be paid at the approved prices, less the balance after; rows that cannot be renewed are not in it.',
  ].filter((note) => note !== undefined);
  if (notes.length > 0) page.line([over(FIRST, LAST, notes.join(' '), SUMMARY.note)]);
}
