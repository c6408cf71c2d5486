import { describe, expect, it } from 'vitest';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { children } from '../../../support/excel-rules.ts';
import { zippedTexts } from '../results/results-parts.ts';
import { sampleReport } from '../results/results-sample.ts';

describe('the parts of a sheet', () => {
  it('are bars and links where the Summary has them', async () => {
    const parts = zippedTexts(await writeResults(sampleReport(30)));

    // Their order is held for every kind of workbook.
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
