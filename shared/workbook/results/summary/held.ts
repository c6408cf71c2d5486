import { tell } from '../../../phrases/phrase.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import { minus, sum } from '../../../values/money.ts';
import type { ResultsReport } from '../results-report.ts';
import { amountText } from '../../sheet/number.ts';
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
  const text = tell(WORDS.held, page.language, {
    rows: dear.length,
    currency,
    now: amountText(now),
    more: amountText(minus(now, approved)),
  });
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
