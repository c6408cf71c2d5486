import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/constructs/code/bundle-functions.ts';
import { functionEntries } from '../../infra/constructs/code/function-names.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const bundle = join(folder, 'renew-chunk/index.mjs');

beforeAll(async () => {
  await bundleFunctions({ 'renew-chunk': functionEntries()['renew-chunk'] }, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the function that pays carries no workbook library', () => {
  const { sources } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as { sources: string[] };
  const libraries = sources.filter((source) => /node_modules\/(?:exceljs|hucre)\//u.test(source));

  expect(sources.some((source) => source.endsWith('functions/renew-chunk/handler.ts'))).toBe(true);
  expect(libraries).toEqual([]);
});

test('the function that pays stays under 500 KB, for it starts cold with money waiting', () => {
  expect(statSync(bundle).size).toBeLessThan(500 * 1024);
});
