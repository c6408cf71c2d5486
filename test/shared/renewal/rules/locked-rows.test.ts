import { describe, expect, test } from 'vitest';
import type { Order, Part } from '../../../../shared/renewal/journal.ts';
import {
  mayBeJustCancelled,
  mayBeOurs,
  soughtParts,
} from '../../../../shared/renewal/rules/locked-rows.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  order,
  part,
  pricedJournal,
} from '../../../support/journal-sample.ts';

const AT = 1000;

function cancelled(rows: readonly number[] | null = null): Order {
  return { ...order('o1', { kind: 'cancelled', because: 'expiry moved', at: AT }), rows };
}

function mayPass(orders: readonly Order[], now: number, row = 0): boolean {
  return mayBeJustCancelled(
    pricedJournal(2, { parts: [part(0, [0, 1], orders)] }),
    row,
    now - LAG_MS,
  );
}

describe('a lock may be the late sight of an order that we have cancelled', () => {
  test.each([
    ['at once', cancelled(), AT, true],
    ['for half an hour', cancelled(), AT + LAG_MS - 1, true],
    ['but not longer', cancelled(), AT + LAG_MS, false],
    ['of the rows that it was proven to cover', cancelled([0]), AT, true],
    ['but not of others', cancelled([1]), AT, false],
    [
      'but not while the order is still to be cancelled',
      order('o1', EVERY_STATE.cancelling),
      AT,
      false,
    ],
    ["but not where it is a person's", order('o1', EVERY_STATE['for review']), AT, false],
    [
      'but not where the journal does not know when it was cancelled',
      order('o1', { ...EVERY_STATE.cancelled, at: 0 } as Order['state']),
      LAG_MS,
      false,
    ],
  ])('%s', (_, one, now, expected) => {
    expect(mayPass([one], now)).toBe(expected);
  });

  test('but not without any', () => {
    expect(mayPass([], AT)).toBe(false);
  });
});

const UNCLEAR = part(0, [0], [], EVERY_ATTEMPT.settled);
const REFUSED = part(0, [0], [], EVERY_ATTEMPT['refused alone']);

function turnedDown(held: readonly number[], busy: readonly number[]): Part {
  return { ...part(0, [0, 1], [order('o1')]), turnedDown: { held, busy } };
}

describe('a lock may be of our own making', () => {
  test.each([
    ['after a refusal', REFUSED, true],
    ['after an answer that was not clear', UNCLEAR, true],
    ['after it was named as held beside orders of others', turnedDown([0], []), true],
    ['after it was named as busy beside orders of others', turnedDown([], [0]), true],
    ['but not after another row was', turnedDown([1], [1]), false],
    ['but not after a clear yes', part(0, [0]), false],
    ['but not by a call for others', part(0, [1], [], EVERY_ATTEMPT.refused), false],
  ])('%s', (_, call, expected) => {
    expect(mayBeOurs(pricedJournal(2, { parts: [call] }), 0)).toBe(expected);
  });
});

describe('the order that locks a row', () => {
  const vain = order('o9', { kind: 'cancelled', because: 'not asked for', at: 0 });

  test.each<[string, readonly Part[], 'seeking' | 'naming']>([
    ['is sought after an answer that was not clear', [UNCLEAR], 'seeking'],
    ['is only named after clear refusals', [REFUSED], 'naming'],
    [
      'is only named once another one was cancelled for it in vain',
      [{ ...UNCLEAR, orders: [vain] }],
      'naming',
    ],
  ])('%s', (_, parts, kind) => {
    const [sought] = soughtParts(pricedJournal(1, { parts }), [0]);

    expect(sought).toMatchObject({ number: 1, rows: [0], attempt: { kind }, orders: [] });
  });
});
