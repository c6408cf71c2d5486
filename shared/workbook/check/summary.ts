import { CHECK } from '../../phrases/check-phrases.ts';
import { EXPECTED_WORDS } from '../../phrases/outcome-phrases.ts';
import { inARow, tell } from '../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { SUMMARY as SUMMARY_WORDS } from '../../phrases/summary-phrases.ts';
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
import { amountText } from '../sheet/number.ts';
import { openPage, over, type Page } from '../sheet/page.ts';
import { PAGE_COLOURS, TONES, type Tone } from '../sheet/palette.ts';
import { section } from '../sheet/section.ts';
import { style } from '../sheet/styles.ts';
import { writeLooseList } from '../results/summary/lists.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../sheet/page-styles.ts';

/** Red where the file or its money stops the job, green only where nothing is left to do. */
function outlook({ state, rows, money, checkedAt, expiryZone, language }: CheckReport): {
  readonly tone: Tone;
  readonly text: string;
} {
  if (state === 'would be rejected') {
    return { tone: 'bad', text: CHECK.rejected[language] };
  }
  if (state === 'would be suspended') {
    return { tone: 'bad', text: CHECK.suspended[language] };
  }
  if (state === 'not known') {
    return { tone: 'warning', text: CHECK.notKnown[language] };
  }
  const counts = noOutcomes();
  for (const { outcome } of rows) counts[outcome.outcome] += 1;
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    tell(EXPECTED_WORDS[outcome], language, { rows: counts[outcome] }),
  );
  const all = { rows: rows.length, parts: inARow(parts, language, 'parts') };
  const { day } = wallTime(checkedAt, expiryZone);
  const needing = rows.filter(needsPerson);
  const needs = needsWords(attentionFigures(needing, day), language);
  const tone = money.missing !== null ? 'bad' : needing.length > 0 ? 'warning' : 'good';
  return {
    tone: tone === 'good' && counts.renewed + counts['already renewed'] === 0 ? 'warning' : tone,
    text: inARow([tell(CHECK.ofRows, language, all), needs], language),
  };
}

function message(page: Page, tone: Tone, text: string, size = 11, bold = false): void {
  const look = style({ ...TONES[tone], size, bold, middle: true, wrap: true, indent: 1 });
  page.line([over(FIRST, LAST, text, look)], size > 11 ? 32 : 24);
}

function writeHead(page: Page, report: CheckReport): void {
  const { language } = page;
  page.gap(8);
  page.line([over(FIRST, LAST, CHECK.title[language], SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, report.file, SUMMARY.subtitle)], 20);
  page.line([over(FIRST, LAST, whichText(report), SUMMARY.note)]);
  page.gap(8);
  message(page, 'neutral', CHECK.nothingHappened[language], 14, true);
  const { tone, text } = outlook(report);
  message(page, tone, text, 11, true);
  if (report.reason !== null) message(page, tone, sayWhole(report.reason, language));
  const missing = report.money.missing;
  if (missing !== null) {
    const { currency } = missing;
    message(page, 'bad', tell(CHECK.balance, language, { missing: amountText(missing), currency }));
  }
  for (const remark of report.remarks) message(page, 'neutral', sayWhole(remark, language));
}

/** Which account and dry run it is, and when it looked. */
function whichText({ account, currency, id, checkedAt, expiryZone: zone, language }: CheckReport) {
  const at = instantDate(checkedAt, zone)?.toISOString().slice(0, 16).replace('T', ' ') ?? '';
  return tell(CHECK.which, language, { account, currency, id, at, zone });
}

function writeFacts(page: Page, report: CheckReport): void {
  const { expiryZone: zone, account, currency, language } = report;
  section(page, SUMMARY_WORDS.whoAndWhen[language]);
  const facts: readonly (readonly [string, string | Date | null])[] = [
    [CHECK.account[language], tell(SUMMARY_WORDS.accountIn, language, { account, currency })],
    [CHECK.dryRun[language], report.id],
    [SUMMARY_WORDS.approvedBy[language], report.approvedBy],
    [SUMMARY_WORDS.reference[language], report.reference],
    [SUMMARY_WORDS.droppedBy[language], report.droppedBy],
    [CHECK.checked[language], instantDate(report.checkedAt, zone)],
  ];
  for (const [label, value] of facts.filter(([, fact]) => fact !== null && fact !== '')) {
    const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
    page.line([over(2, 2, label, SUMMARY.label), over(3, LAST, value, shown)]);
  }
  page.line([over(FIRST, LAST, tell(CHECK.zone, language, { zone }), SUMMARY.note)]);
}

function writeReprice(page: Page, { reprice }: CheckReport): void {
  if (reprice === null) return;
  message(page, 'good', tell(CHECK.reprice, page.language, { key: reprice }));
}

/** Where a row stands among the results. */
function places({ rows, language }: CheckReport): (row: JudgedRow) => SheetPlace | null {
  const lines = new Map<JudgedRow, number>(rows.map((row, at) => [row, at + 2]));
  return (row) => {
    const line = lines.get(row);
    return line === undefined ? null : { sheet: SHEETS.results[language], line };
  };
}

/**
 * Writes the first sheet of a dry run: that nothing happened, what would, what it would cost, and how the
 * file was read.
 * `groups` are those of the sheet "Totals".
 */
export function writeCheckSummary(
  book: SheetBook,
  report: CheckReport,
  groups: readonly GroupLine[],
): void {
  const options = { tab: PAGE_COLOURS.navy, headingRows: 0, paper: 'A4 upright' } as const;
  const { language } = report;
  const sheet = book.addSheet(SHEETS.summary[language], options);
  const page = openPage(sheet, SUMMARY_WIDTHS, language);
  writeHead(page, report);
  writeReprice(page, report);
  writeNeeds(page, {
    rows: report.rows,
    placeOf: places(report),
    outcome: HEADINGS.expected,
  });
  if (report.rows.length > 0) {
    page.gap(8);
    writeCheckCards(page, report);
    section(page, SUMMARY_WORDS.rowsAndAmounts[language]);
    const bars: readonly CountBar[] = writeCheckTotals(page, report);
    addBars(sheet, bars);
    writeGrouped(page, groups);
  }
  writeColumns(page, report.told);
  writeLooseList(page, report);
  writeFacts(page, report);
  page.end();
}
