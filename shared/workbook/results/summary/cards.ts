import { inARow, type Phrase, tell } from '../../../phrases/phrase.ts';
import { CARDS } from '../../../phrases/summary-phrases.ts';
import type { Language } from '../../../reasons/entry.ts';
import { minus, type Money } from '../../../values/money.ts';
import type { ResultsReport } from '../results-report.ts';
import type { ReportTotals } from '../totals.ts';
import { type Card, writeCardRow } from '../../sheet/cards.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** What stands in the file, what of it is approved, and what became of that. */
function quoteCards(
  { open }: ResultsReport,
  totals: ReportTotals,
  language: Language,
): readonly Card[] {
  const { all, approved, currency } = totals.currencies[0]!;
  const left = open?.approved.find((amount) => amount.currency === currency);
  return [
    [tell(CARDS.inTheFile, language, { currency }), all.approved, 'card'],
    [CARDS.approvedInIt[language], approved.approved, 'card'],
    [CARDS.paid[language], all.paid, 'card'],
    [CARDS.saved[language], all.saved, 'card'],
    ...(left === undefined ? [] : [[CARDS.open[language], left, 'card'] as const]),
  ];
}

/** Whether the job went on after it had stood still: the account may have been topped up for that. */
function hasGoneOn({ history }: ResultsReport): boolean {
  const stopped = history.findIndex(({ event }) => event === 'suspended');
  return stopped !== -1 && history.slice(stopped).some(({ event }) => event === 'running');
}

/** The balance after the job and how it is known, or why it is not; null where none was read. */
function balanceAfter(
  report: ResultsReport,
  paid: Money,
): { readonly amount: Money | null; readonly note: Phrase } | null {
  const { balance, short } = report;
  if (short !== null && short.left !== null && short.basis === 'suspension') {
    return { amount: short.left, note: CARDS.readAtSuspension };
  }
  if (balance?.currency !== paid.currency) return null;
  if (short === null && hasGoneOn(report)) return { amount: null, note: CARDS.wentOn };
  return { amount: minus(balance, paid), note: CARDS.lessPaid };
}

/**
 * Writes the big figures, in the account's currency: the file, what of it is approved, paid, saved and
 * open; the balance before and after, and what a top-up must bring at most.
 */
export function writeCards(page: Page, report: ResultsReport, totals: ReportTotals): void {
  const { currency, all } = totals.currencies[0]!;
  const { balance, short } = report;
  const { language } = page;
  writeCardRow(page, quoteCards(report, totals, language), currency);
  const after = balanceAfter(report, all.paid);
  const left = after?.amount ?? null;
  const missing = short?.missing ?? null;
  const cards: readonly Card[] = [
    ...(balance === null ? [] : [[CARDS.balanceBefore[language], balance, 'card'] as const]),
    ...(left === null ? [] : [[CARDS.balanceAfter[language], left, 'card'] as const]),
    ...(missing === null ? [] : [[CARDS.topUp[language], missing, 'missing'] as const]),
  ];
  if (cards.length === 0) return;
  page.gap(4);
  writeCardRow(page, cards, currency);
  const notes = inARow(
    [after?.note[language] ?? '', missing === null ? '' : CARDS.topUpNote[language]],
    language,
  );
  if (notes !== '') page.line([over(FIRST, LAST, notes, SUMMARY.note)]);
}
