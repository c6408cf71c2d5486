import { type Api, APIS } from './api.ts';
import type { Verdict } from './classify.ts';

/** How often one call was turned away or unclear so far, and when (epoch ms) its first try began. */
export interface TriesSoFar {
  readonly since: number;
  throttled: number;
  unclear: number;
}

/** A throttled call is waited out this often, and no wait ends later than this after its begin. */
const MOST_THROTTLED = 5;
const PATIENCE_MS = 20_000;

/** A call that changes nothing is made this often in all when its outcome is unclear. */
const MOST_UNCLEAR = 3;
const UNCLEAR_PAUSE_MS = 500;

/**
 * Milliseconds to wait before the same call is sent again, or null for never; counts the try in
 * `soFar`. After throttling that is 2 to 5 seconds (Huawei contract, section 9) or what `Retry-After`
 * says. After an unclear outcome only calls that change nothing are repeated at all.
 */
export function pauseAfter(
  api: Api,
  verdict: Verdict,
  soFar: TriesSoFar,
  { now, random }: { readonly now: number; readonly random: number },
): number | null {
  switch (verdict.kind) {
    case 'done':
    case 'refused':
      return null;
    case 'throttled': {
      soFar.throttled += 1;
      const asked = askedFor(verdict.retryAfter, now);
      const pause = Math.round(asked === null ? 2000 + 3000 * random : asked + 1000 * random);
      const inTime = now + pause - soFar.since <= PATIENCE_MS;
      return soFar.throttled <= MOST_THROTTLED && inTime ? pause : null;
    }
    case 'unknown':
      if (APIS[api].changes) return null;
      soFar.unclear += 1;
      return soFar.unclear < MOST_UNCLEAR
        ? Math.round(UNCLEAR_PAUSE_MS * soFar.unclear * (1 + random))
        : null;
  }
}

/** `Retry-After` in milliseconds: a number of seconds, or a date. */
function askedFor(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/u.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
