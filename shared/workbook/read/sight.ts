import type { FileSight } from '../../jobs/quote.ts';
import type { Reason } from '../../reasons/reason.ts';
import { isFilledRow } from './sheet-blocks.ts';
import type { SheetTables } from './sheet-blocks.ts';
import type { KnownNames } from './heading-key.ts';
import { likelyHeadings, nearColumns } from './missing-headings.ts';
import { oneLine, type SheetRow, type SheetTable } from './sheet-table.ts';

/** So many lines and columns are shown, and so much of each cell. */
const LINES = 12;
const COLUMNS = 26;
const SHOWN = 60;

const LINE_REASONS: ReadonlySet<Reason['id']> = new Set([
  'line-in-other-unit',
  'line-says-term',
  'line-says-decision',
]);

function shown({ cells }: SheetRow): readonly string[] {
  return cells.slice(0, COLUMNS).map((cell) => oneLine(cell).slice(0, SHOWN));
}

/** Headings that stand over several columns, as far as they are the same to the letter. */
function doubled({ texts }: SheetTables['blocks'][number]['headings']): readonly number[] {
  const keys = texts.map((text) => text.toLowerCase());
  return keys.flatMap((key, at) =>
    key !== '' && keys.indexOf(key) !== keys.lastIndexOf(key) ? [at] : [],
  );
}

/** A reason with all that it takes up. */
function every(why: Reason): readonly Reason[] {
  return [why, ...(why.parts ?? []).flatMap(every)];
}

function sightOf(
  table: SheetTable,
  headings: number | null,
  columns: readonly number[],
  whys: readonly Reason[],
): FileSight {
  const refused = whys.find(({ id }) => LINE_REASONS.has(id));
  const line = refused === undefined ? null : Number(refused.values['line']);
  const rows = table.rows.filter(isFilledRow);
  // What is wrong is shown even where it stands further down.
  const first = rows.filter((row, at) => at < LINES || row.line === headings || row.line === line);
  return {
    sheet: table.name,
    lines: first.map((row) => ({ line: row.line, cells: shown(row) })),
    headings,
    columns,
    wrongLines: line === null ? [] : [line],
  };
}

/** The first lines of a file that is refused for its headings or a line; undefined: it has none. */
export function sightFor(
  why: Reason,
  found: readonly SheetTables[],
  unread: readonly SheetTable[],
  known: KnownNames,
): FileSight | undefined {
  const [first] = found;
  const whys = every(why);
  if (first === undefined) {
    const likely = likelyHeadings(unread, known);
    const near = likely === null ? [] : nearColumns(likely.row, known);
    const table = likely?.table ?? unread.find(({ rows }) => rows.some(isFilledRow));
    return table === undefined ? undefined : sightOf(table, likely?.row.line ?? null, near, whys);
  }
  const names = whys.map(({ values }) => values['sheet']);
  const named = found.find(({ table }) => names.includes(table.name)) ?? first;
  const blocks = named.blocks.filter(({ headings }) => headings.refused.length > 0);
  const { headings } = (blocks[0] ?? named.blocks[0])!;
  const row = named.table.rows[headings.row];
  const isMissing = whys.some(({ id }) => id === 'headings-near');
  const columns = [
    ...headings.refused.map(({ index }) => index),
    ...(whys.some(({ id }) => id === 'heading-twice') ? doubled(headings) : []),
    ...(isMissing && row !== undefined ? nearColumns(row, known) : []),
  ];
  return sightOf(named.table, row?.line ?? null, columns, whys);
}
