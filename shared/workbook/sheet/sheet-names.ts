import type { stream } from 'exceljs';

/** A name that spreadsheet programs give to a range of one sheet. */
export interface SheetName {
  readonly name: string;
  /** Place of its sheet, from 0. */
  readonly localSheetId: number;
  readonly ranges: readonly string[];
}

/** What the stream writer makes the workbook's own part of; it declares none of this. */
interface Naming {
  _definedNames: { readonly model: readonly SheetName[] };
  readonly zip: { append: (content: string, place: { readonly name: string }) => unknown };
}

const FILTER = '_xlnm._FilterDatabase';

/** `A1:V301` as `'Results'!$A$1:$V$301`. */
function absolute(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range.replaceAll(/([A-Z]+)(\d+)/gu, '$$$1$$$2')}`;
}

/** The names that the ranges of a sheet are known by: what is filtered, and what is printed. */
export function sheetNames(
  sheet: string,
  at: number,
  {
    filter,
    printed,
  }: { readonly filter?: string | undefined; readonly printed?: string | undefined },
): readonly SheetName[] {
  const named = (name: string, range: string | undefined): SheetName[] =>
    range === undefined ? [] : [{ name, localSheetId: at, ranges: [absolute(sheet, range)] }];
  return [...named(FILTER, filter), ...named('_xlnm.Print_Area', printed)];
}

/**
 * Writes the names into the workbook. Without the hidden one LibreOffice shows no arrows for a filter,
 * and the stream writer can neither be asked for names of one sheet nor for hidden ones.
 */
export function setNames(book: stream.xlsx.WorkbookWriter, names: readonly SheetName[]): void {
  const naming = book as unknown as Naming;
  naming._definedNames = { model: names };
  const append = naming.zip.append.bind(naming.zip);
  naming.zip.append = (content, place) => {
    const isBook = place.name === '/xl/workbook.xml';
    return append(
      isBook ? content.replaceAll(`name="${FILTER}"`, `name="${FILTER}" hidden="1"`) : content,
      place,
    );
  };
}
