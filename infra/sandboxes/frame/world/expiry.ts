/** One expiry of something and the instant from which reads show it. Epoch milliseconds. */
export interface Expiry {
  readonly at: number;
  readonly visibleFrom: number;
}

/** What has expiries: the last one counts, though reads may still show an earlier one. */
interface Expiring {
  readonly expiries: readonly Expiry[];
}

/** The true expiry, whatever is shown yet. */
export function expiryOf({ expiries }: Expiring): number {
  return expiries.at(-1)!.at;
}

/** The expiry that reads show as of `now`. */
export function shownExpiry({ expiries }: Expiring, now: number): number {
  return (expiries.findLast(({ visibleFrom }) => visibleFrom <= now) ?? expiries[0]!).at;
}
