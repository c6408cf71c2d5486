import { FORM, HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { AddedColumn } from '../results/row-columns.ts';
import { FILL_IN } from '../sheet/fill-in.ts';
import type { AgainRow } from './again-row.ts';

/** The column in which rows are approved, where the file has none of its own that will do. */
export function approvalColumn(language: Language): AddedColumn<AgainRow> {
  const yes = FORM.yes[language];
  return {
    heading: HEADINGS.approved[language],
    width: 12,
    cell: ({ approved }) => ({ value: approved ? yes : null, style: FILL_IN.approval }),
  };
}
