import { describe, expect, test } from 'vitest';
import {
  APPROVED,
  CHECK,
  checkKey,
  planKey,
  readDroppedKey,
  repricedKey,
  resultsKey,
  retryKey,
  reviewKey,
  rowsKey,
} from '../../../shared/store/keys.ts';

describe('a key under approved/', () => {
  test.each([
    ['approved/main/quote.xlsx', 'main', 'quote', 'quote.xlsx'],
    ['approved/quote.xlsx', null, 'quote', 'quote.xlsx'],
    ['approved/main/2026/12/quote.xlsx', 'main', 'quote', 'quote.xlsx'],
    ['approved/main/v1.2 final.xlsx', 'main', 'v1.2 final', 'v1.2 final.xlsx'],
    ['approved/main/quote', 'main', 'quote', 'quote'],
    ['approved/main/.xlsx', 'main', '.xlsx', '.xlsx'],
    ['approved/主账号/续费.xlsx', '主账号', '续费', '续费.xlsx'],
  ])('%s says account %j and name %s', (key, account, name, file) => {
    expect(readDroppedKey(key, APPROVED)).toEqual({ account, name, file });
  });

  test.each([
    'approved/',
    'approved/main/',
    'results/main/quote.results.xlsx',
    'check/main/quote.xlsx',
    'jobs/a/plan.b.json',
    'old/approved/main/quote.xlsx',
    'Approved/main/quote.xlsx',
    'quote.xlsx',
    '',
  ])('is nothing like "%s"', (key) => {
    expect(readDroppedKey(key, APPROVED)).toBeNull();
  });
});

test('results lie under their account and carry the job, so that no two jobs share a file', () => {
  expect(resultsKey('main', 'quote', 'abc')).toBe('results/main/quote.abc.results.xlsx');
});

test('results never lie where a dropped file would be taken for a quote', () => {
  expect(readDroppedKey(resultsKey('main', 'quote', 'abc'), APPROVED)).toBeNull();
  expect(readDroppedKey(planKey('abc', 'hash'), APPROVED)).toBeNull();
});

describe('a key that would be longer than the 1,024 bytes that S3 takes', () => {
  test.each([
    ['a long name', 'main', 'x'.repeat(1100)],
    ['a long name of signs of three bytes', 'main', '续'.repeat(500)],
    ['signs of four bytes', 'main', '🌀'.repeat(400)],
    ['a folder that is no account', 'f'.repeat(500), 'n'.repeat(900)],
  ])('is cut in its names, never in its ending: %s', (_, account, name) => {
    for (const key of [
      resultsKey(account, name, 'abc'),
      rowsKey(account, name, 'abc'),
      retryKey(account, name, 'abc'),
      reviewKey(account, name, 'abc'),
      checkKey(account, name, 'abc'),
      repricedKey(account, name),
    ]) {
      const bytes = Buffer.byteLength(key);
      expect(bytes).toBeLessThanOrEqual(1024);
      expect(bytes).toBeGreaterThan(900);
      expect(key).toMatch(
        /(?:\.abc\.(?:results|check|retry|review)\.(?:xlsx|csv)|-repriced\.xlsx)$/u,
      );
      // No sign is cut in two.
      expect(key.isWellFormed()).toBe(true);
    }
  });
});

test('a plan carries the hash of its content, so that it cannot change under its job', () => {
  expect(planKey('abc', 'f00')).toBe('jobs/abc/plan.f00.json');
});

test('a file for a dry run is not one that is approved, nor the other way round', () => {
  expect(readDroppedKey('check/main/quote.xlsx', CHECK)).toEqual({
    account: 'main',
    name: 'quote',
    file: 'quote.xlsx',
  });
  expect(readDroppedKey('check/main/quote.xlsx', APPROVED)).toBeNull();
  expect(readDroppedKey('approved/main/quote.xlsx', CHECK)).toBeNull();
});
