import type { Account } from '../../settings/account.ts';

/** Seconds that a piece takes at most when every one of its resources is asked for alone. */
const PIECE_SECONDS = 20;
const MOST = 100;
const LEAST = 10;

/**
 * The calls per second of a survey: half of the account's, so that a renewal that runs beside it is
 * never throttled because of it.
 */
export function surveyRate({ callsPerSecond }: Pick<Account, 'callsPerSecond'>): number {
  return Math.max(1, Math.floor(callsPerSecond / 2));
}

/** How many resources are priced in one piece. */
export function pieceSize(account: Pick<Account, 'callsPerSecond'>): number {
  return Math.min(MOST, Math.max(LEAST, PIECE_SECONDS * surveyRate(account)));
}
