import { reason } from '../../reasons/reason.ts';
import { compare, type Money } from '../../values/money.ts';
import type { Term } from '../../values/term.ts';
import type { RowReading } from '../decide/facts.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import type { RenewalPolicy } from '../policy.ts';
import type { OrderedBefore, PriceReading } from '../readings.ts';
import { judgeLook, type LookContext, type LookedAtRow } from './judge-look.ts';
import { outcomeOf } from './ordered-before.ts';
import { judgeRoute } from './judge-route.ts';
import { LAG_MS } from './watched-rows.ts';
import { isBusy, isLocked, judgePrice, looksDear } from './judge-price.ts';

/** A row before it is ordered. A dry run may have no approved price: then there is nothing to compare. */
export interface PreFlightRow extends LookedAtRow {
  readonly approved: Money | null;
}

/** What is known of a row. */
export interface PreFlightFacts {
  /** Null: it must be looked at first. */
  readonly look: RowReading | null;
  /** What another job has to do with it (money rule 8); undefined: nothing. */
  readonly before: OrderedBefore | undefined;
  /** One that another job has in hand may still wait for that. */
  readonly handWaits: boolean;
  /** Null: its price must be asked for; `alone`: that was done in a call of its own. */
  readonly price: { readonly alone: boolean; readonly reading: PriceReading | null } | null;
  /** Only a price of its own will do: an order with it was too dear. */
  readonly ownPrice: boolean;
  /** The provider has called it busy before. */
  readonly busyBefore: boolean;
  /** An order that locks it may be of our making. */
  readonly lockMayBeOurs: boolean;
  /** A lock may only be the late sight of an order that we have cancelled. */
  readonly lockMayPass: boolean;
}

/** What rows are judged by. */
export interface PreFlightContext extends LookContext {
  readonly policy: LookContext['policy'] & Pick<RenewalPolicy, 'priceTolerance' | 'allowUnpriced'>;
  readonly term: Term;
  /** Whether people are told the price: then a share of a total is not good enough. */
  readonly tellsPrices: boolean;
}

/** How a price is asked for. */
export type PriceAsk = 'together' | 'alone';

/** What is next for a row. */
export type PreFlight =
  /** Something must be read of it; its price may be asked for beside the look, for it changes nothing. */
  | { readonly kind: 'ask'; readonly look: boolean; readonly price: PriceAsk | null }
  | { readonly kind: 'settled'; readonly outcome: RowOutcome }
  /** Another job is at work on it: it waits for that. */
  | { readonly kind: 'in hand' }
  /** The provider calls it busy: once more later. */
  | { readonly kind: 'busy' }
  /** The order that locks it is looked for (money rule 5). */
  | { readonly kind: 'locked' }
  /** What locks it may be gone already: asked for again later. */
  | { readonly kind: 'wait' }
  /** Nothing keeps it from being ordered. */
  | { readonly kind: 'order'; readonly price: Money; readonly list: Money | null };

/**
 * What is next for a row before it is ordered: the one order of asking and judging, for the engine
 * and for the dry run, so that neither can forget a rule. It is looked at and priced; it needs no
 * price where it is renewed by us or by somebody already, attached to another resource, of another expiry
 * than approved, left to auto-renewal or another job's (money rules 8 and 9); it is
 * held only on its own price, so one that looks too dear among others, where it is a share of a
 * total, is asked for alone first (money rule 3).
 */
export function preFlight(
  row: PreFlightRow,
  facts: PreFlightFacts,
  context: PreFlightContext,
): PreFlight {
  const { look } = facts;
  const before = stillTold(facts.before, context);
  const price = priceToAsk(row, facts, context);
  if (look === null) return { kind: 'ask', look: true, price };
  const zone = context.policy.expiryZone;
  const told = before === undefined ? null : outcomeOf(row, before, look, zone);
  // Paid by us is paid, whatever the provider shows today.
  const seen = before?.kind === 'renewed' ? told : judgeLook(row, look, context);
  if (seen !== null) return { kind: 'settled', outcome: seen };
  if (before?.kind === 'in hand' && facts.handWaits) return { kind: 'in hand' };
  if (told !== null) return { kind: 'settled', outcome: told };
  const refused = judgeRoute(row, look, context);
  if (refused !== null) return { kind: 'settled', outcome: refused };
  if (price !== null) return { kind: 'ask', look: false, price };
  return afterPrice(row, facts, context);
}

/** What another job saw so long ago that no read is behind it any more is seen anew. */
function stillTold(
  before: OrderedBefore | undefined,
  { now }: PreFlightContext,
): OrderedBefore | undefined {
  return before?.kind === 'seen renewed' && before.at <= now - LAG_MS ? undefined : before;
}

function priceToAsk(
  { approved }: PreFlightRow,
  { price, ownPrice }: PreFlightFacts,
  { policy, tellsPrices }: PreFlightContext,
): PriceAsk | null {
  if (price === null) return ownPrice ? 'alone' : 'together';
  if (price.alone) return null;
  const { reading } = price;
  const dear = approved !== null && looksDear({ approved }, reading, policy);
  return ownPrice || dear || (tellsPrices && isShareOf(reading, approved)) ? 'alone' : null;
}

/** Whether a price that is to be told is a share of a total, which is nobody's own. */
function isShareOf(reading: PriceReading | null, approved: Money | null): boolean {
  if (reading?.kind !== 'priced' || reading.alone || reading.shared !== true) return false;
  return approved === null || compare(approved, reading.price) !== 0;
}

function afterPrice(
  row: PreFlightRow,
  { look, price, busyBefore, lockMayBeOurs, lockMayPass }: PreFlightFacts,
  { policy, term }: PreFlightContext,
): PreFlight {
  const reading = price?.reading ?? null;
  if (isLocked(reading) && lockMayPass) return { kind: 'wait' };
  if (isLocked(reading) && lockMayBeOurs) return { kind: 'locked' };
  if (isBusy(reading) && !busyBefore) return { kind: 'busy' };
  const missing = look?.kind !== 'shown';
  const outcome = judgePrice(row, reading, { policy, term, missing });
  if (outcome !== null) return { kind: 'settled', outcome };
  // Nothing tells it: what was approved is what the charge is compared with afterwards.
  if (reading?.kind === 'not told') {
    return row.approved === null
      ? { kind: 'settled', outcome: rowOutcome('held: price changed', reason('price-to-be-typed')) }
      : { kind: 'order', price: row.approved, list: null };
  }
  if (reading?.kind !== 'priced') throw new Error(`row ${row.resourceId} has no price`);
  return { kind: 'order', price: reading.price, list: reading.list };
}
