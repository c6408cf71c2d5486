import { describe, expect, it } from 'vitest';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { zippedTexts } from '../results/results-parts.ts';
import { sampleReport } from '../results/results-sample.ts';

/** The order that the file format prescribes (ECMA-376, CT_Worksheet), as far as it is used here. */
const PRESCRIBED = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'extLst',
];

/** The elements directly below the root, in their order, repeated ones once. */
function children(xml: string): readonly string[] {
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

describe('the parts of a sheet', () => {
  it('stand in the order that spreadsheets accept without repair', async () => {
    const parts = zippedTexts(await writeResults(sampleReport(30)));
    const sheets = [...parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/u.test(name));

    expect(sheets).toHaveLength(4);
    for (const [, xml] of sheets) {
      const found = children(xml);
      expect(found).toEqual(PRESCRIBED.filter((name) => found.includes(name)));
    }
    expect(children(parts.get('xl/worksheets/sheet1.xml')!)).toEqual(
      expect.arrayContaining(['conditionalFormatting', 'hyperlinks', 'extLst']),
    );
  });

  it('joins each bar to its later description by id', async () => {
    const parts = zippedTexts(await writeResults(sampleReport(30)));
    const xml = parts.get('xl/worksheets/sheet1.xml')!;
    const ids = [...xml.matchAll(/<x14:id>([^<]+)</gu)].map(([, id]) => id);
    const later = [...xml.matchAll(/<x14:cfRule type="dataBar" id="([^"]+)"/gu)].map(
      ([, id]) => id,
    );

    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(later).toEqual(ids);
  });
});
