import type { JournalEvent } from '../events.ts';
import type { OrderStateKind } from '../states/order-state.ts';
import { type Line, type Rule, table } from './transition.ts';

type OrderLine = Line<OrderStateKind, JournalEvent['kind']>;

function each(
  froms: readonly OrderStateKind[],
  event: JournalEvent['kind'],
  to: OrderStateKind,
  rule: Rule,
): OrderLine[] {
  return froms.map((from) => [from, event, to, rule]);
}

const UNPAID = ['made', 'payable again'] as const;
const IN_DOUBT = ['payment unclear', 'payment refused', 'payment declined'] as const;
const PAID = ['paid', 'overcharged'] as const;

/** Every change that an order may make. What is not here is refused by `apply`. */
export const ORDER_TRANSITIONS = table<OrderStateKind, JournalEvent['kind']>([
  ['none', 'call answered', 'made', 1],
  ['none', 'orders adopted', 'made', 5],
  // Of a call that pays at once: an order's number is no proof that it is paid.
  ['none', 'call answered', 'payment unclear', 1],
  ['none', 'orders adopted', 'payment unclear', 5],
  ['none', 'orders unwanted', 'cancelling', 5],
  ['none', 'orders found', 'cancelling', 5],
  ['none', 'orders found', 'for review', 5],

  ['made', 'payment intended', 'paying', 1],
  ['payable again', 'payment intended', 'paying again', 1],
  ...each(['paying', 'paying again'], 'payment accepted', 'paid', 2),
  ['paying', 'payment unanswered', 'payment unclear', 2],
  // That it was refused once is not forgotten: it is not paid a third time.
  ['paying again', 'payment unanswered', 'payment refused', 2],
  ['paying', 'payment put off', 'made', 2],
  ['paying again', 'payment put off', 'payable again', 2],
  ['paying', 'payment refused', 'payment refused', 2],
  ...each(['paying', 'paying again'], 'payment declined', 'payment declined', 7),
  ['paying', 'claimed', 'payment unclear', 1],
  ['paying again', 'claimed', 'payment refused', 1],

  ...each(IN_DOUBT, 'payment seen', 'paid', 2),
  ['payment unclear', 'payment not made', 'made', 2],
  ['payment refused', 'payment not made', 'payable again', 2],
  ['payment declined', 'payment not made', 'made', 2],
  ['payment declined', 'payment not made', 'payable again', 2],
  ...each(IN_DOUBT, 'cancelled', 'cancelled', 4),
  ...each(IN_DOUBT, 'left to a person', 'for review', 11),

  ...each(UNPAID, 'paid by somebody', 'paid', 5),
  ...each(UNPAID, 'cancelled', 'cancelled', 4),
  ...each(UNPAID, 'cancel decided', 'cancelling', 3),
  ...each(UNPAID, 'left to a person', 'for review', 5),
  ...each(['paying', 'paying again'], 'cancel decided', 'cancelling', 3),

  ['cancelling', 'cancelled', 'cancelled', 4],
  ['cancelling', 'paid by somebody', 'paid', 5],
  ['cancelling', 'left to a person', 'for review', 4],

  ['paid', 'charged above', 'overcharged', 3],
  ['overcharged', 'charged above', 'overcharged', 3],
  ...each(PAID, 'completed', 'completed', 10),
  ...each(PAID, 'left to a person', 'for review', 11),
  ...each(PAID, 'given up', 'for review', 12),
  ...each(PAID, 'given up', 'completed', 10),

  ...each(
    [...UNPAID, 'paying', 'paying again', ...IN_DOUBT, 'cancelling'],
    'rows closed',
    'for review',
    'vocabulary, section 8',
  ),
]);
