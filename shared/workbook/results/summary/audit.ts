import { inARow, tell } from '../../../phrases/phrase.ts';
import { NEEDS, SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import type { Language } from '../../../reasons/entry.ts';
import type { Doubt } from '../../../audit/audit.ts';
import { reason } from '../../../reasons/reason.ts';
import { say, sayWhole } from '../../../reasons/say.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';
import { TONES, type Tone } from '../../sheet/palette.ts';
import { section } from '../../sheet/section.ts';
import { style } from '../../sheet/styles.ts';
import type { ResultsReport } from '../results-report.ts';
import { LIST_LIMIT } from './lists.ts';
import { linesText } from './needs.ts';
import { hasSheets } from '../row-columns.ts';

/** So many resources are named in a line. */
const MOST_NAMED = 5;

/**
 * Writes what the audit could confirm, with a tick, and in red what it could not (money rule 12);
 * nothing of a job that has renewed nothing, or goes on.
 */
export function writeAudit(page: Page, report: ResultsReport): void {
  const { audit = null } = report;
  if (audit === null) return;
  const { confirmed, uncharged = 0, doubts } = audit;
  if (confirmed + doubts.length === 0) return;
  const { language } = page;
  section(page, WORDS.audit[language]);
  const charged = confirmed - uncharged;
  if (charged > 0) {
    const rows = String(charged);
    line(page, 'good', `✓ ${say(reason('audit-confirmed', { rows }), language).reason}`);
  }
  if (uncharged > 0) {
    const told = say(reason('audit-uncharged', { rows: String(uncharged) }), language).reason;
    page.line([over(FIRST, LAST, told, SUMMARY.note)]);
  }
  if (doubts.length === 0) return;
  const rows = String(doubts.length);
  line(page, 'bad', `✗ ${sayWhole(reason('audit-not-confirmed', { rows }), language)}`);
  const groups = [...grouped(doubts, language)];
  for (const [words, ids] of groups.slice(0, LIST_LIMIT)) {
    const which = inARow([linesOf(ids, report), named(ids, language)], language, 'parts');
    line(page, 'bad', tell(NEEDS.sameWhy, language, { lines: which, why: words }));
  }
  const rest = groups.slice(LIST_LIMIT).reduce((sum, [, ids]) => sum + ids.length, 0);
  if (rest === 0) return;
  page.line([over(FIRST, LAST, tell(WORDS.andMore, language, { rows: rest }), SUMMARY.note)]);
}

function line(page: Page, tone: Tone, text: string): void {
  const { fill, ink } = TONES[tone];
  const bold = tone === 'bad';
  const look = style({ fill, ink, bold, middle: true, wrap: true, indent: 1 });
  page.line([over(FIRST, LAST, text, look)], 22);
}

function grouped(
  doubts: readonly Doubt[],
  language: Language,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { resourceId, why } of doubts) {
    const words = sayWhole(why, language);
    const group = groups.get(words) ?? [];
    group.push(resourceId);
    groups.set(words, group);
  }
  return groups;
}

/** Where they stand in the upload: "Lines 4, 9". */
function linesOf(ids: readonly string[], { rows, language }: ResultsReport): string {
  const all = new Set(ids);
  const some = rows.filter(
    ({ row, outcome }) =>
      outcome.outcome === 'renewed' && row.resourceId !== null && all.has(row.resourceId),
  );
  return some.length === 0 ? '' : linesText(some, hasSheets(rows), language);
}

function named(ids: readonly string[], language: Language): string {
  const rest = ids.length - MOST_NAMED;
  const names = ids.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? tell(WORDS.namedAndMore, language, { names, count: rest }) : names;
}
