import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { NotReadAsMeant } from '../../../../shared/workbook/again/write-forms.ts';
import { retryRows } from '../../../../shared/workbook/again/which-rows.ts';
import { writeRetry } from '../../../../shared/workbook/again/write-retry.ts';
import { knownNames } from '../../../../shared/workbook/read/heading-key.ts';
import {
  quoteId,
  quoteRow,
  QUOTE_HEADINGS,
  type RowIn,
  type SheetIn,
} from '../../../support/quote-workbook.ts';
import { quoteOf } from '../read/reading.ts';
import { zippedTexts } from '../results/results-parts.ts';
import { type Fate, linesOf, readAs, reportOn, retryOf } from './handing-back.ts';

const HEADINGS = [...QUOTE_HEADINGS, 'Approved', 'Cost centre'];

function rows(count: number, ...more: readonly (string | null)[]): readonly RowIn[] {
  return Array.from({ length: count }, (_, at) => [
    ...quoteRow({ id: quoteId(at + 1), name: `web-${at + 1}` }),
    ...more,
  ]);
}

const SHEET: SheetIn = { headings: HEADINGS, rows: rows(4, 'yes', 'CC-7') };
const FATES: readonly Fate[] = [
  ['renewed'],
  ['not attempted'],
  ['held: price changed', '12.00'],
  ['needs review'],
];

describe('the retry file of a job', () => {
  test('has the rows worth another try, the dearer ones first and without a yes', async () => {
    expect(await readAs(await retryOf(await reportOn([SHEET], FATES)))).toEqual([
      '03: 12 for 1 month, not approved',
      '02: 10 for 1 month, approved',
    ]);
  });

  test('has them in the columns of the upload, with what a price was and how it changed', async () => {
    const lines = await linesOf(await retryOf(await reportOn([SHEET], FATES)), 'Quote');

    expect(lines).toEqual([
      ['Approved so far (USD)', 1, 10],
      [
        'Resource ID',
        'Resource Name',
        'Discounted Price',
        'Approved',
        'Was (USD)',
        'Change',
        'Expires',
        'Renewal Duration',
        'List Price',
        'Cost centre',
      ],
      [
        quoteId(3),
        'web-3',
        12,
        null,
        10,
        expect.closeTo(0.2),
        '2026-12-01 23:59:59',
        '1 month',
        12.5,
        'CC-7',
      ],
      [quoteId(2), 'web-2', 10, 'yes', null, null, '2026-12-01 23:59:59', '1 month', 12.5, 'CC-7'],
    ]);
  });

  test('carries approver and reference on', async () => {
    const above = [['Approved by', 'Chen Wei'], ['Reference: PO-7']];
    const { approvedBy, reference } = await quoteOf(
      await retryOf(await reportOn([{ ...SHEET, above }], FATES)),
    );

    expect([approvedBy, reference]).toEqual(['Chen Wei', 'PO-7']);
  });

  test('has a sheet before them that is told of as ours when it comes back', async () => {
    const { unread } = await quoteOf(await retryOf(await reportOn([SHEET], FATES)));

    expect(unread?.map(({ sheet, reason: { id } }) => [sheet, id])).toEqual([
      ['About', 'sheet-of-ours'],
    ]);
  });

  test.each([
    ['yes', 'choose yes in', 'Blank is a no.'],
    ['Y', 'choose Y in', 'Blank is a no.'],
    ['同意', 'choose 同意 in', 'Blank is a 否.'],
  ])('tells to choose the word that its cells take: %s', async (yes, choose, blank) => {
    const bytes = await retryOf(
      await reportOn([{ headings: HEADINGS, rows: rows(4, yes, 'CC-7') }], FATES),
    );
    const texts = (await linesOf(bytes, 'About')).flat().join('\n');
    const sheetPart = new Map(zippedTexts(bytes)).get('xl/worksheets/sheet2.xml') ?? '';

    expect(texts).toContain(choose);
    expect(texts).toContain(blank);
    expect(/<formula1>&quot;([^,]+),/u.exec(sheetPart)?.[1]).toBe(yes);
  });

  test('names no approver where nothing in it is approved', async () => {
    const above = [['Approved by', 'Chen Wei'], ['Reference: PO-7']];
    const held: readonly Fate[] = [['held: price changed', '12.00']];
    const { approvedBy, reference } = await quoteOf(
      await retryOf(await reportOn([{ ...SHEET, above }], held)),
    );

    expect([approvedBy, reference]).toEqual([null, 'PO-7']);
  });

  test('has room above its columns for what is approved so far, however narrow they are', async () => {
    const narrow = rows(4).map((row) => ('cells' in row ? row.cells : row));
    const short = narrow.map((row, at) => [`vm-${at}`, null, ...row.slice(2)]);
    const sheet = { headings: QUOTE_HEADINGS, rows: short };
    const bytes = await retryOf(await reportOn([sheet], FATES));
    const sheetPart = new Map(zippedTexts(bytes)).get('xl/worksheets/sheet2.xml') ?? '';
    const widths = [...sheetPart.matchAll(/<col min="(\d)" max="(\d)" width="([\d.]+)"/gu)];
    const widthOf = (column: number): number =>
      Number(widths.find(([, from, to]) => Number(from) <= column && column <= Number(to))?.[3]);
    const label = 'Approved so far (USD)';

    expect((await linesOf(bytes, 'Quote'))[0]?.[0]).toBe(label);
    expect(widthOf(1)).toBeGreaterThan(label.length + 3);
    expect(widthOf(3)).toBeGreaterThan('12,345,678.90'.length + 3);
  });

  test('asks for a yes anew where the upload had no column for it', async () => {
    const sheet = { headings: QUOTE_HEADINGS, rows: rows(4) };

    expect(await readAs(await retryOf(await reportOn([sheet], FATES)))).toEqual([
      '03: 12 for 1 month, not approved',
      '02: 10 for 1 month, approved',
    ]);
  });

  test('keeps a price and asks for a yes where it is not known what a held row costs', async () => {
    const report = await reportOn([SHEET], [['held: price changed']]);

    expect(await readAs(await retryOf(report))).toHaveLength(4);
    expect((await readAs(await retryOf(report)))[0]).toBe('01: 10 for 1 month, not approved');
  });

  test('is made again of a retry file, without what the first one had added', async () => {
    const first = await quoteOf(await retryOf(await reportOn([SHEET], FATES)));
    const report = await reportOn([SHEET], FATES, {
      columns: first.columns,
      rows: first.rows.map((row) => ({
        row: { ...row, verdict: null },
        outcome: { ...retryOutcome, order: null },
        price: { amount: '13', currency: 'USD' },
      })),
    });
    const again = await retryOf(report);
    const [, headings = []] = await linesOf(again, 'Quote');

    expect(headings.filter((heading) => String(heading).startsWith('Was'))).toHaveLength(1);
    expect(await readAs(again)).toEqual([
      '03: 13 for 1 month, not approved',
      '02: 13 for 1 month, not approved',
    ]);
  });
});

const retryOutcome = {
  outcome: 'held: price changed',
  reason: { id: 'as-told', values: { reason: 'It is dearer.', advice: '' } },
  code: null,
  paid: null,
  newExpiry: null,
} as const;

describe('files whose rows would be read otherwise alone', () => {
  test('a date that only the others tell the order of is written out', async () => {
    const dated = ['13/12/2026', '05/12/2026', '06/12/2026', '14/12/2026'].map((expires, at) =>
      quoteRow({ id: quoteId(at + 1), expires }, 'yes'),
    );
    const sheet = { headings: [...QUOTE_HEADINGS, 'Approved'], rows: dated };
    const retry = await retryOf(await reportOn([sheet], FATES));

    expect((await quoteOf(retry)).rows.map(({ expiry }) => expiry?.day)).toEqual([
      '2026-12-06',
      '2026-12-05',
    ]);
    expect((await linesOf(retry, 'Quote'))[1]).toContain('Expires (Asia/Shanghai)');
  });

  test.each<readonly [string, SheetIn]>([
    [
      'headings in Chinese',
      {
        headings: ['实例名称/ID', '到期时间', '续费时长', '折后价', '是否批准', '成本中心'],
        rows: [1, 2, 3, 4].map((at) => [
          `web-${at}\n${quoteId(at)}`,
          '2026年12月1日',
          '1个月',
          10,
          '是',
          '研发',
        ]),
      },
    ],
    [
      'two columns that decide',
      {
        headings: [...QUOTE_HEADINGS, 'Approved', 'Decision'],
        rows: [1, 2, 3, 4].map((at) => quoteRow({ id: quoteId(at) }, 'Y', 'approved')),
      },
    ],
    [
      'an approved price of its own',
      {
        headings: [...QUOTE_HEADINGS, 'Approved price (USD)', 'Approved'],
        rows: [1, 2, 3, 4].map((at) => quoteRow({ id: quoteId(at), list: 99 }, '10.00', 'yes')),
      },
    ],
    [
      'a group over its prices',
      {
        above: [['', '', '', '', 'Price', 'Price', 'Approved']],
        headings: [
          'Resource ID',
          'Resource Name',
          'Expires',
          'Renewal Duration',
          'List',
          'Discounted',
          'Yes/No',
        ],
        rows: rows(4, 'yes'),
      },
    ],
    [
      'a list price where no discounted one stands',
      {
        headings: HEADINGS,
        rows: [1, 2, 3, 4].map((at) =>
          quoteRow({ id: quoteId(at), list: 10, discounted: null }, 'yes', 'CC-1'),
        ),
      },
    ],
  ])('%s', async (_, sheet) => {
    const retry = await retryOf(await reportOn([sheet], FATES));

    expect(await readAs(retry)).toEqual([
      '03: 12 for 1 month, not approved',
      '02: 10 for 1 month, approved',
    ]);
  });

  test('sheets in two languages come back as one, with one column for each of what they say', async () => {
    const report = await reportOn(
      [
        { ...SHEET, name: 'A' },
        {
          name: 'B',
          headings: ['实例ID', '到期时间', '续费时长', '批准价格', '批准', '成本中心'],
          rows: [[quoteId(9), '2026-12-03', '1个月', 10, '是', 'CC-9']],
        },
      ],
      [['not attempted']],
    );
    const retry = await retryOf(report);
    const headings = (await linesOf(retry, 'Quote')).find((line) => line.includes('Approved'))!;

    expect(await readAs(retry)).toHaveLength(5);
    expect(headings).not.toContain('批准');
    expect(headings).toContain('成本中心');
  });

  test('rows of several sheets stand on one', async () => {
    const report = await reportOn(
      [
        { ...SHEET, name: 'A' },
        {
          name: 'B',
          headings: ['Resource ID', 'Expires', 'Period (months)', 'Approved price', 'Approved'],
          rows: [[quoteId(9), '2026-12-03', 1, 10, 'yes']],
        },
      ],
      [['not attempted']],
    );

    expect(await readAs(await retryOf(report))).toHaveLength(5);
    expect(new Set((await readAs(await retryOf(report))).map((text) => text.slice(4)))).toEqual(
      new Set(['10 for 1 month, approved']),
    );
  });

  test('nothing is handed back that would be read as anything else', async () => {
    const report = await reportOn([SHEET], FATES);
    const other = await reportOn([SHEET], [['not attempted']]);
    const wrong = async (): Promise<never> =>
      await Promise.resolve({ kind: 'quote', quote: { ...other, loose: [] } } as never);
    const write = writeRetry(report, retryRows(report), knownNames({}), wrong);

    await expect(write).rejects.toBeInstanceOf(NotReadAsMeant);
  });
});

test.each(['suspended', 'rejected'] as const)(
  'a job that is %s has no rows worth another try',
  async (status) => {
    expect(retryRows(await reportOn([SHEET], FATES, { status }))).toEqual([]);
  },
);

test('only approvals, durations and notes of a retry file can be changed, without a password', async () => {
  const sheet = {
    headings: [...QUOTE_HEADINGS, 'Approved', 'Note', 'Team'],
    rows: [1, 2].map((at) => quoteRow({ id: quoteId(at) }, 'yes', 'see Ada', 'A')),
  };
  const bytes = await retryOf(await reportOn([sheet], [['not attempted']]));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const quote = sheets.find(({ name }) => name === 'Quote')!;
  const headings = quote.rows[1]!.map(String);
  const open = headings.filter((_, at) => {
    const protection = quote.cells?.get(`2,${at}`)?.style?.protection;
    return protection?.locked === false;
  });

  expect(open).toEqual(['Approved', 'Renewal Duration', 'Note']);
  expect(zippedTexts(bytes).get('xl/worksheets/sheet2.xml')).toMatch(
    /<\/sheetData><sheetProtection sheet="1"(?![^>]*password)/u,
  );
});
