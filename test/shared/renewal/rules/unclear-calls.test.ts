import { expect, test } from 'vitest';
import {
  settleDelay,
  unclearTries,
  wasUnclear,
} from '../../../../shared/renewal/rules/unclear-calls.ts';
import type { Order, Part } from '../../../../shared/renewal/journal.ts';
import { EVERY_ATTEMPT, journalOf, order, part } from '../../../support/journal-sample.ts';

function unclear(number: number, rows: readonly number[], orders: readonly Order[] = []): Part {
  return part(number, rows, orders, EVERY_ATTEMPT.settled);
}

test('a call had no clear answer only where its settled answer is marked so', () => {
  const said = Object.values(EVERY_ATTEMPT).filter((attempt) =>
    wasUnclear(part(0, [0], [], attempt)),
  );

  expect(wasUnclear(unclear(0, [0]))).toBe(true);
  expect(said).toEqual([EVERY_ATTEMPT.settled]);
});

test('calls with a row count as unclear tries when nothing was made by them', () => {
  const journal = journalOf(2, {
    parts: [
      unclear(0, [0, 1]),
      unclear(1, [0]),
      unclear(2, [0], [order('o1')]),
      unclear(3, [1]),
      part(4, [0], [], EVERY_ATTEMPT.refused),
    ],
  });

  expect(unclearTries(journal, 0)).toBe(2);
  expect(unclearTries(journal, 0, 1)).toBe(1);
  expect(unclearTries(journal, 0, 3)).toBe(0);
  expect(unclearTries(journal, 1, 2)).toBe(1);
});

test('a call is left alone for longer each time that nothing was made, sixteen times as long at most', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6].map((tries) => {
    const parts = Array.from({ length: tries }, (_, number) => unclear(number, [0]));
    return settleDelay(journalOf(1, { parts }), unclear(9, [0]), 60_000) / 60_000;
  });

  expect(delays).toEqual([1, 2, 4, 8, 16, 16, 16]);
});
