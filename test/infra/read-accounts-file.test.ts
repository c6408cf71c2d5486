import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAccountsFile } from '../../infra/read-accounts-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
const file = join(folder, 'accounts.json');

afterAll(() => rmSync(folder, { recursive: true }));

function problemOf(text: string): string {
  writeFileSync(file, text);
  const reading = readAccountsFile(file, { keys: 'required' });
  return reading.kind === 'unreadable' ? reading.problem : 'none';
}

test('the accounts of the repository can be deployed as they are', () => {
  const reading = readAccountsFile('infra/accounts.json', { keys: 'forbidden' });

  expect(reading).toMatchObject({ kind: 'accounts', accounts: [{ name: 'main' }], keys: {} });
});

test('a missing file is told by its name', () => {
  expect(readAccountsFile('nowhere.json', { keys: 'ignored' })).toEqual({
    kind: 'unreadable',
    problem: 'nowhere.json: There is no such file to read.',
  });
});

test('a file that is no JSON is told by its line, and no key of it is shown', () => {
  expect(problemOf('[\n{"secretKey": "PLANTED" "name"}]')).toBe(
    `${file}: The file is not JSON, see line 2.`,
  );
  expect(problemOf('[{"secretKey": "PLANTED"')).not.toContain('PLANTED');
  expect(problemOf('')).toBe(`${file}: The file is not JSON: it ends too early.`);
});

test('a mistake in a file is told with its name', () => {
  expect(problemOf('[]')).toBe(
    `${file}: The file must be a JSON array with at least one account in it.`,
  );
});
