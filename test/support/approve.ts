import { openXlsx, saveXlsx } from 'hucre/xlsx';

/**
 * Says yes (or something else) in the Approved cells of an exported quote, as a person would in a
 * spreadsheet program: another library than the one that wrote the file opens, changes and saves it.
 */
export async function approve(
  bytes: Uint8Array,
  chosen: (resourceId: string) => boolean,
  {
    word = 'yes',
    also = {},
  }: {
    readonly word?: string;
    /** Other cells of the chosen rows, by heading. */
    readonly also?: Readonly<Record<string, string | number>>;
  } = {},
): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  const sheet = book.sheets.find(({ name }) => name === 'Quote');
  if (sheet === undefined) throw new Error('the file has no sheet Quote');
  const top = sheet.rows.findIndex((row) => row.includes('Resource ID'));
  const headings = sheet.rows[top] ?? [];
  const columnOf = (heading: string): number => {
    const at = headings.indexOf(heading);
    if (at < 0) throw new Error(`there is no column ${heading}`);
    return at;
  };
  const cells = Object.entries({ Approved: word, ...also }).map(
    ([heading, value]) => [columnOf(heading), value] as const,
  );
  const id = columnOf('Resource ID');
  for (const row of sheet.rows.slice(top + 1)) {
    if (!chosen(String(row[id]))) continue;
    for (const [at, value] of cells) row[at] = value;
  }
  return await saveXlsx(book);
}
