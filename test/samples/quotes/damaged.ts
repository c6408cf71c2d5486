import type { Reason } from '../../../shared/reasons/reason.ts';
import { archive, type Part } from '../../support/raw-workbook.ts';
import {
  editing,
  HEADINGS,
  line,
  type partsOf,
  quote,
  quoteSheet,
  type RawBook,
  rawBook,
  type RawCell,
  ROW,
} from './raw-book.ts';
import type { Sample } from './sample.ts';

const BOOK: RawBook = { sheets: [quoteSheet(ROW, ['def', ...ROW.slice(1)])] };

type Edit = (parts: ReturnType<typeof partsOf>) => readonly Part[];

function refused(name: string, why: Reason['id'], edit: Edit): Sample {
  return {
    name,
    file: 'quote.xlsx',
    bytes: () => rawBook(BOOK, (parts) => edit([...parts])),
    expected: { refused: why },
  };
}

function sheet(name: string, why: Reason['id'], change: (text: string) => string | Buffer): Sample {
  return refused(name, why, editing('sheet1.xml', change));
}

function bytes(name: string, file: string, why: Reason['id'], made: () => Uint8Array): Sample {
  return { name, file, bytes: made, expected: { refused: why } };
}

/** A quote of one row with another cell for its id, term and price. */
function cell(
  name: string,
  outcome: string,
  cells: Partial<Record<'id' | 'price', string>>,
  book: Partial<RawBook> = {},
): Sample {
  const row: RawCell[] = [...ROW];
  if (cells.id !== undefined) row[0] = { xml: cells.id };
  if (cells.price !== undefined) row[3] = { xml: cells.price };
  return {
    name,
    file: 'quote.xlsx',
    bytes: () => rawBook({ sheets: [quoteSheet(row)], ...book }),
    expected: [outcome],
  };
}

const STALE = { calculation: '<calcPr fullCalcOnLoad="1"/>' };
const OLE = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex');
const FORMULA = '<c r="D2"><f>2+3</f><v>5</v></c>';

function flipped(made: Uint8Array, at: (file: Buffer) => number): Uint8Array {
  const file = Buffer.from(made);
  file[at(file)]! ^= 0x10;
  return new Uint8Array(file);
}

/** Files and cells that are not what somebody saved; two programs may see two things in them. */
export const DAMAGED: readonly Sample[] = [
  bytes('cut off in the middle', 'quote.xlsx', 'file-broken', () => {
    const whole = rawBook(BOOK);
    return whole.subarray(0, whole.length / 2);
  }),
  bytes('with a wrong bit in its rows', 'quote.xlsx', 'file-broken', () =>
    flipped(
      rawBook(BOOK, (parts) => parts.map((part) => ({ ...part, method: 0 }))),
      (file) => file.indexOf('<v>5') + 3,
    ),
  ),
  refused('with a wrong sum', 'file-broken', (parts) =>
    parts.map((part) => (part.name.includes('sheet1') ? { ...part, crc: 1 } : part)),
  ),
  refused('with a wrong size', 'file-broken', (parts) =>
    parts.map((part) => (part.name.includes('sheet1') ? { ...part, declared: 99 } : part)),
  ),
  refused('with two entries of one name', 'file-broken', (parts) => [...parts, parts.at(-1)!]),
  refused('with two entries of one name but for its letters', 'file-broken', (parts) => [
    ...parts,
    { name: 'XL/worksheets/sheet1.xml', text: '' },
  ]),
  refused('packed in a way that no program knows', 'file-broken', (parts) =>
    parts.map((part) => ({ ...part, method: 99 })),
  ),
  refused('with its parts encrypted', 'file-protected', (parts) =>
    parts.map((part) => ({ ...part, flags: 1 })),
  ),
  sheet('with a sheet that breaks off', 'file-damaged', (text) =>
    text.slice(0, text.lastIndexOf('<row')),
  ),
  sheet('with a sheet that breaks off within a tag', 'file-damaged', (text) =>
    text.slice(0, text.lastIndexOf('r="A3')),
  ),
  sheet('with an empty sheet part', 'file-damaged', () => ''),
  sheet('with tags that do not pair up', 'file-damaged', (text) =>
    text.replace('</is></c>', '</c></is>'),
  ),
  sheet('with two roots', 'file-damaged', (text) => text + text),
  sheet('with two lists of rows', 'file-damaged', (text) =>
    text.replace(
      '</sheetData>',
      `</sheetData><sheetData>${line(9, ['ghi', ...ROW.slice(1)])}</sheetData>`,
    ),
  ),
  sheet('with two rows of one number', 'file-damaged', (text) =>
    text.replace('<row r="3"', '<row r="2"').replaceAll(/"([A-D])3"/gu, '"$12"'),
  ),
  sheet('with a row outside any sheet', 'file-damaged', (text) =>
    text.replace('<row r="3"', '<row r="1048577"'),
  ),
  sheet('with two cells of one name', 'file-damaged', (text) => text.replace('r="D2"', 'r="C2"')),
  sheet('with a cell of another row', 'file-damaged', (text) => text.replace('r="D2"', 'r="D3"')),
  sheet('with a reference that is none', 'file-damaged', (text) =>
    text.replace('r="D2"', 'r="D2:D3"'),
  ),
  sheet('with two values in a cell', 'file-damaged', (text) =>
    text.replace('<v>5</v>', '<v>5</v><v>9</v>'),
  ),
  sheet('with two texts in a cell', 'file-damaged', (text) =>
    text.replace('<is><t>abc</t></is>', '<is><t>abc</t></is><is><t>xyz</t></is>'),
  ),
  sheet('with two references of a cell', 'file-damaged', (text) =>
    text.replace('r="D2"', 'r="D2" r="E2"'),
  ),
  sheet('with an element inside a value', 'file-damaged', (text) =>
    text.replace('<v>5', '<v><b/>5'),
  ),
  sheet('with a foreign element inside a value', 'file-damaged', (text) =>
    text.replace('<v>5', '<v><x:b xmlns:x="urn:x">9</x:b>5'),
  ),
  sheet('with a foreign value in a cell', 'file-damaged', (text) =>
    text.replace('<v>5</v>', '<x:v xmlns:x="urn:x">9</x:v><v>5</v>'),
  ),
  sheet('with a cell that changes its namespace', 'file-damaged', (text) =>
    text.replace('<c r="D2"', '<c xmlns="urn:x" r="D2"'),
  ),
  sheet('with a value outside any cell', 'file-damaged', (text) =>
    text.replace('<c r="D2">', '<v>9</v><c r="D2">'),
  ),
  sheet(
    'with a document type',
    'file-damaged',
    (text) => `<!DOCTYPE worksheet [<!ENTITY x "9">]>${text}`,
  ),
  sheet('with an entity that nobody knows', 'file-damaged', (text) =>
    text.replace('<v>5', '<v>&five;5'),
  ),
  sheet('with bytes that are no text', 'file-damaged', (text) =>
    Buffer.from(text.replace('abc', 'ab\xff'), 'latin1'),
  ),
  sheet(
    'in an encoding that nobody knows',
    'file-damaged',
    (text) => `<?xml version="1.0" encoding="X-OURS"?>${text}`,
  ),
  refused('with two sheets of one name', 'file-damaged', (parts) =>
    editing('xl/workbook.xml', (text) =>
      text.replace('</sheets>', '<sheet name="QUOTE" sheetId="9" r:id="s1"/></sheets>'),
    )(parts),
  ),
  refused('with two relations of one name', 'file-damaged', (parts) =>
    editing('workbook.xml.rels', (text) =>
      text.replace('</Relationships>', '<Relationship Id="s1"/></Relationships>'),
    )(parts),
  ),
  refused('without the part of its sheet', 'file-damaged', (parts) =>
    parts.filter(({ name }) => !name.includes('sheet1')),
  ),
  refused(
    'without any sheet',
    'file-damaged',
    editing('xl/workbook.xml', (text) => text.replace(/<sheet .*?\/>/u, '')),
  ),
  refused(
    'with every sheet hidden',
    'sheets-hidden',
    editing('xl/workbook.xml', (text) => text.replace('sheetId', 'state="veryHidden" sheetId')),
  ),
  refused(
    'with nothing on its sheet',
    'file-without-content',
    editing('sheet1.xml', (text) => text.replace(/<row.*<\/row>/u, '')),
  ),
  refused('without its workbook', 'no-workbook', (parts) =>
    parts.filter(({ name }) => name !== 'xl/workbook.xml'),
  ),
  refused(
    'that is a document of another kind',
    'no-workbook',
    editing('xl/workbook.xml', () => '<document/>'),
  ),
  bytes('another archive', 'quote.xlsx', 'no-workbook', () =>
    archive([{ name: 'a.txt', text: 'a' }]),
  ),
  bytes('an OpenDocument sheet', 'quote.xlsx', 'open-document-format', () =>
    archive([
      { name: 'mimetype', text: 'x' },
      { name: 'content.xml', text: 'x' },
    ]),
  ),
  bytes('a binary workbook', 'quote.xlsx', 'binary-excel-format', () =>
    archive([{ name: 'xl/workbook.bin', text: 'x' }]),
  ),
  bytes('an old workbook', 'quote.xlsx', 'old-excel-format', () => new Uint8Array(OLE)),
  bytes(
    'a workbook with a password',
    'quote.xlsx',
    'file-protected',
    () => new Uint8Array(Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')])),
  ),
  bytes('a web page', 'quote.xlsx', 'web-page', () => new TextEncoder().encode('\n<html><table>')),
  bytes('of no bytes', 'quote.xlsx', 'file-empty', () => new Uint8Array()),
  cell(
    'with a number of a text that is not there',
    'invalid cell-damaged',
    { id: '<c r="A2" t="s"><v>7</v></c>' },
    { texts: '<si><t>abc</t></si>' },
  ),
  cell('with a shared text but no list of them', 'invalid cell-damaged', {
    id: '<c r="A2" t="s"><v>0</v></c>',
  }),
  cell(
    'with a shared text of no number',
    'invalid cell-damaged',
    { id: '<c r="A2" t="s"><v>abc</v></c>' },
    { texts: '<si><t>abc</t></si>' },
  ),
  cell('with a price that is no number', 'invalid cell-damaged', {
    price: '<c r="D2"><v>5 USD</v></c>',
  }),
  cell('with a price in figures of sixteen', 'invalid cell-damaged', {
    price: '<c r="D2"><v>0x10</v></c>',
  }),
  cell('with a price of no type that is known', 'invalid cell-damaged', {
    price: '<c r="D2" t="q"><v>5</v></c>',
  }),
  cell('with a value and a text in one cell', 'invalid cell-damaged', {
    price: '<c r="D2" t="inlineStr"><v>5</v><is><t>9</t></is></c>',
  }),
  cell('with an empty value', 'invalid cell-empty', { price: '<c r="D2"><v/></c>' }),
  cell('with an error for a price', 'invalid cell-shows-error', {
    price: '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
  }),
  cell('with a formula without its result', 'invalid formula-not-saved', {
    price: '<c r="D2"><f>2+3</f></c>',
  }),
  cell('with a formula of an empty result', 'invalid formula-not-saved', {
    price: '<c r="D2"><f>2+3</f><v></v></c>',
  }),
  cell('with a formula that says nothing', 'invalid cell-empty', {
    price: '<c r="D2" t="str"><f>""</f><v></v></c>',
  }),
  cell(
    'with results to be worked out anew',
    'invalid result-not-up-to-date',
    { price: FORMULA },
    STALE,
  ),
  cell(
    'with results that were not worked out when it was saved',
    'invalid result-not-up-to-date',
    { price: FORMULA },
    { calculation: '<calcPr calcCompleted="0"/>' },
  ),
  cell('with a price as long as a book', 'invalid cell-too-long', {
    price: `<c r="D2" t="inlineStr"><is><t>${'a'.repeat(32_767)}</t></is></c>`,
  }),
  {
    name: 'with an approval to be worked out anew',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows:
              line(1, [...HEADINGS, 'Approved']) +
              line(2, [...ROW, { xml: '<c r="E2" t="str"><f>A9</f><v>Yes</v></c>' }]),
          },
        ],
        ...STALE,
      }),
    expected: ['not approved'],
  },
  {
    name: 'with nothing but damage in a row',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          { name: 'Quote', rows: quote(ROW) + line(3, [{ xml: '<c r="A3" t="s"><v>9</v></c>' }]) },
        ],
      }),
    expected: ['renew abc at 5', 'invalid cell-damaged cell-empty cell-empty cell-empty'],
  },
  {
    name: 'with an error where the sheet says approved',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows:
              line(1, [...HEADINGS, 'Approved']) +
              line(2, [...ROW, { xml: `<c r="E2" t="s"><v>9</v></c>` }]),
          },
        ],
      }),
    expected: ['not approved'],
  },
];
