import type { Language } from '../../reasons/entry.ts';
import type { Outcome, RowOutcome } from '../../renewal/outcome.ts';
import type { QuoteRow } from '../../jobs/quote.ts';
import { say } from '../../reasons/say.ts';
import { daysBetween } from '../../values/wall-time.ts';

/** A row with what became of it, or is to be expected of it. */
export interface JudgedRow {
  readonly row: QuoteRow;
  readonly outcome: RowOutcome;
}

/** Rows for which a person has the same to do, for the same reason. */
export interface AttentionGroup {
  readonly outcome: Outcome;
  /** The sentence where all rows have the same one; else that of the first row. */
  readonly why: string;
  readonly isSameWhy: boolean;
  /** What to do next; may be empty. */
  readonly step: string;
  /** The soonest expiry first, rows without a readable one last. */
  readonly rows: readonly JudgedRow[];
}

/** Rows that a person has to see to, and how many of them are in a hurry. */
export interface AttentionFigures {
  readonly rows: number;
  /** Of these: expire within {@link SOON_DAYS} days. */
  readonly soon: number;
  /** Of these: have expired. */
  readonly expired: number;
}

/** Rows that expire within so many days are named first. */
export const SOON_DAYS = 10;

/** Most urgent first: where money may have moved, then what waits for a decision, then the rest. */
const URGENCY: Readonly<Record<Outcome, number>> = {
  'needs review': 0,
  renewed: 1,
  'held: price changed': 2,
  'not renewable': 3,
  invalid: 4,
  'not attempted': 5,
  'already renewed': 6,
  'not approved': 7,
};

/**
 * Whether something is left to do for this row that only a person can do. A no in the sheet was said
 * on purpose; what was renewed needs somebody only where its reason says so.
 */
export function needsPerson({ outcome }: JudgedRow): boolean {
  switch (outcome.outcome) {
    case 'needs review':
    case 'held: price changed':
    case 'not renewable':
    case 'invalid':
    case 'not attempted':
      return true;
    case 'not approved':
      return false;
    case 'renewed':
    case 'already renewed':
      return say(outcome.reason, 'en').advice !== '';
  }
}

function expiryKey({ row }: JudgedRow): string {
  return row.expiry === null ? '~' : `${row.expiry.day} ${row.expiry.time ?? '00:00:00'}`;
}

/** Orders rows by their approved expiry, the soonest first, unreadable ones last, else as uploaded. */
export function compareExpiry(a: JudgedRow, b: JudgedRow): number {
  const [left, right] = [expiryKey(a), expiryKey(b)];
  if (left === right) return a.row.position - b.row.position;
  return left < right ? -1 : 1;
}

/** How many rows there are, and how many are in a hurry on `day` (`yyyy-MM-dd` in the account's zone). */
export function attentionFigures(rows: readonly JudgedRow[], day: string): AttentionFigures {
  const left = rows.flatMap(({ row }) =>
    row.expiry === null ? [] : [daysBetween(day, row.expiry.day)],
  );
  return {
    rows: rows.length,
    soon: left.filter((days) => days >= 0 && days <= SOON_DAYS).length,
    expired: left.filter((days) => days < 0).length,
  };
}

/** The rows by outcome, kind of reason and advice: the most urgent outcome and then the most rows first. */
export function attentionGroups(
  rows: readonly JudgedRow[],
  language: Language,
): readonly AttentionGroup[] {
  const groups = groupedBy(rows.toSorted(compareExpiry), ({ outcome }) => {
    const { advice } = say(outcome.reason, language);
    return [outcome.outcome, outcome.reason.id, advice].join('\n');
  });
  return [...groups.values()]
    .map((group) => groupOf(group, language))
    .sort((a, b) => URGENCY[a.outcome] - URGENCY[b.outcome] || b.rows.length - a.rows.length);
}

/** Items by what `keyOf` says of them, in the order of their first ones. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function groupOf(rows: readonly [JudgedRow, ...JudgedRow[]], language: Language): AttentionGroup {
  const [{ outcome }] = rows;
  const said = say(outcome.reason, language);
  const isSameWhy = rows.every((each) => say(each.outcome.reason, language).reason === said.reason);
  return { outcome: outcome.outcome, why: said.reason, isSameWhy, step: said.advice, rows };
}
