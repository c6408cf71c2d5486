import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import {
  asked,
  hidden,
  look,
  only,
  reading,
  SETTLE_AFTER,
} from '../../../../support/facts-sample.ts';
import {
  WINDOW,
  ROWS,
  LATER,
  type Found,
  byOrder,
  ADOPTED,
  UNWANTED,
  NAMED,
} from './unclear-call.ts';

function details(userName: string | null, tick = 5): Partial<Facts> {
  return {
    orders: new Map([['x', look(reading('x', '20', { userName }), asked(tick))]]),
  };
}

describe('with a user of its own for the account, an order', () => {
  const ours = { ownUser: 'renewer' };

  test.each<[string, Found, Partial<Decision>]>([
    [
      'that the list shows as of that user is adopted',
      { ...ours, list: [ROWS], found: { userName: 'renewer' } },
      ADOPTED,
    ],
    [
      'whose user the list does not name is read',
      { ...ours, list: [ROWS] },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'is read again where that was before the list',
      { ...ours, list: [ROWS], facts: details('renewer', 2) },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'whose details name that user is adopted',
      { ...ours, list: [ROWS], facts: details('renewer') },
      ADOPTED,
    ],
    [
      'of that user that costs the same is cancelled',
      { ...ours, list: [[]], facts: details('renewer') },
      UNWANTED,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  /** Orders that are, or may be, another user's. */
  const foreign: readonly (readonly [string, Found])[] = [
    ['that the list shows as of another user', { ...ours, found: { userName: 'colleague' } }],
    ['whose details name another user', { ...ours, facts: details('colleague') }],
    ['whose details name no user', { ...ours, facts: details(null) }],
    [
      'that cannot be looked at',
      { ...ours, facts: { orders: new Map([['x', hidden(asked(5))]]) } },
    ],
  ];
  const lists: readonly (readonly [string, NonNullable<Found['list']>])[] = [
    ['exactly the rows listed', [ROWS]],
    ['some of the rows listed', [[0]]],
    ['the rows and others listed', [ROWS, 3]],
    ['nothing listed, at the price of the call', [[]]],
    ['other resources listed', [[], 1]],
  ];

  test.each(
    foreign.flatMap(([who, given]) =>
      lists.map(([what, list]) => [who, what, { ...given, list }] as const),
    ),
  )('%s, with %s, is never adopted nor cancelled', (_who, _what, given) => {
    for (const kind of ['unclear', 'seeking', 'naming'] as const) {
      for (const ago of [SETTLE_AFTER, WINDOW, 10 * WINDOW]) {
        const { events, asks, calls } = byOrder({ ...given, kind, ago });
        const kinds = events.map((event) => event.kind);

        expect(kinds.filter((one) => one !== 'order not found')).toEqual([]);
        expect([asks, calls]).toEqual([[], []]);
      }
    }
  });

  test.each(foreign)(
    '%s is at last named to a person where the rows are listed under it',
    (_, given) => {
      expect(byOrder({ ...given, list: [ROWS] })).toEqual(only(LATER));
      expect(byOrder({ ...given, list: [ROWS], ago: WINDOW })).toEqual(only(NAMED));
    },
  );
});
