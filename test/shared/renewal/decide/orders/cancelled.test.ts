import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { asked, NOW, only, under } from '../../../../support/facts-sample.ts';
import { cancelling, usd } from '../../../../support/journal-sample.ts';
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
  const inUnknownState = {
    events: [
      {
        kind: 'left to a person',
        order: 'o1',
        why: reason('order-in-unknown-state', { order: 'o1' }),
      },
    ],
  } as const;
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
      { events: [{ kind: 'cancelled', order: 'o1', because: 'expiry moved', at: NOW }] },
    ],
    ['is waited for while it is not shown', { ...told(false), ...HIDDEN }, LATER],
    ['is waited for while it still reads unpaid', { ...told(false), ...reads('unpaid') }, LATER],
    [
      'is left to a person where it was refused and reads unpaid',
      { ...told(true), ...reads('unpaid') },
      notCancelled,
    ],
    [
      'was cancelled by somebody where our first cancel of it is refused',
      { ...told(true), ...reads('cancelled'), changed: new Map([['order o1', 1]]) },
      {
        events: [{ kind: 'cancelled', order: 'o1', because: 'cancelled by somebody', at: NOW }],
      },
    ],
    [
      'is left to a person where it reads anything else for hours',
      { ...told(false), ...reads('other') },
      inUnknownState,
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
