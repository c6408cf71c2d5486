import { describe, expect, test } from 'vitest';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import type { FileSight } from '../../../../shared/jobs/quote.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { quoteRow, QUOTE_HEADINGS, quoteWorkbook } from '../../../support/quote-workbook.ts';
import { refusalOf } from './reading.ts';

async function sightOf(bytes: Uint8Array): Promise<FileSight | undefined> {
  const reading = await readQuote({ name: 'quote.xlsx', bytes }, testAccount(), HUAWEI);
  if (reading.kind === 'quote') throw new Error('the file was read');
  return reading.sight;
}

/** The columns that are marked of a file with these headings. */
async function near(...headings: readonly string[]): Promise<readonly number[]> {
  return (await sightOf(await quoteWorkbook({ headings, rows: [['a', 'b', 'c']] })))!.columns;
}

describe('a file that lacks headings is told', () => {
  test('all of them at once, what was found, and what may have been meant', async () => {
    const headings = ['Server', 'Owner', 'Expiery date', 'Duration'];
    const said = await refusalOf(await quoteWorkbook({ headings, rows: [['a', 'b', 'c', 'd']] }));

    expect(said).toContain('There is no column with resource ids');
    expect(said).toContain('has no column with expiry dates');
    expect(said).toContain('has no column with prices');
    expect(said).toContain('What may be meant: "Expiery date": "Expiry Date".');
    expect(said).toContain(
      'The headings of sheet "Sheet1" are "Server", "Owner", "Expiery date", "Duration".',
    );
  });

  test('what it lacks beside the ids', async () => {
    const headings = ['Resource ID', 'Name', 'Owner'];
    const said = await refusalOf(await quoteWorkbook({ headings, rows: [['r1', 'web', 'Li']] }));

    expect(said).not.toContain('no column with resource ids');
    expect(said).toContain('has no column with expiry dates');
    expect(said).toContain('has no column with prices');
    expect(said).not.toContain('What may be meant');
  });

  test('together with a column that is not understood', async () => {
    const headings = ['Resource ID', 'Name', 'Cost'];
    const said = await refusalOf(await quoteWorkbook({ headings, rows: [['r1', 'web', 5]] }));

    expect(said).toContain('Column "Cost" of sheet "Sheet1" looks like one with prices');
    expect(said).toContain('has no column with expiry dates');
  });

  test('in Chinese headings, too, what comes near', async () => {
    const headings = ['资源ID', '到期的时间', '续费时长', '折后价格'];
    const said = await refusalOf(
      await quoteWorkbook({ headings, rows: [['r1', '2026-12-01', '1个月', 5]] }),
    );

    expect(said).toContain('"到期的时间": "到期时间"');
  });
});

describe('the first rows of a file that is refused', () => {
  test('stand there with the line that looks most like headings', async () => {
    const sight = await sightOf(
      await quoteWorkbook({
        above: [['Renewals of December'], [null]],
        headings: ['Server', 'Expires On', 'Price'],
        rows: Array.from({ length: 40 }, (_, at) => [`srv-${at}`, '2026-12-01', 10]),
      }),
    );

    expect(sight).toMatchObject({ sheet: 'Sheet1', headings: 3, columns: [], wrongLines: [] });
    expect(sight?.lines).toHaveLength(12);
    expect(sight?.lines[0]).toEqual({ line: 1, cells: ['Renewals of December'] });
  });

  test('mark the column that may be meant for a missing one', async () => {
    expect(await near('Server', 'Expiery date', 'Owner')).toEqual([1]);
    expect(await near('Resource ID', 'Owner', 'Expiery date')).toEqual([2]);
  });

  test('mark a column that is not understood, and one that stands there twice', async () => {
    const odd = [...QUOTE_HEADINGS, 'Aproved'];
    const twice = [...QUOTE_HEADINGS, 'Expires'];

    expect(
      (await sightOf(await quoteWorkbook({ headings: odd, rows: [quoteRow({}, 'yes')] })))?.columns,
    ).toEqual([6]);
    expect(
      (await sightOf(await quoteWorkbook({ headings: twice, rows: [quoteRow({}, '2026-12-01')] })))
        ?.columns,
    ).toEqual([2, 6]);
  });

  test('mark a line that is refused, be it far below', async () => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      quoteRow({ id: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaa${100 + at}` }),
    );
    const sight = await sightOf(
      await quoteWorkbook({ headings: QUOTE_HEADINGS, rows, below: [['All prices in CNY']] }),
    );

    expect(sight?.wrongLines).toEqual([22]);
    expect(sight?.lines.at(-1)).toEqual({ line: 22, cells: ['All prices in CNY'] });
  });
});
