import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/imports-of.ts';
import { formattedPage, STATE_PAGE } from './draw.ts';

test('the pictures of states are those of the tables: npm run pictures draws them anew', async () => {
  expect(readFileSync(join(PROJECT, STATE_PAGE), 'utf8')).toBe(await formattedPage());
});
