import { FORM } from '../../phrases/sheet-phrases.ts';
import type { Cell } from '../../jobs/quote.ts';
import { headingMeaning } from '../read/heading-key.ts';
import type { Meaning } from '../read/headings.ts';
import { type AddedColumn, asAdded } from '../results/row-columns.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { FILL_IN } from '../sheet/fill-in.ts';
import { moneyFormat, moneyValue } from '../sheet/number.ts';
import { TONES } from '../sheet/palette.ts';
import { placedColumns } from '../sheet/placed-columns.ts';
import type { AgainRow, AgainRows } from './again-row.ts';
import { approvalColumn } from './approval-column.ts';
import { changeColumns, changeHeadings } from './change-columns.ts';
import type { Form } from './form.ts';
import { oneColumnEach } from './one-column-each.ts';
import { isAbout, openColumn, openedColumns } from './open-columns.ts';

/** The uploader's columns that a row handed back says something new in. */
interface Places {
  /** Of several the one that counts first. */
  readonly price: number | null;
  readonly approvals: readonly number[];
}

const PRICES = ['approvedPrice', 'discountedPrice', 'listPrice'] as const;
const DECIDED: ReadonlySet<Meaning> = new Set(['term', 'unit', 'expiry']);
const EMPTY: Cell = { kind: 'empty' };

/** By the headings alone: what they mean in their file was for the reader to say, who is asked again. */
function placesIn({ headings, known }: AgainRows, joined: ReadonlySet<number>): Places {
  const named = headings
    .map((heading, at) => ({ at, named: headingMeaning(heading, known) }))
    .filter(({ at }) => !joined.has(at));
  const of = (meaning: Meaning): readonly number[] =>
    named
      .filter((each) => each.named?.meaning === meaning)
      .toSorted((a, b) => a.named!.rank - b.named!.rank)
      .map(({ at }) => at);
  return { price: PRICES.flatMap(of)[0] ?? null, approvals: of('approved') };
}

function formatOf(cell: Cell | undefined): string | null {
  return cell?.kind === 'number' ? cell.format : null;
}

/** The row's cells with its price of today, and without an approval that holds no more. */
function cellsNow(
  { price, approved }: AgainRow,
  own: readonly Cell[],
  places: Places,
): readonly Cell[] {
  const cells = [...own];
  const put = (at: number, cell: Cell): void => {
    while (cells.length <= at) cells.push(EMPTY);
    cells[at] = cell;
  };
  if (!approved) for (const at of places.approvals) put(at, EMPTY);
  if (price === null || places.price === null) return cells;
  const value = moneyValue(price);
  const format = formatOf(cells[places.price]) ?? moneyFormat(price);
  put(
    places.price,
    typeof value === 'number'
      ? { kind: 'number', number: value, format }
      : { kind: 'text', text: value },
  );
  return cells;
}

/** The word by which the rows are approved, where there is one word and one column for it. */
function yesOf<Row extends AgainRow>(
  { rows, language }: AgainRows<Row>,
  { approvals }: Places,
  cellsOf: (row: Row) => readonly Cell[],
): string | null {
  const [only, ...more] = approvals;
  if (only === undefined) return FORM.yes[language];
  if (more.length > 0) return null;
  const words = new Set<string>();
  for (const row of rows) {
    const cell = cellsOf(row)[only];
    if (row.approved && cell !== undefined) words.add(cell.kind === 'text' ? cell.text : '');
  }
  const [word = FORM.yes[language], ...others] = words;
  return others.length > 0 || !/^[\p{L}]{1,20}$/u.test(word) ? null : word;
}

/** A column with its cells in yellow, to be filled in. */
function toFill<Row>(column: SheetColumn<Row>): SheetColumn<Row> {
  return {
    ...column,
    width: Math.max(12, column.width),
    cell: (row) => ({ ...column.cell(row), style: FILL_IN.approval }),
  };
}

/** A column in which the prices that have changed stand out. */
function standingOut<Row extends AgainRow>(column: SheetColumn<Row>): SheetColumn<Row> {
  const { fill, ink } = TONES.warning;
  return {
    ...column,
    cell: (row) => {
      const cell = column.cell(row);
      if (row.price === null) return cell;
      const style = {
        ...cell.style,
        font: { ...cell.style.font, bold: true, color: { argb: `FF${ink}` } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } },
      } as const;
      return { ...cell, style };
    },
  };
}

/**
 * Lays rows out in the uploader's own columns: id and name, price and approval, what has changed, and
 * the others in their order. `first` are columns of ours in front of all. Null where a price has
 * changed and no heading is known to be that of prices.
 */
export function ownForm<Row extends AgainRow>(
  again: AgainRows<Row>,
  first: readonly AddedColumn<Row>[] = [],
): Form<Row> | null {
  const { headings, rows, currency, language } = again;
  const { cellsOf, joined } = oneColumnEach(again);
  const places = placesIn(again, joined);
  if (places.price === null && rows.some(({ price }) => price !== null)) return null;
  const shown = new Map(
    rows.map((each) => {
      const cells = cellsNow(each, cellsOf(each), places);
      return [each, { ...each.row, cells }] as const;
    }),
  );
  // What an earlier file of ours has added is not the uploader's.
  const ours = new Set([...changeHeadings(currency), ...first.map(({ heading }) => heading)]);
  const dropped = new Set([
    ...joined,
    ...headings.flatMap((heading, at) => (ours.has(heading) ? [at] : [])),
  ]);
  const next = [...(places.price === null ? [] : [places.price]), ...places.approvals];
  const placed = placedColumns(headings, rows, (row) => shown.get(row)!, language, {
    next,
    dropped,
  });
  const asked = placed.next.map((column, at) =>
    // A price that nobody knows is typed by whoever approves.
    at === 0 && places.price !== null ? openColumn(standingOut(column), 'empty') : toFill(column),
  );
  const rest = openedColumns(placed.others, again.known);
  // What is approved is approved for a term, before an expiry: beside the price, and printed with it.
  const decided = rest.filter((column) => isAbout(column, DECIDED, again.known));
  const others = rest.filter((column) => !decided.includes(column));
  const own = [...placed.first, ...asked, ...rest];
  const approval = places.approvals.length === 0 ? [approvalColumn(language)] : [];
  const change = changeColumns(rows, currency, language);
  const added = asAdded<Row>([...approval, ...change], own, 'again', language);
  const lead = asAdded<Row>(first, own, 'again', language);
  const columns = [...lead, ...placed.first, ...asked, ...added, ...decided, ...others];
  const price = places.price === null ? null : lead.length + placed.first.length;
  const from = lead.length + placed.first.length + (price === null ? 0 : 1);
  return {
    columns,
    pinned: lead.length + placed.first.length,
    // Where our own columns lead, the paper is full without them.
    printed: columns.length - others.length - (lead.length === 0 ? 0 : decided.length),
    price,
    approvals: Array.from({ length: Math.max(1, places.approvals.length) }, (_, at) => from + at),
    yes: yesOf(again, places, cellsOf),
  };
}
