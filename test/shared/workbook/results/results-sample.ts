import {
  allocate,
  minus,
  money,
  type Money,
  roundToMinor,
  sum,
  times,
} from '../../../../shared/values/money.ts';
import type { Outcome, RowOutcome } from '../../../../shared/renewal/outcome.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { Cell, QuoteRow } from '../../../../shared/jobs/quote.ts';
import type {
  ReportOrder,
  ReportRow,
  ResultsReport,
} from '../../../../shared/workbook/results/results-report.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';

/** The headings of the sample quote. */
export const SAMPLE_COLUMNS = [
  'Resource ID',
  'Name 名称',
  'Service',
  'Region',
  'Spec',
  'Expiry date',
  'Term',
  'List price',
  'Price (CNY)',
  'Discount',
  'Cost centre',
  'Owner',
  'Approved',
  'Remarks',
] as const;

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20, 2, 14, 5);

const NAMES = ['订单数据库主节点', 'prod-web', '北京机房专线', 'cache', '日志归档存储', 'k8s-node'];
const SERVICES = ['ECS', 'RDS', 'EVS', 'EIP', 'DCS', 'OBS'];
const OWNERS = ['王小明', 'Chen Wei', 'A. Müller', '李娜'];

/** The share of each outcome in a hundred rows of the sample. */
const MIX: readonly (readonly [Outcome, number])[] = [
  ['renewed', 62],
  ['already renewed', 8],
  ['held: price changed', 7],
  ['not renewable', 6],
  ['invalid', 4],
  ['not approved', 4],
  ['not attempted', 6],
  ['needs review', 3],
];

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(roll: () => number, list: readonly T[]): T {
  return list[Math.floor(roll() * list.length)]!;
}

function outcomeWord(roll: () => number): Outcome {
  let left = roll() * 100;
  for (const [word, share] of MIX) {
    left -= share;
    if (left < 0) return word;
  }
  return 'renewed';
}

function outcomeOf(word: Outcome, row: QuoteRow): RowOutcome {
  const expiry = Date.parse(`${row.expiry?.day ?? '2026-12-01'}T15:59:59Z`);
  switch (word) {
    case 'renewed':
      return rowOutcome(word, asTold('Renewed for 1 year.'), { newExpiry: expiry + 365 * DAY });
    case 'already renewed':
      return rowOutcome(
        word,
        asTold('The expiry date had already moved by 365 days; nothing was paid.'),
        {
          newExpiry: expiry + 365 * DAY,
        },
      );
    case 'held: price changed':
      return rowOutcome(
        word,
        asTold(
          'The renewal would cost CNY 1,377.40, which is CNY 97.40 above the approved 1,280.00: a disk of 500 GB was attached after the quote was made. The order was cancelled and nothing was paid.',
          'Have the new price approved and drop the row again with it.',
        ),
      );
    case 'not renewable':
      return rowOutcome(
        word,
        asTold(
          'The provider refuses to renew this resource: it has a change of specification that is not finished.',
          'Finish or withdraw the open change in the console, then drop the row again.',
        ),
        { code: 'CBC.99003162' },
      );
    case 'invalid':
      return rowOutcome(
        word,
        asTold(
          'The renewal term "13 months" is not one such as "1 month" or "1 year".',
          'Correct the term in the quote and drop the row again.',
        ),
      );
    case 'not approved':
      return rowOutcome(word, asTold('The Approved column does not say yes.'));
    case 'not attempted':
      return rowOutcome(
        word,
        asTold(
          'The job was suspended before its turn.',
          'Top up the account, then resume the job.',
        ),
      );
    case 'needs review':
      return rowOutcome(
        word,
        asTold(
          'The provider did not answer the payment of the order, and the order could not be read afterwards. It may or may not have been paid.',
          'Look at the order in the console. If it is paid, nothing is to be done; if it is unpaid, cancel it there and drop the row again.',
        ),
        { order: 'CS26112002145577' },
      );
  }
}

function text(value: string): Cell {
  return { kind: 'text', text: value };
}

function amount(value: Money): Cell {
  return { kind: 'number', number: Number(value.amount), format: '#,##0.00' };
}

function cellsOf(row: QuoteRow, list: Money, roll: () => number): readonly Cell[] {
  return [
    text(row.resourceId ?? ''),
    text(row.name ?? ''),
    text(pick(roll, SERVICES)),
    text('cn-north-4'),
    text(pick(roll, ['c7.large.2', 's6.xlarge.4', 'SSD 500 GB', '5 Mbit/s'])),
    {
      kind: 'date',
      wall: `${row.expiry!.day}T${row.expiry!.time ?? '00:00:00'}`,
      format: 'yyyy/m/d h:mm',
    },
    text('1 year'),
    amount(list),
    amount(row.approved!),
    { kind: 'number', number: 0.2, format: '0%' },
    text(String(4000 + Math.floor(roll() * 40)).padStart(6, '0')),
    text(pick(roll, OWNERS)),
    text(row.verdict === null ? 'yes' : 'no'),
    roll() < 0.1
      ? text('续费已由财务部批准，合同编号 HT-2026-1183，请在十二月一日前完成。')
      : { kind: 'empty' },
  ];
}

function quoteRow(position: number, roll: () => number): QuoteRow {
  const list = money((200 + Math.floor(roll() * 9_000_00) / 100).toFixed(2), 'CNY');
  const day = new Date(START + (3 + Math.floor(roll() * 45)) * DAY).toISOString().slice(0, 10);
  const hex = (): string =>
    Math.floor(roll() * 0xffff)
      .toString(16)
      .padStart(4, '0');
  const row: QuoteRow = {
    position,
    sheet: 'Quote',
    line: position + 2,
    cells: [],
    resourceId: `${hex()}${hex()}-${hex()}-${hex()}-${hex()}-${hex()}${hex()}${hex()}`,
    name: `${pick(roll, NAMES)}-${String(position + 1).padStart(4, '0')}`,
    term: { unit: 'year', count: 1 },
    approved: roundToMinor(times(list, '0.8')),
    expiry: { day, time: '23:59:59' },
    verdict: null,
  };
  return { ...row, cells: cellsOf(row, list, roll) };
}

/** Orders of up to a hundred renewed rows, each charged a little less than approved. */
function withOrders(rows: readonly ReportRow[]): {
  readonly rows: readonly ReportRow[];
  readonly orders: readonly ReportOrder[];
} {
  const renewed = rows.filter(({ outcome }) => outcome.outcome === 'renewed');
  const orders: ReportOrder[] = [];
  const paid = new Map<ReportRow, RowOutcome>();
  for (let from = 0; from < renewed.length; from += 100) {
    const covered = renewed.slice(from, from + 100);
    const weights = covered.map(({ row }) => row.approved!);
    const approved = sum(weights, 'CNY');
    const charged = minus(approved, money('37.37', 'CNY'));
    const id = `CS261120021${String(40_000 + from).padStart(5, '0')}`;
    const shares = allocate(charged, weights);
    covered.forEach((each, index) => {
      paid.set(each, { ...each.outcome, order: id, paid: shares[index]! });
    });
    orders.push({
      id,
      state: 'Paid and completed',
      amount: charged,
      charged,
      rows: covered.length,
      note: null,
    });
  }
  return {
    orders,
    rows: rows.map((each) => ({ ...each, outcome: paid.get(each) ?? each.outcome })),
  };
}

/** A report of that many made-up rows with every outcome, the same in every run. */
export function sampleReport(count: number, more: Partial<ResultsReport> = {}): ResultsReport {
  const roll = dice(42);
  const judged = Array.from({ length: count }, (_, position) => {
    const row = quoteRow(position, roll);
    return { row, outcome: outcomeOf(outcomeWord(roll), row) };
  });
  const { rows, orders } = withOrders(judged);
  const unpaid: readonly ReportOrder[] = [
    {
      id: 'CS26112002145571',
      state: 'Cancelled, nothing paid',
      amount: money('8264.40', 'CNY'),
      charged: null,
      rows: 6,
      note: 'Dearer than approved.',
    },
    {
      id: 'CS26112002145577',
      state: 'Unknown',
      amount: money('3411.02', 'CNY'),
      charged: null,
      rows: null,
      note: 'The payment was not answered and the order cannot be read.',
    },
  ];
  return {
    language: 'en',
    job: 'k7m2xq9d4a',
    file: 'Huawei renewals December 2026 (approved).xlsx',
    account: 'prod-cn',
    status: 'done',
    reason: null,
    droppedAt: START,
    droppedBy: 'finance-lead@example.com',
    startedAt: START + 42_000,
    endedAt: START + 611_000,
    approvedBy: 'Wang Fang 王芳, CFO',
    reference: 'PO-2026-1183',
    currency: 'CNY',
    expiryZone: 'Asia/Shanghai',
    orderUrl: 'https://console.huaweicloud.com/usercenter/#/order/{order}',
    balance: money('1000000', 'CNY'),
    short: null,
    quoted: {
      rows: count,
      approved: [
        sum(
          rows.map(({ row }) => row.approved!),
          'CNY',
        ),
      ],
    },
    columns: SAMPLE_COLUMNS,
    rows,
    loose: [
      { sheet: 'Quote', line: count + 3, text: 'Total | 1,412,345.67' },
      { sheet: 'Quote', line: count + 5, text: '以上价格含税，有效期至2026年12月5日。' },
    ],
    orders: [...orders, ...unpaid],
    history: [
      { at: START + 3000, event: 'planning', by: 'finance-lead@example.com', note: null },
      { at: START + 42_000, event: 'running', by: 'renewsheet', note: null },
      { at: START + 609_000, event: 'finishing', by: 'renewsheet', note: null },
      { at: START + 611_000, event: 'done', by: 'renewsheet', note: null },
    ],
    ...more,
  };
}
