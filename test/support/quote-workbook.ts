import ExcelJS from 'exceljs';

/** A cell as a test writes it; null leaves it empty, a formula may lack its result. */
export type CellIn = string | number | boolean | Date | null | { formula: string; result?: number };

/** A row of a sheet: its cells, or its cells and that it is hidden. */
export type RowIn =
  readonly CellIn[] | { readonly cells: readonly CellIn[]; readonly hidden: true };

/** One sheet of a quote workbook. */
export interface SheetIn {
  readonly name?: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** Lines above the headings. */
  readonly above?: readonly RowIn[];
  readonly headings: readonly string[];
  readonly rows: readonly RowIn[];
  readonly below?: readonly RowIn[];
  /** Number formats by heading. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Ranges such as "A2:A4". */
  readonly merges?: readonly string[];
}

/** The headings that {@link quoteRow} fills. */
export const QUOTE_HEADINGS = [
  'Resource ID',
  'Resource Name',
  'Expires',
  'Renewal Duration',
  'List Price',
  'Discounted Price',
] as const;

const DEFAULTS = {
  id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1' as CellIn,
  name: 'web-1' as CellIn,
  expires: '2026-12-01 23:59:59' as CellIn,
  term: '1 month' as CellIn,
  list: 12.5 as CellIn,
  discounted: 10 as CellIn,
};

/** A complete row under {@link QUOTE_HEADINGS}, with what a test wants to be different. */
export function quoteRow(different: Partial<typeof DEFAULTS> = {}, ...more: CellIn[]): CellIn[] {
  return [...Object.values({ ...DEFAULTS, ...different }), ...more];
}

/** A resource id for a number, in the shape of the provider's. */
export function quoteId(number: number): string {
  return number.toString(16).padStart(31, '0').padStart(32, 'a');
}

function addSheet(book: ExcelJS.Workbook, spec: SheetIn, number: number): void {
  const sheet = book.addWorksheet(spec.name ?? `Sheet${number}`, {
    state: spec.state ?? 'visible',
  });
  const add = (row: RowIn): ExcelJS.Row => {
    const { cells, hidden } = 'cells' in row ? row : { cells: row, hidden: false };
    const added = sheet.addRow(cells);
    added.hidden = hidden;
    return added;
  };
  for (const row of spec.above ?? []) add(row);
  add(spec.headings);
  for (const row of spec.rows) {
    const added = add(row);
    for (const [heading, format] of Object.entries(spec.formats ?? {})) {
      added.getCell(spec.headings.indexOf(heading) + 1).numFmt = format;
    }
  }
  for (const row of spec.below ?? []) add(row);
  for (const range of spec.merges ?? []) sheet.mergeCells(range);
}

/** Writes a workbook of these sheets, with exceljs. */
export async function quoteWorkbook(...sheets: readonly SheetIn[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [index, sheet] of sheets.entries()) addSheet(book, sheet, index + 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
