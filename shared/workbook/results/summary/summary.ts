import { HEADINGS, SHEETS } from '../../../phrases/sheet-phrases.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import { reportEquations } from '../equation.ts';
import { type AttentionGroup, compareExpiry, groupedBy, type JudgedRow } from '../attention.ts';
import { reason } from '../../../reasons/reason.ts';
import { say, sayWhole } from '../../../reasons/say.ts';
import type { ReportRow, ResultsReport } from '../results-report.ts';
import type { GroupLine } from '../groupings.ts';
import { writeGrouped } from './grouped.ts';
import { writeColumns } from './columns-read.ts';
import { writeHandedBack } from './handed-back.ts';
import { writeHeld } from './held.ts';
import { doubtfulRows } from './status.ts';
import { writeNeeds } from './needs.ts';
import type { SheetPlace } from '../../sheet/row-link.ts';
import { reportTotals } from '../totals.ts';
import { addBars } from '../../sheet/bars.ts';
import type { SheetBook } from '../../sheet/book.ts';
import { openPage, over } from '../../sheet/page.ts';
import { PAGE_COLOURS } from '../../sheet/palette.ts';
import { writeAudit } from './audit.ts';
import { writeResume, writeSettling } from './acts.ts';
import { writeFacts, writeSummaryHead } from './head.ts';
import { writeHistory } from './history.ts';
import { writeEquations, writeLooseList, writeOrderList } from './lists.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../../sheet/page-styles.ts';
import { writeCards } from './cards.ts';
import { writeTotals } from './outcomes.ts';

/** Rows that the audit could not confirm, by why; nobody may rely on them before they were looked at. */
function doubtGroups(report: ResultsReport): readonly AttentionGroup[] {
  const { language } = report;
  const doubts = report.audit?.doubts ?? [];
  const whys = new Map(doubts.map(({ resourceId, why }) => [resourceId, sayWhole(why, language)]));
  const { advice: step } = say(
    reason('audit-not-confirmed', { rows: String(doubts.length) }),
    language,
  );
  const groups = groupedBy(doubtfulRows(report), ({ row }) => whys.get(row.resourceId!)!);
  return [...groups].map(([why, rows]) => ({
    outcome: 'renewed',
    why,
    isSameWhy: true,
    step,
    rows: rows.toSorted(compareExpiry),
  }));
}

/** Where a row stands: on the sheet of what needs action, else among the results. */
function places(
  report: ResultsReport,
  action: readonly ReportRow[],
): (row: JudgedRow) => SheetPlace | null {
  const { language } = report;
  const listed = new Map<JudgedRow, number>(action.map((row, at) => [row, at + 2]));
  const all = new Map<JudgedRow, number>(report.rows.map((row, at) => [row, at + 2]));
  return (row) => {
    const [there, here] = [listed.get(row), all.get(row)];
    if (there !== undefined) return { sheet: SHEETS.needsAction[language], line: there };
    return here === undefined ? null : { sheet: SHEETS.results[language], line: here };
  };
}

/**
 * Writes the Summary sheet: how the job stands and how it goes on, what needs a person, the figures and
 * the check of the books. `action` are the rows of the sheet "Needs action", in its order; `groups` those of "Totals".
 */
export function writeSummary(
  book: SheetBook,
  report: ResultsReport,
  action: readonly ReportRow[],
  groups: readonly GroupLine[],
): void {
  const { language } = report;
  const sheet = book.addSheet(SHEETS.summary[language], {
    tab: PAGE_COLOURS.navy,
    headingRows: 0,
    paper: 'A4 upright',
  });
  const page = openPage(sheet, SUMMARY_WIDTHS, language);
  const totals = reportTotals(report.rows, report.currency);
  const equations = reportEquations(report, totals);
  writeSummaryHead(page, report, totals, equations);
  writeHandedBack(page, report);
  writeResume(page, report);
  writeNeeds(page, {
    rows: report.rows,
    placeOf: places(report, action),
    more: doubtGroups(report),
    outcome: HEADINGS.outcome,
  });
  writeColumns(page, report.told ?? []);
  writeSettling(page, report);
  if (report.rows.length > 0 || report.quoted !== null) {
    page.gap(12);
    writeCards(page, report, totals);
    page.gap(12);
    addBars(sheet, writeTotals(page, totals));
    writeHeld(page, report);
    writeGrouped(page, groups);
    writeEquations(page, equations);
  }
  writeAudit(page, report);
  writeOrderList(page, report);
  writeLooseList(page, report);
  writeFacts(page, report);
  writeHistory(page, report);
  if (report.orders.length > 0) {
    page.gap(8);
    page.line([over(FIRST, LAST, WORDS.smallPrint[language], SUMMARY.note)]);
  }
  page.end();
}
