import type { ProviderTraits } from '../../renewal/traits.ts';
import type { Account } from '../../settings/account.ts';
import type { ColumnHabits } from './column-habits.ts';
import type { Headings } from './column-headings.ts';
import type { SheetTable } from './sheet-table.ts';

/** Whom a quote is read for: the account, what its provider takes for one id, and the longest term that it offers. */
export interface ReadFor {
  readonly account: Account;
  readonly idKey: ProviderTraits['idKey'];
  /** What it takes for an id although it is not written in plain letters; undefined: nothing. */
  readonly isName?: ProviderTraits['isName'];
  /** What it takes for one product; undefined: products make no difference. */
  readonly productKey?: ProviderTraits['productKey'];
  /** In months. */
  readonly longestTerm: ProviderTraits['longestTerm'];
}

/** All that a row is read with: its table, and how the table's columns are written. */
export interface RowContext extends ColumnHabits, ReadFor {
  readonly table: SheetTable;
  readonly headings: Headings;
}
