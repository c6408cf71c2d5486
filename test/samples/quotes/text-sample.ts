/**
 * A quote as text, one line a row with its cells between bars, and what a careful clerk makes of it,
 * written down before the reader was: `refused: <words of the sentence>`, or for each row `pay
 * <price>`, `pay <price> for <term>`, `no` (not approved), `no: <words>`, `invalid` or `invalid:
 * <words>`. The account pays in US dollars and has no usual term unless `account` says otherwise.
 */
export type TextSample = readonly [
  name: string,
  quote: string,
  expected: string | readonly string[],
  account?: Readonly<Record<string, unknown>>,
];

/** The cells of a sample, line by line; `·` stands for an empty cell, `\n` for a break in it. */
export function gridOf(quote: string): string[][] {
  const lines = quote.split('\n').map((line) => line.trim());
  return lines
    .slice(lines.findIndex((line) => line !== ''))
    .filter((line, at, all) => line !== '' || at < all.length - 1)
    .map((line) =>
      line.split('|').map((cell) => {
        const text = cell.replaceAll(/^ | $/gu, '').trim();
        return text === '·' ? '' : text.replaceAll(String.raw`\n`, '\n');
      }),
    );
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** The sample as a text file with commas. */
export function csvOf(quote: string): Uint8Array {
  const lines = gridOf(quote).map((cells) => cells.map(quoted).join(','));
  return new TextEncoder().encode(lines.join('\r\n'));
}
