import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enlisted, newAccount, released } from '../../../shared/jobs/account-line.ts';
import type { AccountState } from '../../../shared/jobs/account-state.ts';

const SEED = 20_261_122;

function lineOf(active: string | null, ...waiting: string[]): AccountState {
  return { account: 'main', active, waiting, rung: 100 };
}

test('an account of which nothing is known has no job and takes a hundred ids a call', () => {
  expect(newAccount('main')).toEqual(lineOf(null));
});

describe('a job that comes into the line', () => {
  test('is active at once when there is no other', () => {
    expect(enlisted(lineOf(null), 'a')).toEqual(lineOf('a'));
  });

  test('waits behind the others', () => {
    expect(enlisted(lineOf('a', 'b'), 'c')).toEqual(lineOf('a', 'b', 'c'));
  });

  test.each(['a', 'b'])('and is in it already (%s) changes nothing at all', (job) => {
    const line = lineOf('a', 'b');

    expect(enlisted(line, job)).toBe(line);
  });
});

describe('a job that leaves the line', () => {
  test('hands the account to the one that waited longest', () => {
    expect(released(lineOf('a', 'b', 'c'), 'a')).toEqual(lineOf('b', 'c'));
  });

  test('leaves it empty when it was the last', () => {
    expect(released(lineOf('a'), 'a')).toEqual(lineOf(null));
  });

  test('while it waits does not disturb the active one', () => {
    expect(released(lineOf('a', 'b', 'c'), 'b')).toEqual(lineOf('a', 'c'));
  });

  test('and is not in it changes nothing at all', () => {
    const line = lineOf('a', 'b');

    expect(released(line, 'z')).toBe(line);
  });

  test('keeps what was learnt of the account', () => {
    expect(released({ ...lineOf('a', 'b'), rung: 10 }, 'a').rung).toBe(10);
  });
});

test(`whatever comes and goes, each job stands once in the line, in the order of coming (seed ${SEED})`, () => {
  const moves = fc.array(
    fc.record({ job: fc.constantFrom('a', 'b', 'c', 'd'), comes: fc.boolean() }),
  );

  fc.assert(
    fc.property(moves, (list) => {
      let line = newAccount('main');
      let expected: string[] = [];
      for (const { job, comes } of list) {
        line = comes ? enlisted(line, job) : released(line, job);
        if (!comes) expected = expected.filter((one) => one !== job);
        else if (!expected.includes(job)) expected = [...expected, job];
      }
      const [active = null, ...waiting] = expected;
      expect(line).toEqual(lineOf(active, ...waiting));
    }),
    { seed: SEED, numRuns: 300 },
  );
});
