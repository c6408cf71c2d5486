import type { Journal, Part } from '../journal.ts';
import { isClosed, isUnanswered } from '../journal-view.ts';
import type { DiscountChoice } from '../notes.ts';
import type { OrderState, Payment } from '../states/order-state.ts';
import { exceeds, type Money, roundUpToMinor, sum } from '../../values/money.ts';
import { type Term, termMonths } from '../../values/term.ts';

/**
 * How a charge comes about: while no charge of the kind was read in a job, one order of it is paid
 * alone (money rule 3). Months, the discount's kind and the currency; of what is bought in one call the
 * product, too, for each has a call of its own.
 */
export function chargeKind(
  term: Term,
  discount: DiscountChoice | null,
  currency: string,
  product?: string,
): string {
  const sent = discount === null ? 'no discount' : `discount ${discount.type}`;
  const kind = `${termMonths(term)} months, ${sent}, ${currency}`;
  return product === undefined ? kind : `${product}, ${kind}`;
}

/**
 * The kinds of charges that were read of the chunk's completed orders that we have paid. One that took
 * more than was compared, or of which that is not known, has shown nothing of the next: after a person
 * has resumed, one goes alone again.
 */
export function chargesRead(journal: Pick<Journal, 'term' | 'parts' | 'rows'>): string[] {
  const { term, parts } = journal;
  const kinds = parts.flatMap((part) =>
    part.orders.flatMap(({ state, rows }) =>
      state.kind === 'completed' &&
      state.compared !== null &&
      isAsExpected(journal, { ...part, rows: rows ?? part.rows }, state.charged, state.compared)
        ? [chargeKind(term, state.discount, state.compared.currency, part.frozen?.product)]
        : [],
    ),
  );
  return [...new Set(kinds)];
}

/**
 * What pays at once is held against its approval, not against the price that was asked for before; of
 * some products nobody ever tells what was charged.
 */
function isAsExpected(
  journal: Pick<Journal, 'rows'>,
  { frozen, rows }: Pick<Part, 'frozen' | 'rows'>,
  charged: Money | null,
  compared: Money,
): boolean {
  if (charged === null) return frozen !== undefined;
  const approved = rows.map((row) => journal.rows[row]!.approved);
  const most = frozen === undefined ? compared : sum(approved, compared.currency);
  return !exceeds(charged, roundUpToMinor(most));
}

/** A payment of a chunk that is not done with. */
export interface OpenPayment {
  /** Which shows what it has taken; null: it was bought in one call, and its own chunk looks at it. */
  readonly order: string | null;
  readonly kind: string;
  readonly compared: Money;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether what it has taken shows what such payments of ours take. */
  readonly shows: boolean;
}

/** The payments of a chunk from their intent until they are completed, with their kinds of charges. */
export function openPayments({ term, parts }: Pick<Journal, 'term' | 'parts'>): OpenPayment[] {
  return parts.flatMap((part): readonly OpenPayment[] => {
    const { expected, frozen, attempt, orders } = part;
    if (frozen !== undefined) {
      if (!isUnanswered(part) && orders.every((order) => isClosed(order))) return [];
      const { price: compared } = expected;
      const kind = chargeKind(term, null, compared.currency, frozen.product);
      return [{ order: null, kind, compared, at: attempt.at, shows: true }];
    }
    return orders.flatMap(({ id, state }) => {
      const payment = paymentUnderWay(state);
      if (payment === null) return [];
      const { discount, compared, at } = payment;
      const kind = chargeKind(term, discount, compared.currency);
      return [{ order: id, kind, compared, at, shows: isOurs(state) }];
    });
  });
}

/** Our payment that the order stands for, from its intent until it is completed; null: none. */
export function paymentUnderWay(state: OrderState): Payment | null {
  switch (state.kind) {
    case 'paid':
      return state.by === 'others' ? null : state;
    case 'paying':
    case 'paying again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
    case 'overcharged':
      return state;
    case 'made':
    case 'payable again':
    case 'completed':
    case 'cancelling':
    case 'cancelled':
    case 'for review':
      return null;
  }
}

/** Whether it is ours for sure: what somebody else has paid shows nothing of what our payments take. */
export function isOurs(state: OrderState): boolean {
  return state.kind !== 'paid' || state.by === undefined;
}
