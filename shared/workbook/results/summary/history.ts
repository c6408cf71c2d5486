import { EVENTS } from '../../../phrases/order-phrases.ts';
import { tell } from '../../../phrases/phrase.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import { sayWhole } from '../../../reasons/say.ts';
import type { ResultsReport } from '../results-report.ts';
import { instantDate } from '../../sheet/date.ts';
import { over, type Page } from '../../sheet/page.ts';
import { section } from '../../sheet/section.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** The newest entries are shown, earlier ones only counted. */
const SHOWN = 30;

/** Writes what happened to the job, oldest first: when, what, who and why. */
export function writeHistory(page: Page, { history, expiryZone }: ResultsReport): void {
  if (history.length === 0) return;
  const { language } = page;
  section(page, WORDS.history[language]);
  page.heads([
    over(FIRST, FIRST, tell(WORDS.when, language, { zone: expiryZone }), SUMMARY.head),
    over(FIRST + 1, FIRST + 1, WORDS.what[language], SUMMARY.head),
    over(FIRST + 2, FIRST + 3, WORDS.who[language], SUMMARY.head),
    over(FIRST + 4, LAST, WORDS.why[language], SUMMARY.head),
  ]);
  const earlier = history.length - SHOWN;
  if (earlier > 0) {
    const text = tell(WORDS.earlier, language, { count: earlier });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  for (const { at, event, by, note } of history.slice(-SHOWN)) {
    page.line([
      over(FIRST, FIRST, instantDate(at, expiryZone), SUMMARY.when),
      over(FIRST + 1, FIRST + 1, EVENTS[event][language], SUMMARY.text),
      over(FIRST + 2, FIRST + 3, by, SUMMARY.text),
      over(FIRST + 4, LAST, note === null ? null : sayWhole(note, language), SUMMARY.text),
    ]);
  }
}
