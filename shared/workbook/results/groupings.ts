import type { Phrase } from '../../phrases/phrase.ts';
import { HEADINGS, ON_SHEETS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Cell } from '../../jobs/quote.ts';
import { headingMeaning, nameKey } from '../read/heading-key.ts';
import type { Meaning } from '../read/headings.ts';
import { groupedBy } from './attention.ts';
import type { ReportRow } from './results-report.ts';
import { reportTotals, type Sums } from './totals.ts';

/** What is added up by groups: the upload's headings, and its rows with what became of them. */
export interface Grouped {
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
  /** ISO 4217 code of the account's currency. */
  readonly currency: string;
  readonly language: Language;
}

/** The figures of the rows that have the same in a column of the upload, in one currency. */
export interface GroupLine {
  /** What they are grouped by, such as "Service". */
  readonly by: string;
  /** What stands in the column. */
  readonly which: string;
  readonly rows: number;
  readonly renewed: number;
  readonly all: Sums;
  readonly approved: Sums;
}

/** What people ask totals by, and the meaning of the column that tells it. */
const BY_MEANING: readonly (readonly [by: Phrase, meaning: Meaning])[] = [
  [HEADINGS.service, 'product'],
  [HEADINGS.region, 'region'],
  [HEADINGS.project, 'project'],
];

/** No matter of a renewal, so the reader knows none of these. */
const COST_CENTRES = new Set(
  [
    'Cost centre',
    'Cost center',
    'Cost code',
    'Department',
    'Business unit',
    '成本中心',
    '部门',
    '事业部',
  ].map(nameKey),
);

/** Longer lists help nobody: the rest is added up. */
const MOST = 200;

function textOf(cell: Cell | undefined, blank: string): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text.trim().replaceAll(/\s+/gu, ' ') || blank;
    case 'number':
      return String(cell.number);
    case 'boolean':
      return String(cell.boolean);
    case 'date':
      return cell.wall;
    case 'empty':
    case undefined:
      return blank;
  }
}

/** The first of the columns, with those that say the same on other sheets: no row fills two of them. */
function togetherWith(columns: readonly number[], rows: readonly ReportRow[]): readonly number[] {
  const taken: number[] = [];
  for (const at of columns) {
    const isFilled = ({ row }: ReportRow, one: number): boolean =>
      textOf(row.cells[one], '') !== '';
    const apart = rows.every(
      (row) => !isFilled(row, at) || !taken.some((other) => isFilled(row, other)),
    );
    if (taken.length === 0 || apart) taken.push(at);
  }
  return taken;
}

/** The columns to group by; of several with one meaning the one whose heading is known best. */
function groupingColumns({
  columns,
  rows,
  language,
}: Grouped): readonly (readonly [by: string, columns: readonly number[]])[] {
  const known = columns.map((heading, at) => ({ at, heading, named: headingMeaning(heading) }));
  const byMeaning = BY_MEANING.flatMap(([by, meaning]) => {
    const found = known
      .filter(({ named }) => named?.meaning === meaning)
      .toSorted((a, b) => a.named!.rank - b.named!.rank)
      .map(({ at }) => at);
    return found.length === 0 ? [] : [[by[language], togetherWith(found, rows)] as const];
  });
  const centres = known.filter(({ heading }) => COST_CENTRES.has(nameKey(heading)));
  const [centre] = centres;
  if (centre === undefined) return byMeaning;
  const found = centres.map(({ at }) => at);
  return [...byMeaning, [centre.heading, togetherWith(found, rows)]];
}

function linesOf(
  by: string,
  which: string,
  rows: readonly ReportRow[],
  currency: string,
): readonly GroupLine[] {
  const { currencies } = reportTotals(rows, currency);
  // Rows without a readable price are counted with the account's own currency.
  return currencies.flatMap(({ currency: name, all, approved }) => {
    const here = rows.filter(({ row }) => (row.approved?.currency ?? currency) === name);
    const renewed = here.filter(({ outcome }) => outcome.outcome === 'renewed').length;
    return here.length === 0 ? [] : [{ by, which, rows: here.length, renewed, all, approved }];
  });
}

/**
 * Totals by service, region, enterprise project and the uploader's cost centre, as far as the file has
 * such columns: those with the most rows first.
 */
export function groupLines(grouped: Grouped): readonly GroupLine[] {
  const { rows, currency, language } = grouped;
  const [blank, others] = [ON_SHEETS.blank[language], ON_SHEETS.allOthers[language]];
  return groupingColumns(grouped).flatMap(([by, columns]) => {
    const which = ({ row }: ReportRow): string =>
      columns.map((at) => textOf(row.cells[at], '')).find((text) => text !== '') ?? blank;
    const groups = [...groupedBy(rows, which)].toSorted(([, a], [, b]) => b.length - a.length);
    const rest = groups.slice(MOST).flatMap(([, some]) => some);
    return [
      ...groups.slice(0, MOST).flatMap(([text, some]) => linesOf(by, text, some, currency)),
      ...(rest.length === 0 ? [] : linesOf(by, others, rest, currency)),
    ];
  });
}
