import { LIMITS } from '../../../shared/workbook/read/limits.ts';
import type { Reason } from '../../../shared/reasons/reason.ts';
import { archive, type Part } from '../../support/raw-workbook.ts';
import {
  editing,
  line,
  partsOf,
  quote,
  quoteSheet,
  type RawBook,
  rawBook,
  ROW,
} from './raw-book.ts';
import type { Sample } from './sample.ts';

const BOOK: RawBook = { sheets: [quoteSheet(ROW)] };

function refused(
  name: string,
  why: Reason['id'],
  bytes: () => Uint8Array,
  file = 'quote.xlsx',
): Sample {
  return { name, file, bytes, expected: { refused: why } };
}

function book(name: string, why: Reason['id'], more: Partial<RawBook>): Sample {
  return refused(name, why, () => rawBook({ ...BOOK, ...more }));
}

function sheet(name: string, why: Reason['id'], change: (text: string) => string): Sample {
  return refused(name, why, () => rawBook(BOOK, editing('sheet1.xml', change)));
}

function text(name: string, why: Reason['id'], made: () => string | Buffer): Sample {
  return refused(name, why, () => new Uint8Array(Buffer.from(made())), 'quote.csv');
}

function times(count: number, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join('');
}

/** Files made to cost memory or time. Small here; the bench has the largest of each kind. */
export const HOSTILE: readonly Sample[] = [
  refused('that declares more than may be unpacked', 'file-too-large', () =>
    rawBook(BOOK, (parts) =>
      parts.map((part) =>
        part.name.includes('sheet1') ? { ...part, declared: LIMITS.unpacked + 1 } : part,
      ),
    ),
  ),
  refused('that unpacks to more than it declares', 'file-broken', () =>
    rawBook(BOOK, (parts) =>
      parts.map((part) =>
        part.name.includes('sheet1')
          ? { ...part, text: part.text + ' '.repeat(2 ** 22), declared: 1000 }
          : part,
      ),
    ),
  ),
  refused('of more bytes than a quote has', 'file-too-large', () => {
    const large = new Uint8Array(LIMITS.packed + 1);
    large.set(rawBook(BOOK));
    return large;
  }),
  refused('of more parts than a workbook has', 'file-broken', () =>
    archive([
      ...partsOf(BOOK),
      ...Array.from({ length: LIMITS.parts }, (_, at): Part => ({
        name: `${at}`,
        text: '',
        method: 0,
      })),
    ]),
  ),
  refused('of more sheets than a workbook has', 'too-much-in-cells', () =>
    rawBook(
      BOOK,
      editing('xl/workbook.xml', (xml) =>
        xml.replace(
          '</sheets>',
          `${times(LIMITS.sheets, (at) => `<sheet name="${at}" sheetId="${at}" r:id="x"/>`)}</sheets>`,
        ),
      ),
    ),
  ),
  book('of more styles than Excel has', 'too-much-in-cells', {
    styles: `<cellXfs>${times(LIMITS.styles + 1, () => '<xf/>')}</cellXfs>`,
  }),
  book('of more fonts than Excel has', 'too-much-in-cells', {
    styles: `<fonts>${times(LIMITS.styles + 1, () => '<font/>')}</fonts>`,
  }),
  book('of more shared texts than can be used', 'too-much-in-cells', {
    texts: '<si/>'.repeat(LIMITS.texts + 1),
  }),
  book('of more letters than can be kept', 'too-much-in-cells', {
    texts: `<si><t>${'a'.repeat(32_767)}</t></si>`.repeat(
      Math.ceil(LIMITS.characters / 32_767) + 1,
    ),
  }),
  sheet('with more merged blocks than there is reason for', 'too-much-in-cells', (xml) =>
    xml.replace(
      '</sheetData>',
      `</sheetData><mergeCells>${times(LIMITS.merges + 1, () => '<mergeCell ref="A1:B1"/>')}</mergeCells>`,
    ),
  ),
  sheet('with merged blocks over each other', 'file-damaged', (xml) =>
    xml.replace(
      '</sheetData>',
      `</sheetData><mergeCells>${times(LIMITS.mergesOfLine + 1, () => '<mergeCell ref="A1:B9"/>')}</mergeCells>`,
    ),
  ),
  sheet('with a cell at the far end', 'content-far-away', (xml) =>
    xml.replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    ),
  ),
  sheet('with many wide rows', 'content-far-away', (xml) =>
    xml.replace(
      '</sheetData>',
      `${times(5000, (at) => `<row r="${at + 9}"><c r="XFD${at + 9}"><v>1</v></c></row>`)}</sheetData>`,
    ),
  ),
  sheet('with more rows than a job has', 'too-many-lines', (xml) =>
    xml.replace('</sheetData>', `${times(20_000, (at) => line(at + 9, ['a']))}</sheetData>`),
  ),
  sheet('with tags within tags', 'file-damaged', (xml) =>
    xml.replace('<extLst', '').replace('</worksheet>', `${'<a>'.repeat(1e5)}</worksheet>`),
  ),
  sheet('with a tag that does not end', 'file-damaged', (xml) =>
    xml.replace('<row', `<row ${'a="b" '.repeat(5e5)}`.replaceAll('>', '')),
  ),
  sheet('with a comment that does not end', 'file-damaged', (xml) =>
    xml.replace('<row', `<!--${'-'.repeat(4e6)}<row`),
  ),
  sheet('with a section that does not end', 'file-damaged', (xml) =>
    xml.replace('<v>5', `<v><![CDATA[${']'.repeat(4e6)}5`),
  ),
  sheet('with ampersands without end', 'file-damaged', (xml) =>
    xml.replace('<v>5', `<v>${'&'.repeat(2e6)}5`),
  ),
  {
    name: 'with a heading of dashes',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          quoteSheet(ROW),
          {
            name: 'Two',
            rows: quote(ROW).replace(
              'Resource ID',
              `Resource ID</t></is></c><c r="F1" t="inlineStr"><is><t>${'-'.repeat(8000)}x`,
            ),
          },
        ],
      }),
    expected: ['renew abc at 5'],
  },
  {
    name: 'with names as long as a cell can be',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows: quote(ROW).replace(
              '</row>',
              `<c r="F1" t="inlineStr"><is><t>${' '.repeat(32_700)}x</t></is></c></row>`,
            ),
          },
        ],
      }),
    expected: ['renew abc at 5'],
  },
  text('of twelve megabytes of short lines', 'too-many-lines', () => 'a\n'.repeat(6e6)),
  text('of twelve megabytes of line ends', 'too-many-lines', () => `ID\n${'\n'.repeat(12e6)}`),
  text('of eight megabytes of quotation marks', 'unpaired-quotation-mark', () => '"'.repeat(8e6)),
  text('of twelve megabytes without a line end', 'too-much-in-cells', () => 'a'.repeat(12e6)),
  text('of delimiters alone', 'file-without-content', () => ','.repeat(5e6)),
  text('of a thousand columns', 'content-far-away', () => 'a,'.repeat(1000)),
  text('with zeros between its letters', 'text-encoding', () => `ID,Expires\n${'\0'.repeat(99)}`),
  text('of more bytes than a quote has', 'file-too-large', () =>
    Buffer.alloc(LIMITS.text + 1, 'a,b\n'),
  ),
];
