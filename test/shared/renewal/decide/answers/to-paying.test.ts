import { describe, expect, test } from 'vitest';
import { type Answer, type Remedy } from '../../../../../shared/renewal/answer.ts';
import { afterPayAnswer, type Consequence } from '../../../../../shared/renewal/decide/answers.ts';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import { AT, SUSPEND, DONE, UNKNOWN, refused, note } from './an-answer.ts';

function paid(answer: Answer<null>, last = false): Consequence {
  return afterPayAnswer('o1', answer, { last, at: AT });
}

describe('the answer to a payment', () => {
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
