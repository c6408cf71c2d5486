import { outcomeWord } from '../../../phrases/outcome-phrases.ts';
import { inARow, type Phrase, tell } from '../../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../../phrases/sheet-phrases.ts';
import { NEEDS } from '../../../phrases/summary-phrases.ts';
import type { Language } from '../../../reasons/entry.ts';
import { attentionGroups, type AttentionGroup, type JudgedRow, needsPerson } from '../attention.ts';
import { hasSheets } from '../row-columns.ts';
import { wallText } from '../../../values/wall-time.ts';
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
  readonly outcome: Phrase;
}

function lineOf({ row }: JudgedRow, isOneOfMany: boolean, language: Language): string {
  const line = String(row.line);
  return isOneOfMany ? tell(NEEDS.lineOfSheet, language, { line, sheet: row.sheet }) : line;
}

/** "Line 17", "Lines 4, 5, 9, 12, 13 and 7 more": lines of the upload, "4 (ECS)" where it has several sheets. */
export function linesText(
  rows: readonly JudgedRow[],
  isOneOfMany: boolean,
  language: Language,
): string {
  const first = rows.slice(0, MOST_LINES).map((row) => lineOf(row, isOneOfMany, language));
  const more = rows.length - first.length;
  const named = { count: rows.length, names: inARow(first, language, 'names') };
  return more === 0
    ? tell(NEEDS.lines, language, named)
    : tell(NEEDS.linesAndMore, language, { ...named, more });
}

/** "Line 17: why". */
function whyText(
  { rows, why, isSameWhy }: AttentionGroup,
  isOneOfMany: boolean,
  language: Language,
): string {
  const lines = linesText(rows, isOneOfMany, language);
  return tell(isSameWhy ? NEEDS.sameWhy : NEEDS.firstWhy, language, { lines, why });
}

function writeGroup(page: Page, group: AttentionGroup, needs: Needs): void {
  const { outcome, step, rows } = group;
  const [first] = rows;
  const place = first === undefined ? null : needs.placeOf(first);
  page.line(
    [
      over(FIRST, FIRST, outcomeWord(outcome, page.language), SUMMARY_OUTCOMES[outcome]),
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
      over(
        FIRST + 3,
        FIRST + 5,
        whyText(group, hasSheets(needs.rows), page.language),
        SUMMARY.text,
      ),
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
  const { language } = page;
  const needing = attentionGroups(needs.rows.filter(needsPerson), language);
  const groups = [...(needs.more ?? []), ...needing];
  writeGroups(page, groups, needs);
  const declined = attentionGroups(
    needs.rows.filter(({ outcome }) => outcome.outcome === 'not approved'),
    language,
  );
  for (const group of declined) {
    const { rows, step } = group;
    const why = whyText(group, hasSheets(needs.rows), language);
    const text = tell(NEEDS.declined, language, { rows: rows.length, why, step });
    page.line([over(FIRST, LAST, text.trim(), SUMMARY.note)]);
  }
}

function writeGroups(page: Page, groups: readonly AttentionGroup[], needs: Needs): void {
  if (groups.length === 0) return;
  const { language } = page;
  section(page, NEEDS.title[language]);
  page.heads([
    over(FIRST, FIRST, needs.outcome[language], SUMMARY.head),
    over(FIRST + 1, FIRST + 1, HEADINGS.rows[language], SUMMARY.headRight),
    over(FIRST + 2, FIRST + 2, NEEDS.soonest[language], SUMMARY.head),
    over(FIRST + 3, FIRST + 5, NEEDS.why[language], SUMMARY.head),
    over(FIRST + 6, LAST, NEEDS.whatToDo[language], SUMMARY.head),
  ]);
  for (const group of groups.slice(0, MOST_GROUPS)) writeGroup(page, group, needs);
  const rest = groups.slice(MOST_GROUPS).reduce((sum, { rows }) => sum + rows.length, 0);
  if (rest === 0) return;
  const text = tell(NEEDS.more, language, {
    rows: rest,
    next: HEADINGS.next[language],
    sheet: SHEETS.results[language],
  });
  page.line([over(FIRST, LAST, text, SUMMARY.text)]);
}
