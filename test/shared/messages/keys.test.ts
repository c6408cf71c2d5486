import { describe, expect, test } from 'vitest';
import { planKey, readApprovedKey, resultsKey } from '../../../shared/messages/keys.ts';

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
    expect(readApprovedKey(key)).toEqual({ account, name, file });
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
    expect(readApprovedKey(key)).toBeNull();
  });
});

test('results lie under their account and carry the job, so that no two jobs share a file', () => {
  expect(resultsKey('main', 'quote', 'abc')).toBe('results/main/quote.abc.results.xlsx');
});

test('results never lie where a dropped file would be taken for a quote', () => {
  expect(readApprovedKey(resultsKey('main', 'quote', 'abc'))).toBeNull();
  expect(readApprovedKey(planKey('abc', 'hash'))).toBeNull();
});

test('a plan carries the hash of its content, so that it cannot change under its job', () => {
  expect(planKey('abc', 'f00')).toBe('jobs/abc/plan.f00.json');
});
