import { describe, expect, it } from 'vitest';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import { ALIBABA } from '../../../../shared/providers/alibaba/traits.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { quoteWorkbook } from '../../../support/quote-workbook.ts';
import { verdictOf } from './reading.ts';

/** Rows under the headings of the second provider, as it is read for one of the two. */
async function rowsFor(traits: typeof ALIBABA, rows: readonly (readonly string[])[]) {
  const headings = ['域名', '产品', '到期时间', '续费时长', 'Approved Price'];
  const bytes = await quoteWorkbook({ headings, rows: rows.map((row) => [...row]) });
  const reading = await readQuote({ name: 'quote.xlsx', bytes }, testAccount(), traits);
  if (reading.kind === 'rejected') throw new Error(reading.reason.id);
  return reading.quote.rows;
}

const row = (id: string, product: string): readonly string[] => [
  id,
  product,
  '2026-12-20 23:59:59',
  '1 year',
  '12.00',
];

describe('a domain in Chinese', () => {
  it('is read where the provider has such names, as the clerk typed it', async () => {
    const rows = await rowsFor(ALIBABA, [row(' 例子.com ', '域名'), row('例子.中国', '')]);

    expect(rows.map(verdictOf)).toEqual(['payable', 'payable']);
    expect(rows.map(({ resourceId }) => resourceId)).toEqual(['例子.com', '例子.中国']);
  });

  it('is one with what it is encoded as', async () => {
    const rows = await rowsFor(ALIBABA, [row('例子.com', ''), row('xn--fsqu00a.com', '')]);

    expect(rows.map(verdictOf)).toEqual(['payable', 'invalid: Repeats line 2.']);
  });

  it('is no id where the provider has none', async () => {
    const [only] = await rowsFor(HUAWEI, [row('例子.com', '')]);

    expect(verdictOf(only)).toContain('invalid: ');
  });
});

describe('the product of a row', () => {
  it('is kept where it is known by that name', async () => {
    const rows = await rowsFor(ALIBABA, [
      row('i-1', 'ECS'),
      row('i-2', 'c6.large'),
      row('i-3', ''),
    ]);

    expect(rows.map(({ product }) => product)).toEqual(['ECS', undefined, undefined]);
  });

  it('is nothing to a provider that renews all products in one way', async () => {
    const [only] = await rowsFor(HUAWEI, [row('i-1', 'ECS')]);

    expect(only).not.toHaveProperty('product');
  });
});
