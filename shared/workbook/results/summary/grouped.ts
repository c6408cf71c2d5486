import type { GroupLine } from '../groupings.ts';
import { GROUPS_SHEET } from '../groups.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/** Says by what the figures above stand on a sheet of their own; nothing where there is none. */
export function writeGrouped(page: Page, groups: readonly GroupLine[]): void {
  if (groups.length === 0) return;
  const by = [...new Set(groups.map((line) => line.by.toLowerCase()))];
  const text = `The same by ${by.join(', ')}: on the sheet "${GROUPS_SHEET}".`;
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
