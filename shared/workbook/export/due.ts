import { COSTS } from '../../phrases/export-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import type { Survey, SurveyPart, SurveyRow } from '../../survey/survey.ts';
import { daysBetween, wallTime } from '../../values/wall-time.ts';
import { exportSums } from './totals.ts';
import type { CountBar } from '../sheet/bars.ts';
import { moneyCells } from '../sheet/money.ts';
import { over, type Page } from '../sheet/page.ts';
import { BAR_COLOURS } from '../sheet/palette.ts';
import { FIRST, SUMMARY, SUMMARY_MONEY } from '../sheet/page-styles.ts';

/** What falls due in a week or month. */
export interface DuePeriod {
  /** "2026-12", or the Monday of a week. */
  readonly name: string;
  readonly rows: readonly SurveyRow[];
}

/** Quotes that reach further are shown by month. */
const MOST_DAYS = 70;

const DAY = 86_400_000;

function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const since = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - since * DAY).toISOString().slice(0, 10);
}

/** The rows by week, or by month where they reach far, the soonest first; those without a date are left out. */
export function duePeriods(
  rows: readonly SurveyRow[],
  zone: string,
): { readonly by: 'week' | 'month'; readonly periods: readonly DuePeriod[] } {
  const dated = rows
    .flatMap((row) => (row.expiry === null ? [] : [{ row, ...wallTime(row.expiry, zone) }]))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const [first] = dated;
  const last = dated.at(-1);
  const isFar =
    first !== undefined && last !== undefined && daysBetween(first.day, last.day) > MOST_DAYS;
  const periods = new Map<string, SurveyRow[]>();
  for (const { row, day } of dated) {
    const name = isFar ? day.slice(0, 7) : mondayOf(day);
    periods.set(name, [...(periods.get(name) ?? []), row]);
  }
  return {
    by: isFar ? 'month' : 'week',
    periods: [...periods].map(([name, some]) => ({ name, rows: some })),
  };
}

/**
 * Writes what falls due by week or month, with a bar behind each sum: a picture of it that every
 * spreadsheet program shows. Returns the bars.
 */
export function writeDue(page: Page, survey: Survey, { rows }: SurveyPart): readonly CountBar[] {
  const { currency, zone } = survey;
  const { by, periods } = duePeriods(rows, zone);
  if (periods.length < 2) return [];
  const { language } = page;
  const money = moneyCells(SUMMARY_MONEY.line, currency);
  const sums = periods.map((period) => exportSums(period.rows, currency).price);
  const most = Math.max(...sums.map(({ amount }) => Number(amount)));
  page.gap(8);
  page.heads(
    [
      over(FIRST, FIRST, (by === 'week' ? COSTS.weekFrom : COSTS.month)[language], SUMMARY.head),
      over(FIRST + 1, FIRST + 1, COSTS.resources[language], SUMMARY.headRight),
      over(FIRST + 2, FIRST + 3, tell(COSTS.totalIn, language, { currency }), SUMMARY.headRight),
    ],
    22,
  );
  return periods.map(({ name, rows: some }, at) => {
    const line = page.line(
      [
        over(FIRST, FIRST, name, SUMMARY.text),
        over(FIRST + 1, FIRST + 1, some.length, SUMMARY.count),
        { ...money(sums[at]!), from: FIRST + 2, to: FIRST + 3 },
      ],
      20,
    );
    return { ref: `D${line}`, most, colour: BAR_COLOURS['already renewed'] };
  });
}
