import { describe, expect, test } from 'vitest';
import { apply } from '../../../../shared/renewal/apply.ts';
import { EVERY_ATTEMPT, journalOf, part } from '../../../support/journal-sample.ts';

/** What is said of each of three rows of one call whose order is not found; null: it is free again. */
function said(event: {
  readonly locked: readonly number[];
  readonly unseen?: readonly number[];
  readonly orders?: readonly string[];
}) {
  const journal = journalOf(3, { parts: [part(0, [0, 1, 2], [], EVERY_ATTEMPT.unclear)] });
  const after = apply(journal, { kind: 'order not found', part: 0, orders: [], ...event });
  return after.rows.map(({ outcome }) => outcome && [outcome.reason.id, outcome.order]);
}

describe('rows of a call whose order is not found', () => {
  const UNKNOWN = ['locked-by-unknown-order', null];
  const NAMED = ['locked-by-orders', 'o1, o2'];

  test.each<[string, Parameters<typeof said>[0], ReturnType<typeof said>]>([
    ['are a person’s where an order locks them', { locked: [0, 2] }, [UNKNOWN, null, UNKNOWN]],
    ['name what may be it', { locked: [1], orders: ['o1', 'o2'] }, [null, NAMED, null]],
    [
      'are not said to be locked where nobody has told that',
      { locked: [0], unseen: [1] },
      [UNKNOWN, ['order-not-clear', null], null],
    ],
  ])('%s', (_, event, expected) => {
    expect(said(event)).toEqual(expected);
  });
});
