import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkExitCode } from '../../../../infra/cli/start/check-run.ts';
import { openBucket } from '../../../../infra/cli/jobs/cloud/open-bucket.ts';
import { type Asked, readArguments } from '../../../../infra/cli/read-arguments.ts';
import { problemOf } from '../problem-of.ts';

const NOWHERE = { bucket: null, profile: null, region: null, data: null };

const read = (...args: readonly string[]): Asked => readArguments(['jobs', ...args], 'ada');

test('check FILE and export --from FILE are one and the same, export ACCOUNT is not', () => {
  expect(read('check', 'a.xlsx')).toMatchObject({ kind: 'check', command: { file: 'a.xlsx' } });
  expect(read('export', 'main')).toMatchObject({ kind: 'jobs' });
  expect(read('export', '--from', 'a.xlsx')).toEqual(read('check', 'a.xlsx'));
  expect(read('--from', 'a.xlsx', 'export')).toEqual(read('check', 'a.xlsx'));
});

test('the workbooks go to ./out and the local cloud is asked unless something else is said', () => {
  expect(read('check', 'a.xlsx')).toEqual({
    kind: 'check',
    command: { file: 'a.xlsx', account: null, out: 'out', json: false, where: NOWHERE },
  });
  expect(
    read('check', 'a.xlsx', '--bucket', 'b', '--region', 'r', '--account', 'main'),
  ).toMatchObject({
    command: { account: 'main', where: { ...NOWHERE, bucket: 'b', region: 'r' } },
  });
});

test.each([
  [['check'], 'check takes one file.'],
  [['check', 'a.xlsx', 'b.xlsx'], 'check takes one file.'],
  [['check', 'a.xlsx', '--bogus'], "Unknown option '--bogus'."],
  [['check', 'a.xlsx', '--bucket', 'b', '--local'], '--bucket is for AWS'],
  [['check', 'a.xlsx', '--region', 'r'], 'name the bucket with --bucket'],
])('says in a sentence what is wrong with %j', (args, problem) => {
  expect(problemOf('jobs', ...args)).toContain(problem);
});

test('without a local cloud that runs it says how to start one, and how to name the bucket of AWS', () => {
  const data = mkdtempSync(join(tmpdir(), 'no-cloud-'));
  onTestFinished(() => {
    rmSync(data, { recursive: true });
  });

  expect(() => openBucket({ ...NOWHERE, data })).toThrow(/npm run dev.*--bucket/u);
});

test('the exit code is the one that carrying the file out would have had', () => {
  expect(checkExitCode('would run')).toBe(0);
  expect(checkExitCode('would be rejected')).toBe(2);
  expect(checkExitCode('would be suspended')).toBe(3);
  expect(checkExitCode('not known')).toBe(1);
});
