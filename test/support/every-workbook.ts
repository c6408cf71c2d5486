import type { FileSight, Quote } from '../../shared/jobs/quote.ts';
import type { Language } from '../../shared/reasons/entry.ts';
import { reason } from '../../shared/reasons/reason.ts';
import { say } from '../../shared/reasons/say.ts';
import type { Survey, SurveyRow } from '../../shared/survey/survey.ts';
import { minus, money, sum, times } from '../../shared/values/money.ts';
import { retryRows, reviewRows } from '../../shared/workbook/again/which-rows.ts';
import { writeNothingLeft } from '../../shared/workbook/again/write-nothing-left.ts';
import { writeRepriced } from '../../shared/workbook/again/write-repriced.ts';
import { writeRetry } from '../../shared/workbook/again/write-retry.ts';
import { writeReview } from '../../shared/workbook/again/write-review.ts';
import type { CheckReport } from '../../shared/workbook/check/check-report.ts';
import { writeCheck } from '../../shared/workbook/check/write-check.ts';
import { writeExport } from '../../shared/workbook/export/write-export.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { writeResults } from '../../shared/workbook/results/write-results.ts';
import { approvedQuote, DAY, KNOWN, read, reportOn, SERVICES } from './approved-sample.ts';
import {
  ASKED_AT,
  firstPart,
  leftOutRow,
  surveyOf,
  surveyRow,
  unpricedRow,
} from './survey-sample.ts';

/** A workbook that the project writes. */
export interface Written {
  readonly kind:
    | 'results'
    | 'interim'
    | 'rejected'
    | 'dry run'
    | 'retry'
    | 'review'
    | 'nothing left'
    | 'export'
    | 'repriced';
  readonly bytes: Uint8Array;
}

/** The kinds that are quotes: they may be dropped as they are. */
export const QUOTES: ReadonlySet<Written['kind']> = new Set([
  'retry',
  'review',
  'export',
  'repriced',
]);

function checkOn(quote: Quote, language: Language): CheckReport {
  const report = reportOn(quote, language);
  const needed = sum(
    report.rows.flatMap(({ outcome }) => outcome.paid ?? []),
    'USD',
  );
  return {
    language,
    id: 'q7k2m9x4tb',
    file: report.file,
    account: 'main',
    state: 'would run',
    reason: null,
    droppedAt: ASKED_AT,
    droppedBy: 'finance',
    checkedAt: ASKED_AT + 60_000,
    approvedBy: quote.approvedBy,
    reference: null,
    currency: 'USD',
    expiryZone: 'Asia/Shanghai',
    money: {
      needed,
      balance: money('500', 'USD'),
      missing: minus(needed, money('500', 'USD')),
    },
    remarks: [reason('job-not-over', { job: 'n9t7bfxpfa' })],
    reprice: 'exports/main/december-repriced.xlsx',
    told: quote.columns.map((heading, at) => ({
      sheet: 'Sheet1',
      column: String.fromCodePoint(65 + at),
      heading,
      meaning:
        [
          'id',
          'name',
          'product',
          'region',
          'expiry',
          'term',
          'listPrice',
          'discountedPrice',
          'approved',
        ][at] ?? null,
      refused: null,
    })),
    columns: quote.columns,
    rows: report.rows.map(({ row, outcome, price = null }) => ({
      row,
      outcome:
        outcome.outcome === 'renewed'
          ? { ...outcome, reason: reason('nothing-in-the-way'), paid: null, order: null }
          : outcome,
      price: price ?? row.approved,
      expiry: ASKED_AT + 3 * DAY,
    })),
    loose: quote.loose,
  };
}

/** Dearer, cheaper, the same, for another term, without a price, in another currency, or not known. */
function lastOf(at: number): SurveyRow['last'] {
  const last = { at: ASKED_AT - (30 + at) * DAY, term: { unit: 'month', count: 1 } } as const;
  return [
    { ...last, paid: money(`${18 + at}.45`, 'USD') },
    { ...last, paid: money(`${21 + at}.9`, 'USD') },
    { ...last, paid: money(`${20 + at}.5`, 'USD') },
    { ...last, paid: money(`${210 + at}`, 'USD'), term: { unit: 'year', count: 1 } as const },
    { ...last, paid: null },
    { ...last, paid: money('1234.5', 'CNY') },
    undefined,
  ][at % 7];
}

function survey(language: Language): Survey {
  const named = (at: number): string => (language === 'en' ? `prod-web-${at}` : `生产-网站-${at}`);
  const rows = Array.from({ length: 24 }, (_, at) => ({
    ...surveyRow(at, { days: at * 2 - 3, price: `${20 + at}.5` }),
    name: named(at),
    serviceName: SERVICES[language][at % 3]!,
    last: lastOf(at),
  }));
  const ended = { ...rows[4]!, mode: 'ends at expiry' } as const;
  const untold = { ...rows[6]!, price: { kind: 'not told' } } as const;
  const refused = unpricedRow(30);
  return surveyOf(
    [
      ...rows.slice(0, 4),
      ended,
      rows[5]!,
      untold,
      ...rows.slice(7),
      {
        ...refused,
        name: named(30),
        serviceName: SERVICES[language][0],
        price: {
          kind: 'not renewable',
          code: 'CBC.30000067',
          ...say(reason('not-in-account'), language),
        },
      },
    ],
    {
      lastRenewals: 'not all read',
      question: {
        ...surveyOf([]).question,
        title: language === 'en' ? 'due within 30 days' : '30天内到期',
      },
      leftOut: [
        {
          ...leftOutRow(40, 'in an open job'),
          name: named(40),
          serviceName: SERVICES[language][1],
          detail:
            language === 'en'
              ? 'Job n9t7bfxpf4 has it and is not over.'
              : '任务n9t7bfxpf4包含该资源，尚未结束。',
        },
      ],
    },
  );
}

const SIGHT: Readonly<Record<Language, FileSight>> = {
  en: sightOf(['Resource ID', 'Expires', 'Renewal Duration', 'List Price', 'Aproved']),
  zh: sightOf(['资源ID', '到期时间', '续费时长', '官网价', '批准？否']),
};

function sightOf(headings: readonly string[]): FileSight {
  return {
    sheet: 'Sheet1',
    lines: [
      { line: 1, cells: headings },
      { line: 2, cells: ['r1', '2026-12-01', '1 month', '10', 'yes'] },
    ],
    headings: 1,
    columns: [4],
    wrongLines: [],
  };
}

function rejection(quote: Quote, language: Language): ResultsReport {
  const cells = SIGHT[language].lines[0]!.cells;
  const why = reason('column-not-understood', {
    column: cells[4]!,
    sheet: 'Sheet1',
    what: 'decisions',
    headings: '"Approved", "批准"',
  });
  const report = reportOn({ ...quote, rows: [] }, language);
  return {
    ...report,
    status: 'rejected',
    reason: why,
    history: [report.history[0]!, { ...report.history[2]!, event: 'rejected', note: why }],
    startedAt: null,
    quoted: null,
    balance: null,
    audit: null,
    columns: [],
    loose: [],
    told: cells.map((heading, at) => ({
      sheet: 'Sheet1',
      column: String.fromCodePoint(65 + at),
      heading,
      meaning: ['id', 'expiry', 'term', 'listPrice'][at] ?? null,
      refused: at === 4 ? why : null,
    })),
    sight: SIGHT[language],
  };
}

/** One workbook of each kind in a language, of quotes with so many rows. */
export async function everyWorkbook(language: Language, rows = 36): Promise<readonly Written[]> {
  const quote = await approvedQuote(language, rows);
  const report = reportOn(quote, language);
  const [retry, review] = [retryRows(report), reviewRows(report)];
  const beside = {
    retry: {
      file: `${report.file.replace('.xlsx', '')}.${report.job}.retry.xlsx`,
      rows: retry.length,
      asked: retry.filter(({ approved }) => !approved).length,
    },
    review: {
      file: `${report.file.replace('.xlsx', '')}.${report.job}.review.xlsx`,
      rows: review.length,
      asked: review.length,
    },
  };
  const interim: ResultsReport = {
    ...report,
    status: 'suspended',
    reason: reason('short-balance'),
    history: [
      ...report.history.slice(0, 2),
      { ...report.history[2]!, event: 'suspended', note: reason('short-balance') },
    ],
    audit: null,
    open: { rows: 3, approved: [money('321.5', 'USD')] },
    short: { left: money('21.5', 'USD'), missing: money('300', 'USD'), basis: 'suspension' },
  };
  const again = {
    headings: quote.columns,
    rows: quote.rows.slice(0, 12).map((row, at) => ({
      row,
      price: at < 5 ? times(row.approved!, 2) : null,
      approved: at >= 5 && row.verdict === null,
    })),
    known: KNOWN,
    currency: 'USD',
    zone: 'Asia/Shanghai',
    language,
  };
  const due = survey(language);
  const made: readonly (readonly [Written['kind'], Promise<Uint8Array>])[] = [
    ['results', writeResults({ ...report, ...beside })],
    ['interim', writeResults(interim)],
    ['rejected', writeResults(rejection(quote, language))],
    ['dry run', writeCheck(checkOn(quote, language))],
    ['retry', writeRetry(report, retry, KNOWN, read)],
    ['review', writeReview(report, review, KNOWN, read)],
    ['nothing left', writeNothingLeft(report)],
    ['export', writeExport(due, firstPart(due), language)],
    [
      'repriced',
      writeRepriced({ survey: due, again, approvedBy: quote.approvedBy, reference: 'PO-1' }, read),
    ],
  ];
  return await Promise.all(made.map(async ([kind, bytes]) => ({ kind, bytes: await bytes })));
}
