import { FORM, HEADINGS, SHEETS } from '../../shared/phrases/sheet-phrases.ts';
import { LANGUAGES } from '../../shared/reasons/entry.ts';
import { openXlsx, saveXlsx } from 'hucre/xlsx';

/**
 * Says yes (or something else) in the Approved cells of an exported quote, as a person would in a
 * spreadsheet program: another library than the one that wrote the file opens, changes and saves it.
 */
export async function approve(
  bytes: Uint8Array,
  chosen: (resourceId: string) => boolean,
  {
    word,
    also = {},
  }: {
    readonly word?: string;
    /** Other cells of the chosen rows, by heading. */
    readonly also?: Readonly<Record<string, string | number>>;
  } = {},
): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  const language = LANGUAGES.find((one) =>
    book.sheets.some(({ name }) => name === SHEETS.quote[one]),
  );
  const sheet = book.sheets.find(({ name }) => name === SHEETS.quote[language ?? 'en']);
  if (sheet === undefined || language === undefined) throw new Error('the file has no sheet Quote');
  const [idHeading, approved] = [HEADINGS.resourceId[language], HEADINGS.approved[language]];
  const top = sheet.rows.findIndex((row) => row.includes(idHeading));
  const headings = sheet.rows[top] ?? [];
  const columnOf = (heading: string): number => {
    const at = headings.indexOf(heading);
    if (at < 0) throw new Error(`there is no column ${heading}`);
    return at;
  };
  const cells = Object.entries({ [approved]: word ?? FORM.yes[language], ...also }).map(
    ([heading, value]) => [columnOf(heading), value] as const,
  );
  const id = columnOf(idHeading);
  for (const row of sheet.rows.slice(top + 1)) {
    if (!chosen(String(row[id]))) continue;
    for (const [at, value] of cells) row[at] = value;
  }
  return await saveXlsx(book);
}
