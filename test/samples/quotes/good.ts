import { archive, type Part } from '../../support/raw-workbook.ts';
import {
  editing,
  HEADINGS,
  line,
  MAIN,
  partsOf,
  quote,
  quoteSheet,
  type RawBook,
  rawBook,
  type RawSheet,
  ROW,
} from './raw-book.ts';
import type { Sample } from './sample.ts';

const BOOK: RawBook = { sheets: [quoteSheet(ROW)] };
const RENEWED = ['renew abc at 5'];

type Edit = (parts: ReturnType<typeof partsOf>) => readonly Part[];

function edited(name: string, edit: Edit, book = BOOK): Sample {
  return {
    name,
    file: 'quote.xlsx',
    bytes: () => rawBook(book, (parts) => edit([...parts])),
    expected: RENEWED,
  };
}

function sheet(name: string, change: (text: string) => string | Buffer): Sample {
  return edited(name, editing('sheet1.xml', change));
}

function beside(name: string, other: RawSheet, unread: readonly string[] = []): Sample {
  return {
    name,
    file: 'quote.xlsx',
    bytes: () => rawBook({ sheets: [quoteSheet(ROW), other] }),
    expected: RENEWED,
    unread,
  };
}

function renamed(from: string, to: string): Edit {
  return (parts) => parts.map((part) => ({ ...part, name: part.name.replace(from, to) }));
}

function swapped(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

const DECLARED = '<?xml version="1.0" encoding="UTF-16"?>';
const LINK = `<externalLink xmlns="${MAIN}"><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;

/** Files that any spreadsheet program opens and that say the same thing: renew abc at 5. */
export const GOOD: readonly Sample[] = [
  edited('terse, with inline texts', (parts) => parts),
  edited('with cached values of another workbook', (parts) => [
    ...parts,
    { name: 'xl/externalLinks/externalLink1.xml', text: LINK },
  ]),
  beside('with an empty sheet', { name: 'Sheet2', rows: '' }),
  beside('with an empty sheet in short form', {
    name: 'Sheet2',
    xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
  }),
  beside('with an empty sheet in short form and a blank', {
    name: 'Sheet2',
    xml: `<worksheet xmlns="${MAIN}"><sheetData /></worksheet>`,
  }),
  beside(
    'with a sheet that is a chart',
    { name: 'Chart', type: 'chartsheet', xml: `<chartsheet xmlns="${MAIN}"/>` },
    ['Chart'],
  ),
  beside(
    'with a sheet that is a dialog',
    { name: 'Ask', type: 'dialogsheet', xml: `<dialogsheet xmlns="${MAIN}"/>` },
    ['Ask'],
  ),
  beside('with a sheet of old macros', { name: 'Macro', type: 'xlMacrosheet', xml: '<m/>' }, [
    'Macro',
  ]),
  beside('with notes on a sheet of their own', { name: 'Notes', rows: line(1, ['Ask Jane.']) }, [
    'Notes',
  ]),
  beside('with a hidden sheet that is damaged', {
    name: 'Old',
    state: 'hidden',
    xml: '<worksheet>',
  }),
  edited(
    'with a hidden sheet of any size',
    (parts) =>
      parts.map((part) => (part.name.includes('sheet2') ? { ...part, declared: 2 ** 30 } : part)),
    { sheets: [quoteSheet(ROW), { name: 'Old', state: 'veryHidden' }] },
  ),
  {
    name: 'with a sheet that has no part, as modules are listed',
    file: 'quote.xlsm',
    bytes: () =>
      rawBook({ sheets: [quoteSheet(ROW), { name: 'Module1' }] }, (parts) =>
        editing('workbook.xml', (text) => text.replace('r:id="s2"', 'r:id=""'))(parts),
      ),
    expected: RENEWED,
    unread: ['Module1'],
  },
  edited(
    'with a state that no program knows',
    editing('xl/workbook.xml', (text) => text.replace('sheetId', 'state="show" sheetId')),
  ),
  edited(
    'with part names in capitals',
    renamed('xl/worksheets/sheet1.xml', 'XL/Worksheets/SHEET1.XML'),
  ),
  edited('with back-slashes in part names', (parts) =>
    parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })),
  ),
  edited('with a blank in a part name', (parts) =>
    editing('workbook.xml.rels', (text) => text.replace('sheet1', 'sheet%201'))(
      renamed('sheet1.xml', 'sheet 1.xml')(parts) as typeof parts,
    ),
  ),
  edited('with a percent sign on both sides', (parts) =>
    editing('workbook.xml.rels', (text) => text.replace('sheet1', 'sheet%201'))(
      renamed('sheet1.xml', 'sheet%201.xml')(parts) as typeof parts,
    ),
  ),
  edited(
    'with a target from the root',
    editing('workbook.xml.rels', (text) => text.replace('worksheets/', '/xl/worksheets/')),
  ),
  edited(
    'with a target over a corner',
    editing('workbook.xml.rels', (text) => text.replace('worksheets/', './../xl/worksheets/')),
  ),
  sheet('with comments that look like rows', (text) =>
    text.replaceAll('<row', '<!-- <row r="9"> & --><row'),
  ),
  sheet('with a comment inside a value', (text) => text.replace('<v>5', '<v><!-- 9 -->5')),
  sheet('with instructions for other programs', (text) =>
    text.replaceAll('<c ', '<?pi <c r="Z1"> ?><c '),
  ),
  sheet('with literal sections', (text) => text.replace('<t>abc', '<t><![CDATA[abc]]>')),
  sheet('with a mark of UTF-8', (text) => `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n${text}`),
  sheet('in UTF-16', (text) => Buffer.from(`\uFEFF${DECLARED}${text}`, 'utf16le')),
  sheet('in UTF-16 with the high byte first', (text) => swapped(DECLARED + text)),
  sheet('in UTF-16 without a mark', (text) => Buffer.from(DECLARED + text, 'utf16le')),
  sheet('in an encoding that it declares', (text) =>
    Buffer.concat(
      [
        Buffer.from('<?xml version="1.0" encoding="GB18030"?>'),
        Buffer.from(text.replace('Expires', 'EXP'), 'latin1').subarray(0),
      ].map((part) =>
        Buffer.from(
          part.toString('latin1').replace('EXP', '\xb5\xbd\xc6\xda\xca\xb1\xbc\xe4'),
          'latin1',
        ),
      ),
    ),
  ),
  sheet('with a prefix on every tag', (text) =>
    text.replaceAll(/<(\/?)(\w)/gu, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
  ),
  sheet('with two prefixes of one namespace', (text) =>
    text
      .replace('xmlns=', `xmlns:y="${MAIN}" xmlns=`)
      .replaceAll('<row', '<y:row')
      .replaceAll('</row', '</y:row'),
  ),
  sheet('in the strict form of the format', (text) =>
    text.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
  ),
  sheet('with single quotation marks', (text) => text.replaceAll('"', "'")),
  sheet('with a greater-than sign in an attribute', (text) =>
    text.replace('<row', '<row spans=">" '),
  ),
  sheet('with line ends inside its tags', (text) => text.replaceAll(' r=', '\r\n\t r = ')),
  sheet('with numbers for its letters', (text) => text.replace('abc', '&#97;&#x62;c')),
  sheet('with blanks around its numbers', (text) => text.replace('<v>5<', '<v> 5\n<')),
  sheet('with blanks around its texts', (text) =>
    text.replace('<t>abc', '<t xml:space="preserve">  abc '),
  ),
  sheet('with its text in runs', (text) =>
    text.replace('<t>abc</t>', '<r><t>a</t></r><r><rPr><b/></rPr><t>bc</t></r>'),
  ),
  sheet('with signs of pronunciation', (text) =>
    text.replace(
      '<t>abc</t>',
      '<t>abc</t><rPh sb="0" eb="1"><t>xyz</t></rPh><phoneticPr fontId="1"/>',
    ),
  ),
  sheet('with rows in another order', (text) => {
    const [head, row] = [line(1, HEADINGS), line(2, ROW)];
    return text.replace(head + row, row + head);
  }),
  sheet('with cells in another order', (text) =>
    text.replace(/(<c r="A2".*?<\/c>)(<c r="B2".*?<\/c>)/u, '$2$1'),
  ),
  sheet('without references', (text) => text.replaceAll(/ r="[A-Z]?\d+"/gu, '')),
  sheet('with formatted empty cells far away', (text) =>
    text.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
  ),
  sheet('with 200,000 empty rows', (text) =>
    text.replace(
      '</sheetData>',
      `${Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 9}"/>`).join('')}</sheetData>`,
    ),
  ),
  sheet('with extensions of newer programs', (text) =>
    text.replace(
      '</worksheet>',
      '<extLst><ext uri="{1}" xmlns:x14="urn:x14"><x14:cfRule><v>9</v></x14:cfRule></ext></extLst></worksheet>',
    ),
  ),
  sheet('with alternatives for older programs', (text) =>
    text.replace(
      '</worksheet>',
      '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><controls><sheetData/></controls></mc:Choice></mc:AlternateContent></worksheet>',
    ),
  ),
  sheet('with merged titles', (text) =>
    text.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="F1:H2"/></mergeCells>'),
  ),
  edited('with macros', (parts) => [...parts, { name: 'xl/vbaProject.bin', text: 'x' }]),
  edited('with a film', (parts) => [
    ...parts,
    { name: 'xl/media/film.mp4', text: 'x', declared: 2 ** 31 },
  ]),
  edited('with folders in its archive', (parts) => [
    { name: 'xl/', text: '' },
    { name: 'xl\\worksheets\\', text: '' },
    ...parts,
  ]),
  edited('with its parts left unpacked', (parts) => parts.map((part) => ({ ...part, method: 0 }))),
  edited('without a list of content types', (parts) => parts.slice(1)),
  {
    name: 'with sizes of 64 bits',
    file: 'quote.xlsx',
    bytes: () => archive(partsOf(BOOK), true),
    expected: RENEWED,
  },
  {
    name: 'under the name of a text file',
    file: 'quote.csv',
    bytes: () => rawBook(BOOK),
    expected: RENEWED,
  },
  {
    name: 'with texts that are shared',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows:
              line(1, HEADINGS) +
              line(2, [{ xml: '<c r="A2" t="s"><v>1</v></c>' }, ...ROW.slice(1)]),
          },
        ],
        texts: '<si><t>xyz</t></si><si><r><t>ab</t></r><r><t>c</t></r></si>',
      }),
    expected: RENEWED,
  },
  {
    name: 'with results of formulas',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          quoteSheet([
            { xml: '<c r="A2" t="str"><f>"a"&amp;"bc"</f><v>abc</v></c>' },
            ...ROW.slice(1, 3),
            { xml: '<c r="D2"><f>2+3</f><v>5</v></c>' },
          ]),
        ],
      }),
    expected: RENEWED,
  },
  {
    name: 'to be worked out anew, but without any formula',
    file: 'quote.xlsx',
    bytes: () => rawBook({ ...BOOK, calculation: '<calcPr fullCalcOnLoad="1"/>' }),
    expected: RENEWED,
  },
  {
    name: 'with titles above and totals below',
    file: 'quote.xlsx',
    bytes: () =>
      rawBook({
        sheets: [
          {
            name: 'Quote',
            rows:
              line(1, ['Renewals of December']) +
              quote(ROW).replaceAll(
                /"([A-D]?)(\d)"/gu,
                (_, column: string, row: string) => `"${column}${Number(row) + 2}"`,
              ) +
              line(9, ['Total', '', '', 5]),
          },
        ],
      }),
    expected: RENEWED,
  },
];
