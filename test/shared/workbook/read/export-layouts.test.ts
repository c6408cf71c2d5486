import { describe, expect, it } from 'vitest';
import { quoteId, quoteWorkbook, type SheetIn } from '../../../support/quote-workbook.ts';
import { quoteOf, verdictOf } from './reading.ts';

const EXPIRES = '2026-12-01 23:59:59';

const ENGLISH = {
  transactions: 'View by Transactions',
  instances: 'View by Instances',
  old: [
    'Resource Name',
    'Resource ID',
    'Product Type',
    'Region',
    'Expires',
    'Renewal Duration',
    'List Price (USD)',
    'Discounted Price (USD)',
  ],
  added: ['Product', 'Homing Relationship'],
  term: '1 month',
  total: 'Total',
};

const CHINESE: typeof ENGLISH = {
  transactions: '明细视图',
  instances: '实例视图',
  old: [
    '资源名称',
    '资源ID',
    '产品类型',
    '区域',
    '到期时间',
    '续费时长',
    '官网价(USD)',
    '优惠后价格(USD)',
  ],
  added: ['产品', '归属关系'],
  term: '1个月',
  total: '合计',
};

type Words = typeof ENGLISH;

function cells(words: Words, number: number): (string | number)[] {
  return [
    `vm-${number}`,
    quoteId(number),
    'ECS',
    'ap-southeast-1',
    EXPIRES,
    words.term,
    10 * number,
    9 * number,
  ];
}

/** The sheet whose columns never changed: one row per resource, a total that nothing names. */
function oldLayout(words: Words, name: string): SheetIn {
  return {
    name,
    headings: words.old,
    rows: [cells(words, 1), cells(words, 2), [null, null, null, null, null, null, 30, 27]],
  };
}

/** The sheet with two columns more, which ties a child to its instance. */
function newLayout(words: Words, name: string): SheetIn {
  const free = [...cells(words, 3).slice(0, 6), 0, 0];
  return {
    name,
    headings: [...words.added, ...words.old],
    rows: [
      ['ECS', null, ...cells(words, 1)],
      ['EVS', quoteId(1), ...free],
      ['ECS', null, ...cells(words, 2)],
      [words.total, null, null, null, null, null, null, null, 30, 27],
    ],
  };
}

/** Both sheets of an export, whichever of them has the old layout and whichever comes first. */
function exports(words: Words): (readonly [string, readonly SheetIn[]])[] {
  const { transactions, instances } = words;
  const englishText = [oldLayout(words, transactions), newLayout(words, instances)];
  const chineseText = [newLayout(words, transactions), oldLayout(words, instances)];
  return [englishText, chineseText].flatMap((sheets) =>
    [sheets, sheets.toReversed()].map(
      (one) => [one.map((sheet) => `${sheet.name}: ${sheet.headings[0]}`).join(', '), one] as const,
    ),
  );
}

describe('an export with the same resources on two sheets', () => {
  it.each([...exports(ENGLISH), ...exports(CHINESE)])('(%s) is read once', async (_, sheets) => {
    const quote = await quoteOf(await quoteWorkbook(...sheets));

    const rows = quote.rows.toSorted((a, b) => a.resourceId!.localeCompare(b.resourceId!));
    expect(rows.map(({ resourceId }) => resourceId)).toEqual([1, 2, 3].map(quoteId));
    expect(rows.map(verdictOf)).toEqual(['payable', 'payable', 'payable']);
    expect(rows.map(({ approved }) => approved!.amount)).toEqual(['9', '18', '0']);
    expect(rows.map(({ term }) => term)).toEqual(
      rows.map(() => ({ unit: 'month', count: 1 }) as const),
    );
    expect(new Set(quote.columns).size).toBe(10);
  });

  it.each([...exports(ENGLISH), ...exports(CHINESE)])(
    '(%s) has a total on each sheet, named or not, that is told and not counted',
    async (_, sheets) => {
      const quote = await quoteOf(await quoteWorkbook(...sheets));

      expect(quote.loose).toHaveLength(2);
      expect(quote.loose.map(({ text }) => text).every((text) => text.endsWith('30 | 27'))).toBe(
        true,
      );
    },
  );

  it('that prices an instance otherwise on the other sheet pays neither price', async () => {
    const other = newLayout(ENGLISH, 'View by Instances');
    const dearer = { ...other, rows: other.rows.map((row, at) => (at === 0 ? raised(row) : row)) };

    const quote = await quoteOf(
      await quoteWorkbook(oldLayout(ENGLISH, 'View by Transactions'), dearer),
    );

    expect(quote.rows.map(({ verdict }) => verdict?.outcome ?? 'payable')).toEqual([
      'invalid',
      'payable',
      'payable',
    ]);
    expect(verdictOf(quote.rows[0])).toContain('Says another price for this resource');
  });
});

function raised(row: SheetIn['rows'][number]): SheetIn['rows'][number] {
  const own = 'cells' in row ? row.cells : row;
  return [...own.slice(0, -1), 11];
}

describe('a total row', () => {
  it.each([
    ['that nothing names', [null, null, null, null, null, null, 30, 27]],
    ['named under the names', ['Total', null, null, null, null, null, 30, 27]],
    ['named under the ids', [null, 'Grand total', null, null, null, null, 30, 27]],
    ['named in Chinese', [null, '合计：', null, null, null, null, 30, 27]],
    ['named beside its figures', [null, null, null, null, null, 'Sum', 30, 27]],
    ['of formulas', [null, null, null, null, null, null, { formula: 'SUM(G2:G3)', result: 30 }]],
    ['of formulas saved without results', [null, null, null, null, null, null, { formula: 'G2' }]],
  ])('%s is never a row to be renewed', async (_, total) => {
    const sheet = oldLayout(ENGLISH, 'Renewals');
    const bytes = await quoteWorkbook({ ...sheet, rows: [...sheet.rows.slice(0, 2), total] });

    const quote = await quoteOf(bytes);

    expect(quote.rows.map(verdictOf)).toEqual(['payable', 'payable']);
    expect(quote.loose.map(({ line }) => line)).toEqual([4]);
  });
});
