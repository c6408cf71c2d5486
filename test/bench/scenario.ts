/** One quote of the bench: an account with a sandbox of its own. */
export interface Scenario {
  /** Names the account. */
  readonly name: string;
  readonly rows: number;
  /** Columns of remarks in the quote, besides the five that decide. */
  readonly remarkColumns: number;
  /** The most ids that the provider takes in one renew call. */
  readonly idsPerRenew: number;
  /** Whether a renew call makes one order for all its ids, or one for each. */
  readonly orders: 'one' | 'one per resource';
  /** Before each of the provider's answers. */
  readonly latencyMs: number;
  /** Of each API. */
  readonly callsPerSecond: number;
}

/** As wide as a quote of 10,000 rows may be (`LIMITS` of the reader). */
const WIDEST = { rows: 10_000, remarkColumns: 55 };

/** Names the account of the widest quote. */
export const WIDEST_NAME = 'widest-quote';

/** More calls a second than are ever made: the limiter is off. */
const NO_LIMIT = 10_000;

/** A quote of so many rows at a provider that answers at once and without a limit. */
export function undisturbed(rows: number, idsPerRenew: number): Scenario {
  const name = `rows-${rows}-ids-${idsPerRenew}`;
  return {
    name,
    rows,
    remarkColumns: 0,
    idsPerRenew,
    orders: 'one',
    latencyMs: 0,
    callsPerSecond: NO_LIMIT,
  };
}

/** The largest quote that is taken in, 60 columns of 60 characters, from its drop to its results. */
export function widestQuote(): Scenario {
  return { ...undisturbed(WIDEST.rows, 100), ...WIDEST, name: WIDEST_NAME };
}

/**
 * A quote of one chunk at a provider that takes 10 ids in a call, 300 ms for each answer, and 10
 * calls a second of each API.
 */
export function slowProvider(orders: Scenario['orders']): Scenario {
  const name = `slow-orders-${orders.replaceAll(' ', '-')}`;
  return {
    name,
    rows: 100,
    remarkColumns: 0,
    idsPerRenew: 10,
    orders,
    latencyMs: 300,
    callsPerSecond: 10,
  };
}

/** A quote of 1,000 rows at a provider like that: how near the work comes to the rate it is let. */
export function thousandRows(): Scenario {
  return { ...slowProvider('one'), name: 'thousand-rows', rows: 1000 };
}
