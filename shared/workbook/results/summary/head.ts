import { inARow, tell } from '../../../phrases/phrase.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import type { ResultsReport } from '../results-report.ts';
import { sayWhole } from '../../../reasons/say.ts';
import { shownAt, statusMessage } from './status.ts';
import type { Equation } from '../equation.ts';
import type { ReportTotals } from '../totals.ts';
import { instantDate } from '../../sheet/date.ts';
import { amountText } from '../../sheet/number.ts';
import { type Page, type PageCell, over } from '../../sheet/page.ts';
import { TONES } from '../../sheet/palette.ts';
import { section } from '../../sheet/section.ts';
import { style } from '../../sheet/styles.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

type Fact = readonly [label: string, value: string | number | Date | null];

function facts(report: ResultsReport): { readonly left: Fact[]; readonly right: Fact[] } {
  const at = (instant: number | null): Date | null =>
    instant === null ? null : instantDate(instant, report.expiryZone);
  const { account, currency, language } = report;
  const ended = report.status === 'suspended' ? WORDS.asItStood : WORDS.ended;
  const left: Fact[] = [
    [WORDS.account[language], tell(WORDS.accountIn, language, { account, currency })],
    [WORDS.job[language], report.job],
    [WORDS.approvedBy[language], report.approvedBy],
    [WORDS.reference[language], report.reference],
  ];
  const right: Fact[] = [
    [WORDS.droppedBy[language], report.droppedBy],
    [WORDS.dropped[language], at(report.droppedAt)],
    [WORDS.started[language], at(report.startedAt)],
    [ended[language], at(report.endedAt)],
  ];
  const known = ([, value]: Fact): boolean => value !== null && value !== '';
  return { left: left.filter(known), right: right.filter(known) };
}

function factCells(fact: Fact | undefined, from: number, to: number): readonly PageCell[] {
  if (fact === undefined) return [];
  const [label, value] = fact;
  const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
  return [over(from, from, label, SUMMARY.label), over(from + 1, to, value, shown)];
}

function whyText({ reason, language }: ResultsReport): string {
  return reason === null ? '' : sayWhole(reason, language);
}

/** What a top-up must bring: whoever reads no further must know it. */
function missingText({ short, language }: ResultsReport): string {
  const missing = short?.missing ?? null;
  if (missing === null) return '';
  const { currency } = missing;
  return tell(WORDS.missing, language, { missing: amountText(missing), currency });
}

function writeStatus(
  page: Page,
  report: ResultsReport,
  totals: ReportTotals,
  equations: readonly Equation[],
): void {
  const { tone, text } = statusMessage(report, totals, equations);
  const { fill, ink } = TONES[tone];
  const headline = style({ size: 14, bold: true, fill, ink, middle: true, wrap: true, indent: 1 });
  const detail = style({ fill, ink, wrap: true, indent: 1 });
  page.line([over(FIRST, LAST, text, headline)], 32);
  const why = inARow([whyText(report), missingText(report)], page.language);
  if (why !== '') page.line([over(FIRST, LAST, why, detail)], 24);
}

/** Writes the top of the Summary sheet: what it is about and how it stands. */
export function writeSummaryHead(
  page: Page,
  report: ResultsReport,
  totals: ReportTotals,
  equations: readonly Equation[],
): void {
  const { account, job, currency, expiryZone: zone, language } = report;
  const title = report.status === 'suspended' ? WORDS.interim : WORDS.title;
  page.gap(8);
  page.line([over(FIRST, LAST, title[language], SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, report.file, SUMMARY.subtitle)], 20);
  const at = instantDate(shownAt(report), zone)?.toISOString().slice(0, 16).replace('T', ' ') ?? '';
  const which = tell(WORDS.which, language, { account, currency, job, at, zone });
  page.line([over(FIRST, LAST, which, SUMMARY.note)]);
  page.gap(8);
  writeStatus(page, report, totals, equations);
  const remark = style({ ...TONES.warning, wrap: true, indent: 1 });
  for (const each of report.remarks ?? []) {
    page.line([over(FIRST, LAST, sayWhole(each, language), remark)], 24);
  }
}

/** Writes who dropped and approved it, and when; of the times the zone. */
export function writeFacts(page: Page, report: ResultsReport): void {
  const { language } = page;
  section(page, WORDS.whoAndWhen[language]);
  const { left, right } = facts(report);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    page.line([...factCells(left[index], 2, 4), ...factCells(right[index], 5, 8)]);
  }
  const zone = tell(WORDS.zone, language, { zone: report.expiryZone });
  page.line([over(FIRST, LAST, zone, SUMMARY.note)]);
}
