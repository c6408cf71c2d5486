import { writeCsv } from 'hucre/csv';
import { say } from '../../reasons/say.ts';
import type { ReportRow } from './results-report.ts';
import type { RowOutcome } from '../../renewal/outcome.ts';
import { display, type Money } from '../../values/money.ts';

/** A row and what became of it, without the uploader's own cells. */
export interface PlainRow {
  /** Where it stands in the file; null where the plan could not be read. */
  readonly sheet: string | null;
  readonly line: number | null;
  readonly resourceId: string | null;
  readonly approved: Money | null;
  /** The approved expiry day in the account's zone. */
  readonly expiryDay: string | null;
  readonly outcome: RowOutcome;
}

const HEADINGS = [
  'Sheet',
  'Line',
  'Resource ID',
  'Expiry (approved)',
  'Approved',
  'Currency',
  'Outcome',
  'Order',
  'Paid (allocated)',
  'Paid in',
  'New expiry (UTC)',
  'Provider code',
  'Reason',
  'What to do next',
];

/**
 * The rows as text with commas (UTF-8 with a mark, for Excel), for when no workbook can be written.
 * What a spreadsheet program would take for a formula is made plain text. Amounts are decimals.
 */
export function rowsAsText(rows: readonly PlainRow[]): Uint8Array {
  const lines = rows.map(({ sheet, line, resourceId, approved, expiryDay, outcome }) => {
    const said = say(outcome.reason, 'en');
    return [
      sheet,
      line,
      resourceId,
      expiryDay,
      approved === null ? null : display(approved),
      approved?.currency ?? null,
      outcome.outcome,
      outcome.order,
      outcome.paid === null ? null : display(outcome.paid),
      outcome.paid?.currency ?? null,
      outcome.newExpiry === null ? null : new Date(outcome.newExpiry).toISOString(),
      outcome.code,
      said.reason,
      said.advice,
    ];
  });
  const text = writeCsv(lines, { headers: HEADINGS, bom: true, escapeFormulae: true });
  return new TextEncoder().encode(text);
}

/** A row of a quote with its outcome, as it stands in the text. */
export function plainRow({ row, outcome }: ReportRow): PlainRow {
  const { sheet, line, resourceId, approved } = row;
  return { sheet, line, resourceId, approved, expiryDay: row.expiry?.day ?? null, outcome };
}
