import { describe, expect, test } from 'vitest';
import { applyAll } from '../../../../shared/renewal/apply.ts';
import type { WorkEvent } from '../../../../shared/renewal/events.ts';
import { journalOf } from '../../../support/journal-sample.ts';

const CLAIMED = { kind: 'claimed', owner: 'me', until: 9 } as const;
const STUCK: readonly WorkEvent[] = [CLAIMED, { kind: 'continued', idle: true }];
const MOVED: readonly WorkEvent[] = [CLAIMED, { kind: 'continued', idle: false }];

/** How often the chunk was claimed, continued in vain and left to rest, after these events. */
function counts(...events: readonly WorkEvent[]) {
  const { claims, idle, rests } = applyAll(journalOf(1), events);
  return { claims, idle, rests };
}

describe('what counts towards a rest', () => {
  test.each<[string, readonly WorkEvent[], ReturnType<typeof counts>]>([
    [
      'a claim, until its run ends in order',
      [CLAIMED, CLAIMED],
      { claims: 2, idle: undefined, rests: 0 },
    ],
    [
      'no claim of a run that gave its lease back',
      [CLAIMED, CLAIMED, { kind: 'released' }],
      { claims: 0, idle: undefined, rests: 0 },
    ],
    [
      'each continuation by which nothing came a step on',
      [...STUCK, ...STUCK],
      { claims: 0, idle: 2, rests: 0 },
    ],
    [
      'none from before one that came a step on',
      [...STUCK, ...STUCK, ...MOVED, ...STUCK],
      { claims: 0, idle: 1, rests: 0 },
    ],
    [
      'still those before a wait for the provider',
      [...STUCK, CLAIMED, { kind: 'backed off', until: 9 }],
      { claims: 0, idle: 1, rests: 0 },
    ],
    [
      'from nothing on after a rest',
      [...STUCK, CLAIMED, { kind: 'put to rest', until: 9 }],
      { claims: 0, idle: 0, rests: 1 },
    ],
    [
      'from nothing on, rests too, once a person sends it again',
      [...STUCK, CLAIMED, { kind: 'put to rest', until: 9 }, { kind: 'redriven' }],
      { claims: 0, idle: 0, rests: 0 },
    ],
  ])('%s', (_, events, expected) => {
    expect(counts(...events)).toEqual(expected);
  });
});
