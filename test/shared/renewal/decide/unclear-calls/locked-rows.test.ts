import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import { only } from '../../../../support/facts-sample.ts';
import {
  SIZES,
  WINDOW,
  ROWS,
  LATER,
  unclear,
  decisionOf,
  recorded,
  locked,
  around,
  type Found,
  byOrder,
  ADOPTED,
  NAMED,
  NAMELESS,
} from './one-call.ts';

describe('a row that an order locks although no call named one', () => {
  test.each<[string, Found, Partial<Decision>]>([
    ['is followed to an order of just this row', { kind: 'seeking', list: [ROWS] }, ADOPTED],
    [
      'after a clear no: the order is only named, though just this row is listed',
      { kind: 'naming', list: [ROWS] },
      NAMED,
    ],
    [
      'after a clear no: the order is only named, though it costs the same',
      { kind: 'naming', list: [[]] },
      NAMED,
    ],
    ['after a clear no: an order of others is not named', { kind: 'naming', list: [[], 1] }, LATER],
    [
      "after a clear no: it is a person's after half an hour without any",
      { kind: 'naming', list: [[], 1], ago: WINDOW },
      NAMELESS,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  test.each(['seeking', 'naming'] as const)(
    'is free again where nothing locks it and no order shows for half an hour: %s',
    (kind) => {
      const read = { ...around(), ...locked([]) };

      expect(decisionOf(unclear(kind), read)).toEqual(only(LATER));
      expect(decisionOf(unclear(kind, WINDOW), locked([]))).toEqual(
        only(recorded({ kind: 'nothing was made', part: 0, sizes: SIZES })),
      );
    },
  );
});
