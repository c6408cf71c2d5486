import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobIdOf } from '../../../shared/jobs/job-id.ts';

const SEED = 20_261_122;

test('an id of nothing but zeros or ones shows the ends of the alphabet', () => {
  expect(jobIdOf(new Uint8Array(32))).toBe('0000000000');
  expect(jobIdOf(new Uint8Array(32).fill(255))).toBe('zzzzzzzzzz');
});

test('the first bits of the hash come first', () => {
  expect(jobIdOf(Uint8Array.of(0b00001_000, 0b10_00011_0, 0, 0, 0, 0, 0))).toBe('1230000000');
});

test(`an id has ten characters that nobody mistakes for others (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 7, maxLength: 32 }), (hash) => {
      expect(jobIdOf(hash)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/u);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test(`ids differ exactly where the first fifty bits of the hashes do (seed ${SEED})`, () => {
  const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const bits = fc.integer({ min: 0, max: 255 });

  fc.assert(
    fc.property(hashes, bits, (hash, bit) => {
      const other = Uint8Array.from(hash);
      other[bit >> 3]! ^= 128 >> (bit & 7);

      expect(jobIdOf(other) === jobIdOf(hash)).toBe(bit >= 50);
    }),
    { seed: SEED, numRuns: 500 },
  );
});
