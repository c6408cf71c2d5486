import { notCounted } from '../../shared/workbook/sheet/not-counted.ts';
import { type Account, languageOf } from '../../shared/settings/account.ts';
import { languageOfHeadings } from '../../shared/workbook/read/quote-language.ts';
import { totalsOf } from '../../shared/renewal/books/books.ts';
import { type CheckedRow, expectedOutcome } from '../../shared/check/check.ts';
import { compare, minus, type Money, sum, zero } from '../../shared/values/money.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import type { CompoundId } from '../../shared/reasons/placeholders.ts';
import { asTold, compoundReason, type Reason } from '../../shared/reasons/reason.ts';
import type { ColumnTold, FileSight, Quote } from '../../shared/jobs/quote.ts';
import type { CheckAnswer, CheckState } from '../../shared/messages/check-answer.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import type {
  CheckMoney,
  CheckReport,
  CheckReportRow,
} from '../../shared/workbook/check/check-report.ts';

/** What a dry run came to, before it is put into words. */
export interface CheckOutcome {
  readonly state: CheckState;
  readonly reason: Reason | null;
  readonly checked: ReadonlyMap<number, CheckedRow>;
  readonly balance: Money | null;
  readonly remarks: readonly Reason[];
  readonly reprice: string | null;
}

/** Whose file it is and what was read of it; null where it could not be read. */
export interface CheckedFile {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly upload: Upload;
  /** Null: the folder names no account. */
  readonly account: Account | null;
  readonly accountName: string;
  readonly quote: Quote | null;
  /** How each column of the file was understood. */
  readonly told: readonly ColumnTold[];
  /** Its first rows, where it is refused for them. */
  readonly sight?: FileSight | undefined;
}

function reportRows({ quote }: CheckedFile, outcome: CheckOutcome): CheckReportRow[] {
  const { state, reason, checked } = outcome;
  return (quote?.rows ?? []).map((row) => {
    const found = checked.get(row.position) ?? null;
    const seen = { price: found?.price ?? null, expiry: found?.resource?.expiry ?? null };
    if (state === 'would run') return { row, ...seen, outcome: expectedOutcome(row, found) };
    const why = compoundReason(STOPPED[state], {}, [reason ?? asTold('')]);
    const stopped = rowOutcome('not attempted', why);
    return { row, ...seen, outcome: row.verdict ?? stopped };
  });
}

const STOPPED = {
  'would be rejected': 'file-would-be-rejected',
  'would be suspended': 'job-would-be-suspended',
  'not known': 'provider-did-not-answer',
} as const satisfies Readonly<Record<Exclude<CheckState, 'would run'>, CompoundId>>;

function moneyOf(
  rows: readonly CheckReportRow[],
  currency: string,
  balance: Money | null,
): CheckMoney {
  const needed = sum(
    // What the provider tells no price of may cost what was approved.
    rows.flatMap(({ row, outcome, price }) =>
      outcome.outcome === 'renewed' ? (price ?? row.approved ?? []) : [],
    ),
    currency,
  );
  const short = balance === null || balance.currency !== currency ? null : minus(needed, balance);
  const missing = short !== null && compare(short, zero(currency)) > 0 ? short : null;
  return { needed, balance, missing };
}

/** The workbook's content. */
export function checkReport(
  checkedFile: CheckedFile,
  outcome: CheckOutcome,
  checkedAt: number,
): CheckReport {
  const { id, file, upload, account, accountName, quote } = checkedFile;
  const currency = account?.currency ?? 'USD';
  const rows = reportRows(checkedFile, outcome);
  const headings = quote?.columns ?? checkedFile.told.map(({ heading }) => heading);
  const language = languageOf(account, languageOfHeadings(headings));
  return {
    language,
    id,
    file,
    checkedAt,
    currency,
    rows,
    account: accountName,
    state: outcome.state,
    reason: outcome.reason,
    droppedAt: upload.droppedAt,
    droppedBy: upload.droppedBy,
    approvedBy: quote?.approvedBy ?? null,
    reference: quote?.reference ?? null,
    expiryZone: account?.expiryZone ?? 'UTC',
    money: moneyOf(rows, currency, outcome.balance),
    remarks: [...(quote?.remarks ?? []), ...outcome.remarks],
    told: checkedFile.told,
    sight: checkedFile.sight,
    reprice: outcome.reprice,
    columns: quote?.columns ?? [],
    loose: quote === null ? [] : notCounted(quote, language),
  };
}

/** The same for programs. Throws when a row was lost on the way. */
export function checkAnswer(report: CheckReport, quoted: number, resultsKey: string): CheckAnswer {
  const { id, state, reason, rows, money, reprice } = report;
  const totals = totalsOf(
    rows.map(({ row, outcome }) => ({ approved: row.approved, outcome })),
    quoted,
  );
  return {
    id,
    state,
    reason,
    resultsKey,
    rows: totals.rows,
    outcomes: { ...totals.outcomes },
    approved: [...totals.approved],
    needed: [money.needed],
    balance: money.balance,
    missing: money.missing,
    repricedKey: reprice,
  };
}
