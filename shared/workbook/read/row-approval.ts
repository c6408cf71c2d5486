import type { Account } from '../../settings/account.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { readAnswer } from './approval.ts';
import { untrusted } from './cell.ts';
import { columnFor, type Column, type Headings } from './column-headings.ts';
import { shortened } from './field.ts';
import { noteRefuses, plainlyRefuses, statusRefuses } from './notes-and-titles.ts';
import { seenAt } from './seen.ts';
import { cellText, isBlankCell, type SheetRow, type SheetTable } from './sheet-table.ts';

/** What the sheet says about paying for a row; `unsaid` where it has no Approved column. */
export type Approval = 'yes' | 'no' | 'hidden' | 'unsaid';

/** An approval with why it is a no, where there is more to say than that nobody said yes. */
export interface RowApproval {
  readonly approval: Approval;
  readonly why: Reason | null;
  /** A word in a column of decisions that is in no list; null: none. */
  readonly unknown: string | null;
}

function no(why: Reason | null, unknown: string | null = null): RowApproval {
  return { approval: 'no', why, unknown };
}

function inColumn(column: Column, why: Reason, unknown: string | null = null): RowApproval {
  return no(compoundReason('in-column', { column: column.heading }, [why]), unknown);
}

/** What one column of decisions says against a row; null: it says yes, where people see it. */
function against(row: SheetRow, column: Column, table: SheetTable): RowApproval | null {
  const damaged = untrusted(row, column);
  if (damaged !== null) return inColumn(column, damaged);
  const { cell, unseen } = seenAt(row, column, table);
  if (unseen !== null) return inColumn(column, unseen);
  const answer = readAnswer(cell);
  switch (answer.kind) {
    case 'yes':
      return null;
    case 'no':
    case 'open':
    case 'blank':
      return no(null);
    case 'unknown': {
      const word = shortened(answer.text);
      return inColumn(column, reason('not-a-yes', { cell: word }), word);
    }
  }
}

/** A note, a status or an unknown column that says no to its row, or an id that is struck out. */
function saidBeside(row: SheetRow, headings: Headings, table: SheetTable): RowApproval | null {
  const id = columnFor(headings, 'id');
  if (id !== null && row.marks?.get(id.index)?.struck === 'whole') {
    return inColumn(id, reason('cell-struck-through'));
  }
  for (const [columns, refuses] of [
    [headings.columns.get('note') ?? [], noteRefuses],
    [headings.columns.get('status') ?? [], statusRefuses],
    [headings.free, plainlyRefuses],
  ] as const) {
    for (const column of columns) {
      const { cell } = seenAt(row, column, table);
      if (isBlankCell(cell) || !refuses(cell)) continue;
      return inColumn(column, reason('says-not-to-renew', { cell: shortened(cellText(cell)) }));
    }
  }
  return null;
}

/**
 * Whether a row is approved. A yes counts only if every column of decisions says it in so many
 * words; a title, a note or a status that says no counts against the row whatever else is said.
 */
export function rowApproval(
  row: SheetRow,
  headings: Headings,
  table: SheetTable,
  { hiddenRows }: Pick<Account, 'hiddenRows'>,
  title: string | null,
): RowApproval {
  const columns = headings.columns.get('approved') ?? [];
  for (const column of columns) {
    const refused = against(row, column, table);
    if (refused !== null) return refused;
  }
  if (title !== null) return no(reason('title-says-no', { title: shortened(title) }));
  const beside = saidBeside(row, headings, table);
  if (beside !== null) return beside;
  if (row.hidden && hiddenRows === 'skip') return { approval: 'hidden', why: null, unknown: null };
  return { approval: columns.length > 0 ? 'yes' : 'unsaid', why: null, unknown: null };
}
