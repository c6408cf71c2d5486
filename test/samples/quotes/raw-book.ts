import { archive, type Part, type TextPart } from '../../support/raw-workbook.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A cell as it is written: a text, a number, or the XML of a whole `c` element. */
export type RawCell = string | number | { readonly xml: string };

/** A sheet of a workbook that is written by hand. */
export interface RawSheet {
  readonly name: string;
  readonly state?: string;
  /** The type of its relation. */
  readonly type?: string;
  /** The whole part, or only what stands in its `sheetData`. */
  readonly xml?: string;
  readonly rows?: string;
  /** Before and after the `sheetData`. */
  readonly before?: string;
  readonly after?: string;
}

/** A workbook that is written by hand. */
export interface RawBook {
  readonly sheets: readonly RawSheet[];
  /** In the workbook part, before and after its sheets. */
  readonly settings?: string;
  readonly calculation?: string;
  /** What stands in the style part. */
  readonly styles?: string;
  /** What stands in the part of shared texts. */
  readonly texts?: string;
  readonly more?: readonly Part[];
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

/** A row of cells with their references; empty texts are left out. */
export function line(number: number, cells: readonly RawCell[], attributes = ''): string {
  const inside = cells.map((cell, column) => {
    if (cell === '') return '';
    if (typeof cell === 'object') return cell.xml;
    const at = `r="${letter(column)}${number}"`;
    return typeof cell === 'number'
      ? `<c ${at}><v>${cell}</v></c>`
      : `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}" ${attributes}>${inside.join('')}</row>`;
}

function sheetXml({ xml, rows = '', before = '', after = '' }: RawSheet): string {
  return (
    xml ?? `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  );
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The kinds of the parts, which some programs go by. */
function contentTypes({ sheets, styles, texts }: RawBook): string {
  const kinds = [
    ['xl/workbook.xml', 'sheet.main'],
    ...(styles === undefined ? [] : [['xl/styles.xml', 'styles']]),
    ...(texts === undefined ? [] : [['xl/sharedStrings.xml', 'sharedStrings']]),
    ...sheets.map(({ type = 'worksheet' }, at) => [`xl/worksheets/sheet${at + 1}.xml`, type]),
  ];
  const overrides = kinds.map(
    ([name, kind]) => `<Override PartName="/${name}" ContentType="${TYPES}.${kind}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
}

/** The parts of the workbook, for those who want to change them. */
export function partsOf(book: RawBook): TextPart[] {
  const { sheets, settings = '', calculation = '', styles, texts } = book;
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="s${at + 1}"/>`,
  );
  const relations = sheets.map(({ type = 'worksheet' }, at) =>
    relation(`s${at + 1}`, type, `worksheets/sheet${at + 1}.xml`),
  );
  if (texts !== undefined) relations.push(relation('t', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) relations.push(relation('y', 'styles', 'styles.xml'));
  const parts: TextPart[] = [
    { name: '[Content_Types].xml', text: contentTypes(book) },
    {
      name: '_rels/.rels',
      text: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${settings}<sheets>${listed.join('')}</sheets>${calculation}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      text: sheetXml(sheet),
    })),
  ];
  if (styles !== undefined) {
    parts.push({
      name: 'xl/styles.xml',
      text: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    });
  }
  if (texts !== undefined) {
    parts.push({ name: 'xl/sharedStrings.xml', text: `<sst xmlns="${MAIN}">${texts}</sst>` });
  }
  return parts;
}

/** The workbook as a file; `edit` changes its parts before they are packed. */
export function rawBook(
  book: RawBook,
  edit: (parts: readonly TextPart[]) => readonly Part[] = (parts) => parts,
): Uint8Array {
  return archive([...edit(partsOf(book)), ...(book.more ?? [])]);
}

/** Changes the text of the parts whose name holds a word. */
export function editing(
  word: string,
  change: (text: string) => string | Buffer,
): (parts: readonly TextPart[]) => Part[] {
  return (parts) =>
    parts.map((part) => (part.name.includes(word) ? { ...part, text: change(part.text) } : part));
}

/** The headings of the samples, and a row under them. */
export const HEADINGS = ['Resource ID', 'Expires', 'Renewal Duration', 'List Price'] as const;
export const ROW = ['abc', '2026-12-01', '1 month', 5] as const;

/** The rows of a quote: the headings, then these. */
export function quote(...rows: readonly (readonly RawCell[])[]): string {
  return [HEADINGS, ...rows].map((cells, at) => line(at + 1, cells)).join('');
}

/** The sheet of a quote. */
export function quoteSheet(...rows: readonly (readonly RawCell[])[]): RawSheet {
  return { name: 'Quote', rows: quote(...rows) };
}
