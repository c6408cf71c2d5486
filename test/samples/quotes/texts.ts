import { line, quoteSheet, rawBook, ROW } from './raw-book.ts';
import type { Sample } from './sample.ts';

const ENGLISH = ['Resource ID,Expires,Renewal Duration,List Price', 'abc,2026-12-01,1 month,5'];
const CHINESE = [
  '资源ID,资源名称,到期时间,续费时长,官网价',
  'abc,华北网站服务器,2026-12-01,1个月,5',
];
const RENEWED = ['renew abc at 5'];

/** 资源ID,资源名称,到期时间,续费时长,官网价 and a row, in GB18030. */
const GB18030 = Buffer.from(
  '\xd7\xca\xd4\xb4ID,\xd7\xca\xd4\xb4\xc3\xfb\xb3\xc6,\xb5\xbd\xc6\xda\xca\xb1\xbc\xe4,\xd0\xf8\xb7\xd1\xca\xb1\xb3\xa4,\xb9\xd9\xcd\xf8\xbc\xdb\r\nabc,\xbb\xaa\xb1\xb1\xcd\xf8\xd5\xbe,2026-12-01,1\xb8\xf6\xd4\xc2,5\r\n',
  'latin1',
);

function text(
  name: string,
  made: string | Buffer,
  expected: Sample['expected'] = RENEWED,
  file = 'quote.csv',
): Sample {
  return { name, file, bytes: () => new Uint8Array(Buffer.from(made)), expected };
}

function utf16(content: string, mark: boolean): Buffer {
  return Buffer.from(`${mark ? '\uFEFF' : ''}${content}`, 'utf16le');
}

const joined = (lines: readonly string[], end = '\r\n'): string => lines.join(end);

/** Text files as programs write them, and some that say less than they seem to. */
export const TEXTS: readonly Sample[] = [
  text('with commas', joined(ENGLISH)),
  text('with a line end at the end', `${joined(ENGLISH)}\r\n`),
  text('with line ends of old machines', joined(ENGLISH, '\r')),
  text('with line ends of other systems', joined(ENGLISH, '\n')),
  text('with semicolons', joined(ENGLISH).replaceAll(',', ';')),
  text(
    'with semicolons and commas in names',
    joined([
      'Resource ID;Name;Expires;Renewal Duration;List Price',
      'abc;a,b,c;2026-12-01;1 month;5',
    ]),
  ),
  text('with tabs', joined(ENGLISH).replaceAll(',', '\t'), RENEWED, 'quote.tsv'),
  text(
    'with tabs under the name of any text',
    joined(ENGLISH).replaceAll(',', '\t'),
    RENEWED,
    'QUOTE.TXT',
  ),
  text('with a delimiter named by Excel', `sep=;\r\n${joined(ENGLISH).replaceAll(',', ';')}`),
  text(
    'with everything in quotation marks',
    joined(ENGLISH.map((each) => each.replaceAll(/[^,]+/gu, '"$&"'))),
  ),
  text('with a title above', joined(['"Renewals, December"', '', ...ENGLISH])),
  text('with empty columns behind', joined(ENGLISH.map((each) => `${each},,,`))),
  text(
    'with a line end inside a name',
    joined([
      'Resource ID,Name,Expires,Renewal Duration,List Price',
      'abc,"a\r\nb ""c""",2026-12-01,1 month,5',
    ]),
  ),
  text(
    'with inches',
    joined([
      'Resource ID,Name,Expires,Renewal Duration,List Price',
      'abc,19" rack,2026-12-01,1 month,5',
    ]),
  ),
  text('in UTF-8 with its mark', `\uFEFF${joined(CHINESE)}`),
  text('in Chinese in UTF-8', joined(CHINESE)),
  text('in UTF-16 with its mark', utf16(joined(CHINESE), true)),
  text('in UTF-16 without a mark', utf16(joined(CHINESE), false)),
  text('in UTF-16 with the high byte first', utf16(joined(CHINESE), true).swap16()),
  text(
    'in UTF-16 with the high byte first, without a mark',
    utf16(joined(CHINESE), false).swap16(),
  ),
  text('in GB18030', GB18030),
  text('in GB18030 with its mark', Buffer.concat([Buffer.from('84319533', 'hex'), GB18030])),
  text(
    'in a Western encoding',
    Buffer.from(
      'Resource ID,Name,Expires,List Price\r\nabc,Z\xfcrich caf\xe9,2026-12-01,5',
      'latin1',
    ),
    {
      refused: 'text-encoding',
    },
  ),
  text('in GB18030 that breaks off', GB18030.subarray(0, GB18030.length - 5), {
    refused: 'text-encoding',
  }),
  text(
    'in UTF-8 with a wrong byte',
    Buffer.concat([Buffer.from(joined(ENGLISH)), Buffer.from([0xc3])]),
    { refused: 'text-encoding' },
  ),
  text(
    'with a quotation mark that does not pair up',
    joined([...ENGLISH, '"def,2026-12-01,1 month,5', 'ghi,2026-12-01,1 month,5']),
    {
      refused: 'unpaired-quotation-mark',
    },
  ),
  text('with words behind a closing mark', joined([...ENGLISH, '"def"x,2026-12-01,1 month,5']), {
    refused: 'unpaired-quotation-mark',
  }),
  text('without anything', ' \r\n', { refused: 'no-id-column' }),
  text('with nothing but line ends', '\r\n\r\n', { refused: 'file-without-content' }),
  text(
    'a picture under the name of a text',
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    { refused: 'text-encoding' },
  ),
  text(
    'a text under the name of a workbook',
    joined(ENGLISH),
    { refused: 'no-workbook' },
    'quote.xlsx',
  ),
];

/** Workbooks whose cells are written in ways that mean more than they show. */
export const ODD: readonly Sample[] = [
  {
    name: 'with codes for characters in a name',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({ sheets: [quoteSheet(['_x0061_bc', '2026-12-01_x000D__x000A_', '1 month', 5])] }),
    expected: RENEWED,
  },
  {
    name: 'with days counted from 1904',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [quoteSheet(['abc', { xml: '<c r="B2" s="1"><v>44895</v></c>' }, '1 month', 5])],
        settings: '<workbookPr date1904="1"/>',
        styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      }),
    expected: RENEWED,
  },
  {
    name: 'with styles of which newer programs have others',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [quoteSheet(['abc', { xml: '<c r="B2" s="2"><v>46357</v></c>' }, '1 month', 5])],
        styles:
          '<cellXfs><xf/><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><xf numFmtId="9"/><xf/></mc:Choice><mc:Fallback><xf numFmtId="9"/></mc:Fallback></mc:AlternateContent><xf numFmtId="14"/></cellXfs>',
      }),
    expected: RENEWED,
  },
  {
    name: 'with a style that the file does not have',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [quoteSheet([...ROW.slice(0, 3), { xml: '<c r="D2" s="9"><v>5</v></c>' }])],
        styles: '<cellXfs><xf/></cellXfs>',
      }),
    expected: ['invalid cell-damaged'],
  },
  {
    name: 'with a Chinese format of dates',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          quoteSheet([
            'abc',
            { xml: '<c r="B2" s="1"><v>46357.999988425925</v></c>' },
            '1 month',
            5,
          ]),
        ],
        styles: '<cellXfs><xf/><xf numFmtId="31"/></cellXfs>',
      }),
    expected: RENEWED,
  },
  {
    name: 'with dates as the standard writes them',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          quoteSheet([
            'abc',
            { xml: '<c r="B2" t="d"><v>2026-12-01T23:59:59</v></c>' },
            '1 month',
            5,
          ]),
        ],
      }),
    expected: RENEWED,
  },
  {
    name: 'with a hidden row and one of no height',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows: [
              quoteSheet().rows,
              line(2, ['abc2', ...ROW.slice(1)]),
              line(3, ['abc3', ...ROW.slice(1)], 'hidden="true"'),
              line(4, ['abc4', ...ROW.slice(1)], 'ht="0"'),
            ].join(''),
          },
        ],
      }),
    expected: ['renew abc2 at 5', 'not approved', 'not approved'],
  },
];
