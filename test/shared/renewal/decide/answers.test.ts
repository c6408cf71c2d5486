import { describe, expect, test } from 'vitest';
import { withCode } from '../../../../shared/reasons/reason.ts';
import {
  type Answer,
  type Refusal,
  type Remedy,
  REMEDIES,
} from '../../../../shared/renewal/answer.ts';
import {
  afterPayAnswer,
  afterRenewAnswer,
  type Consequence,
  type RenewAnswerOfRows,
} from '../../../../shared/renewal/decide/answers.ts';
import { BACK_OFF_MS } from '../../../../shared/renewal/decide/decision.ts';
import type { RenewAnswered } from '../../../../shared/renewal/events.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { refusalOf } from '../../../support/facts-sample.ts';
import { usd } from '../../../support/journal-sample.ts';

const AT = 5;
const SIZES = [100, 10, 1];
const DONE: Answer<null> = { kind: 'done', value: null };
const UNKNOWN: Answer<null> = { kind: 'unknown', detail: 'timeout' };

function refused(remedy: Remedy): Answer<null> {
  return { kind: 'refused', refusal: refusalOf(remedy) };
}

function note(remedy: Remedy) {
  const { code, reason } = refusalOf(remedy);
  return { code, reason };
}

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
const BOTH = { orders: ['o1', 'o2'] };
const ACCEPTED = { kind: 'accepted' } as const;
const SUSPEND = {
  kind: 'suspend',
  reason: withCode(refusalOf('suspend').reason, 'CBC.1'),
} as const;

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
      recorded(ACCEPTED, { orders: ['o1'], lowered: { rows: [0], rung: 1 } }),
    ],
    [
      'that refuses one id and made an order all the same is refused',
      answered(1, refused('row'), { orders: ['o1'] }),
      recorded({ kind: 'refused', refusal: note('row') }, { orders: ['o1'] }),
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

describe('the answer to a payment', () => {
  function paid(answer: Answer<null>, last = false): Consequence {
    return afterPayAnswer('o1', answer, { last, at: AT });
  }

  const putOff = { kind: 'payment put off', order: 'o1' } as const;
  const declined = { kind: 'payment declined', order: 'o1', at: AT } as const;
  const later = { kind: 'later', at: AT + BACK_OFF_MS } as const;

  test.each<[string, Consequence, Consequence]>([
    [
      'that accepts it',
      paid(DONE),
      { event: { kind: 'payment accepted', order: 'o1', at: AT }, stop: null },
    ],
    [
      'that did not come is not clear',
      paid(UNKNOWN),
      { event: { kind: 'payment unanswered', order: 'o1', at: AT }, stop: null },
    ],
    [
      'that did not come to the last of them is not clear either',
      paid(UNKNOWN, true),
      { event: { kind: 'payment unanswered', order: 'o1', at: AT }, stop: null },
    ],
    [
      "that refuses it for the order's own state has the order read",
      paid(refused('read order')),
      {
        event: { kind: 'payment refused', order: 'o1', at: AT, refusal: note('read order') },
        stop: null,
      },
    ],
    [
      "that refuses it a second time for the order's own state cancels the order",
      paid(refused('read order'), true),
      cancelled('payment refused', 'read order'),
    ],
    [
      'that refuses the discount cancels the order',
      paid(refused('refuse discount')),
      cancelled('discount refused', 'refuse discount'),
    ],
    [
      'that tells of other terms cancels the order',
      paid(refused('drop order')),
      cancelled('terms changed', 'drop order'),
    ],
    [
      'that finds a budget used up cancels the order',
      paid(refused('hold project')),
      cancelled('budget used up', 'hold project'),
    ],
    [
      'that turns it away keeps the order for later',
      paid(refused('wait')),
      { event: putOff, stop: later },
    ],
    [
      'that calls it too frequent keeps the order for later',
      paid(refused('later')),
      { event: putOff, stop: later },
    ],
    [
      'that refuses the account stops the work; the order is read before that is told',
      paid(refused('suspend')),
      { event: declined, stop: SUSPEND },
    ],
    [
      'that refuses it with a code of no table stops the work; the order is read before that is told',
      paid(refused('unlisted')),
      { event: declined, stop: SUSPEND },
    ],
    [
      'that names a row stops the work; the order is read before that is told',
      paid(refused('row')),
      { event: declined, stop: SUSPEND },
    ],
    [
      'that names none of its rows stops the work; the order is read before that is told',
      paid(refused('split')),
      { event: declined, stop: SUSPEND },
    ],
  ])('%s', (_, consequence, expected) => {
    expect(consequence).toEqual(expected);
  });
});

function cancelled(
  because: 'payment refused' | 'discount refused' | 'terms changed' | 'budget used up',
  remedy: Remedy,
): Consequence {
  return {
    event: { kind: 'cancel decided', order: 'o1', because, rows: null, refusal: note(remedy) },
    stop: null,
  };
}
