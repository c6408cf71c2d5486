import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../../shared/settings/nearest.ts';

const known = ['name', 'endpoint', 'maxRows', 'maxRowAmount'];

test.each([
  ['Name', 'name'],
  ['endpont', 'endpoint'],
  ['max_rows', 'maxRows'],
  ['rowAmount', 'maxRowAmount'],
])('takes %s for %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test('a known word is nearest to itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (words) => {
      const [word] = words;
      expect(
        nearest(
          word!,
          words.map((other) => other.toLowerCase()),
        ),
      ).toBe(word!.toLowerCase());
    }),
  );
});

test('of nothing known, nothing is near', () => {
  expect(nearest('name', [])).toBeNull();
});
