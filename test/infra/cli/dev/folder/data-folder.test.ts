import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  checkProvider,
  dataFolder,
  historyPath,
  keepProvider,
  makeDataFolder,
} from '../../../../../infra/cli/dev/folder/data-folder.ts';
import { lockFolder } from '../../../../../infra/cli/dev/folder/folder-lock.ts';
import { prepareDev } from '../../../../../infra/cli/dev/prepare-dev.ts';
import {
  announceCloud,
  readRunningCloud,
  withdrawCloud,
} from '../../../../../infra/cli/dev/folder/running-cloud-file.ts';
import { SAMPLE_NAMES } from '../../../../../infra/cli/sample/sample-provider.ts';
import { runningSample } from '../running-sample.ts';

const NO_ARGUMENTS = { sample: null, data: null, world: null, accounts: null, yes: false };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

test('a folder is locked once, and the lock of a process that is gone is taken over', async () => {
  const folder = dataFolder(newFolder());
  const alive = process.ppid;
  writeFileSync(folder.lock, String(alive));
  expect(() => lockFolder(folder)).toThrow(
    `${folder.path} is in use by process ${alive}: end that`,
  );
  expect(readdirSync(folder.path)).toEqual(['lock']);

  writeFileSync(folder.lock, String(await deadPid()));
  const unlock = lockFolder(folder);
  expect(readFileSync(folder.lock, 'utf8')).toBe(String(process.pid));
  unlock();
  expect(readdirSync(folder.path)).toEqual([]);
});

test('jobs begun with the sandbox are never carried out with own accounts, nor the reverse', () => {
  const sandboxed = dataFolder(newFolder());
  keepProvider(sandboxed, 'sandbox');
  expect(() => {
    checkProvider(sandboxed, 'own accounts');
  }).toThrow('holds jobs of the sandbox, which your own accounts must not pay');

  const own = dataFolder(newFolder());
  keepProvider(own, 'own accounts');
  keepProvider(own, 'sandbox');
  expect(() => {
    checkProvider(own, 'sandbox');
  }).toThrow('holds jobs of your own accounts: give --accounts');
});

test('what is no folder, or cannot be one, is named', () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  expect(() => prepareDev({ ...NO_ARGUMENTS, data: file }, Date.now())).toThrow(
    `${file} is not a folder: name another one with --data.`,
  );
  expect(() => {
    makeDataFolder(dataFolder(join(file, 'below')));
  }).toThrow(`The folder ${join(file, 'below')} cannot be written`);
});

test.each([
  ['{', /^The world file .* is not JSON; see infra\/docs\/local-cloud\.md for its form\.$/u],
  ['{}', /accessKey is missing: write the access key as text\.$/u],
  [null, /^There is no world file .*: check the path\.$/u],
])('a world file with %j is refused before anything is made', (text, problem) => {
  const folder = newFolder();
  const world = join(folder, 'world.json');
  if (text !== null) writeFileSync(world, text);
  const data = join(folder, 'data');
  expect(() => prepareDev({ ...NO_ARGUMENTS, data, world }, Date.now())).toThrow(problem);
  expect(existsSync(data)).toBe(false);
});

test('a broken accounts file is refused before anything is made', () => {
  const folder = newFolder();
  const accounts = join(folder, 'accounts.json');
  writeFileSync(accounts, '[{"name": "main"}]');
  const data = join(folder, 'data');
  expect(() => prepareDev({ ...NO_ARGUMENTS, data, accounts }, Date.now())).toThrow(accounts);
  expect(existsSync(data)).toBe(false);
});

test('a world is for a new folder only', () => {
  const folder = dataFolder(newFolder());
  mkdirSync(folder.sandboxes);
  writeFileSync(historyPath(folder, 'main'), '');
  const command = { ...NO_ARGUMENTS, data: folder.path, world: 'w.json' };
  expect(() => prepareDev(command, Date.now())).toThrow(
    `${folder.path} has a world already: leave --world out, or use another --data.`,
  );
});

test('an account at the second provider is there where it is asked for, and from then on', async () => {
  const folder = dataFolder(newFolder());
  const names = (more: object): string[] =>
    prepareDev({ ...NO_ARGUMENTS, data: folder.path, ...more }, Date.now()).accounts.map(
      ({ name }) => name,
    );

  expect(names({})).toEqual(['main']);
  expect(names({ sample: 'alibaba' })).toEqual(['main', 'alibaba']);

  const command = { ...NO_ARGUMENTS, data: folder.path, sample: 'alibaba' as const };
  const opened = await prepareDev(command, Date.now()).open();
  onTestFinished(opened.close);
  expect(opened.accounts.map(({ provider }) => provider)).toEqual(['huawei', 'alibaba']);
  expect(readdirSync(folder.sandboxes).toSorted()).toEqual(['alibaba.jsonl', 'main.jsonl']);
  expect(readdirSync(folder.path)).toEqual(expect.arrayContaining(Object.values(SAMPLE_NAMES)));
  expect(names({})).toEqual(['main', 'alibaba']);
});

test('a world of the second provider brings its account along, and the first keeps its sample', async () => {
  const folder = dataFolder(newFolder());
  const world = join(folder.path, 'world.json');
  writeFileSync(
    world,
    JSON.stringify({ provider: 'alibaba', accessKey: 'AK', secretKey: 'SK', currency: 'CNY' }),
  );
  const opened = await prepareDev({ ...NO_ARGUMENTS, data: folder.path, world }, Date.now()).open();
  onTestFinished(opened.close);

  expect(opened.accounts.map(({ name, currency }) => `${name} ${currency}`)).toEqual([
    'main USD',
    'alibaba CNY',
  ]);
  expect(existsSync(folder.sampleQuotes.huawei)).toBe(true);
  expect(existsSync(folder.sampleQuotes.alibaba)).toBe(false);
});

function none(problem: string): object {
  return { kind: 'none', problem };
}

test('other commands find a cloud that is up, and none where its process is gone', async () => {
  const folder = dataFolder(newFolder());
  expect(readRunningCloud(folder.path)).toEqual(
    none(`No local cloud runs in ${folder.path}: start it with npm run dev.`),
  );
  announceCloud(folder, runningSample());
  expect(readRunningCloud(folder.path)).toEqual({ kind: 'running', cloud: runningSample() });
  announceCloud(folder, runningSample({ pid: await deadPid() }));
  expect(readRunningCloud(folder.path)).toEqual(
    none(`The local cloud in ${folder.path} was ended: start it again with npm run dev.`),
  );
  writeFileSync(folder.running, '{"version": 2}');
  expect(readRunningCloud(folder.path)).toMatchObject({ kind: 'none' });
  withdrawCloud(folder);
  expect(readdirSync(folder.path)).toEqual([]);
});
