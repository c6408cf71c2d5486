import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../shared/jobs/quote.ts';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { isBlankRow } from '../../../../shared/workbook/read/sheet.ts';
import { readTables } from '../../../../shared/workbook/read/tables.ts';
import { HEADINGS, line, rawBook, type RawBook } from '../../../samples/quotes/raw-book.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { seeded } from '../../../support/seeded.ts';

const SHEET =
  line(1, ['Renewals of December']) +
  line(3, [...HEADINGS, 'Approved']) +
  line(4, ['abc', { xml: '<c r="B4" s="1"><v>46357</v></c>' }, '1 month', 5, 'Yes']) +
  line(5, ['def', '2026-12-01', '2 months', { xml: '<c r="D5"><f>2+4</f><v>6</v></c>' }, 'no']) +
  line(6, [{ xml: '<c r="A6" t="s"><v>0</v></c>' }, '2026-12-01', '1 year', 7, 'y'], 'hidden="1"') +
  line(8, ['Total', '', '', 18]);

const BOOK: RawBook = {
  sheets: [
    { name: 'Quote', rows: SHEET },
    { name: 'Notes', rows: line(1, ['Ask Jane.']) },
  ],
  styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
  texts: '<si><t>ghi</t></si>',
};

/** Each line of the file that has something in it. */
async function lines(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await readTables({ name: 'quote.xlsx', bytes }, 1000);
  if (reading.kind === 'rejected') return [];
  return reading.tables.flatMap(({ name, rows }) =>
    rows.filter((row) => !isBlankRow(row)).map(({ line: at }) => `${name} ${at}`),
  );
}

/** The lines that a quote says nothing about; of a whole quote its headings alone. */
function unnamed(quote: Quote, all: readonly string[]): string[] {
  const named = new Set([...quote.rows, ...quote.loose].map((row) => `${row.sheet} ${row.line}`));
  const unread = (quote.unread ?? []).map(({ sheet }) => `${sheet} `);
  return all.filter((each) => !named.has(each) && !unread.some((sheet) => each.startsWith(sheet)));
}

/** What is put into the XML at a random place. */
const PIECES = [
  '<',
  '>',
  '"',
  '/',
  '</v>',
  '<v>',
  '<row>',
  '</row>',
  '<c r="A4"/>',
  '&',
  ' ',
  '0',
] as const;

const paid = ({ rows }: Quote): string[] =>
  rows
    .filter(({ verdict }) => verdict === null)
    .map(
      (row) => `${row.resourceId} ${row.approved?.amount} ${row.expiry?.day} ${row.term?.count}`,
    );

describe('a workbook with something changed', () => {
  const whole = rawBook(BOOK);

  it('is paid for as it says before anything is changed', async () => {
    const { quote } = await readQuote({ name: 'quote.xlsx', bytes: whole }, testAccount(), HUAWEI);

    expect(paid(quote!)).toEqual(['abc 5 2026-12-01 1']);
  });

  it('in a byte is refused or says the same', async () => {
    const { quote: before } = await readQuote(
      { name: 'quote.xlsx', bytes: whole },
      testAccount(),
      HUAWEI,
    );
    const random = seeded(20_261_129);
    const changed: unknown[] = [];
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from(whole);
      const at = random.below(bytes.length);
      bytes[at] = random.below(256);

      const reading = await readQuote({ name: 'quote.xlsx', bytes }, testAccount(), HUAWEI);

      // Dates in the archive and parts that are not read may be anything.
      const same = reading.kind === 'rejected' || isDeepStrictEqual(reading.quote, before);
      if (!same) changed.push(at);
    }
    expect(changed).toEqual([]);
  });

  it('in its cells names every line that it has, and pays for no other row', async () => {
    const random = seeded(20_261_130);
    const lost: string[] = [];
    const wrong: string[] = [];
    for (let round = 0; round < 300; round++) {
      const at = random.below(SHEET.length);
      const piece = random.chance(0.5) ? random.pick(PIECES) : '';
      const rows = SHEET.slice(0, at) + piece + SHEET.slice(at + random.below(3));
      const bytes = rawBook({ ...BOOK, sheets: [{ name: 'Quote', rows }, BOOK.sheets[1]!] });

      const reading = await readQuote({ name: 'quote.xlsx', bytes }, testAccount(), HUAWEI);

      if (reading.kind === 'rejected') continue;
      if (unnamed(reading.quote, await lines(bytes)).length > 1) lost.push(rows);
      // A no or a hidden row never becomes a yes by damage that leaves the file readable.
      const others = paid(reading.quote).filter((each) => /^(?:def|ghi)\b/u.test(each));
      const said = ['>no</t>', 'hidden="1"', '>Approved</t>'].every((each) => rows.includes(each));
      if (said && others.length > 0) wrong.push(rows);
    }
    expect(lost).toEqual([]);
    expect(wrong).toEqual([]);
  });
});
