import { expect, it } from 'vitest';
import type { Cell } from '../../../../shared/jobs/quote.ts';
import { knownNames } from '../../../../shared/workbook/read/heading-key.ts';
import { understandColumn } from '../../../../shared/workbook/read/understand-column.ts';
import type { CellIn } from '../../../support/quote-workbook.ts';
import { CONTENTS, type Expected, HEADING_CASES } from '../../../samples/quotes/headings.ts';

function cell(content: CellIn): Cell {
  if (typeof content === 'string') return { kind: 'text', text: content };
  if (typeof content === 'number') return { kind: 'number', number: content, format: null };
  return { kind: 'empty' };
}

function become(
  heading: string,
  contents: readonly CellIn[],
  groups: readonly string[] = [],
): Expected {
  const known = understandColumn(heading, contents.map(cell), knownNames({}), groups);
  return known.kind === 'understood' ? `understood as ${known.meaning}` : known.kind;
}

const WALK = HEADING_CASES.flatMap(([expected, contents, headings]) =>
  headings.flatMap((heading) => contents.map((content) => ({ heading, content, expected }))),
);

it('is walked over some hundred headings, with whatever may stand under them', () => {
  const headings = new Set(WALK.map(({ heading }) => heading));

  expect(headings.size).toBeGreaterThan(300);
  expect(WALK.length).toBeGreaterThan(1000);
});

it('makes of every column what a careful clerk makes of it', () => {
  const otherwise = WALK.map(({ heading, content, expected }) => {
    const became = become(heading, CONTENTS[content]);
    return became === expected ? null : `"${heading}" over ${content}: ${became}, not ${expected}`;
  });

  expect(otherwise.filter((each) => each !== null)).toEqual([]);
});

it.each([
  ['成本中心', '财务', ['研发', '销售', '市场'], 'harmless'],
  ['成本中心', '费用', ['研发', '销售', '市场'], 'harmless'],
  ['Cost centre', 'Finance', ['CC-1', 'CC-2', 'CC-1'], 'harmless'],
  ['Cost centre', 'Costs', ['CC-1', 'CC-2', 'CC-1'], 'harmless'],
  ['Level', 'Price', [12.5, 13.5, 14], 'refused'],
  ['Team', 'Cost', ['USD 12.50', 'USD 13.50', 'USD 14.00'], 'refused'],
  ['负责人', '是否确认', ['王芳', '', '李雷'], 'refused'],
  ['2027', 'Price', [12.5, 13.5, 14], 'refused'],
] as const)('takes %s under %s, which spans several columns, for what its cells are', (...each) => {
  const [heading, group, contents, expected] = each;

  expect(become(heading, contents, [group])).toBe(expected);
});

it.each([
  ['Aproved Price', [12.5, 13.5], 'price'],
  ['Aproved Price', ['yes', 'no'], 'decision'],
  ['审批金额合计', [12.5, 13.5], 'price'],
  ['Aproved', ['yes', 'no'], 'decision'],
] as const)('refuses %s for what stands under it, so that it is called right', (...each) => {
  const [heading, contents, look] = each;

  expect(understandColumn(heading, contents.map(cell), knownNames({}))).toMatchObject({
    kind: 'refused',
    look,
  });
});
