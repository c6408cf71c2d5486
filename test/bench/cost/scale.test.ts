import { describe, expect, test } from 'vitest';
import { readCounted } from './counted.ts';
import { scaled } from './price-of.ts';
import { type Flow, flow } from './queueing.ts';
import { scaleOf, WORKLOADS } from './scale.ts';

const counted = readCounted();

test('what ten chunks took is told of ten chunks, and more chunks take more', () => {
  const [one, ten] = counted.jobs;
  expect(scaled(counted.jobs, 1000)).toEqual({ ...ten, providerCalls: ten.providerCalls });
  expect(scaled(counted.jobs, 100).requests).toEqual(expect.objectContaining(one.requests));
  const hundred = scaled(counted.jobs, 10_000).requests;
  expect(hundred['dynamodb:PutItem']).toBeGreaterThan(9 * ten.requests['dynamodb:PutItem']!);
});

describe('a simulated queue', () => {
  const given: Flow = {
    accounts: 4,
    chunksEach: 3,
    readIn: 1,
    chunk: 10,
    finish: 2,
    readersAtOnce: 2,
    chunksAtOnce: 4,
    finishersAtOnce: 1,
  };

  test('carries the chunks of an account out one after the other, those of others beside them', () => {
    const alone = flow({ ...given, accounts: 1 });
    expect(alone).toMatchObject({ readIn: 1, allDone: 1 + 30 + 2, busiest: 1 });
    // Two files are read in at once, and one workbook is written at a time.
    expect(flow(given)).toMatchObject({ readIn: 2, allDone: 31 + 4 * 2, busiest: 4 });
  });

  test('takes as long as its places allow where there are fewer than accounts', () => {
    const narrow = flow({ ...given, chunksAtOnce: 2, readersAtOnce: 4, finishersAtOnce: 4 });
    expect(narrow.busiest).toBe(2);
    expect(narrow.allDone).toBe(1 + (4 * 3 * 10) / 2 + 2);
  });
});

test('no workload comes to more than the item may hold, and each names the limit it meets first', () => {
  for (const workload of WORKLOADS) {
    const { uses } = scaleOf(counted, workload);
    expect(uses.find(({ limit }) => limit === 'the size of an item')!.share).toBeLessThan(1);
    expect(uses[0]!.share).toBe(Math.max(...uses.map(({ share }) => share)));
  }
});
