import { describe, expect, test } from 'vitest';
import { type Reason, reason } from '../../../../../shared/reasons/reason.ts';
import { decideConfirm } from '../../../../../shared/renewal/decide/confirm/confirm.ts';
import type { Journal, Order } from '../../../../../shared/renewal/journal.ts';
import type { OrderReading } from '../../../../../shared/renewal/readings.ts';
import type { Money } from '../../../../../shared/values/money.ts';
import {
  contextOf,
  decided,
  looks,
  orders,
  payment,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { journalOf, part, pricedJournal, usd } from '../../../../support/journal-sample.ts';
import { boughtWith } from '../../../../support/purchase-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { paid } from './paid-orders.ts';

/** What is recorded of a completed order of rows approved for ten dollars each. */
interface Told {
  readonly charged: Money | null;
  readonly why: Reason;
}

/** Order o0 of these rows, paid for what was compared, reads completed. */
function told(
  compared: string,
  more: Partial<OrderReading>,
  rows: readonly number[] = [0],
  tolerance = '0',
): Told | undefined {
  const journal = journalOf(rows.length, { parts: [part(0, rows, [paid('o0', rows, compared)])] });
  return recorded(journal, [reading('o0', compared, { state: 'completed', ...more })], tolerance);
}

function recorded(
  journal: Journal,
  completed: readonly OrderReading[],
  absolute = '0',
): Told | undefined {
  const rows = looks(
    journal.rows.map((_, row) => row),
    shown(RENEWED),
  );
  const policy = testPolicy({ priceTolerance: { percent: 100, absolute } });
  const context = contextOf(journal, { orders: orders(...completed), rows }, { policy });
  const [event] = decided(decideConfirm, context).events;
  if (event?.kind !== 'completed') return undefined;
  return { charged: event.orders[0]!.charged, why: event.why };
}

function above(charged: string, approved = '10.00'): Reason {
  return reason('renewed-above-approval', { order: 'o0', charged, currency: 'USD', approved });
}

const CHARGED_ABOVE = { order: 'o0', charged: '12.00', currency: 'USD', approved: '10.00' };

/** Order o0 of row 0, which people were told of as charged so, reads completed. */
function overcharged(
  charged: string,
  more: Partial<OrderReading>,
  compared = '10',
): Told | undefined {
  const state = { kind: 'overcharged', ...payment(0, compared), charged: usd(charged) } as const;
  const journal = journalOf(1, { parts: [part(0, [0], [{ id: 'o0', rows: [0], state }])] });
  return recorded(journal, [reading('o0', charged, { state: 'completed', ...more })]);
}

const RENEWED_SO = reason('renewed');

describe('what is told of a completed order', () => {
  test('is its charge, where the figures agree', () => {
    expect(told('10', {})).toEqual({ charged: usd('10'), why: RENEWED_SO });
  });

  test('is no figure at all where they differ', () => {
    expect(told('10', { charged: null, most: usd('10') })).toEqual({
      charged: null,
      why: reason('renewed-charge-not-known', { order: 'o0' }),
    });
  });

  test('is that it was dearer than approved, where somebody else has paid such an order', () => {
    expect(told('12', {})).toEqual({ charged: usd('12'), why: above('12.00') });
    expect(told('25', {}, [0, 1])?.why).toEqual(above('25.00', '20.00'));
  });

  test('is that more was charged than it showed, where we have paid such an order', () => {
    expect(overcharged('12', {})).toEqual({
      charged: usd('12'),
      why: reason('renewed-charged-above', CHARGED_ABOVE),
    });
  });

  test('is that more was charged than approved, and no more, of what pays at once', () => {
    const state = { kind: 'overcharged', ...payment(0, '10'), charged: usd('12') } as const;
    const journal = pricedJournal(1, { parts: [boughtWith(state)] });

    expect(recorded(journal, [reading('o0', '12', { state: 'completed' })])?.why).toEqual(
      reason('bought-above-approval', CHARGED_ABOVE),
    );
  });

  test('is that perhaps more was charged, where we have paid and the figures differ', () => {
    expect(overcharged('12', { charged: null, most: usd('12') })).toEqual({
      charged: null,
      why: reason('renewed-charge-perhaps-above', CHARGED_ABOVE),
    });
  });

  test('is nothing of a charge above what was compared that is within the approval', () => {
    expect(overcharged('9.50', {}, '9')?.why).toEqual(RENEWED_SO);
  });

  test('is nothing of that within the tolerance of the account, nor for a cent rounded up', () => {
    expect(told('12', {}, [0], '2')?.why).toEqual(RENEWED_SO);
    expect(told('12.01', {}, [0], '2')?.why).toEqual(above('12.01'));
    expect(told('12', {}, [0], '1.994')?.why).toEqual(RENEWED_SO);
    expect(told('12', {}, [0], '1.99')?.why).toEqual(above('12.00'));
  });
});

describe('what is told of orders that are confirmed together', () => {
  const two: readonly Order[] = [paid('o0', null), paid('o1', null)];
  const journal = journalOf(2, { parts: [part(0, [0, 1], two)] });
  const first = reading('o0', '10', { state: 'completed' });

  test('is not known where one of their charges is not', () => {
    const second = reading('o1', '10', { state: 'completed', charged: null });

    expect(recorded(journal, [first, second])?.why).toEqual(
      reason('renewed-charge-not-known', { order: 'o0, o1' }),
    );
  });

  test('is the sum of their charges against what was approved for all rows', () => {
    const second = reading('o1', '10', { state: 'completed' });

    expect(recorded(journal, [first, second])?.why).toEqual(RENEWED_SO);
  });
});
