import type { Cell, QuoteRow } from '../../jobs/quote.ts';
import { rowOutcome, type RowOutcome } from '../../renewal/outcome.ts';
import { termMonths } from '../../values/term.ts';
import type { WallTime } from '../../values/wall-time.ts';
import { headingKey } from './heading-key.ts';
import type { Problem } from './field.ts';
import { idKey } from './id.ts';
import type { SheetEntry, SheetReading } from './sheet.ts';
import { EMPTY } from './sheet-table.ts';

/** The rows of all sheets as one list, under the headings of all of them. */
export interface MergedSheets {
  readonly columns: readonly string[];
  readonly rows: readonly QuoteRow[];
}

const DECIDE = 'Keep one line for the resource, with what was approved, and drop it again.';

function sameExpiry(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && (a.time === null || b.time === null || a.time === b.time);
}

/** What two lines of one resource say differently; what one of them leaves out does not count. */
function differences(a: SheetEntry, b: SheetEntry): string[] {
  const found = new Set(a.unreadable.length === 0 ? b.unreadable : []);
  if (a.approved !== null && b.approved !== null && a.approved.amount !== b.approved.amount) {
    found.add('price');
  }
  if (a.term !== null && b.term !== null && termMonths(a.term) !== termMonths(b.term)) {
    found.add('term');
  }
  if (a.expiry !== null && b.expiry !== null && !sameExpiry(a.expiry, b.expiry)) {
    found.add('expiry date');
  }
  return [...found];
}

function place(entry: SheetEntry, from: SheetEntry): string {
  return entry.sheet === from.sheet
    ? `line ${entry.line}`
    : `line ${entry.line} of sheet "${entry.sheet}"`;
}

/** What the other lines of a resource mean for this one; hidden ones of its own sheet mean nothing. */
function againstOthers(entry: SheetEntry, group: readonly SheetEntry[]): Problem | null {
  let first: SheetEntry | null = null;
  for (const other of group) {
    const here = other.sheet === entry.sheet;
    if (other === entry || (here && other.approval === 'hidden')) continue;
    const says = differences(entry, other);
    if (here && other.approval === 'no') says.push('approval');
    if (says.length > 0) {
      const reason = `Says another ${says.join(' and ')} for this resource than ${place(other, entry)}.`;
      return { reason, advice: DECIDE };
    }
    if (here && other.line < entry.line) first ??= other;
  }
  return first === null
    ? null
    : {
        reason: `Repeats ${place(first, entry)}.`,
        advice: 'Nothing to do if the resource is meant once: the first line counts.',
      };
}

/** Whether nobody said yes: a no or a hidden line on any sheet stands against a yes on another. */
function notApproved(
  entry: SheetEntry,
  group: readonly SheetEntry[],
  asked: boolean,
): RowOutcome | null {
  const said = [entry, ...group.filter(({ sheet }) => sheet !== entry.sheet)];
  const advice = 'To renew it, set it to yes and drop the row again.';
  const no = said.find(({ approval }) => approval === 'no');
  if (no !== undefined) {
    const where =
      no === entry ? 'The Approved column' : `The Approved column of sheet "${no.sheet}"`;
    return rowOutcome('not approved', `${where} does not say yes.`, advice);
  }
  const hidden = said.find(({ approval }) => approval === 'hidden');
  if (hidden !== undefined) {
    const where = hidden === entry ? '' : ` on sheet "${hidden.sheet}"`;
    return rowOutcome(
      'not approved',
      `The row is hidden or filtered out${where}.`,
      'To renew it, show the row and drop it again.',
    );
  }
  return asked && !said.some(({ approval }) => approval === 'yes')
    ? rowOutcome('not approved', 'No Approved column says yes for this resource.', advice)
    : null;
}

/** Not approved comes before invalid: what nobody wants paid needs no correcting. */
function verdict(
  entry: SheetEntry,
  group: readonly SheetEntry[],
  asked: boolean,
): RowOutcome | null {
  const refused = notApproved(entry, group, asked);
  if (refused !== null) return refused;
  const other = againstOthers(entry, group);
  const problems = [...entry.problems, ...(other === null ? [] : [other])];
  if (problems.length === 0) return null;
  const reasons = problems.map(({ reason }) => reason);
  const advices = new Set(problems.map(({ advice }) => advice));
  return rowOutcome('invalid', reasons.join(' '), [...advices].join(' '));
}

/** For each sheet, where its columns stand among the columns of all sheets. */
function alignColumns(sheets: readonly SheetReading[]): {
  columns: string[];
  places: ReadonlyMap<string, readonly number[]>;
} {
  const columns: string[] = [...(sheets[0]?.columns ?? [])];
  const places = new Map<string, readonly number[]>();
  for (const { name, columns: own } of sheets) {
    const free = new Set(columns.keys());
    const found = own.map((heading) => {
      const known = [...free].find((at) => headingKey(columns[at]!) === headingKey(heading));
      const at = known ?? columns.push(heading) - 1;
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
function groupById(entries: readonly SheetEntry[]): Map<string, SheetEntry[]> {
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
 * other are all invalid. `asked`: some sheet has an Approved column, so silence is no yes.
 */
export function mergeSheets(sheets: readonly SheetReading[], asked: boolean): MergedSheets {
  const { columns, places } = alignColumns(sheets);
  const entries = sheets.flatMap((sheet) => sheet.entries);
  const groups = groupById(entries);
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
      verdict: verdict(entry, group, asked),
    });
  }
  return { columns, rows };
}
