import type { ColumnTold } from '../../../jobs/quote.ts';
import { say } from '../../../reasons/say.ts';
import type { Meaning } from '../../read/headings.ts';
import { countOf } from '../../sheet/number.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';
import { TONES } from '../../sheet/palette.ts';
import { section } from '../../sheet/section.ts';
import { style, UNDERLINED } from '../../sheet/styles.ts';

/** What a column is read as, in the words of whoever wrote the file. */
const READ_AS: Readonly<Record<Meaning, string>> = {
  id: 'as resource id',
  name: 'as name',
  product: 'as product',
  region: 'as region',
  expiry: 'as expiry date before the renewal',
  term: 'as renewal term',
  unit: 'as unit of the renewal term',
  approvedPrice: 'as approved price: no other price counts',
  discountedPrice: 'as price',
  listPrice: 'as price where no discounted or approved one stands',
  currency: 'as currency',
  status: 'as status: nothing is renewed that it calls cancelled or rejected',
  project: 'as enterprise project',
  order: 'as order',
  childOf: 'as the resource that it belongs to',
  approved: 'as approval: only what says yes is renewed',
  approvedBy: 'as who approved',
  reference: 'as reference',
  note: 'as note: nothing is renewed that it says not to renew',
};

/** The most columns that are listed; a file with more has no more that matter. */
const MOST = 60;

const REFUSED = style({ ...TONES.bad, border: UNDERLINED, middle: true, wrap: true, indent: 1 });

function readAs({ meaning, refused }: ColumnTold): string {
  if (refused !== null) return say(refused, 'en').reason;
  if (meaning === null) return 'not used: comes back as it is';
  return READ_AS[meaning as Meaning];
}

/** Writes how each column of the file was read, the refused ones in red; nothing for no columns. */
export function writeColumns(page: Page, told: readonly ColumnTold[]): void {
  if (told.length === 0) return;
  const sheets = new Set(told.map(({ sheet }) => sheet)).size;
  section(page, 'How the columns were read');
  page.line([
    over(FIRST, FIRST + 2, 'Column', SUMMARY.head),
    over(FIRST + 3, LAST, 'How it was read', SUMMARY.head),
  ]);
  for (const column of told.slice(0, MOST)) {
    const place = sheets > 1 ? `${column.sheet}, ${column.column}` : column.column;
    // Never a heading alone: dropped again, this line must not be taken for a row of headings.
    const shown = `${place}: ${column.heading === '' ? 'no heading' : column.heading}`;
    page.line([
      over(FIRST, FIRST + 2, shown, SUMMARY.text),
      over(FIRST + 3, LAST, readAs(column), column.refused === null ? SUMMARY.text : REFUSED),
    ]);
  }
  const rest = told.length - MOST;
  if (rest <= 0) return;
  page.line([over(FIRST, LAST, `${countOf(rest, 'more column', 'more columns')}.`, SUMMARY.note)]);
}
