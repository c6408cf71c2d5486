import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  dataFolder,
  keepProvider,
  type Provider,
} from '../../../../infra/cli/dev/folder/data-folder.ts';
import { resetWorld } from '../../../../infra/cli/world/reset-world.ts';

const NOW = new Date('2026-11-29T10:20:30Z');

/** A folder in which a local cloud was up. */
function begun(provider: Provider | null): string {
  const data = mkdtempSync(join(tmpdir(), 'renewsheet-reset-'));
  onTestFinished(() => {
    rmSync(data, { recursive: true, force: true });
  });
  const folder = dataFolder(data);
  for (const path of [folder.cloud, folder.sandboxes, join(folder.drop, 'approved/main')]) {
    mkdirSync(path, { recursive: true });
  }
  writeFileSync(join(folder.drop, 'approved/main/a.csv'), 'mine');
  writeFileSync(folder.cloudReady, '');
  if (provider !== null) keepProvider(folder, provider);
  return data;
}

test('a reset forgets the world and its jobs, and puts the files of people aside', () => {
  const data = begun('sandbox');
  const lines = resetWorld(data, NOW);

  expect(lines[0]).toContain('has forgotten everything; npm run dev begins anew.');
  expect(lines[1]).toBe('Its files are kept in drop-20261129T102030/.');
  expect(readdirSync(data).toSorted()).toEqual(['about.json', 'drop-20261129T102030']);
  expect(existsSync(join(data, 'drop-20261129T102030/approved/main/a.csv'))).toBe(true);
});

test.each<readonly [string, Provider | null, string]>([
  ['of real accounts, whose jobs are the record of what was paid', 'own accounts', 'not reset'],
  ['that is none of a local cloud', null, 'nothing to reset'],
])('a folder %s is left as it is', (_, provider, problem) => {
  const data = begun(provider);
  const before = readdirSync(data);

  expect(() => resetWorld(data, NOW)).toThrow(problem);
  expect(readdirSync(data)).toEqual(before);
});

test('nothing is reset while the cloud is up', () => {
  const data = begun('sandbox');
  // Another process that is surely there.
  writeFileSync(dataFolder(data).lock, String(process.ppid));

  expect(() => resetWorld(data, NOW)).toThrow(`is in use by process ${process.ppid}`);
  expect(existsSync(dataFolder(data).cloudReady)).toBe(true);
});
