import { expect, test } from 'vitest';
import { UNCLEAR, unclearTries, wasUnclear } from '../../../shared/renewal/unclear-answer.ts';
import type { Order, Part } from '../../../shared/renewal/journal.ts';
import { journalOf, order, part, refusedPart } from '../../support/journal-sample.ts';

function unclear(number: number, rows: readonly number[], orders: readonly Order[] = []): Part {
  return part(number, rows, orders, { kind: 'answered', at: 0, refusal: UNCLEAR });
}

test('a call had no clear answer only where its settled answer is marked so', () => {
  const parked = part(0, [0], [], { kind: 'parked', at: 0, why: 'timeout' });

  expect(wasUnclear(unclear(0, [0]))).toBe(true);
  expect([part(0, [0]), refusedPart(0, [0]), parked].map(wasUnclear)).toEqual([
    false,
    false,
    false,
  ]);
});

test('calls with a row count as unclear tries when nothing was made by them', () => {
  const journal = journalOf(2, {
    parts: [
      unclear(0, [0, 1]),
      unclear(1, [0]),
      unclear(2, [0], [order('o1')]),
      unclear(3, [1]),
      refusedPart(4, [0]),
    ],
  });

  expect(unclearTries(journal, 0)).toBe(2);
  expect(unclearTries(journal, 0, 1)).toBe(1);
  expect(unclearTries(journal, 0, 3)).toBe(0);
  expect(unclearTries(journal, 1, 2)).toBe(1);
});
