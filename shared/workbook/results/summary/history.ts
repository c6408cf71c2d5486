import { sayWhole } from '../../../reasons/say.ts';
import type { ResultsReport } from '../results-report.ts';
import { instantDate } from '../../sheet/date.ts';
import { countOf } from '../../sheet/number.ts';
import { over, type Page } from '../../sheet/page.ts';
import { section } from '../../sheet/section.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** The newest entries are shown, earlier ones only counted. */
const SHOWN = 30;

/** Writes what happened to the job, oldest first: when, what, who and why. */
export function writeHistory(page: Page, { history, expiryZone }: ResultsReport): void {
  if (history.length === 0) return;
  section(page, 'History');
  page.line([
    over(FIRST, FIRST, `When (${expiryZone})`, SUMMARY.head),
    over(FIRST + 1, FIRST + 1, 'What', SUMMARY.head),
    over(FIRST + 2, FIRST + 3, 'Who', SUMMARY.head),
    over(FIRST + 4, LAST, 'Why', SUMMARY.head),
  ]);
  const earlier = history.length - SHOWN;
  if (earlier > 0) {
    const text = `${countOf(earlier, 'earlier entry is', 'earlier entries are')} left out here.`;
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  for (const { at, event, by, note } of history.slice(-SHOWN)) {
    page.line([
      over(FIRST, FIRST, instantDate(at, expiryZone), SUMMARY.when),
      over(FIRST + 1, FIRST + 1, event, SUMMARY.text),
      over(FIRST + 2, FIRST + 3, by, SUMMARY.text),
      over(FIRST + 4, LAST, note === null ? null : sayWhole(note, 'en'), SUMMARY.text),
    ]);
  }
}
