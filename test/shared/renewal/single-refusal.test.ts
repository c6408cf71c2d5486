import { describe, expect, test } from 'vitest';
import type { Part, RefusalNote } from '../../../shared/renewal/journal.ts';
import { afterRefusals } from '../../../shared/renewal/single-refusal.ts';
import { journalOf, part } from '../../support/journal-sample.ts';
import { asTold } from '../../../shared/reasons/reason.ts';

const MINUTE = 60_000;

function refusal(next?: RefusalNote['next']): RefusalNote {
  const note = { code: 'CBC.1', reason: asTold('Busy.') };
  return next === undefined ? note : { ...note, next };
}

function refused(rows: readonly number[], at: number, next?: RefusalNote['next']): Part {
  return part(0, rows, [], { kind: 'answered', at, refusal: refusal(next) });
}

function after(parts: readonly Part[], now: number): unknown {
  return afterRefusals(journalOf(2, { parts }), 0, now);
}

describe('a row', () => {
  test.each([
    ['that was never refused', []],
    ['that was refused among others', [refused([0, 1], 0, 'give up')]],
    ['whose neighbour was refused', [refused([1], 0, 'give up')]],
    ['whose refusal asks for nothing', [refused([0], 0)]],
    ['that was accepted', [part(0, [0])]],
  ])('%s is ordered', (_, parts) => {
    expect(after(parts, 0)).toEqual({ kind: 'order' });
  });

  test('that is refused for good is given up', () => {
    expect(after([refused([0], 0, 'give up')], MINUTE)).toEqual({
      kind: 'give up',
      refusal: refusal('give up'),
    });
  });

  test('that is busy waits a minute and is ordered once more', () => {
    const busy = [refused([0], 5, 'later')];

    expect(after(busy, MINUTE + 4)).toEqual({ kind: 'wait', until: MINUTE + 5 });
    expect(after(busy, MINUTE + 5)).toEqual({ kind: 'order' });
  });

  test('that is busy a second time is given up, so that it ends', () => {
    const twice = [refused([0], 0, 'later'), refused([0], MINUTE, 'later')];

    expect(after(twice, MINUTE)).toMatchObject({ kind: 'give up' });
  });
});
