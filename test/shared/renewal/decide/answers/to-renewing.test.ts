import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Refusal,
  type Remedy,
  REMEDIES,
} from '../../../../../shared/renewal/answer.ts';
import {
  afterRenewAnswer,
  type Consequence,
  type RenewAnswerOfRows,
} from '../../../../../shared/renewal/decide/answers.ts';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import type { RenewAnswered } from '../../../../../shared/renewal/events.ts';
import { rowOutcome } from '../../../../../shared/renewal/outcome.ts';
import { refusalOf } from '../../../../support/facts-sample.ts';
import { usd } from '../../../../support/journal-sample.ts';
import { AT, SIZES, SUSPEND, DONE, UNKNOWN, refused, note } from './an-answer.ts';

/** The answer to a call for so many rows. */
function answered(
  size: number,
  answer: Answer<null>,
  more: Partial<RenewAnswerOfRows> = {},
): Consequence {
  const rows = Array.from({ length: size }, (_, index) => index);
  const part = { number: 3, rows, expected: { price: usd(10 * size), list: null } };
  const given = { answer, orders: [], failed: new Map<number, Refusal>(), ...more };
  return afterRenewAnswer(part, given, { sizes: SIZES, at: AT });
}

function recorded(said: RenewAnswered['said'], more: Partial<RenewAnswered> = {}): RenewAnswered {
  return {
    kind: 'call answered',
    part: 3,
    at: AT,
    orders: [],
    said,
    failed: new Map(),
    lowered: null,
    ...more,
  };
}

/** Row 0 is named as failed. */
function named(remedy: Remedy): Partial<RenewAnswerOfRows> {
  return { failed: new Map([[0, refusalOf(remedy)]]) };
}

const OUT = rowOutcome('not renewable', refusalOf('row').reason, { code: 'CBC.1' });
const HELD: Refusal = {
  ...refusalOf('row'),
  reason: { ...refusalOf('row').reason, id: 'held-by-unpaid-order' },
};
const HELD_NOTE = { code: HELD.code, reason: HELD.reason };
const BOTH = { orders: ['o1', 'o2'] };
const ACCEPTED = { kind: 'accepted' } as const;

describe('the answer to a renew call', () => {
  test.each<[string, Consequence, RenewAnswered]>([
    ['that accepts it has made its orders', answered(2, DONE, BOTH), recorded(ACCEPTED, BOTH)],
    [
      'that accepts it without an order and without a failure is not clear',
      answered(2, DONE),
      recorded({ kind: 'unclear', why: 'accepted without an order id' }),
    ],
    [
      'that did not come is not clear',
      answered(2, UNKNOWN),
      recorded({ kind: 'unclear', why: 'timeout' }),
    ],
    [
      'that is not clear has made the orders it names all the same',
      answered(2, UNKNOWN, BOTH),
      recorded({ kind: 'unclear', why: 'timeout' }, BOTH),
    ],
    [
      'that is not clear settles none of the rows it names as failed',
      answered(2, UNKNOWN, named('row')),
      recorded({ kind: 'unclear', why: 'timeout' }),
    ],
    [
      'that accepts it settles the rows it names as failed',
      answered(2, DONE, { orders: ['o1'], ...named('row') }),
      recorded(ACCEPTED, { orders: ['o1'], failed: new Map([[0, OUT]]) }),
    ],
    [
      'that accepts it and only names failed rows has made nothing',
      answered(2, DONE, named('row')),
      recorded(ACCEPTED, { failed: new Map([[0, OUT]]) }),
    ],
    [
      'that refuses a hundred and names none sends them into calls of ten',
      answered(100, refused('split')),
      recorded(
        { kind: 'refused', refusal: note('split') },
        { lowered: { rows: Array.from({ length: 100 }, (_, index) => index), rung: 10 } },
      ),
    ],
    [
      'that refuses two and names none sends them into calls of one',
      answered(2, refused('unlisted')),
      recorded(
        { kind: 'refused', refusal: note('unlisted') },
        { lowered: { rows: [0, 1], rung: 1 } },
      ),
    ],
    [
      'that refuses several and names one sends none into smaller calls',
      answered(2, refused('row'), named('row')),
      recorded({ kind: 'refused', refusal: note('row') }, { failed: new Map([[0, OUT]]) }),
    ],
    [
      'that refuses several and made an order sends none into smaller calls',
      answered(2, refused('split'), { orders: ['o1'] }),
      recorded({ kind: 'refused', refusal: note('split') }, { orders: ['o1'] }),
    ],
    [
      'that refuses one id gives it up, once it was looked at again',
      answered(1, refused('row')),
      recorded({ kind: 'refused alone', refusal: note('row') }),
    ],
    [
      'that calls one id busy lets it be called once more later',
      answered(1, refused('later')),
      recorded({ kind: 'busy', refusal: note('later') }),
    ],
    [
      'that accepts a call for one id and names it as busy lets it be called once more later',
      answered(1, DONE, named('later')),
      recorded({ kind: 'busy', refusal: note('later') }),
    ],
    [
      'that names one of several as busy sends that one into a call of its own',
      answered(2, DONE, { orders: ['o1'], ...named('later') }),
      recorded(ACCEPTED, {
        orders: ['o1'],
        lowered: { rows: [0], rung: 1 },
        turnedDown: { held: [], busy: [0] },
      }),
    ],
    [
      'that refuses one id and made an order all the same is refused',
      answered(1, refused('row'), { orders: ['o1'] }),
      recorded({ kind: 'refused', refusal: note('row') }, { orders: ['o1'] }),
    ],
    [
      'that names one of several as held by an unpaid order has that order looked for',
      answered(2, DONE, { failed: new Map([[0, HELD]]) }),
      recorded({ kind: 'refused', refusal: HELD_NOTE }, { lowered: { rows: [0], rung: 1 } }),
    ],
    [
      'that names one of several as held, and made an order of the others, leaves the held one open',
      answered(2, DONE, { orders: ['o1'], failed: new Map([[0, HELD]]) }),
      recorded(ACCEPTED, {
        orders: ['o1'],
        lowered: { rows: [0], rung: 1 },
        turnedDown: { held: [0], busy: [] },
      }),
    ],
    [
      'that names the one row it was for as held does not give it up',
      answered(1, DONE, { failed: new Map([[0, HELD]]) }),
      recorded({ kind: 'refused alone', refusal: HELD_NOTE }),
    ],
  ])('%s', (_, consequence, event) => {
    expect(consequence).toEqual({ event, stop: null });
  });

  test('that turns it away has done nothing: it is as if it had not been called', () => {
    expect(answered(2, refused('wait'))).toEqual({
      event: { kind: 'call turned away', part: 3 },
      stop: { kind: 'later', at: AT + BACK_OFF_MS },
    });
  });

  test('that turns it away and names an order all the same has made that order', () => {
    expect(answered(2, refused('wait'), { orders: ['o1'] }).event).toMatchObject({
      kind: 'call answered',
      orders: ['o1'],
    });
  });

  test.each([1, 2])('that refuses the account stops the work, and keeps %d open', (size) => {
    expect(answered(size, refused('suspend'))).toEqual({
      event: recorded({ kind: 'refused', refusal: note('suspend') }),
      stop: SUSPEND,
    });
  });

  test('that names a row for a fault of the account stops the work, and keeps the row open', () => {
    expect(answered(2, DONE, { orders: ['o1'], ...named('suspend') })).toEqual({
      event: recorded(ACCEPTED, { orders: ['o1'] }),
      stop: SUSPEND,
    });
  });

  test.each(REMEDIES)('never loses an order that it names, refused for: %s', (remedy) => {
    for (const size of [1, 2, 100]) {
      const { event } = answered(size, refused(remedy), { orders: ['o1'] });

      expect(event).toMatchObject({ kind: 'call answered', orders: ['o1'] });
    }
  });
});
