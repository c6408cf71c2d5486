import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobIdentity } from '../../../shared/jobs/job-identity.ts';
import type { SourceObject } from '../../../shared/jobs/job.ts';

const SEED = 20_261_122;
const SOURCE: SourceObject = {
  bucket: 'quotes',
  key: 'approved/main/quote.xlsx',
  versionId: 'v1',
  eTag: 'e1',
  sequencer: 's1',
};

function idOf(more: Partial<SourceObject> = {}, account = 'main'): string {
  return jobIdentity(account, { ...SOURCE, ...more });
}

/** All that tells one drop from another, as text. */
function relevant(account: string, { versionId, eTag, sequencer, ...rest }: SourceObject): string {
  return JSON.stringify([
    account,
    rest,
    versionId,
    ...(versionId === null ? [eTag, sequencer] : []),
  ]);
}

describe('the id of a dropped file', () => {
  test('is the same each time the event comes, today and after any release', () => {
    expect(idOf()).toBe('gwvg04h6s7');
    expect(idOf({ versionId: null })).toBe('p9ypdyrwbs');
  });

  test('is another one for another version, key, bucket or account', () => {
    const ids = [
      idOf(),
      idOf({ versionId: 'v2' }),
      idOf({ key: 'approved/main/quote2.xlsx' }),
      idOf({ bucket: 'quotes2' }),
      idOf({}, 'other'),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });

  test('does not hang on the sequencer where the version says it all', () => {
    expect(idOf({ sequencer: 's2', eTag: 'e2' })).toBe(idOf());
  });

  test('without versions tells drops apart by content and by sequencer', () => {
    const ids = [
      idOf({ versionId: null }),
      idOf({ versionId: null, eTag: 'e2' }),
      idOf({ versionId: null, sequencer: 's2' }),
      idOf({ versionId: null, eTag: 'e1s1', sequencer: '' }),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });

  test(`has ten characters and is the same exactly for the same file (seed ${SEED})`, () => {
    const source = fc.record({
      bucket: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('approved/x', 'approved/y'),
      versionId: fc.constantFrom('1', '2', 'null', null),
      eTag: fc.constantFrom('', '1'),
      sequencer: fc.constantFrom('', '1'),
    });
    const account = fc.constantFrom('a', 'b');

    fc.assert(
      fc.property(account, source, account, source, (a, one, b, other) => {
        expect(jobIdentity(a, one)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/u);
        expect(jobIdentity(a, one) === jobIdentity(b, other)).toBe(
          relevant(a, one) === relevant(b, other),
        );
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
