import { describe, expect, it } from 'vitest';
import {
  QUOTE_HEADINGS,
  quoteId,
  quoteRow,
  quoteWorkbook,
} from '../../../support/quote-workbook.ts';
import { quoteOf, readRows, refusalOf, verdictOf } from './reading.ts';

describe('a quote', () => {
  it('gives each row with its approved price, term and expiry, and the cells as they were', async () => {
    const quote = await readRows([quoteRow()]);

    expect(quote.columns).toEqual([...QUOTE_HEADINGS]);
    expect(quote.rows).toMatchObject([
      {
        position: 0,
        sheet: 'Sheet1',
        line: 2,
        resourceId: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1',
        name: 'web-1',
        term: { unit: 'month', count: 1 },
        approved: { amount: '10', currency: 'USD' },
        expiry: { day: '2026-12-01', time: '23:59:59' },
        verdict: null,
      },
    ]);
    expect(quote.rows[0]!.cells[5]).toEqual({ kind: 'number', number: 10, format: null });
  });

  it('takes the list price where the discounted price is empty', async () => {
    const quote = await readRows([quoteRow({ discounted: null })]);

    expect(quote.rows[0]!.approved).toEqual({ amount: '12.5', currency: 'USD' });
  });

  it('does not fall back to the list price where the discounted price cannot be read', async () => {
    const quote = await readRows([quoteRow({ discounted: 'ask Jane' })]);

    expect(verdictOf(quote.rows[0])).toBe(
      'invalid: Column "Discounted Price": "ask Jane" is not a readable price.',
    );
  });

  it('takes no other price where a column is headed as the approved one', async () => {
    const rows = [quoteRow({}, 9), quoteRow({ id: quoteId(2) }, null)];

    const quote = await readRows(rows, ['Approved Price']);

    expect(quote.rows[0]!.approved).toEqual({ amount: '9', currency: 'USD' });
    expect(verdictOf(quote.rows[1])).toBe('invalid: Column "Approved Price": The cell is empty.');
  });

  it('finds the headings under title lines, and who approved it around the table', async () => {
    const bytes = await quoteWorkbook({
      above: [['Renewals of December'], ['参考号', 'PO-7'], []],
      headings: QUOTE_HEADINGS,
      rows: [quoteRow()],
      below: [[], ['Approved by： Jane Doe']],
    });

    const quote = await quoteOf(bytes);

    expect(quote).toMatchObject({ approvedBy: 'Jane Doe', reference: 'PO-7' });
    expect(quote.rows.map(({ line }) => line)).toEqual([5]);
  });

  it('understands Chinese headings, whatever their brackets, units and widths', async () => {
    const bytes = await quoteWorkbook({
      headings: ['实例名称/ID', '开通/到期时间', '续费时长（月）', '官网价\n(USD)', '折后价 ＄'],
      rows: [['web-1\nabc-1', '2025-12-01 10:00:00\n2026-12-01 10:00:00', 3, 12, 11]],
    });

    expect((await quoteOf(bytes)).rows[0]).toMatchObject({
      resourceId: 'abc-1',
      name: 'web-1',
      expiry: { day: '2026-12-01', time: '10:00:00' },
      term: { unit: 'month', count: 3 },
      approved: { amount: '11', currency: 'USD' },
      verdict: null,
    });
  });

  it('takes the account’s default term only where the sheet has no column for terms', async () => {
    const year = { defaultTerm: { unit: 'year', count: 1 } } as const;
    const bare = await quoteWorkbook({
      headings: ['ID', 'Expires', 'List Price'],
      rows: [['abc', '2026-12-01', 5]],
    });

    const blank = await readRows([quoteRow({ term: null })], [], {}, year);

    expect((await quoteOf(bare, year)).rows[0]!.term).toEqual(year.defaultTerm);
    expect(verdictOf((await quoteOf(bare)).rows[0])).toContain('says no renewal term');
    expect(verdictOf(blank.rows[0])).toContain('Column "Renewal Duration": The cell is empty.');
  });

  it('names totals and notes, counts neither, and lets empty lines vanish', async () => {
    const quote = await readRows(
      [quoteRow(), [], [null, null, null, null, 12.5, 10], ['Total', null, null, null, 12.5]],
      [],
      { below: [['Prices do not include tax.'], [...QUOTE_HEADINGS]] },
    );

    expect(quote.rows).toHaveLength(1);
    expect(quote.loose.map(({ line, text }) => `${line}: ${text}`)).toEqual([
      '4: 12.5 | 10',
      '5: Total | 12.5',
      '6: Prices do not include tax.',
      `7: ${QUOTE_HEADINGS.join(' | ')}`,
    ]);
  });

  it('counts a row with an expiry but no id, or with an id but nothing else', async () => {
    const quote = await readRows([quoteRow({ id: null }), [quoteId(2)]]);

    expect(verdictOf(quote.rows[0])).toBe('invalid: Column "Resource ID": The cell is empty.');
    expect(verdictOf(quote.rows[1])).toContain('Column "Expires": The cell is empty.');
  });

  it('says of cells emptied by merging that they are merged', async () => {
    const quote = await readRows([quoteRow(), quoteRow({ id: quoteId(2) })], [], {
      merges: ['C2:C3'],
    });

    expect(verdictOf(quote.rows[1])).toBe(
      'invalid: Column "Expires": The cell is empty, because it is merged with others.',
    );
  });

  it('does not lose rows whose formulas were saved without results', async () => {
    const formula = { formula: 'A1' };
    const quote = await readRows([quoteRow({ id: formula, expires: formula, list: formula })]);

    expect(verdictOf(quote.rows[0])).toContain('a formula whose result was not saved');
  });

  it('takes the saved results of formulas, zero among them', async () => {
    const free = { formula: '1-1', result: 0 };

    const quote = await readRows([quoteRow({ discounted: free })]);

    expect(quote.rows[0]).toMatchObject({ approved: { amount: '0' }, verdict: null });
  });

  it('ignores hidden sheets and sheets without ids', async () => {
    const rows = [quoteRow()];
    const bytes = await quoteWorkbook(
      { name: 'Cover', headings: ['Approved by', 'Jane'], rows: [] },
      { headings: QUOTE_HEADINGS, rows },
      { headings: QUOTE_HEADINGS, rows: [quoteRow({ id: quoteId(9) })], state: 'hidden' },
      { headings: QUOTE_HEADINGS, rows: [quoteRow({ id: quoteId(8) })], state: 'veryHidden' },
    );

    const quote = await quoteOf(bytes);

    expect(quote.rows.map(({ sheet }) => sheet)).toEqual(['Sheet2']);
    expect(quote.approvedBy).toBe('Jane');
  });
});

describe('approval', () => {
  it('needs an explicit yes in every Approved column', async () => {
    const says = ['Yes', ' y ', true, 1, '✓', '已批准', 'no', 'x', null, 'pending', 'not approved'];
    const rows = says.map((word, at) => quoteRow({ id: quoteId(at) }, word, 'OK'));

    const quote = await readRows(
      [...rows, quoteRow({ id: quoteId(99) }, 'yes', '')],
      ['Approved?', '审批'],
    );

    const payable = quote.rows.map(({ verdict }) => verdict === null);
    expect(payable).toEqual([...says.map((_, at) => at < 6), false]);
    expect(verdictOf(quote.rows[6])).toBe('not approved: The Approved column does not say yes.');
  });

  it('leaves hidden rows alone unless the account wants them renewed', async () => {
    const rows = [{ cells: quoteRow(), hidden: true }] as const;

    const skipped = await readRows(rows);
    const wanted = await readRows(rows, [], {}, { hiddenRows: 'renew' });

    expect(verdictOf(skipped.rows[0])).toBe('not approved: The row is hidden or filtered out.');
    expect(verdictOf(wanted.rows[0])).toBe('payable');
  });

  it('comes before what is wrong with the row', async () => {
    const quote = await readRows([quoteRow({ list: 'x', discounted: 'x' }, 'no')], ['Approved']);

    expect(quote.rows[0]!.verdict!.outcome).toBe('not approved');
  });
});

describe('ceilings', () => {
  const rows = [quoteRow(), quoteRow({ id: quoteId(2) }), quoteRow({ id: quoteId(3) }, 'no')];

  it('reject a file with too many rows, saying how many', async () => {
    const bytes = await quoteWorkbook({ headings: [...QUOTE_HEADINGS, 'Approved'], rows });

    expect(await refusalOf(bytes, { maxRows: 2 })).toContain('has 3 rows, more than the 2');
  });

  it('reject a file whose payable rows add up to too much', async () => {
    const bytes = await quoteWorkbook({
      headings: [...QUOTE_HEADINGS, 'Approved'],
      rows: [
        quoteRow({}, 'yes'),
        quoteRow({ id: quoteId(2) }, 'yes'),
        quoteRow({ id: quoteId(3) }, 'no'),
      ],
    });

    expect(await refusalOf(bytes, { maxJobAmount: '19.99' })).toContain('20.00 USD');
    expect((await quoteOf(bytes, { maxJobAmount: '20' })).rows).toHaveLength(3);
  });

  it('make a single dear row invalid', async () => {
    const quote = await readRows([quoteRow()], [], {}, { maxRowAmount: '9.99' });

    expect(verdictOf(quote.rows[0])).toContain('10.00 USD is above the 9.99 USD');
  });
});

describe('a file without what it needs', () => {
  it.each([
    [
      ['Name', 'Expires', 'List Price'],
      'There is no column with resource ids: head it with one of',
    ],
    [['ID', 'Name', 'List Price'], 'Sheet "Sheet1" has no column with expiry dates'],
    [['ID', 'Expires', 'Name'], 'Sheet "Sheet1" has no column with prices'],
    [['ID', 'Expires', 'List Price', 'List Price'], 'two columns headed "List Price"'],
  ])('%j is rejected in one sentence', async (headings, sentence) => {
    const bytes = await quoteWorkbook({ headings, rows: [['a', 'b', 'c', 'd']] });

    expect(await refusalOf(bytes)).toContain(sentence);
  });

  it('such as rows is rejected', async () => {
    const bytes = await quoteWorkbook({ headings: QUOTE_HEADINGS, rows: [] });

    expect(await refusalOf(bytes)).toContain('no row under the headings');
  });
});
