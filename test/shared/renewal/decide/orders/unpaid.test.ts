import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { asked, NOW, only, under } from '../../../../support/facts-sample.ts';
import {
  cancelling,
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  order,
  part,
  usd,
} from '../../../../support/journal-sample.ts';
import { LATER, READ_O1, one, decisionOf, reads, HIDDEN } from './one-order.ts';

function told(refused: boolean, tick = 1): Partial<Facts> {
  return {
    cancels: new Map([['o1', { ...asked(tick), refused }]]),
  };
}

function paidBySomebody(rows: readonly number[] | null): Partial<Decision> {
  return {
    events: [{ kind: 'paid by somebody', order: 'o1', rows, amount: usd('10'), at: NOW }],
  };
}

describe('an order that is to be cancelled', () => {
  const doomed = one(cancelling('expiry moved'));
  const notCancelled = {
    events: [
      {
        kind: 'left to a person',
        order: 'o1',
        why: reason('order-not-cancelled', { order: 'o1' }),
      },
    ],
  } as const;

  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    [
      'is told so first, whatever was read before',
      reads('cancelled'),
      { calls: [{ kind: 'cancel', order: 'o1' }] },
    ],
    ['is read back', told(false), READ_O1],
    ['is read back after a refusal as well', told(true), READ_O1],
    [
      'is read back anew after a look from before the cancel',
      { ...told(false, 3), ...reads('cancelled') },
      READ_O1,
    ],
    [
      'sets its rows free only where it reads cancelled',
      { ...told(true), ...reads('cancelled') },
      { events: [{ kind: 'cancelled', order: 'o1', because: 'expiry moved' }] },
    ],
    ['is waited for while it is not shown', { ...told(false), ...HIDDEN }, LATER],
    ['is waited for while it still reads unpaid', { ...told(false), ...reads('unpaid') }, LATER],
    [
      'is left to a person where it was refused and reads unpaid',
      { ...told(true), ...reads('unpaid') },
      notCancelled,
    ],
    [
      'is left to a person where it reads anything else',
      { ...told(false), ...reads('other') },
      notCancelled,
    ],
    [
      'that reads paid: it is asked which rows it covers',
      { ...told(true), ...reads('completed') },
      { asks: [{ kind: 'order rows', order: 'o1' }] },
    ],
    [
      'that reads paid was paid by somebody, for the rows listed under it',
      { ...told(true), ...reads('processing'), orderRows: new Map([['o1', under([0])]]) },
      paidBySomebody([0]),
    ],
    [
      'that reads paid with others listed under it was paid by somebody for unknown rows',
      { ...told(true), ...reads('completed'), orderRows: new Map([['o1', under([0], 2)]]) },
      paidBySomebody(null),
    ],
  ])('%s', (_, facts, expected) => {
    expect(decisionOf(doomed, facts)).toEqual(only(expected));
  });
});

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
    const { events, calls } = decisionOf(journalOf(3, { parts, state: 'sealed' }));

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

      expect(decisionOf(journalOf(1, { parts }))).toEqual(only());
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
