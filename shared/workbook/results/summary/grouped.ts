import { inARow, tell } from '../../../phrases/phrase.ts';
import { SHEETS } from '../../../phrases/sheet-phrases.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import type { GroupLine } from '../groupings.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** Says by what the figures above stand on a sheet of their own; nothing where there is none. */
export function writeGrouped(page: Page, groups: readonly GroupLine[]): void {
  if (groups.length === 0) return;
  const { language } = page;
  const by = [...new Set(groups.map((line) => line.by.toLowerCase()))];
  const text = tell(WORDS.grouped, language, {
    by: inARow(by, language, 'names'),
    sheet: SHEETS.totals[language],
  });
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
