import { headingMeaning, type KnownNames } from '../read/heading-key.ts';
import type { Meaning } from '../read/headings.ts';
import type { SheetStyle } from '../sheet/cell.ts';
import type { SheetColumn } from '../sheet/columns.ts';

/** What a person may change of a row that is handed back, besides its approval. */
const CHANGEABLE: ReadonlySet<Meaning> = new Set(['term', 'unit', 'note']);

const opened = new WeakMap<SheetStyle, SheetStyle>();

function open(style: SheetStyle): SheetStyle {
  const known = opened.get(style);
  if (known !== undefined) return known;
  const made = { ...style, protection: { locked: false } };
  opened.set(style, made);
  return made;
}

/** The column with its cells open to change where the sheet is protected: all of them, or the empty ones. */
export function openColumn<Row>(
  column: SheetColumn<Row>,
  which: 'all' | 'empty' = 'all',
): SheetColumn<Row> {
  return {
    ...column,
    cell: (row) => {
      const cell = column.cell(row);
      return which === 'all' || cell.value === null ? { ...cell, style: open(cell.style) } : cell;
    },
  };
}

/** Whether a column's heading is known to be about one of these. */
export function isAbout(
  { heading }: Pick<SheetColumn<never>, 'heading'>,
  meanings: ReadonlySet<Meaning>,
  known: KnownNames,
): boolean {
  const meaning = headingMeaning(heading, known)?.meaning ?? 'ignored';
  return meaning !== 'ignored' && meanings.has(meaning);
}

/** The uploader's columns, those of durations and notes open to change. */
export function openedColumns<Row>(
  columns: readonly SheetColumn<Row>[],
  known: KnownNames,
): readonly SheetColumn<Row>[] {
  return columns.map((column) =>
    isAbout(column, CHANGEABLE, known) ? openColumn(column) : column,
  );
}
