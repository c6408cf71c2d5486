import type { Account } from '../../../../shared/domain/account.ts';
import { defaultExport } from '../../../../shared/domain/export-settings.ts';
import type { Quote, QuoteRow } from '../../../../shared/domain/quote.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import {
  QUOTE_HEADINGS,
  quoteWorkbook,
  type RowIn,
  type SheetIn,
} from '../../../support/quote-workbook.ts';

const ACCOUNT: Account = {
  name: 'main',
  provider: 'huawei',
  endpoint: 'https://bss.example',
  currency: 'USD',
  expiryZone: 'Asia/Shanghai',
  defaultTerm: null,
  priceTolerance: { percent: 0, absolute: '0' },
  jobValidityDays: 3,
  callsPerSecond: 10,
  discount: 'best',
  maxRows: 10_000,
  maxJobAmount: null,
  maxRowAmount: null,
  hiddenRows: 'skip',
  confirmHours: 24,
  iamUser: null,
  expirePolicy: null,
  orderUrl: null,
  autoRenewRows: 'leave',
  resumeEveryHours: null,
  export: defaultExport('Asia/Shanghai', null),
};

/** An account for reading quotes, in US dollars and China's time. */
export function anAccount(different: Partial<Account> = {}): Account {
  return { ...ACCOUNT, ...different };
}

/** Reads bytes that must be a quote. */
export async function quoteOf(
  bytes: Uint8Array,
  different: Partial<Account> = {},
  name = 'quote.xlsx',
): Promise<Quote> {
  const reading = await readQuote({ name, bytes }, anAccount(different));
  if (reading.kind === 'rejected') throw new Error(reading.reason);
  return reading.quote;
}

/** Reads bytes that must be rejected, and gives the sentence. */
export async function refusalOf(
  bytes: Uint8Array,
  different: Partial<Account> = {},
  name = 'quote.xlsx',
): Promise<string> {
  const reading = await readQuote({ name, bytes }, anAccount(different));
  if (reading.kind === 'quote') throw new Error('the file was read');
  return reading.reason;
}

/** Reads a workbook of one sheet with the usual headings (and more) and these rows. */
export async function readRows(
  rows: readonly RowIn[],
  more: readonly string[] = [],
  sheet: Partial<SheetIn> = {},
  different: Partial<Account> = {},
): Promise<Quote> {
  const headings = [...QUOTE_HEADINGS, ...more];
  return await quoteOf(await quoteWorkbook({ headings, rows, ...sheet }), different);
}

/** The word and the reason of a row's verdict in one text, or "payable". */
export function verdictOf(row: QuoteRow | undefined): string {
  if (row === undefined) return 'no such row';
  return row.verdict === null ? 'payable' : `${row.verdict.outcome}: ${row.verdict.reason}`;
}
