import { describe, expect, test } from 'vitest';
import type { Part } from '../../../../shared/renewal/journal.ts';
import { afterRefusals } from '../../../../shared/renewal/rules/single-refusal.ts';
import type { AttemptState } from '../../../../shared/renewal/states/attempt-state.ts';
import { EVERY_ATTEMPT, journalOf, order, part } from '../../../support/journal-sample.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';

const MINUTE = 60_000;

const REFUSAL = { code: 'CBC.1', reason: asTold('Busy.') };

function refused(
  rows: readonly number[],
  at: number,
  kind: Extract<AttemptState, { readonly refusal: unknown }>['kind'],
): Part {
  return part(0, rows, [], { kind, at, refusal: REFUSAL });
}

function after(parts: readonly Part[], now: number): unknown {
  return afterRefusals(journalOf(2, { parts }), 0, now);
}

describe('a row', () => {
  test.each([
    ['that was never refused', []],
    ['that was refused among others', [refused([0, 1], 0, 'refused')]],
    ['whose neighbour was refused', [refused([1], 0, 'refused alone')]],
    ['whose refusal asks for nothing', [refused([0], 0, 'refused')]],
    ['that was accepted', [part(0, [0])]],
  ])('%s is ordered', (_, parts) => {
    expect(after(parts, 0)).toEqual({ kind: 'order' });
  });

  test('that is refused for good is given up', () => {
    expect(after([refused([0], 0, 'refused alone')], MINUTE)).toEqual({
      kind: 'give up',
      refusal: REFUSAL,
    });
  });

  test('that is busy waits a minute and is ordered once more', () => {
    const busy = [refused([0], 5, 'busy')];

    expect(after(busy, MINUTE + 4)).toEqual({ kind: 'wait', until: MINUTE + 5 });
    expect(after(busy, MINUTE + 5)).toEqual({ kind: 'order' });
  });

  test('that is busy a second time is given up, so that it ends', () => {
    const twice = [refused([0], 0, 'busy'), refused([0], MINUTE, 'busy')];

    expect(after(twice, MINUTE)).toMatchObject({ kind: 'give up' });
  });
});

const HELD = { code: 'CBC.99003162', reason: reason('held-by-unpaid-order') };

/** A call of that number for row 0 alone, refused because an unpaid order holds it. */
function held(number: number): Part {
  return part(number, [0], [], { kind: 'refused alone', at: 0, refusal: HELD });
}

/** The order that holds it was looked for. */
function sought(number: number): Part {
  return part(number, [0], [], EVERY_ATTEMPT.released);
}

/** The order that holds it was found, was ours, and reads cancelled. */
function takenBack(number: number): Part {
  const state = { kind: 'cancelled', because: 'not asked for', at: 0 } as const;
  return part(number, [0], [order(`o${number}`, state)], EVERY_ATTEMPT.settled);
}

describe('a row that an unpaid order is said to hold', () => {
  test.each<[string, readonly Part[], unknown]>([
    ['is not given up: the order is looked for first', [held(0)], { kind: 'seek' }],
    ['is ordered once more after that', [held(0), sought(1)], { kind: 'order' }],
    [
      'is given up where the second call is refused so as well',
      [held(0), sought(1), held(2)],
      { kind: 'give up', refusal: HELD },
    ],
    [
      'is ordered once more where the order that held it was ours and is cancelled',
      [held(0), takenBack(1), held(2), takenBack(3)],
      { kind: 'order' },
    ],
    [
      'is looked for where it is held after ours is cancelled',
      [held(0), takenBack(1), held(2)],
      { kind: 'seek' },
    ],
    [
      'is given up where another order than ours is said to hold it, and holds it still',
      [held(0), takenBack(1), held(2), sought(3), held(4)],
      { kind: 'give up', refusal: HELD },
    ],
    [
      'is looked for anew where what was sought was for an earlier refusal',
      [sought(0), held(1)],
      { kind: 'seek' },
    ],
    [
      'is given up where the second call is refused for another reason',
      [held(0), sought(1), { ...refused([0], 0, 'refused alone'), number: 2 }],
      { kind: 'give up', refusal: REFUSAL },
    ],
    [
      'is looked for after it was busy before',
      [refused([0], 0, 'busy'), held(1)],
      { kind: 'seek' },
    ],
    [
      'is not looked for where a neighbour is held',
      [part(0, [1], [], { kind: 'refused alone', at: 0, refusal: HELD })],
      { kind: 'order' },
    ],
  ])('%s', (_, parts, expected) => {
    expect(after(parts, 0)).toEqual(expected);
  });
});
