import { minus, sum } from '../../../values/money.ts';
import type { ResultsReport } from '../results-report.ts';
import { amountText, countOf } from '../../sheet/number.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** Says what is needed to renew the rows whose price is dearer now than approved, as far as it is known. */
export function writeHeld(page: Page, { rows, currency }: ResultsReport): void {
  const dear = rows.flatMap(({ row, price = null }) =>
    price?.currency === currency && row.approved?.currency === currency
      ? [{ price, approved: row.approved }]
      : [],
  );
  if (dear.length === 0) return;
  const now = sum(
    dear.map(({ price }) => price),
    currency,
  );
  const approved = sum(
    dear.map((each) => each.approved),
    currency,
  );
  const more = amountText(minus(now, approved));
  const text = `${countOf(dear.length, 'held row costs', 'held rows cost')} ${currency} ${amountText(now)} at the price read last, ${more} more than approved: that sum is needed to renew ${dear.length === 1 ? 'it' : 'them'}.`;
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
