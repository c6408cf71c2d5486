import { type Reason, reason } from '../reasons/reason.ts';
import type { OrderReading, ProviderResource } from '../ports/provider.ts';
import type { Journal, JournalRow } from '../renewal/journal.ts';
import {
  display,
  exceeds,
  money,
  type Money,
  plus,
  roundUpToMinor,
  smaller,
  sum,
  times,
} from '../values/money.ts';
import type { Term } from '../values/term.ts';
import { daysBetween, wallTime } from '../values/wall-time.ts';
import { dayAfterTerm } from './day-after-term.ts';

/** What a final sheet calls renewed and the provider does not confirm, or could not be asked. */
export interface Doubt {
  readonly resourceId: string;
  readonly why: Reason;
}

/** What an audit came to: renewed rows that the provider confirms, and the others. */
export interface Audit {
  readonly confirmed: number;
  /** Of the confirmed, those of which neither sheet nor provider tells a charge; left out: none. */
  readonly uncharged?: number;
  readonly doubts: readonly Doubt[];
}

/** What the account has approved, and the zone in which it counts days. */
export interface AuditTerms {
  readonly expiryZone: string;
  readonly currency: string;
  readonly priceTolerance: { readonly percent: number; readonly absolute: string };
}

/** What was read at the provider after the end. `missed`: why something was not read; null: all was. */
export interface Sight {
  readonly orders: ReadonlyMap<string, OrderReading>;
  readonly resources: ReadonlyMap<string, ProviderResource>;
  /** Ids of resources and orders that an answer came for. */
  readonly asked: ReadonlySet<string>;
  readonly missed: string | null;
}

/** A row that a journal calls renewed, with the journal that does. */
export interface Claim {
  readonly journal: Journal;
  readonly index: number;
  readonly row: JournalRow;
}

/** All rows that are called renewed. */
export function claimsOf(journals: readonly Journal[]): readonly Claim[] {
  return journals.flatMap((journal) =>
    journal.rows.flatMap((row, index) =>
      row.outcome?.outcome === 'renewed' ? [{ journal, index, row }] : [],
    ),
  );
}

/** The ids of the orders that a row is said to be paid with. */
export function ordersNamed({ outcome }: JournalRow): readonly string[] {
  return (outcome?.order ?? '').split(', ').filter((id) => id !== '');
}

/**
 * Holds what journals call renewed against the provider, by rules of its own and no code of the engine:
 * one paid order a row, paid within the approval of the rows that name it, and an expiry at least as late as
 * the approved day plus the term (money rule 12). What is not seen is not confirmed.
 */
export function audit(claims: readonly Claim[], sight: Sight, terms: AuditTerms): Audit {
  const ceilings = ceilingsOf(claims, terms);
  const doubts = claims.flatMap((claim): Doubt[] => {
    const why = doubtOfOrder(claim, ceilings, sight) ?? doubtOfExpiry(claim, sight, terms);
    return why === null ? [] : [{ resourceId: claim.row.resourceId, why }];
  });
  const doubted = new Set(doubts.map(({ resourceId }) => resourceId));
  const uncharged = claims.filter(
    ({ row }) => row.outcome?.paid === null && !doubted.has(row.resourceId),
  ).length;
  return {
    confirmed: claims.length - doubts.length,
    ...(uncharged === 0 ? {} : { uncharged }),
    doubts,
  };
}

function doubtOfOrder(
  claim: Claim,
  ceilings: ReadonlyMap<string, Money>,
  sight: Sight,
): Reason | null {
  const named = ordersNamed(claim.row);
  const [order] = named;
  if (order === undefined) return reason('audit-no-order');
  const paid = [...new Set([...named, ...ordersWith(claim)])].filter((id) => isPaid(sight, id));
  if (named.length > 1 || paid.length > 1) {
    return reason('audit-several-orders', { orders: [...new Set([...named, ...paid])].join(', ') });
  }
  const shown = sight.orders.get(order);
  if (shown === undefined) {
    return sight.asked.has(order) ? reason('audit-order-not-shown', { order }) : notRead(sight);
  }
  if (!isPaid(sight, order)) return reason('audit-order-not-paid', { order });
  const most = ceilings.get(order)!;
  const { charged } = shown;
  // The sheet gives no figure for it and says so: there is none to be confirmed.
  if (charged === null && claim.row.outcome?.paid === null) return null;
  if (charged === null && shown.most.amount === '0') {
    return reason('audit-charge-not-shown', { order });
  }
  if (charged === null || charged.currency !== most.currency) {
    return reason('audit-charge-not-known', { order });
  }
  if (!exceeds(charged, most)) return null;
  const { currency } = charged;
  return reason('audit-charge-above', {
    order,
    charged: display(charged),
    currency,
    most: display(most),
  });
}

function isPaid({ orders }: Sight, id: string): boolean {
  const state = orders.get(id)?.state;
  return state === 'completed' || state === 'processing';
}

/** Orders of which the journal says that they cover the row, whatever the row says. */
function ordersWith({ journal, index }: Claim): readonly string[] {
  return journal.parts.flatMap(({ orders }) =>
    orders.flatMap(({ id, rows }) => (rows?.includes(index) === true ? [id] : [])),
  );
}

/** What may be paid at most for each order: approved plus tolerance of the rows that name it. */
function ceilingsOf(claims: readonly Claim[], terms: AuditTerms): ReadonlyMap<string, Money> {
  const { percent, absolute } = terms.priceTolerance;
  const each = new Map<string, Money[]>();
  for (const { row } of claims) {
    const { approved } = row;
    const share = times(times(approved, percent), '0.01');
    const most = plus(approved, smaller(share, money(absolute, approved.currency)));
    for (const order of ordersNamed(row)) {
      const known = each.get(order);
      if (known === undefined) each.set(order, [most]);
      else known.push(most);
    }
  }
  return new Map(
    [...each].map(([order, rows]) => [order, roundUpToMinor(sum(rows, terms.currency))]),
  );
}

function doubtOfExpiry({ journal, row }: Claim, sight: Sight, terms: AuditTerms): Reason | null {
  const { resourceId } = row;
  const resource = sight.resources.get(resourceId);
  if (resource === undefined) {
    return sight.asked.has(resourceId) ? reason('audit-resource-not-shown') : notRead(sight);
  }
  if (resource.expiry === null) return reason('audit-resource-not-shown');
  const zone = terms.expiryZone;
  const { day } = wallTime(resource.expiry, zone);
  const expected = dayAfterTerm(row.expiry.day, journal.term);
  const dates = { expiry: day, expected, zone };
  if (daysBetween(expected, day) < 0) return reason('audit-expiry-early', dates);
  return isTwice(expected, day, journal.term) ? reason('audit-expiry-late', dates) : null;
}

/** Months differ in length: a few days less than a second term is one all the same. */
const SLACK_DAYS = 3;

function isTwice(expected: string, day: string, term: Term): boolean {
  return daysBetween(dayAfterTerm(expected, term), day) >= -SLACK_DAYS;
}

function notRead({ missed }: Sight): Reason {
  return reason('audit-not-read', { said: missed ?? '' });
}
