import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import { doubtfulSince, isDoubtful } from '../../../../shared/renewal/rules/doubtful-calls.ts';
import type { AttemptState } from '../../../../shared/renewal/states/attempt-state.ts';
import { EVERY_ATTEMPT, journalOf, part } from '../../../support/journal-sample.ts';
import { bought, frozen } from '../../../support/purchase-sample.ts';

const DOUBTFUL = ['unclear', 'seeking', 'naming', 'settled'];
const HELD = { code: 'CBC.99003162', reason: reason('held-by-unpaid-order') };
const REFUSED = ['refused', 'busy', 'refused alone'] as const;

function doubt(attempt: AttemptState): boolean {
  return isDoubtful(part(0, [0], [], attempt));
}

describe('a renew call may have made an order without naming it', () => {
  test.each(Object.values(EVERY_ATTEMPT))('or not, where it is $kind', (attempt) => {
    expect(doubt(attempt)).toBe(DOUBTFUL.includes(attempt.kind));
  });

  test.each(REFUSED)('where it is %s because an unpaid order holds the resource', (kind) => {
    expect(doubt({ kind, at: 0, refusal: HELD })).toBe(true);
  });
});

test.each([
  ['by an unpaid order: it is doubtful', { held: [0], busy: [] }, true],
  ['by something under way: it is clear', { held: [], busy: [0] }, false],
])('a call that made orders and named a row as held, %s', (_, turnedDown, expected) => {
  expect(isDoubtful({ ...part(0, [0, 1]), turnedDown })).toBe(expected);
});

test.each([
  ['once is clear', 1, false],
  ['again is doubtful: the first one may have left an order unpaid', 2, true],
])('a call that pays at once and was sent %s', (_, times, expected) => {
  const sent = bought(0, 0, { kind: 'accepted', at: 0 }, { frozen: frozen({ times }) });

  expect(isDoubtful(sent)).toBe(expected);
});

describe('the last doubtful call of a chunk', () => {
  test('is the youngest of them, whatever came after', () => {
    const parts = [
      part(0, [0], [], { kind: 'settled', at: 5 }),
      part(1, [1], [], { kind: 'refused alone', at: 7, refusal: HELD }),
      part(2, [2], [], { kind: 'accepted', at: 9 }),
    ];

    expect(doubtfulSince(journalOf(3, { parts }))).toBe(7);
  });

  test.each([
    ['a task that could not be paid: it is doubtful until its end was read', 'task', 9],
    ['a call that could not be paid: it was over when it was answered', 'purchase', null],
  ] as const)('is %s', (_, kind, expected) => {
    const state = { kind: 'cancelled', because: 'left unpaid', at: 9 } as const;
    const orders = [{ id: 'o0', rows: null, state }];
    const call = bought(0, 0, { kind: 'accepted', at: 5 }, { orders, frozen: frozen({ kind }) });

    expect(doubtfulSince(journalOf(1, { parts: [call] }))).toBe(expected);
  });

  test('is none where every answer was clear', () => {
    expect(doubtfulSince(journalOf(1, { parts: [part(0, [0])] }))).toBeNull();
  });
});
