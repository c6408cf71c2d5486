import { expect, test } from 'vitest';
import { readCounted } from '../bench/cost/counted.ts';
import { PAGE } from '../bench/cost/page.ts';
import { pageOf } from '../bench/cost/write-page.ts';
import { textOf } from '../support/pages.ts';
import { Synthesized } from './synthesized.ts';

test('the page on cost and scale is what the code makes of the counts: npm run bench -- --cost', async () => {
  expect(await pageOf(readCounted(), new Synthesized())).toBe(textOf(PAGE));
});
