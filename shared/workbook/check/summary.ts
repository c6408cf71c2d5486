import { wouldBe } from '../../check/check.ts';
import { sayWhole } from '../../reasons/say.ts';
import { noOutcomes, OUTCOMES } from '../../renewal/outcome.ts';
import type { CheckReport } from './check-report.ts';
import { wallTime } from '../../values/wall-time.ts';
import { attentionFigures, type JudgedRow, needsPerson } from '../results/attention.ts';
import { needsWords } from '../results/summary/banner-words.ts';
import { writeNeeds } from '../results/summary/needs.ts';
import type { GroupLine } from '../results/groupings.ts';
import { writeGrouped } from '../results/summary/grouped.ts';
import type { SheetPlace } from '../sheet/row-link.ts';
import { addBars, type CountBar } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { writeColumns } from '../results/summary/columns-read.ts';
import { writeCheckCards, writeCheckTotals } from './figures.ts';
import { instantDate } from '../sheet/date.ts';
import { countOf, countText } from '../sheet/number.ts';
import { openPage, over, type Page } from '../sheet/page.ts';
import { PAGE_COLOURS, TONES, type Tone } from '../sheet/palette.ts';
import { section } from '../sheet/section.ts';
import { style } from '../sheet/styles.ts';
import { beginLooseList, writeLooseRows } from '../results/summary/lists.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../sheet/page-styles.ts';

/** What a dry run always says first. */
export const NOTHING_HAPPENED = 'Dry run: nothing was ordered or paid.';

/** Red where the file or its money stops the job, green only where nothing is left to do. */
function outlook({ state, rows, money, checkedAt, expiryZone }: CheckReport): {
  readonly tone: Tone;
  readonly text: string;
} {
  if (state === 'would be rejected') {
    return { tone: 'bad', text: 'Dropped under approved/, this file would be rejected.' };
  }
  if (state === 'would be suspended') {
    return { tone: 'bad', text: 'Dropped under approved/, its job would be suspended at once.' };
  }
  if (state === 'not known') {
    return {
      tone: 'warning',
      text: 'What would happen is not known: the provider did not answer.',
    };
  }
  const counts = noOutcomes();
  for (const { outcome } of rows) counts[outcome.outcome] += 1;
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${countText(counts[outcome])} ${wouldBe(outcome)}`,
  );
  const { day } = wallTime(checkedAt, expiryZone);
  const needing = rows.filter(needsPerson);
  const needs = needsWords(attentionFigures(needing, day), 'en');
  const tone = money.missing !== null ? 'bad' : needing.length > 0 ? 'warning' : 'good';
  return {
    tone: tone === 'good' && counts.renewed + counts['already renewed'] === 0 ? 'warning' : tone,
    text: `Of ${countOf(rows.length)}: ${parts.join(', ')}. ${needs}`.trim(),
  };
}

function message(page: Page, tone: Tone, text: string, size = 11, bold = false): void {
  const look = style({ ...TONES[tone], size, bold, middle: true, wrap: true, indent: 1 });
  page.line([over(FIRST, LAST, text, look)], size > 11 ? 32 : 24);
}

function writeHead(page: Page, report: CheckReport): void {
  page.gap(8);
  page.line([over(FIRST, LAST, 'What would happen', SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, report.file, SUMMARY.subtitle)], 20);
  page.gap(8);
  message(page, 'neutral', NOTHING_HAPPENED, 14, true);
  const { tone, text } = outlook(report);
  message(page, tone, text, 11, true);
  if (report.reason !== null) message(page, tone, sayWhole(report.reason, 'en'));
  const missing = report.money.missing;
  if (missing !== null) {
    message(
      page,
      'bad',
      'The balance does not suffice: the job would be suspended when it is used up, and the rows that expire last would wait.',
    );
  }
  for (const remark of report.remarks) message(page, 'neutral', sayWhole(remark, 'en'));
  page.gap(8);
  writeFacts(page, report);
}

function writeFacts(page: Page, report: CheckReport): void {
  const { expiryZone: zone } = report;
  const facts: readonly (readonly [string, string | Date | null])[] = [
    ['Account', `${report.account} (${report.currency})`],
    ['Dry run', report.id],
    ['Approved by', report.approvedBy],
    ['Reference', report.reference],
    ['Dropped by', report.droppedBy],
    ['Checked', instantDate(report.checkedAt, zone)],
  ];
  for (const [label, value] of facts.filter(([, fact]) => fact !== null && fact !== '')) {
    const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
    page.line([over(2, 2, label, SUMMARY.label), over(3, LAST, value, shown)]);
  }
  const note = `All times and expiry dates are those of ${zone}. Prices and expiry dates are looked up again before anything is paid.`;
  page.line([over(FIRST, LAST, note, SUMMARY.note)]);
}

function writeReprice(page: Page, { reprice }: CheckReport): void {
  if (reprice === null) return;
  page.gap(8);
  message(
    page,
    'good',
    `A fresh quote with today's prices, for the durations of this file, lies in ${reprice}: it replaces this file once it is approved and dropped under approved/.`,
  );
}

/** Where a row stands among the results. */
function places({ rows }: CheckReport): (row: JudgedRow) => SheetPlace | null {
  const lines = new Map<JudgedRow, number>(rows.map((row, at) => [row, at + 2]));
  return (row) => {
    const line = lines.get(row);
    return line === undefined ? null : { sheet: 'Results', line };
  };
}

/**
 * Writes the first sheet of a dry run: that nothing happened, what would, and what it would cost.
 * `groups` are those of the sheet "Totals".
 */
export function writeCheckSummary(
  book: SheetBook,
  report: CheckReport,
  groups: readonly GroupLine[],
): void {
  const options = { tab: PAGE_COLOURS.navy, headingRows: 0, paper: 'A4 upright' } as const;
  const sheet = book.addSheet('Summary', options);
  const page = openPage(sheet, SUMMARY_WIDTHS);
  writeHead(page, report);
  writeNeeds(page, {
    rows: report.rows,
    placeOf: places(report),
    outcome: 'Expected outcome',
  });
  writeReprice(page, report);
  writeColumns(page, report.told);
  if (report.rows.length > 0) {
    page.gap(8);
    writeCheckCards(page, report);
    section(page, 'Rows and amounts');
    const bars: readonly CountBar[] = writeCheckTotals(page, report);
    addBars(sheet, bars);
    writeGrouped(page, groups);
  }
  if (beginLooseList(page, report.loose)) writeLooseRows(page, report.loose);
  sheet.commit();
}
