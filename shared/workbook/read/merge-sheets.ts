import type { Cell, QuoteRow } from '../../jobs/quote.ts';
import { rowOutcome, type RowOutcome } from '../../renewal/outcome.ts';
import { termMonths } from '../../values/term.ts';
import { sameExpiry } from '../../values/wall-time.ts';
import { headingKey } from './heading-key.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { type WordId, wordsValue } from '../../reasons/words.ts';
import type { ProviderTraits } from '../../renewal/traits.ts';
import type { SheetEntry, SheetReading } from './sheet.ts';
import { EMPTY } from './sheet-table.ts';

/** The rows of all sheets as one list, under the headings of all of them. */
export interface MergedSheets {
  readonly columns: readonly string[];
  readonly rows: readonly QuoteRow[];
}

/** What two lines of one resource say differently; what one of them leaves out does not count. */
function differences(a: SheetEntry, b: SheetEntry): WordId[] {
  const found = new Set<WordId>(a.unreadable.length === 0 ? b.unreadable : []);
  if (a.approved !== null && b.approved !== null && a.approved.amount !== b.approved.amount) {
    found.add('price');
  }
  if (a.term !== null && b.term !== null && termMonths(a.term) !== termMonths(b.term)) {
    found.add('term');
  }
  if (a.expiry !== null && b.expiry !== null && !sameExpiry(a.expiry, b.expiry)) {
    found.add('expiry-date');
  }
  return [...found];
}

function otherwise(words: readonly WordId[], other: SheetEntry, here: boolean): Reason {
  const said = { what: wordsValue(words), line: String(other.line) };
  return here
    ? reason('says-otherwise', said)
    : reason('says-otherwise-on-sheet', { ...said, sheet: other.sheet });
}

/** What the other lines of a resource mean for this one; hidden ones of its own sheet mean nothing. */
function againstOthers(entry: SheetEntry, group: readonly SheetEntry[]): Reason | null {
  let first: SheetEntry | null = null;
  for (const other of group) {
    const here = other.sheet === entry.sheet;
    if (other === entry || (here && other.approval === 'hidden')) continue;
    const says = differences(entry, other);
    if (here && other.approval === 'no') says.push('approval');
    if (says.length > 0) return otherwise(says, other, here);
    if (here && other.line < entry.line) first ??= other;
  }
  return first === null ? null : reason('repeats-line', { line: String(first.line) });
}

/** Whether nobody said yes: a no or a hidden line on any sheet stands against a yes on another. */
function notApproved(
  entry: SheetEntry,
  group: readonly SheetEntry[],
  asked: Asked,
): RowOutcome | null {
  const said = [entry, ...group.filter(({ sheet }) => sheet !== entry.sheet)];
  const no = said.find(({ approval }) => approval === 'no');
  if (no !== undefined) {
    return rowOutcome(
      'not approved',
      no === entry
        ? (entry.why ?? reason('not-approved'))
        : reason('not-approved-on-sheet', { sheet: no.sheet }),
    );
  }
  const hidden = said.find(({ approval }) => approval === 'hidden');
  if (hidden !== undefined) {
    return rowOutcome(
      'not approved',
      hidden === entry
        ? reason('row-hidden')
        : reason('row-hidden-on-sheet', { sheet: hidden.sheet }),
    );
  }
  if (said.some(({ approval }) => approval === 'yes')) return null;
  switch (asked) {
    case 'by a column':
      return rowOutcome('not approved', reason('approved-nowhere'));
    case 'by the quote':
      return rowOutcome('not approved', reason('approval-asked'));
    case 'nowhere':
      return null;
  }
}

/**
 * Where a file asks for approvals, so that silence is no yes: in a column of some sheet; or by being a
 * quote of ours, or one of prices to approve, whose column is gone.
 */
export type Asked = 'by a column' | 'by the quote' | 'nowhere';

/** Not approved comes before invalid: what nobody wants paid needs no correcting. */
function verdict(entry: SheetEntry, group: readonly SheetEntry[], asked: Asked): RowOutcome | null {
  const refused = notApproved(entry, group, asked);
  if (refused !== null) return refused;
  const other = againstOthers(entry, group);
  const problems = [...entry.problems, ...(other === null ? [] : [other])];
  const [only] = problems;
  if (only === undefined) return null;
  const why = problems.length === 1 ? only : compoundReason('together', {}, problems);
  return rowOutcome('invalid', why);
}

/** What columns of two sheets have in common; of a heading as long as a letter only its beginning. */
function columnKey(heading: string): string {
  return headingKey(heading.slice(0, 200));
}

/** For each sheet, where its columns stand among the columns of all sheets. */
function alignColumns(sheets: readonly SheetReading[]): {
  columns: string[];
  places: ReadonlyMap<string, readonly number[]>;
} {
  const columns: string[] = [...(sheets[0]?.columns ?? [])];
  const keys = columns.map(columnKey);
  const places = new Map<string, readonly number[]>();
  for (const { name, columns: own } of sheets) {
    const free = new Set(columns.keys());
    const found = own.map((heading) => {
      const key = columnKey(heading);
      const known = [...free].find((at) => keys[at] === key);
      const at = known ?? columns.push(heading) - 1;
      keys[at] ??= key;
      free.delete(at);
      return at;
    });
    places.set(name, found);
  }
  return { columns, places };
}

function aligned(
  cells: readonly Cell[],
  places: readonly number[],
  width: number,
): readonly Cell[] {
  if (cells.length === width && places.every((place, index) => place === index)) return cells;
  const all = Array.from({ length: width }, () => EMPTY);
  for (const [index, cell] of cells.entries()) all[places[index]!] = cell;
  return all;
}

/** All that two lines of one resource are told apart by. */
function sayings({ sheet, approval, approved, term, expiry, unreadable }: SheetEntry): string {
  return JSON.stringify([sheet, approval, approved?.amount, term, expiry, unreadable]);
}

/**
 * The lines of each resource, in order, of those that say the very same only the first one: a file
 * that repeats one id ten thousand times must not cost the square of it.
 */
function groupById(
  entries: readonly SheetEntry[],
  idKey: ProviderTraits['idKey'],
): Map<string, SheetEntry[]> {
  const groups = new Map<string, SheetEntry[]>();
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.id === null) continue;
    const key = idKey(entry.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else {
      for (const known of [group[0]!, entry]) {
        const said = `${key} ${sayings(known)}`;
        if (known !== group[0] && !seen.has(said)) group.push(known);
        seen.add(said);
      }
    }
  }
  return groups;
}

/**
 * Brings the sheets together: a resource on several sheets is one row, that of the first sheet. A
 * line that repeats another of its own sheet stays a row and is invalid; lines that contradict each
 * other are all invalid.
 */
export function mergeSheets(
  sheets: readonly SheetReading[],
  asked: Asked,
  idKey: ProviderTraits['idKey'],
): MergedSheets {
  const { columns, places } = alignColumns(sheets);
  const entries = sheets.flatMap((sheet) => sheet.entries);
  const groups = groupById(entries, idKey);
  const rows: QuoteRow[] = [];
  for (const entry of entries) {
    const group = entry.id === null ? [] : groups.get(idKey(entry.id))!;
    if (group.length > 0 && group[0]!.sheet !== entry.sheet) continue;
    rows.push({
      position: rows.length,
      sheet: entry.sheet,
      line: entry.line,
      cells: aligned(entry.cells, places.get(entry.sheet)!, columns.length),
      resourceId: entry.id,
      name: entry.name,
      term: entry.term,
      approved: entry.approved,
      expiry: entry.expiry,
      ...(entry.product === undefined ? {} : { product: entry.product }),
      verdict: verdict(entry, group, asked),
    });
  }
  return { columns, rows };
}
