import { describe, expect, test } from 'vitest';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import {
  asked,
  hidden,
  look,
  NOW,
  only,
  reading,
  SETTLE_AFTER,
} from '../../../../support/facts-sample.ts';
import { WINDOW, ROWS, LATER, type Found, byOrder, ADOPTED, UNWANTED, NAMED } from './one-call.ts';

describe('with a user of its own for the account, an order', () => {
  const ours = { ownUser: 'renewer' };
  const made = { userName: 'renewer', createdAt: NOW - SETTLE_AFTER };
  /** Made in the time of a call half an hour ago. */
  const madeThen = { ...made, createdAt: NOW - WINDOW };

  test.each<[string, Found, Partial<Decision>]>([
    ['whose details name that user is adopted', { ...ours, list: [ROWS], details: made }, ADOPTED],
    [
      'is read again where that was before the list',
      {
        ...ours,
        list: [ROWS],
        facts: { orders: new Map([['x', look(reading('x', '20', made), asked(2))]]) },
      },
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'of that user for some of the rows, made in the time of the call, is cancelled',
      { ...ours, list: [[1]], details: made },
      UNWANTED,
    ],
    [
      'of that user for some of the rows, made long after the call, is at last named',
      { ...ours, list: [[1]], details: { ...made, createdAt: NOW + 600_000 }, ago: WINDOW },
      NAMED,
    ],
    [
      'of that user for some of the rows, made before the call, is at last named',
      { ...ours, list: [[1]], details: { ...made, createdAt: NOW - 2 * WINDOW }, ago: WINDOW },
      NAMED,
    ],
    [
      'of that user for some of the rows and another term is at last named',
      {
        ...ours,
        list: [[1]],
        details: { ...madeThen, term: { unit: 'month', count: 2 } },
        ago: WINDOW,
      },
      NAMED,
    ],
    [
      'of that user for the rows and others is at last named',
      { ...ours, list: [ROWS, 3], details: madeThen, ago: WINDOW },
      NAMED,
    ],
    [
      'that the list shows as of that user, and which cannot be looked at, is at last named',
      {
        ...ours,
        list: [ROWS],
        found: { ...madeThen, term: { unit: 'month', count: 1 } },
        facts: { orders: new Map([['x', hidden(asked(5))]]) },
        ago: WINDOW,
      },
      NAMED,
    ],
    [
      'of that user that only costs the same is at last named',
      { ...ours, list: [[]], details: madeThen, ago: WINDOW },
      NAMED,
    ],
  ])('%s', (_, given, expected) => {
    expect(byOrder(given)).toEqual(only(expected));
  });

  /** Orders that are, or may be, another user's. */
  const foreign: readonly (readonly [string, Found])[] = [
    ['that the list shows as of another user', { ...ours, found: { userName: 'colleague' } }],
    ['whose details name another user', { ...ours, details: { userName: 'colleague' } }],
    ['whose details name no user', { ...ours, details: { userName: null } }],
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
