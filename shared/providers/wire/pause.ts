import type { Verdict } from './verdict.ts';

/** What of one call may be sent once more without a look. */
export interface Patience {
  /** Turned away at the gateway, documented to be before the operation began: it is waited out. */
  readonly throttled: boolean;
  /** Its outcome is unclear: only where nothing can change. */
  readonly unclear: boolean;
  /** What a retry header asks for in milliseconds; null: it asks for nothing. */
  readonly askedFor: (header: string | null, now: number) => number | null;
}

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
 * `soFar`. After throttling that is 2 to 5 seconds (Huawei contract, section 9; Alibaba names no
 * time) or what the answer's header asks for.
 */
export function pauseAfter(
  patience: Patience,
  verdict: Verdict,
  soFar: TriesSoFar,
  { now, random }: { readonly now: number; readonly random: number },
): number | null {
  switch (verdict.kind) {
    case 'done':
    case 'refused':
      return null;
    case 'throttled': {
      if (!patience.throttled) return null;
      soFar.throttled += 1;
      const asked = patience.askedFor(verdict.retryAfter, now);
      const pause = Math.round(asked === null ? 2000 + 3000 * random : asked + 1000 * random);
      const inTime = now + pause - soFar.since <= PATIENCE_MS;
      return soFar.throttled <= MOST_THROTTLED && inTime ? pause : null;
    }
    case 'unknown':
      if (!patience.unclear) return null;
      soFar.unclear += 1;
      return soFar.unclear < MOST_UNCLEAR
        ? Math.round(UNCLEAR_PAUSE_MS * soFar.unclear * (1 + random))
        : null;
  }
}
