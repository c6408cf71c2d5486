import { describe, expect, it } from 'vitest';
import { factsAt } from '../../../../shared/workbook/read/cell.ts';
import type { SheetTable } from '../../../../shared/workbook/read/sheet-table.ts';
import { readTables } from '../../../../shared/workbook/read/tables.ts';
import { line, type RawBook, rawBook } from '../../../samples/quotes/raw-book.ts';

async function tableOf(book: RawBook): Promise<SheetTable> {
  const reading = await readTables({ name: 'quote.xlsx', bytes: rawBook(book) }, 100);
  if (reading.kind === 'rejected') throw new Error(reading.reason.id);
  return reading.tables[0]!;
}

/** The marks of one cell in a style of this font, fill and number format. */
async function marksOf(
  { font = '', fill = '', format = '' },
  content = '<v>5</v>',
  type = '',
): Promise<unknown> {
  const table = await tableOf({
    sheets: [{ name: 'S', rows: line(1, [{ xml: `<c r="A1" s="1" ${type}>${content}</c>` }]) }],
    styles: `<numFmts><numFmt numFmtId="200" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts><fonts><font/><font>${font}</font></fonts><fills><fill/><fill>${fill}</fill></fills><cellXfs><xf/><xf fontId="1" fillId="1" numFmtId="${format === '' ? 0 : 200}"/></cellXfs>`,
  });
  const { hidden, covered, ...marks } = factsAt(table.rows[0]!, { index: 0 }, table);
  expect({ hidden, covered }).toEqual({ hidden: false, covered: null });
  return marks;
}

function inlineCell(content: string): string {
  return `<c r="A1" s="1" t="inlineStr"><is>${content}</is></c>`;
}

/** One text in a cell of this font. */
function inFont(font: string, text: string): RawBook {
  return {
    sheets: [{ name: 'S', rows: line(1, [{ xml: inlineCell(text) }]) }],
    styles: `<fonts><font/><font>${font}</font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>`,
  };
}

const BLUE = '<patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill>';
const UNSEEN = { unseen: true };

describe('of a cell is told that it', () => {
  it.each([
    ['is struck out', { font: '<strike/>' }, { struck: 'whole' }],
    ['is not struck out', { font: '<strike val="0"/>' }, {}],
    ['is white on nothing', { font: '<color rgb="FFFFFFFF"/>' }, UNSEEN],
    ['is nearly white', { font: '<color rgb="FFFAFAFA"/>' }, UNSEEN],
    ['is white by the theme', { font: '<color theme="0"/>' }, UNSEEN],
    ['is white by the palette', { font: '<color indexed="9"/>' }, UNSEEN],
    ['is black brightened to white', { font: '<color theme="1" tint="1"/>' }, UNSEEN],
    ['is white darkened', { font: '<color theme="0" tint="-0.5"/>' }, {}],
    ['is white on blue', { font: '<color rgb="FFFFFFFF"/>', fill: BLUE }, {}],
    ['is blue on blue', { font: '<color rgb="FF0000FF"/>', fill: BLUE }, UNSEEN],
    ['is black as ever', { font: '<color auto="1"/>' }, {}],
    ['is in tiny print', { font: '<sz val="1"/>' }, UNSEEN],
    ['is in small print', { font: '<sz val="8"/>' }, {}],
    ['has a format that shows nothing', { format: ';;;' }, UNSEEN],
    ['has a format that shows no positive numbers', { format: ';-0' }, UNSEEN],
    ['has a format that shows no negative numbers', { format: '0;' }, {}],
    ['has a format with words', { format: '"Yes";;"No"' }, {}],
    ['has a format with a colour', { format: '[Red]0;[Red]-0' }, {}],
    [
      'is all of that',
      { font: '<strike/><color rgb="FFFFFF"/>' },
      { struck: 'whole', unseen: true },
    ],
  ])('%s', async (_, style, marks) => {
    expect(await marksOf(style)).toEqual(marks);
  });

  it('shows nothing for zero where its format leaves zeros out', async () => {
    expect(await marksOf({ format: '0;-0;' }, '<v>0</v>')).toEqual(UNSEEN);
    expect(await marksOf({ format: '0;-0;' }, '<v>1</v>')).toEqual({});
  });

  it.each([
    ['<r><rPr><strike/></rPr><t>abc</t></r>', { struck: 'whole' }],
    ['<r><rPr><strike/></rPr><t>12</t></r><r><t>10</t></r>', { struck: 'part' }],
    ['<r><t>12</t></r><r><rPr><strike/></rPr><t> </t></r>', {}],
    ['<r><rPr><color rgb="FFFFFFFF"/></rPr><t>not </t></r><r><t>approved</t></r>', UNSEEN],
    ['<r><rPr><color rgb="FFFF0000"/></rPr><t>abc</t></r>', {}],
  ])('has runs that are: %s', async (runs, marks) => {
    expect(await marksOf({}, `<is>${runs}</is>`, 't="inlineStr"')).toEqual(marks);
  });

  it.each([
    ['Wingdings', 'ü', '✓', {}],
    ['wingdings', '\u{f0fc}', '✓', {}],
    ['Wingdings', 'û', '✗', {}],
    ['Wingdings', 'o', '☐', {}],
    ['Wingdings 2', 'P', '✓', {}],
    ['Wingdings 2', 'O', '✗', {}],
    ['Webdings', 'a', '✓', {}],
    ['Webdings', 'r', '✗', {}],
    ['Wingdings', 'yes', 'yes', UNSEEN],
    ['Wingdings 3', 'y', 'y', UNSEEN],
    ['Calibri', 'ü', 'ü', {}],
  ])('in %s shows "%s" as "%s"', async (font, stored, shown, marks) => {
    const name = `<name val="${font}"/>`;
    const run = `<r><rPr><rFont val="${font}"/></rPr><t>${stored}</t></r>`;

    for (const one of [inFont(name, `<t>${stored}</t>`), inFont('', run)]) {
      const table = await tableOf(one);
      expect(table.rows[0]!.cells).toEqual([{ kind: 'text', text: shown }]);
      expect(factsAt(table.rows[0]!, { index: 0 }, table)).toMatchObject(marks);
    }
  });

  it('shows a number in a font of symbols as nothing that can be read', async () => {
    expect(await marksOf({ font: '<name val="Wingdings"/>' })).toEqual(UNSEEN);
  });

  it('has a font of its own in a text of several', async () => {
    const runs = '<r><t>yes </t></r><r><rPr><rFont val="Wingdings"/></rPr><t>ü</t></r>';
    expect(await marksOf({}, `<is>${runs}</is>`, 't="inlineStr"')).toEqual({});
  });

  it('has a text that is struck out where it is shared, too', async () => {
    const table = await tableOf({
      sheets: [{ name: 'S', rows: line(1, [{ xml: '<c r="A1" t="s"><v>1</v></c>' }]) }],
      texts:
        '<si><t>a</t></si><si><r><rPr><strike val="true"/></rPr><t>b</t></r><r><t>c</t></r></si>',
    });

    expect(table.rows[0]!.cells).toEqual([{ kind: 'text', text: 'bc' }]);
    expect(factsAt(table.rows[0]!, { index: 0 }, table)).toMatchObject({ struck: 'part' });
  });

  it('is covered by a merged block, but for the first cell of it', async () => {
    const table = await tableOf({
      sheets: [
        {
          name: 'S',
          rows: line(2, ['a', 'b', 'c']) + line(3, ['d', 'e', 'f']) + line(5, ['g', 'h', 'i']),
          after: '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>',
        },
      ],
    });
    const covered = [1, 2, 4].map((row) =>
      [0, 1, 2].map((index) => factsAt(table.rows[row]!, { index }, table).covered !== null),
    );

    expect(covered).toEqual([
      [false, false, true],
      [false, true, true],
      [false, false, false],
    ]);
    expect(table.rows[2]!.cells[1]).toEqual({ kind: 'text', text: 'e' });
    expect(factsAt(table.rows[2]!, { index: 1 }, table).covered).toMatchObject({ startRow: 1 });
  });

  it.each([
    ['<cols><col min="2" max="2" hidden="1"/></cols>', [1]],
    ['<cols><col min="1" max="16384" width="0"/></cols>', [0, 1, 2]],
    ['<cols><col min="1" max="2" width="9" customWidth="1"/></cols>', []],
    ['<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="1" width="9"/></cols>', [1, 2]],
  ])('is in a hidden column: %s', async (before, hidden) => {
    const table = await tableOf({
      sheets: [{ name: 'S', rows: line(1, ['a', 'b', 'c']), before }],
    });
    const found = [0, 1, 2].filter((index) => factsAt(table.rows[0]!, { index }, table).hidden);

    expect(found).toEqual(hidden);
  });
});
