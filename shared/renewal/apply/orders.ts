import { afterCancel } from './after-cancel.ts';
import { afterCompletions, type CompletedOrder } from './after-completion.ts';
import { afterGivingUp } from './after-giving-up.ts';
import type { OrderEvent, PayIntent } from '../events.ts';
import type { Journal } from '../journal.ts';
import { findOrder, withOrder } from '../journal-view.ts';
import { orderForReview } from './order-for-review.ts';
import { paymentUnderWay } from '../rules/first-payment.ts';
import type { OrderState, Payment } from '../states/order-state.ts';

/** What becomes of a chunk by what became of its orders. */
export function applyToOrders(journal: Journal, event: OrderEvent): Journal {
  switch (event.kind) {
    case 'coverage proven':
      return event.orders.reduce(
        (known, { order: id, rows }) => withOrder(known, id, (order) => ({ ...order, rows })),
        journal,
      );
    case 'payment intended':
      return event.orders.reduce((known, intent) => intended(known, intent, event.at), {
        ...journal,
        claims: 0,
      });
    case 'payment accepted':
      return moved(journal, event.order, (state) => ({
        kind: 'paid',
        ...paymentOf(state),
        at: event.at,
      }));
    case 'payment unanswered':
      // Nothing can be in flight any more so long after the call's end, not after its begin.
      return moved(journal, event.order, (state) => ({
        ...(state.kind === 'paying again'
          ? { kind: 'payment refused', refusal: state.refusal }
          : { kind: 'payment unclear' }),
        ...paymentOf(state),
        at: event.at,
      }));
    case 'payment refused':
      return moved(journal, event.order, (state) => ({
        kind: 'payment refused',
        ...paymentOf(state),
        at: event.at,
        refusal: event.refusal,
      }));
    case 'payment put off':
      return moved(journal, event.order, (state) =>
        state.kind === 'paying again'
          ? { kind: 'payable again', refusal: state.refusal }
          : { kind: 'made' },
      );
    case 'payment declined':
      return moved(journal, event.order, (state) => ({
        kind: 'payment declined',
        ...paymentOf(state),
        at: event.at,
        refusal: state.kind === 'paying again' ? state.refusal : null,
      }));
    case 'payment seen':
      // After a clear no somebody else may have been quicker, for which ours was refused.
      return moved(journal, event.order, (state) => ({
        kind: 'paid',
        ...paymentOf(state),
        ...(state.kind === 'payment unclear' ? {} : { by: 'unknown' }),
      }));
    case 'payment not made':
      return moved(journal, event.order, notPaid);
    case 'paid by somebody':
      return withOrder(journal, event.order, (order) => ({
        ...order,
        rows: event.rows,
        // What is held against its charge is what we compared, if it can be our own payment.
        state:
          order.tried === undefined
            ? { kind: 'paid', compared: event.amount, discount: null, at: event.at, by: 'others' }
            : { kind: 'paid', ...order.tried, by: 'unknown' },
      }));
    case 'cancel decided':
      return withOrder(journal, event.order, (order) => ({
        ...order,
        rows: event.rows ?? order.rows,
        state: { kind: 'cancelling', because: event.because, refusal: event.refusal },
      }));
    case 'cancelled': {
      const { part, order } = findOrder(journal, event.order);
      return afterCancel(journal, part, order, event);
    }
    case 'left to a person': {
      const { part, order } = findOrder(journal, event.order);
      return orderForReview(journal, part, order, event.why);
    }
    case 'charged above':
      return moved(journal, event.order, (state) => ({
        kind: 'overcharged',
        ...paymentOf(state),
        charged: event.charged,
      }));
    case 'completed': {
      const orders = event.orders.map(({ order, charged, tax }): CompletedOrder => ({
        order: findOrder(journal, order).order,
        charged,
        tax,
      }));
      return afterCompletions(journal, orders, event);
    }
    case 'given up': {
      const { part, order } = findOrder(journal, event.overdue.order);
      return afterGivingUp(journal, part, order, event.overdue);
    }
  }
}

/** That it was refused for its own state once is not forgotten: it is not paid a third time. */
function notPaid(state: OrderState): OrderState {
  const earlier =
    state.kind === 'payment refused' || state.kind === 'payment declined' ? state.refusal : null;
  return earlier === null ? { kind: 'made' } : { kind: 'payable again', refusal: earlier };
}

function moved(journal: Journal, id: string, next: (state: OrderState) => OrderState): Journal {
  return withOrder(journal, id, (order) => ({ ...order, state: next(order.state) }));
}

/** The payment of an order that has one; a state without any has been refused by the table before. */
function paymentOf(state: OrderState): Payment {
  const payment = state.kind === 'paid' ? state : paymentUnderWay(state);
  if (payment === null) throw new Error(`an order that is ${state.kind} has no payment`);
  const { compared, discount, at } = payment;
  return { compared, discount, at };
}

function intended(
  journal: Journal,
  { order: id, rows, compared, discount }: PayIntent,
  at: number,
): Journal {
  const tried: Payment = { compared, discount, at };
  return withOrder(journal, id, (order) => ({
    ...order,
    rows,
    tried,
    state:
      order.state.kind === 'payable again'
        ? { kind: 'paying again', ...tried, refusal: order.state.refusal }
        : { kind: 'paying', ...tried },
  }));
}
