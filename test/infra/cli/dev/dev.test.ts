import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endAll, startProcess } from '../../../support/child-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'renewsheet-dev-'));
const data = join(folder, 'data');

afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

test('npm run dev comes up with a sample for people, has its folder for itself, and Ctrl-C ends it with 0', async () => {
  const dev = startProcess('infra/cli/renewsheet.ts', ['dev', '--data', data]);
  await dev.says('To try the sample: cp ');
  const second = startProcess('infra/cli/renewsheet.ts', ['dev', '--data', data]);

  expect(await second.ended).toBe(1);
  expect(second.err()).toBe(
    `${data} is in use by process ${dev.child.pid}: end that first, or use another --data.\n`,
  );
  expect(existsSync(join(data, 'running.json'))).toBe(true);
  expect(dev.out()).toMatch(
    /^\d\d:\d\d:\d\d SANDBOX: account main at http:\/\/127\.0\.0\.1:\d+; no real money\.\n/u,
  );
  dev.child.kill('SIGINT');
  expect(await dev.ended).toBe(0);
  expect(dev.err()).toBe('');
  expect(readdirSync(data).toSorted()).toEqual([
    'about.json',
    'cloud',
    'drop',
    'sample-quote.xlsx',
    'sandbox',
  ]);
});
