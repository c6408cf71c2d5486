import { describe, expect, test } from 'vitest';
import { only } from '../../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  pricedJournal,
  order,
  part,
} from '../../../../support/journal-sample.ts';
import { one, decisionOf, reads } from './one-order.ts';

describe('an unpaid order', () => {
  test.each(['made', 'payable again'] as const)(
    'that is %s is cancelled once its chunk is sealed, without a question',
    (kind) => {
      const decision = decisionOf(one(EVERY_STATE[kind], { state: 'sealed' }));

      expect(decision).toEqual(
        only({
          events: [
            {
              kind: 'cancel decided',
              order: 'o1',
              because: 'job ended',
              rows: null,
              refusal: null,
            },
          ],
        }),
      );
    },
  );

  test('of a sealed chunk is cancelled with each of the others, of whatever attempt', () => {
    const attempts = ['accepted', 'unclear', 'refused'] as const;
    const parts = attempts.map((kind, index) =>
      part(index, [index], [order(`o${index}`)], EVERY_ATTEMPT[kind]),
    );
    const { events, calls } = decisionOf(pricedJournal(3, { parts, state: 'sealed' }));

    expect(events.map((event) => ('order' in event ? event.order : event.kind))).toEqual([
      'o0',
      'o1',
      'o2',
    ]);
    expect(calls).toEqual([]);
  });

  test.each(['intended', 'unclear', 'seeking', 'naming'] as const)(
    'is not judged while its renew call is %s',
    (kind) => {
      const parts = [part(0, [0], [order('o1')], EVERY_ATTEMPT[kind])];

      expect(decisionOf(pricedJournal(1, { parts }))).toEqual(only());
    },
  );

  test('is read with its discounts, beside the look at its rows', () => {
    expect(decisionOf(one({ kind: 'made' }))).toEqual(
      only({
        asks: [
          { kind: 'order with discounts', order: 'o1' },
          { kind: 'resources', rows: [0] },
        ],
      }),
    );
  });
});

describe.each([
  'paying',
  'paying again',
  'paid',
  'overcharged',
  'completed',
  'cancelled',
  'for review',
] as const)('an order that is %s', (kind) => {
  test.each(['open', 'sealed'] as const)('is left as it is in a chunk that is %s', (state) => {
    expect(decisionOf(one(EVERY_STATE[kind], { state }), reads('unpaid'))).toEqual(only());
  });
});
