import { FORM } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import type { AgainRow } from './again-row.ts';

/** A way of laying rows out so that the reader takes them for what they are. */
export interface Form<Row extends AgainRow> {
  readonly columns: readonly SheetColumn<Row>[];
  /** Columns at the left that stay in sight. */
  readonly pinned: number;
  /** Columns from the left that are printed. */
  readonly printed: number;
  /** Places of the columns of prices (null: none is known) and of approvals, from 0. */
  readonly price: number | null;
  readonly approvals: readonly number[];
  /** What a yes is called in it; null where it has several words, or several columns that decide. */
  readonly yes: string | null;
}

/** The two words that its cells of approvals take. */
export interface Answers {
  readonly yes: string;
  readonly no: string;
}

/** What its drop-downs offer, which is what people are told to choose: the uploader's own word for a yes. */
export function answersOf({ yes }: Pick<Form<never>, 'yes'>, language: Language): Answers {
  const word = yes ?? FORM.yes[language];
  return { yes: word, no: FORM.no[/\p{Script=Han}/u.test(word) ? 'zh' : 'en'] };
}
