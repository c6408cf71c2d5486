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

function become(heading: string, contents: readonly CellIn[]): Expected {
  const known = understandColumn(heading, contents.map(cell), knownNames({}));
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
