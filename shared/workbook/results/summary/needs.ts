import { attentionGroups, type AttentionGroup, type JudgedRow, needsPerson } from '../attention.ts';
import { hasSheets } from '../row-columns.ts';
import { wallText } from '../../../values/wall-time.ts';
import { countOf } from '../../sheet/number.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_OUTCOMES } from '../../sheet/page-styles.ts';
import type { SheetPlace } from '../../sheet/row-link.ts';
import { section } from '../../sheet/section.ts';

/** More kinds of things to do than any file has had; what goes beyond is counted. */
const MOST_GROUPS = 40;
/** So many lines of the upload are named. */
const MOST_LINES = 5;

/** What somebody has to see to, beside the rows that say so themselves. */
export interface Needs {
  readonly rows: readonly JudgedRow[];
  /** Where a row stands, to lead there; null where it stands nowhere. */
  readonly placeOf: (row: JudgedRow) => SheetPlace | null;
  /** Groups that no row's own outcome tells, such as what the audit could not confirm. */
  readonly more?: readonly AttentionGroup[];
  /** The heading of the words: a dry run expects them. */
  readonly outcome: 'Outcome' | 'Expected outcome';
}

function lineOf({ row }: JudgedRow, isOneOfMany: boolean): string {
  return isOneOfMany ? `${row.sheet} ${row.line}` : String(row.line);
}

/** "Line 17", "Lines 4, 5, 9, 12, 13 and 7 more": lines of the upload, with their sheet where it has several. */
export function linesText(rows: readonly JudgedRow[], isOneOfMany: boolean): string {
  const named = rows.slice(0, MOST_LINES).map((row) => lineOf(row, isOneOfMany));
  const rest = rows.length - named.length;
  return `${rows.length === 1 ? 'Line' : 'Lines'} ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** "Line 17: why". */
function whyText({ rows, why, isSameWhy }: AttentionGroup, isOneOfMany: boolean): string {
  const lines = linesText(rows, isOneOfMany);
  return isSameWhy ? `${lines}: ${why}` : `${lines}. The first of them: ${why}`;
}

function writeGroup(page: Page, group: AttentionGroup, needs: Needs): void {
  const { outcome, step, rows } = group;
  const [first] = rows;
  const place = first === undefined ? null : needs.placeOf(first);
  page.line(
    [
      over(FIRST, FIRST, outcome, SUMMARY_OUTCOMES[outcome]),
      over(
        FIRST + 1,
        FIRST + 1,
        rows.length,
        place === null ? SUMMARY.count : SUMMARY.countLink,
        null,
        place,
      ),
      over(
        FIRST + 2,
        FIRST + 2,
        first?.row.expiry === null || first === undefined ? null : wallText(first.row.expiry),
        SUMMARY.text,
      ),
      over(FIRST + 3, FIRST + 5, whyText(group, hasSheets(needs.rows)), SUMMARY.text),
      over(FIRST + 6, LAST, step, SUMMARY.text),
    ],
    22,
  );
}

/**
 * Writes what needs a person, the most urgent first, each kind of it with reason and step: all rows
 * that anything is left to do for. Nothing where there is nothing to do.
 */
export function writeNeeds(page: Page, needs: Needs): void {
  const groups = [...(needs.more ?? []), ...attentionGroups(needs.rows.filter(needsPerson))];
  writeGroups(page, groups, needs);
  const declined = attentionGroups(
    needs.rows.filter(({ outcome }) => outcome.outcome === 'not approved'),
  );
  for (const { rows, why, step } of declined) {
    const lines = linesText(rows, hasSheets(needs.rows));
    const text = `${countOf(rows.length)} not approved, and left alone. ${lines}: ${why} ${step}`;
    page.line([over(FIRST, LAST, text.trim(), SUMMARY.note)]);
  }
}

function writeGroups(page: Page, groups: readonly AttentionGroup[], needs: Needs): void {
  if (groups.length === 0) return;
  section(page, 'What needs you');
  page.line([
    over(FIRST, FIRST, needs.outcome, SUMMARY.head),
    over(FIRST + 1, FIRST + 1, 'Rows', SUMMARY.headRight),
    over(FIRST + 2, FIRST + 2, 'Soonest expiry', SUMMARY.head),
    over(FIRST + 3, FIRST + 5, 'Why', SUMMARY.head),
    over(FIRST + 6, LAST, 'What to do', SUMMARY.head),
  ]);
  for (const group of groups.slice(0, MOST_GROUPS)) writeGroup(page, group, needs);
  const rest = groups.slice(MOST_GROUPS).reduce((sum, { rows }) => sum + rows.length, 0);
  if (rest === 0) return;
  const text = `${countOf(rest)} more: see "What to do next" on the sheet "Results".`;
  page.line([over(FIRST, LAST, text, SUMMARY.text)]);
}
