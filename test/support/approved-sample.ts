import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import type { Language } from '../../shared/reasons/entry.ts';
import { reason, withCode } from '../../shared/reasons/reason.ts';
import { say } from '../../shared/reasons/say.ts';
import { type RowOutcome, rowOutcome } from '../../shared/renewal/outcome.ts';
import { display, money, type Money, times } from '../../shared/values/money.ts';
import { knownNames } from '../../shared/workbook/read/heading-key.ts';
import { readQuote } from '../../shared/workbook/read/read-quote.ts';
import type { ReportRow, ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { testAccount } from './quote-rows.ts';
import { quoteId, quoteWorkbook } from './quote-workbook.ts';
import { ASKED_AT } from './survey-sample.ts';

const HEADINGS = {
  en: 'Resource ID|Resource Name|Service|Region|Expires|Renewal Duration|List Price (USD)|Discounted Price (USD)|Approved|Cost centre',
  zh: '资源ID|资源名称|云服务|区域|到期时间|续费时长|官网价（USD）|优惠后价格（USD）|批准|成本中心',
} as const;

/** Names of services in the samples. */
export const SERVICES = {
  en: ['Elastic Cloud Server', 'Elastic Volume Service', 'Relational Database Service'],
  zh: ['弹性云服务器', '云硬盘', '云数据库'],
} as const;

const ACCOUNT = testAccount();
/** The headings that the account of the samples knows. */
export const KNOWN = knownNames(ACCOUNT.headings);
/** In milliseconds. */
export const DAY = 86_400_000;

/** Reads a file as that account does. */
export async function read(bytes: Uint8Array) {
  return await readQuote({ name: 'again.xlsx', bytes }, ACCOUNT, HUAWEI);
}

/** A quote of so many rows as somebody approved it, every ninth row with a no. */
export async function approvedQuote(language: Language, count: number): Promise<Quote> {
  const rows = Array.from({ length: count }, (_, at) => {
    const list = 40 + ((at * 7) % 90) + 0.5;
    const price = Math.round(list * 90) / 100;
    const yes = language === 'en' ? 'yes' : '是';
    return [
      quoteId(at + 1),
      language === 'en' ? `prod-web-${at + 1}` : `生产-网站-${at + 1}`,
      SERVICES[language][at % 3]!,
      at % 2 === 0 ? 'ap-southeast-1' : 'cn-north-4',
      `2026-12-${String(2 + (at % 27)).padStart(2, '0')} 23:59:59`,
      language === 'en' ? '1 month' : '1个月',
      list,
      price,
      at % 9 === 8 ? '' : yes,
      `CC-${at % 4}`,
    ];
  });
  const bytes = await quoteWorkbook({
    above: [[language === 'en' ? 'Approved by' : '批准人', '王芳 Wang Fang'], []],
    headings: HEADINGS[language].split('|'),
    rows,
    below: [[], ['', '', '', '', language === 'en' ? 'Total' : '合计', '', '', 1234.5]],
  });
  const reading = await read(bytes);
  if (reading.kind === 'rejected') throw new Error(say(reading.reason, 'en').reason);
  return reading.quote;
}

/** What becomes of the rows, in turn. */
function fateOf({ position, approved, resourceId }: QuoteRow): RowOutcome {
  const order = `CS2612010000${position}`;
  const paid = { order, paid: approved, newExpiry: ASKED_AT + 60 * DAY };
  const price = display(times(approved!, 2));
  switch (position % 12) {
    case 3:
      return rowOutcome(
        'held: price changed',
        reason('price-above-approval', { price, currency: 'USD', approved: display(approved!) }),
      );
    case 5:
      return rowOutcome('not renewable', withCode(reason('not-in-account'), 'CBC.30000067'), {
        code: 'CBC.30000067',
      });
    case 7:
      return rowOutcome('needs review', reason('payment-not-clear', { order }), { order });
    case 9:
      return rowOutcome('not attempted', reason('job-ended'));
    case 10:
      return rowOutcome(
        'already renewed',
        reason('renewed-elsewhere', {
          approved: '2026-12-12',
          now: '2027-01-12',
          zone: 'Asia/Shanghai',
        }),
      );
    case 11:
      return rowOutcome(
        'invalid',
        reason('expiry-mismatch', {
          approved: '2026-12-12',
          now: '2026-12-20',
          zone: resourceId === null ? '' : 'Asia/Shanghai',
        }),
      );
    default:
      return rowOutcome('renewed', reason('renewed'), paid);
  }
}

function reportRow(row: QuoteRow): ReportRow {
  const outcome = row.verdict ?? fateOf(row);
  const price = outcome.outcome === 'held: price changed' ? times(row.approved!, 2) : null;
  return { row, outcome, price };
}

/** The report of a job of that quote, in the language. */
export function reportOn(
  quote: Quote,
  language: Language,
  more: Partial<ResultsReport> = {},
): ResultsReport {
  const rows = quote.rows.map(reportRow);
  return {
    language,
    job: 'k7m2xq9d4a',
    file: language === 'en' ? 'renewals december.xlsx' : '十二月续费.xlsx',
    account: 'main',
    status: 'done',
    reason: null,
    droppedAt: ASKED_AT,
    droppedBy: 'finance',
    startedAt: ASKED_AT + 42_000,
    endedAt: ASKED_AT + 611_000,
    approvedBy: quote.approvedBy,
    reference: 'PO-2026-1183',
    currency: 'USD',
    expiryZone: 'Asia/Shanghai',
    orderUrl: 'https://console.huaweicloud.com/usercenter/#/order/{order}',
    balance: money('100000', 'USD'),
    short: null,
    quoted: { rows: rows.length, approved: [sumOf(rows.flatMap(({ row }) => row.approved ?? []))] },
    columns: quote.columns,
    rows,
    loose: quote.loose,
    orders: rows.flatMap(({ outcome }) =>
      outcome.outcome === 'renewed'
        ? [
            {
              id: outcome.order!,
              state: language === 'en' ? 'paid and completed' : '已支付并完成',
              amount: outcome.paid,
              charged: outcome.paid,
              rows: 1,
              note: null,
            },
          ]
        : [],
    ),
    audit: {
      confirmed: rows.filter(({ outcome }) => outcome.outcome === 'renewed').length,
      uncharged: 0,
      doubts: [],
    },
    history: [
      { at: ASKED_AT, event: 'planning', by: 'finance', note: null },
      { at: ASKED_AT + 42_000, event: 'running', by: 'renewsheet', note: null },
      { at: ASKED_AT + 611_000, event: 'done', by: 'renewsheet', note: null },
    ],
    ...more,
  };
}

function sumOf(amounts: readonly Money[]): Money {
  return amounts.reduce(
    (all, one) => money((Number(all.amount) + Number(one.amount)).toFixed(2), 'USD'),
    money('0', 'USD'),
  );
}
