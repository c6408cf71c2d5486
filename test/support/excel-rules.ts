/**
 * The order in which the file format prescribes what stands in a sheet (ECMA-376, CT_Worksheet): a
 * sequence, of which each element may lack. Excel offers to repair a file that has another one.
 */
const WORKSHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst';
/** The same of the workbook's own part (CT_Workbook) and of the styles (CT_Stylesheet). */
const WORKBOOK =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst';
const STYLES =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';

/** The elements directly below the root, in their order, repeated ones once. */
export function children(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z0-9:]+)[^>]*?(\/?)>/gu)) {
    if (close === '/') depth -= 1;
    else {
      if (depth === 1 && names.at(-1) !== name) names.push(name!);
      if (empty !== '/') depth += 1;
    }
  }
  return names;
}

function disorder(xml: string, prescribed: string): readonly string[] {
  const order = prescribed.split(' ');
  const found = children(xml);
  const expected = order.filter((name) => found.includes(name));
  return found.join(' ') === expected.join(' ') ? [] : [`elements stand as ${found.join(' ')}`];
}

function all(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map(([, one]) => one!);
}

function lineOf(reference: string): number {
  return Number(/\d+$/u.exec(reference)![0]);
}

function columnOf(reference: string): number {
  const [letters = ''] = /^[A-Z]+/u.exec(reference) ?? [];
  return Array.from(letters, (letter) => letter.codePointAt(0)! - 64).reduce(
    (sum, place) => sum * 26 + place,
    0,
  );
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What Excel insists on in a sheet, beyond the schema. */
function sheetFaults(xml: string, styles: number): readonly string[] {
  const faults: string[] = [...disorder(xml, WORKSHEET)];
  const fault = (isOne: boolean, text: string): void => {
    if (isOne) faults.push(text);
  };
  const rows = all(xml, /<row r="(\d+)"/gu).map(Number);
  fault(
    rows.some((row, at) => at > 0 && row <= rows[at - 1]!),
    'rows do not ascend',
  );
  for (const [, row, cells] of xml.matchAll(/<row r="(\d+)"[^>]*(?<!\/)>(.*?)<\/row>/gsu)) {
    const references = all(cells!, /<c r="([A-Z]+\d+)"/gu);
    fault(
      references.some((one) => lineOf(one) !== Number(row)),
      `row ${row} has cells of others`,
    );
    const columns = references.map(columnOf);
    fault(
      columns.some((one, at) => at > 0 && one <= columns[at - 1]!),
      `row ${row} is in disorder`,
    );
  }
  const heights = all(xml, / ht="([\d.]+)"/gu).map(Number);
  fault(
    heights.some((height) => height > 409),
    'a row is higher than 409 points',
  );
  const widths = all(xml, /<col [^>]*width="([\d.]+)"/gu).map(Number);
  fault(
    widths.some((width) => width > 255),
    'a column is wider than 255',
  );
  const used = all(xml, / s="(\d+)"/gu).map(Number);
  fault(
    used.some((one) => one >= styles),
    'a cell has a style that is none',
  );
  const broken = all(xml, /<brk [^>]*max="(\d+)"/gu).map(Number);
  fault(
    broken.some((column) => column > 16_383),
    'a page break reaches beyond the last column',
  );
  const merged = all(xml, /<mergeCell ref="([A-Z]+\d+:[A-Z]+\d+)"/gu);
  fault(overlap(merged), 'merged ranges overlap');
  const counts = [...xml.matchAll(/<(\w+) count="(\d+)">(.*?)<\/\1>/gsu)];
  for (const [, name, count, inside] of counts) {
    fault(
      children(`<a>${inside}</a>`).length > 0 && entries(inside!) !== Number(count),
      `${name} are not ${count}`,
    );
  }
  const priorities = all(xml, /<cfRule [^>]*priority="(\d+)"/gu);
  fault(new Set(priorities).size < priorities.length, 'two formats have one priority');
  for (const text of all(xml, / (?:error|prompt)="([^"]*)"/gu)) {
    fault(plain(text).length > 255, 'the text of a rule is longer than 255');
  }
  for (const text of all(xml, / (?:error|prompt)Title="([^"]*)"/gu)) {
    fault(plain(text).length > 32, 'the title of a rule is longer than 32');
  }
  for (const list of all(xml, /<formula1>(.*?)<\/formula1>/gsu)) {
    fault(plain(list).length > 257, 'the list of a rule is longer than 255');
  }
  for (const text of all(xml, /<oddFooter>(.*?)<\/oddFooter>/gsu)) {
    fault(plain(text).length > 255, 'the footer is longer than 255');
  }
  fault(all(xml, /<hyperlink (ref)=/gu).length > 65_530, 'there are too many links');
  for (const target of all(xml, /<f>(.*?)<\/f>/gsu)) {
    fault(plain(target).length > 8_192, 'a formula is longer than 8,192');
  }
  return faults;
}

/** How many elements stand directly in a piece of XML. */
function entries(xml: string): number {
  let [depth, count] = [0, 0];
  for (const [, close, empty] of xml.matchAll(/<(\/?)[a-zA-Z0-9:]+[^>]*?(\/?)>/gu)) {
    if (close === '/') depth -= 1;
    else {
      if (depth === 0) count += 1;
      if (empty !== '/') depth += 1;
    }
  }
  return count;
}

function overlap(ranges: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const range of ranges) {
    const [from = '', to = ''] = range.split(':');
    for (let row = lineOf(from); row <= lineOf(to); row += 1) {
      for (let column = columnOf(from); column <= columnOf(to); column += 1) {
        const cell = `${row} ${column}`;
        if (seen.has(cell)) return true;
        seen.add(cell);
      }
    }
  }
  return false;
}

/** The names of the sheets, and what is pointed at by name. */
function bookFaults(xml: string): readonly string[] {
  const names = all(xml, /<sheet [^>]*name="([^"]*)"/gu).map(plain);
  const odd = names.filter(
    (name) => name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/u.test(name),
  );
  const lower = names.map((name) => name.toLowerCase());
  const pointed = all(xml, /<definedName [^>]*>([^<]*)</gu).map(plain);
  const lost = pointed.filter((to) => !names.some((name) => to.startsWith(`'${name}'!$`)));
  return [
    ...disorder(xml, WORKBOOK),
    ...odd.map((name) => `a sheet cannot be called "${name}"`),
    ...(new Set(lower).size < lower.length ? ['two sheets have one name'] : []),
    ...lost.map((to) => `a name points at ${to}`),
  ];
}

function stylesFaults(xml: string): readonly string[] {
  const ids = all(xml, /<numFmt numFmtId="(\d+)"/gu);
  const formats = all(xml, /formatCode="([^"]*)"/gu).map(plain);
  return [
    ...disorder(xml, STYLES),
    ...(new Set(ids).size < ids.length ? ['two formats have one id'] : []),
    ...formats.filter((one) => one.length > 255).map((one) => `the format ${one} is too long`),
    ...[...xml.matchAll(/<(\w+) count="(\d+)"[^>]*>(.*?)<\/\1>/gsu)]
      .filter(([, , count, inside]) => entries(inside!) !== Number(count))
      .map(([, name, count]) => `${name} are not ${count}`),
  ];
}

/** Whether every part is announced, and every relationship leads to a part. */
function packageFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  const types = parts.get('[Content_Types].xml')!;
  const announced = new Set(all(types, /PartName="\/([^"]*)"/gu));
  const endings = new Set(all(types, /Extension="([^"]*)"/gu));
  const unknown = [...parts.keys()].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !announced.has(name) &&
      !endings.has(name.split('.').at(-1)!),
  );
  const missing = [...announced].filter((name) => !parts.has(name));
  return [
    ...unknown.map((name) => `${name} is not announced`),
    ...missing.map((name) => `${name} is announced and is not there`),
  ];
}

/** All that Excel would offer to repair, part by part; empty for a sound file. */
export function excelFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  const styles = parts.get('xl/styles.xml')!;
  const [, cellXfs = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(styles) ?? [];
  const known = entries(cellXfs);
  return [
    ...packageFaults(parts),
    ...bookFaults(parts.get('xl/workbook.xml')!),
    ...stylesFaults(styles),
    ...[...parts]
      .filter(([name]) => /worksheets\/sheet\d+\.xml$/u.test(name))
      .flatMap(([name, xml]) => sheetFaults(xml, known).map((fault) => `${name}: ${fault}`)),
  ];
}
