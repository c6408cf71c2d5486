import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  checkExitCode,
  type CheckRunAnswer,
  checkText,
} from '../../../../infra/cli/start/check-run.ts';
import { noOutcomes } from '../../../../shared/renewal/outcome.ts';
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

const ANSWER: CheckRunAnswer = {
  checkId: 'c1',
  state: 'would run',
  reason: null,
  rows: 2,
  outcomes: { ...noOutcomes(), renewed: 2 },
  approved: { USD: '20.00' },
  needed: { USD: '20.00' },
  balance: { USD: '50.00' },
  missing: null,
  results: '/out/a.check.xlsx',
  repriced: null,
};

test.each<[Partial<CheckRunAnswer>, RegExp]>([
  [{}, /carried out\.\n2 rows, .*\nIn the file 20\.00 USD; .*; the balance is 50\.00 USD\.\n/u],
  [
    { balance: { USD: '5.00' }, missing: { USD: '15.00' } },
    /carried out until the balance is used up, and suspended then\.\n[^]*15\.00 USD would be missing\.\n/u,
  ],
  [{ state: 'would be suspended', reason: 'Frozen.' }, /would be suspended\. Frozen\.\n/u],
  [{ state: 'not known', balance: null }, /is not known\.\n[^]*the balance is not known\.\n/u],
])('a dry run is told as what would happen: %o', (more, says) => {
  const text = checkText({ ...ANSWER, ...more });

  expect(text).toContain('Dry run: nothing was ordered or paid.');
  expect(text).toMatch(says);
});
