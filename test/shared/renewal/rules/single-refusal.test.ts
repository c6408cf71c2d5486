import { describe, expect, test } from 'vitest';
import type { Part } from '../../../../shared/renewal/journal.ts';
import { afterRefusals } from '../../../../shared/renewal/rules/single-refusal.ts';
import type { AttemptState } from '../../../../shared/renewal/states/attempt-state.ts';
import { journalOf, part } from '../../../support/journal-sample.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';

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
