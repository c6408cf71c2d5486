import type { Account } from '../../settings/account.ts';
import type { ColumnHabits } from './column-habits.ts';
import type { Headings } from './column-headings.ts';
import type { SheetTable } from './sheet-table.ts';

/** All that a row is read with: its table, and how the table's columns are written. */
export interface RowContext extends ColumnHabits {
  readonly account: Account;
  readonly table: SheetTable;
  readonly headings: Headings;
}
