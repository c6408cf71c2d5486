import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_MUTANTS } from './all-mutants.ts';
import { misfit } from './mutant.ts';
import { PROJECT } from '../support/work-copy.ts';

describe('the mistakes that tests must notice', () => {
  test.each(ALL_MUTANTS)('fit the code of today: $name', (mutant) => {
    expect(misfit(mutant, readFileSync(join(PROJECT, mutant.file), 'utf8'))).toBeNull();
    expect(mutant.tests.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  test('break every money rule, each in a way of its own', () => {
    const rules = new Set(ALL_MUTANTS.map(({ rule }) => rule));

    expect([...rules].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set(ALL_MUTANTS.map(({ name }) => name)).size).toBe(ALL_MUTANTS.length);
  });
});
