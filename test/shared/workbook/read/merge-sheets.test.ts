import { describe, expect, it } from 'vitest';
import {
  QUOTE_HEADINGS,
  quoteId,
  quoteRow,
  quoteWorkbook,
} from '../../../support/quote-workbook.ts';
import { quoteOf, readRows, verdictOf } from './reading.ts';

const headings = QUOTE_HEADINGS;

describe('a resource on two sheets', () => {
  it('is one row, that of the first sheet, under the headings of both', async () => {
    const more = ['Note', ...headings];
    const bytes = await quoteWorkbook(
      { headings, rows: [quoteRow({ id: 'ABC-1' })] },
      {
        headings: more,
        rows: [
          ['moved', ...quoteRow({ id: 'abc-1' })],
          ['new', ...quoteRow()],
        ],
      },
    );

    const quote = await quoteOf(bytes);

    expect(quote.columns).toEqual([...headings, 'Note']);
    expect(quote.rows.map(({ sheet, resourceId }) => [sheet, resourceId])).toEqual([
      ['Sheet1', 'ABC-1'],
      ['Sheet2', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1'],
    ]);
    expect(quote.rows[1]!.cells.at(-1)).toEqual({ kind: 'text', text: 'new' });
    expect(quote.rows.map(verdictOf)).toEqual(['payable', 'payable']);
  });

  it.each([
    ['price', { discounted: 11 }],
    ['term', { term: '1 year' }],
    ['expiry date', { expires: '2026-12-02 23:59:59' }],
    ['price', { discounted: 'EUR 10' }],
  ])('is invalid where the sheets say another %s', async (what, different) => {
    const bytes = await quoteWorkbook(
      { headings, rows: [quoteRow()] },
      { headings, rows: [quoteRow(different)] },
    );

    const quote = await quoteOf(bytes);

    expect(quote.rows.map(verdictOf)).toEqual([
      `invalid: Says another ${what} for this resource than line 2 of sheet "Sheet2".`,
    ]);
  });

  it('is not approved where one of them says no, hides it, or nobody says yes', async () => {
    const asked = [...headings, 'Approved'];
    const bytes = await quoteWorkbook(
      { headings, rows: [1, 2, 3, 4].map((id) => quoteRow({ id: quoteId(id) })) },
      {
        headings: asked,
        rows: [
          quoteRow({ id: quoteId(1) }, 'yes'),
          quoteRow({ id: quoteId(2) }, 'no'),
          { cells: quoteRow({ id: quoteId(3) }, 'yes'), hidden: true },
        ],
      },
    );

    expect((await quoteOf(bytes)).rows.map(verdictOf)).toEqual([
      'payable',
      'not approved: The Approved column of sheet "Sheet2" does not say yes.',
      'not approved: The row is hidden or filtered out on sheet "Sheet2".',
      'not approved: No Approved column says yes for this resource.',
    ]);
  });

  it('keeps rows of an incomplete sheet that no complete one has', async () => {
    const bytes = await quoteWorkbook(
      {
        headings: ['ID', 'Name'],
        rows: [
          [quoteId(1), 'a'],
          [quoteId(2), 'b'],
        ],
      },
      { headings, rows: [quoteRow({ id: quoteId(1) })] },
    );

    expect((await quoteOf(bytes)).rows.map(verdictOf)).toEqual([
      'payable',
      expect.stringContaining('invalid: The sheet has no column with expiry dates.'),
    ]);
  });
});

describe('a resource twice on one sheet', () => {
  it('counts once where the lines say the same', async () => {
    const quote = await readRows([quoteRow(), quoteRow(), quoteRow()]);

    expect(quote.rows.map(verdictOf)).toEqual([
      'payable',
      'invalid: Repeats line 2.',
      'invalid: Repeats line 2.',
    ]);
  });

  it('is the same with other capitals or without the dashes of a UUID', async () => {
    const dashed = 'AAAAAAAA-aaaa-aaaa-aaaa-aaaaaaaaaaa1';

    const quote = await readRows([quoteRow(), quoteRow({ id: dashed })]);

    expect(verdictOf(quote.rows[1])).toBe('invalid: Repeats line 2.');
  });

  it('is invalid on every line where they contradict each other', async () => {
    const quote = await readRows([quoteRow(), quoteRow(), quoteRow({ discounted: 11 })]);

    expect(quote.rows.map(verdictOf)).toEqual([
      'invalid: Says another price for this resource than line 4.',
      'invalid: Says another price for this resource than line 4.',
      'invalid: Says another price for this resource than line 2.',
    ]);
  });

  it('is invalid where one line is approved and the other is not', async () => {
    const quote = await readRows([quoteRow({}, 'yes'), quoteRow({}, 'no')], ['Approved']);

    expect(quote.rows.map(verdictOf)).toEqual([
      'invalid: Says another approval for this resource than line 3.',
      'not approved: The Approved column does not say yes.',
    ]);
  });

  it('is payable where the repetition is hidden', async () => {
    const hidden = { cells: quoteRow({ discounted: 11 }), hidden: true } as const;

    const quote = await readRows([hidden, quoteRow()]);

    expect(quote.rows.map(({ verdict }) => verdict?.outcome)).toEqual(['not approved', undefined]);
  });
});

describe('a quote of ours whose column of approvals is gone approves nothing', () => {
  const rows = [quoteRow()];
  const prices = (heading: string): readonly string[] => [...headings.slice(0, -1), heading];

  it.each([
    ['with prices to approve', [{ headings: prices('Price to approve (USD)'), rows }]],
    ['with prices to approve in Chinese', [{ headings: prices('待批准价格（USD）'), rows }]],
    [
      'under the line of what is approved so far',
      [{ above: [['Approved so far (USD)', 0, 0]], headings, rows }],
    ],
    [
      'behind a cover',
      [
        { name: 'Cover', headings: ['Renewal quote'], rows: [] },
        { headings, rows },
      ],
    ],
    [
      'behind 封面',
      [
        { name: '封面', headings: ['续费报价单'], rows: [] },
        { headings, rows },
      ],
    ],
    [
      'beside columns that a retry file adds',
      [
        {
          headings: [...headings, 'Was (USD)', 'Change'],
          rows: [quoteRow({}, 9, 0.1)],
        },
      ],
    ],
    [
      'beside columns that a review file adds in Chinese',
      [
        {
          headings: ['下一步', '处理结果', ...headings],
          rows: [['请修改', '无效', ...quoteRow()]],
        },
      ],
    ],
    [
      'with what a retry file begins with',
      [
        { name: 'About', headings: ['Rows worth another try'], rows: [] },
        { headings, rows },
      ],
    ],
  ])('%s', async (_, sheets) => {
    const quote = await quoteOf(await quoteWorkbook(...sheets));

    expect(quote.rows.map(verdictOf)).toEqual([
      'not approved: The quote asks for an approval, and no column of it gives one.',
    ]);
  });

  it('and is told from any other file without one', async () => {
    const cover = { name: 'Cover', headings: ['December renewals'], rows: [] };
    const quote = await quoteOf(await quoteWorkbook(cover, { headings, rows }));

    expect(quote.rows.map(verdictOf)).toEqual(['payable']);
  });
});
