import type { QuoteRow } from '../../../shared/jobs/quote.ts';
import type { Reason } from '../../../shared/reasons/reason.ts';

/** A file, and what a careful clerk who opens it in a spreadsheet program expects of it. */
export interface Sample {
  /** What is special about it. */
  readonly name: string;
  /** The name under which it is dropped. */
  readonly file: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** For each row what becomes of it (see {@link outcomeOf}), or why the file is refused. */
  readonly expected: readonly string[] | { readonly refused: Reason['id'] };
  /** Sheets that are named as not read. */
  readonly unread?: readonly string[];
}

/** The ids of a reason, innermost ones only. */
function idsOf(reason: Reason): string[] {
  return reason.parts === undefined || reason.parts.length === 0
    ? [reason.id]
    : reason.parts.flatMap(idsOf);
}

/** What becomes of a row: "renew abc at 5", "not approved", or "invalid" with the reasons' ids. */
export function outcomeOf({ resourceId, approved, verdict }: QuoteRow): string {
  if (verdict === null) return `renew ${resourceId} at ${approved!.amount}`;
  if (verdict.outcome === 'not approved') return 'not approved';
  return `${verdict.outcome} ${idsOf(verdict.reason).join(' ')}`;
}
