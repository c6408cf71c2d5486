import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../shared/settings/account.ts';
import {
  QUOTE_HEADINGS,
  quoteId,
  quoteRow,
  quoteWorkbook,
} from '../../../support/quote-workbook.ts';
import { quoteOf, readRows, refusalOf, verdictOf } from './reading.ts';

/** A price cell's number format and the account's currency, and what a careful clerk sees. */
const PRICES: readonly (readonly [format: string, currency: string, expected: string])[] = [
  ['#,##0.00', 'USD', 'payable'],
  ['#,##0.00 "USD"', 'USD', 'payable'],
  ['[$US$-409]#,##0.00', 'USD', 'payable'],
  ['_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', 'USD', 'payable'],
  ['$#,##0.00_);[Red]\\($#,##0.00\\)', 'EUR', 'payable'],
  ['#,##0.00;[Red]-#,##0.00', 'USD', 'payable'],
  ['0.00E+00', 'USD', 'payable'],
  ['#,##0.00"元"', 'CNY', 'payable'],
  ['[$zł-415] #,##0.00', 'USD', 'invalid: Column "Discounted Price": The price is in "zł"'],
  ['"US$"#,##0.00', 'SGD', 'invalid: Column "Discounted Price": The price is in "US$"'],
  ['[$€-407]#,##0.00', 'USD', 'The price is in "€"'],
  ['#,##0,', 'USD', 'shows something else'],
  ['#,##0.0,,"M"', 'USD', 'shows "M" beside'],
  ['0%', 'USD', 'shows a percentage'],
  ['# ?/?', 'USD', 'shows something else'],
  ['#,##0"k"', 'USD', 'shows "k" beside'],
  ['"on request"', 'USD', 'shows "on request" beside'],
  ['0.00" per day"', 'USD', 'shows "per day" beside'],
];

describe('the number format of a price', () => {
  it.each(PRICES)('%s in an account in %s', async (format, currency, expected) => {
    const account: Partial<Account> = { currency };
    const sheet = { formats: { 'Discounted Price': format } };

    const quote = await readRows([quoteRow()], [], sheet, account);

    expect(verdictOf(quote.rows[0])).toContain(expected);
  });

  it('that shows nothing hides the price', async () => {
    const sheet = { formats: { 'Discounted Price': ';;;' } };

    const quote = await readRows([quoteRow()], [], sheet);

    expect(verdictOf(quote.rows[0])).toMatch(/^invalid: Column "Discounted Price": /u);
  });
});

describe('the number format of a decision', () => {
  it.each([
    [1, '"No";;"Yes"'],
    [1, '"Rejected"'],
    [1, '[=1]"No";"Yes"'],
  ])('that shows %s as other words makes it no yes', async (stored, format) => {
    const quote = await readRows([quoteRow({}, stored)], ['Approved'], {
      formats: { Approved: format },
    });

    expect(quote.rows[0]!.verdict?.outcome).toBe('not approved');
  });
});

describe('the number format of a term', () => {
  it.each([
    ['0" months"', 3, { unit: 'month', count: 3 }],
    ['0"年"', 1, { unit: 'year', count: 1 }],
    ['General" Month(s)"', 1, { unit: 'month', count: 1 }],
    ['0" days"', 30, null],
    ['0', 1, null],
  ])('%s over %d', async (format, number, term) => {
    const quote = await readRows([quoteRow({ term: number })], [], {
      formats: { 'Renewal Duration': format },
    });

    expect(quote.rows[0]!.term).toEqual(term);
  });
});

async function edited(
  edit: (sheet: ExcelJS.Worksheet) => void,
  rows = [
    quoteRow({}, 'yes'),
    quoteRow({ id: quoteId(2) }, 'yes'),
    quoteRow({ id: quoteId(3) }, 'yes'),
  ],
): Promise<Uint8Array> {
  const bytes = await quoteWorkbook({ headings: [...QUOTE_HEADINGS, 'Approved'], rows });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  edit(book.worksheets[0]!);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a decision in a font of symbols', () => {
  it.each([
    ['ü', 'payable'],
    ['û', 'not approved'],
    ['yes', 'not approved'],
  ])('that stores "%s" is as people see it', async (stored, expected) => {
    const bytes = await edited(
      (sheet) => {
        sheet.getCell('G2').font = { name: 'Wingdings' };
      },
      [quoteRow({}, stored)],
    );

    const quote = await quoteOf(bytes);

    expect(verdictOf(quote.rows[0])).toContain(expected);
  });
});

describe('what nobody can see', () => {
  it('a hidden column of decisions says no yes', async () => {
    const bytes = await edited((sheet) => {
      sheet.getColumn(7).hidden = true;
    });

    const quote = await quoteOf(bytes);

    expect(verdictOf(quote.rows[0])).toContain(
      'not approved: Column "Approved": The column is hidden',
    );
  });

  it('a hidden column of prices gives none', async () => {
    const bytes = await edited((sheet) => {
      sheet.getColumn(6).hidden = true;
    });

    const quote = await quoteOf(bytes);

    expect(verdictOf(quote.rows[0])).toContain(
      'invalid: Column "Discounted Price": The column is hidden',
    );
  });

  it('what is struck through decides nothing, and a struck id takes its row back', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('G2').font = { strike: true };
      sheet.getCell('F3').font = { strike: true };
      sheet.getCell('A4').font = { strike: true };
    });

    const quote = await quoteOf(bytes);

    expect(quote.rows.map(verdictOf)).toEqual([
      'not approved: Column "Approved": The cell is struck through.',
      'invalid: Column "Discounted Price": The cell is struck through.',
      'not approved: Column "Resource ID": The cell is struck through.',
    ]);
  });

  it('a yes in white on white is named', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('G2').font = { color: { argb: 'FFFFFFFF' } };
    });

    const quote = await quoteOf(bytes);

    expect(verdictOf(quote.rows[0])).toContain('cannot be seen');
  });

  it('a yes that is merged over rows counts for each of them, a price for none but the first', async () => {
    const bytes = await edited(
      (sheet) => {
        sheet.mergeCells('G2:G3');
        sheet.mergeCells('F2:F3');
      },
      [quoteRow({}, 'yes'), quoteRow({ id: quoteId(2) }), quoteRow({ id: quoteId(3) })],
    );

    const quote = await quoteOf(bytes);

    expect(verdictOf(quote.rows[0])).toBe('payable');
    // The discounted price is covered: what is paid is never the list price instead.
    expect(quote.rows.slice(1).map(({ verdict }) => verdict?.outcome)).toEqual([
      'invalid',
      'not approved',
    ]);
  });
});

describe('a sheet', () => {
  it.each([
    'Rejected',
    'Do not renew',
    'Cancelled 2026',
    '不续费',
    '未批准',
    'Pending',
    'On hold',
    'Not needed',
    '待确认',
    '暂缓清单',
  ])('named %s is not renewed', async (name) => {
    const quote = await readRows([quoteRow({}, 'yes')], ['Approved'], { name });

    expect(verdictOf(quote.rows[0])).toContain(`not approved: The row stands under "${name}"`);
  });

  it('with a cover that says no is not renewed', async () => {
    const quote = await quoteOf(
      await quoteWorkbook(
        { name: 'Cover', headings: ['Approval status', 'Rejected'], rows: [] },
        { headings: QUOTE_HEADINGS, rows: [quoteRow()] },
      ),
    );

    expect(verdictOf(quote.rows[0])).toContain('not approved');
  });

  it('may have headings of two levels, of which the upper ones are merged', async () => {
    const bytes = await quoteWorkbook({
      above: [['Resource ID', 'Expires', 'Renewal Duration', 'Price', null, 'Approval', null]],
      headings: ['', '', '', 'List', 'Discounted', 'Finance', 'CTO'],
      rows: [
        ['r1', '2027-03-31', '1 month', 100, 80, 'yes', 'yes'],
        ['r2', '2027-03-31', '1 month', 100, 80, 'yes', 'no'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    });

    const quote = await quoteOf(bytes);

    expect(quote.rows.map(verdictOf)).toEqual([
      'payable',
      'not approved: The Approved column does not say yes.',
    ]);
    expect(quote.rows[0]!.approved).toEqual({ amount: '80', currency: 'USD' });
  });

  it('names the words that say no yes once', async () => {
    const rows = ['sure', 'sure', 'maybe so', 'yes', 'no'].map((word, at) =>
      quoteRow({ id: quoteId(at) }, word),
    );

    const quote = await readRows(rows, ['Approved']);

    expect(quote.remarks).toEqual([
      { id: 'answers-not-known', values: { answers: '"sure", "maybe so"' } },
    ]);
  });

  it('is refused with a heading as long as a letter, and read in no time', async () => {
    const dashes = '-'.repeat(8_000);
    const started = performance.now();

    const quote = await readRows([quoteRow({}, 'x')], [dashes]).catch((error: unknown) =>
      String(error),
    );

    expect(quote).toContain('looks like one with decisions');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is read in no time whatever its cells hold', async () => {
    const long = ['1'.repeat(32_000), '1,'.repeat(16_000), 'a'.repeat(32_000), '. '.repeat(16_000)];
    const started = performance.now();

    const quote = await readRows(
      long.map((text, at) =>
        quoteRow(
          { id: quoteId(at), list: text, discounted: text, term: text, expires: text },
          text,
        ),
      ),
      ['Note'],
    );

    expect(quote.rows.map(({ verdict }) => verdict?.outcome)).toEqual(long.map(() => 'invalid'));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('two columns of one heading are refused', async () => {
  const bytes = await quoteWorkbook({
    headings: [...QUOTE_HEADINGS, 'Discounted Price'],
    rows: [quoteRow({}, 9)],
  });

  expect(await refusalOf(bytes)).toContain('two columns headed "Discounted Price"');
});
