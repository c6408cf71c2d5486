import { providersCode } from './row-columns.ts';
import { outcomeWord } from '../../phrases/outcome-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { writeCsv } from 'hucre/csv';
import { ordersShown } from '../../reasons/order-words.ts';
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

/** The names of its columns; times are told in UTC, for it may be all that is known of the account. */
function headings(language: Language): string[] {
  return [
    HEADINGS.sheet[language],
    HEADINGS.line[language],
    HEADINGS.resourceId[language],
    HEADINGS.expiryApproved[language],
    HEADINGS.approved[language],
    HEADINGS.currency[language],
    HEADINGS.outcome[language],
    HEADINGS.order[language],
    HEADINGS.paid[language],
    HEADINGS.paidCurrency[language],
    tell(HEADINGS.newExpiry, language, { zone: 'UTC' }),
    HEADINGS.providerCode[language],
    HEADINGS.reason[language],
    HEADINGS.next[language],
  ];
}

/**
 * The rows as text with commas (UTF-8 with a mark, for Excel), for when no workbook can be written.
 * What a spreadsheet program would take for a formula is made plain text. Amounts are decimals.
 */
export function rowsAsText(rows: readonly PlainRow[], language: Language): Uint8Array {
  const lines = rows.map(({ sheet, line, resourceId, approved, expiryDay, outcome }) => {
    const said = say(outcome.reason, language);
    return [
      sheet,
      line,
      resourceId,
      expiryDay,
      approved === null ? null : display(approved),
      approved?.currency ?? null,
      outcomeWord(outcome.outcome, language),
      outcome.order === null ? null : ordersShown(outcome.order, language),
      outcome.paid === null ? null : display(outcome.paid),
      outcome.paid?.currency ?? null,
      outcome.newExpiry === null ? null : new Date(outcome.newExpiry).toISOString(),
      providersCode(outcome),
      said.reason,
      said.advice,
    ];
  });
  const layout = { headers: headings(language), bom: true, escapeFormulae: true };
  const text = writeCsv(lines, layout);
  return new TextEncoder().encode(text);
}

/** A row of a quote with its outcome, as it stands in the text. */
export function plainRow({ row, outcome }: ReportRow): PlainRow {
  const { sheet, line, resourceId, approved } = row;
  return { sheet, line, resourceId, approved, expiryDay: row.expiry?.day ?? null, outcome };
}
