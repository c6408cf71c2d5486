/** What decides where a printed page may end: a line of it, and what the line is. */
export interface PageLine {
  /** In points. */
  readonly height: number;
  /** The title of a section, the heads of a table, an empty space, or anything else. */
  readonly kind: 'title' | 'heads' | 'gap' | 'line';
}

/** Points of the paper inside the margins that every sheet is printed with: across, and from top to bottom. */
const PAPER = {
  portrait: { width: 537, height: 762 },
  landscape: { width: 784, height: 516 },
} as const;
/** Points of a column so many digits of Calibri 11 wide. */
const DIGIT = 5.25;
const COLUMN_PADDING = 3.75;
/** Programs differ by a percent or so in how much they shrink a sheet; a page that ends early is a whole one. */
const SURE = 0.98;
/** A section that takes no more of a page is not divided. */
const KEPT_WHOLE = 1 / 3;

/** How many points of rows fit on a printed page where columns of these widths (digits) are made to fit across. */
export function printedRoom(
  widths: readonly number[],
  orientation: 'portrait' | 'landscape',
): number {
  const { width, height } = PAPER[orientation];
  const wide = widths.reduce((sum, digits) => sum + digits * DIGIT + COLUMN_PADDING, 0);
  return (height / Math.min(1, width / wide)) * SURE;
}

function heightOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Where the titles and heads right before the line `at` begin; nothing where they fill the page from `first` on. */
function withItsHeads(lines: readonly PageLine[], first: number, at: number): number | undefined {
  const last = lines.findLastIndex(
    ({ kind }, each) => each < at && kind !== 'title' && kind !== 'heads',
  );
  return last < first ? undefined : last + 1;
}

/** The first line of the next page, where the line `at` has no room on the one that begins with `first`. */
function firstOfNext(lines: readonly PageLine[], first: number, at: number, room: number): number {
  const title = lines.findLastIndex(({ kind }, each) => each <= at && kind === 'title');
  const next = lines.findIndex(({ kind }, each) => each > title && kind === 'title');
  const whole = lines.slice(title, next === -1 ? lines.length : next);
  const isShort = title > first && heightOf(whole) <= room * KEPT_WHOLE;
  return (
    (isShort ? withItsHeads(lines, first, title) : undefined) ??
    withItsHeads(lines, first, at) ??
    at
  );
}

/**
 * The rows, counted from 1, behind which a printed page ends: never between a title or the heads of a
 * table and what they are of, and not within a short section. `room` in points.
 */
export function pageEnds(lines: readonly PageLine[], room: number): readonly number[] {
  const ends: number[] = [];
  let first = 0;
  let used = 0;
  for (const [at, { height, kind }] of lines.entries()) {
    used += height;
    // Nobody misses a space at the foot.
    if (used <= room || at === first || kind === 'gap') continue;
    first = firstOfNext(lines, first, at, room);
    ends.push(first);
    used = heightOf(lines.slice(first, at + 1));
  }
  return ends;
}
